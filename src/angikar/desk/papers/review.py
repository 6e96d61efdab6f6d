"""Review: the source at the left, what was understood at the right, the doubts between them; no paper becomes a draft unreviewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from angikar.desk.base import attempt, either, in_bangla, number, officer, page, sentence, signed_in
from angikar.desk.papers.fields import ContentField, fields_at
from angikar.desk.papers.sheet import in_order
from angikar.formats.errors import OutOfTime
from angikar.formats.wire import Sizes
from angikar.offices.access import mandate
from angikar.papers import access, store
from angikar.papers.actions import accept_intake
from angikar.papers.doubts import still_open
from angikar.papers.intake.actions import read_again, read_together
from angikar.papers.intake.queries import other_parts, read_with
from angikar.papers.intake.taking import AT_ONCE, hand_over
from angikar.papers.models import Paper, State
from angikar.papers.pictures import page_picture, page_sizes
from angikar.papers.settling.causes import shared
from angikar.papers.settling.risks import by_risk, risk_of
from angikar.papers.source import source_lines
from angikar.papers.stored_doubt import StoredDoubt
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.kind import Kind
from angikar.rules.kinds import KINDS, kind_named
from angikar.rules.schedule.rule import Rule
from angikar.rules.schedule.wording import describe, describe_en

SEVERITIES = ("error", "warning", "info")
TURNS = ("1", "2", "3")
"""Quarters by which the pages of a source can be shown turned to the right."""
_DOTS = 1.2  # of the screen to a point of the page: print of ten points can be read


@dataclass(frozen=True, slots=True)
class Note:
    """A doubt as a screen shows it: its sentence in the reader's language, the field it is about where that is one, and what its
    suggestion is called where it is one of several choices; `risk` is what it puts at risk.
    """

    doubt: StoredDoubt
    sentence: str
    field: ContentField | None
    suggested: str = ""
    risk: str = ""


@dataclass(frozen=True, slots=True)
class DoubtMark:
    """A rectangle on a page, in points from its upper left corner, round what a doubt is about."""

    doubt: StoredDoubt
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of the source: its number, its size in points and in dots of the screen, and the doubts on it."""

    number: int
    points: tuple[float, float]
    dots: tuple[int, int]
    marks: tuple[DoubtMark, ...]
    turn: int = 0

    @property
    def shown(self) -> tuple[int, int]:
        """Its size in dots as it is shown."""
        return self.dots[::-1] if self.turn % 2 else self.dots

    @property
    def frame(self) -> tuple[float, float]:
        """Its size in points as it is shown."""
        return self.points[::-1] if self.turn % 2 else self.points

    @property
    def transform(self) -> str:
        """How its paper and its marks are moved when it is shown turned to the right by quarters."""
        breadth, height = self.points
        moved = {1: (height, 0.0), 2: (breadth, height), 3: (0.0, breadth)}.get(self.turn, (0.0, 0.0))
        return f"translate({moved[0]} {moved[1]}) rotate({90 * self.turn})"


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One paper that was taken in. A POST takes it over as a draft once no error is open.

    `?only=error` (or `warning`, `info`) shows these doubts alone; `?source=lines` the lines of a source that has pages, `?turn=1` its
    pages turned to the right by a quarter.
    """
    if request.method == "POST":
        return _accept(request, access.paper(officer(request), pk, to="amend"))
    paper = access.paper(officer(request), pk)
    if paper.state != State.INTAKE:
        return redirect("desk:paper", pk)
    doubts = by_risk(in_order(still_open(paper.doubts)))
    only = request.GET["only"] if request.GET.get("only") in SEVERITIES else None
    sizes = page_sizes(paper.source.sha256) if paper.source else ()
    pictured = bool(sizes) and request.GET.get("source") != "lines"
    turn = int(request.GET["turn"]) if request.GET.get("turn") in TURNS else 0
    return page(
        request,
        "papers/review",
        {
            "paper": paper,
            "kind": kind_named(paper.kind),
            "leaves": _leaves(sizes, doubts, turn) if pictured else (),
            "lines": () if pictured else source_lines(paper),
            "has_pages": bool(sizes),
            "shown": {
                "only": only,
                "source": "lines" if sizes and not pictured else None,
                "turn": str(turn) if turn and pictured else None,
            },
            "further": str((turn + 1) % 4 or ""),
            "doubts": (notes := [note_of(paper, doubt) for doubt in doubts if only in (None, doubt.severity)]),
            "groups": [(risk, list(those)) for risk, those in groupby(notes, key=attrgetter("risk"))],
            "causes": shared(doubts),
            "counts": Counter(doubt.severity for doubt in doubts),
            "query": query,
            "settled": [each for each in paper.doubts if each.settled],
            "by_line": _by_line(doubts),
            "may_amend": "amend" in access.rights(mandate(officer(request)), paper),
            "schedule": schedule_words,
            "others": _kinds(paper, doubts),
            "came_together": other_parts(paper),
            "read_with": read_with(paper),
        },
    )


@signed_in
@require_POST
def read_as(request: HttpRequest, pk: int) -> HttpResponse:
    """The file of a paper in intake read again as the kind chosen, or as one paper where it was parted (`together`); one that takes long is
    read beside the pages as a new paper.
    """
    by, kind = officer(request), request.POST.get("kind", "")
    paper = access.paper(by, pk, to="amend")
    version, seconds = number(request.POST, "version"), AT_ONCE if settings.JOB_WORKERS else None
    try:
        attempt(
            request,
            (lambda: read_together(paper, by=by, version=version, seconds=seconds))
            if "together" in request.POST
            else (lambda: read_again(paper, kind, by=by, version=version, seconds=seconds)),
            _("ফাইলটি আবার পড়া হয়েছে; সন্দেহগুলো নতুন করে দেখুন।"),
        )
    except OutOfTime:
        return _beside(request, paper, kind)
    return redirect("desk:review", pk)


def _beside(request: HttpRequest, paper: Paper, kind: str) -> HttpResponse:
    if paper.source is not None:
        data = store.get(paper.source.sha256)
        hand_over(officer(request), paper.source.name, data, office=paper.office, kind=kind)
        messages.success(request, _("ফাইলটি আলাদা করে আবার পড়া হচ্ছে; শেষ হলে বিজ্ঞপ্তিতে জানানো হবে।"))
    return redirect("desk:jobs")


def _kinds(paper: Paper, doubts: list[StoredDoubt]) -> list[tuple[Kind, bool]]:
    """The kinds a paper can be read again as, each with whether a doubt proposes it, those first."""
    likely = {doubt.suggestion for doubt in doubts if doubt.path == "kind"}
    others = [(kind, name in likely) for name, kind in KINDS.items() if name != paper.kind]
    return sorted(others, key=lambda each: not each[1])


@signed_in
@require_GET
@cache_control(private=True, no_cache=True)
def picture(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One page of the source as a picture, for those who may see the paper."""
    paper = access.paper(officer(request), pk)
    if paper.source is None or not 1 <= number <= len(page_sizes(paper.source.sha256)):
        raise Http404
    return HttpResponse(page_picture(paper.source, number), content_type="image/png")


def query(**shown: str | None) -> str:
    """What an address of this screen says behind its question mark."""
    return urlencode({name: value for name, value in shown.items() if value})


def _leaves(sizes: Sizes, doubts: list[StoredDoubt], turn: int) -> list[SourcePage]:
    return [
        SourcePage(number, (width, height), (round(width * _DOTS), round(height * _DOTS)), _marks(number, doubts), turn)
        for number, (width, height) in enumerate(sizes, start=1)
    ]


def _marks(number: int, doubts: list[StoredDoubt]) -> tuple[DoubtMark, ...]:
    """The larger first, so that a cell is drawn over its row and can be clicked."""
    boxes = [(doubt, doubt.place.box) for doubt in doubts if doubt.place.page == number]
    marks = [DoubtMark(doubt, x0, y0, x1 - x0, y1 - y0) for doubt, box in boxes if box for x0, y0, x1, y1 in (box,)]
    return tuple(sorted(marks, key=lambda mark: -mark.width * mark.height))


def _accept(request: HttpRequest, paper: Paper) -> HttpResponse:
    errors = by_risk(in_order(still_open(paper.doubts, "error")))
    if errors:
        count = len(errors)
        remaining = ngettext("আরও %(count)s টি ভুল মীমাংসা করা বাকি।", "আরও %(count)s টি ভুল মীমাংসা করা বাকি।", count)
        messages.error(request, remaining % {"count": either(to_bangla(str(count)), str(count))})
        return redirect(f"{request.path}#doubt-{errors[0].key}")
    done = attempt(
        request,
        lambda: accept_intake(paper, by=officer(request), version=number(request.POST, "version")),
        _("নথিটি এখন খসড়া।"),
    )
    return redirect("desk:paper" if done else "desk:review", paper.pk)


def note_of(paper: Paper, doubt: StoredDoubt) -> Note:
    """A doubt with what its screen needs too: the sentence in the reader's language, and the field it is about."""
    fields = fields_at(kind_named(paper.kind).content, paper.content, doubt.path) if doubt.path else []
    one = fields[0] if len(fields) == 1 and fields[0].path == doubt.path else None
    suggested = dict(one.choices).get(doubt.suggestion or "", "") if one else ""
    return Note(doubt, sentence(doubt), one, suggested, risk_of(doubt))


def schedule_words(rules: list[Mapping[str, object]] | None) -> list[str]:
    """The rules of a schedule as sentences in the reader's language."""
    say = describe if in_bangla() else describe_en
    return [say(Rule.model_validate(rule)) for rule in rules or ()]


def _by_line(doubts: list[StoredDoubt]) -> dict[tuple[int | None, int | None], list[StoredDoubt]]:
    found: dict[tuple[int | None, int | None], list[StoredDoubt]] = {}
    for doubt in doubts:
        found.setdefault((doubt.place.page, doubt.place.line), []).append(doubt)
    return found
