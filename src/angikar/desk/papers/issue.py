"""Issuing, looked at before it is done: which duties will rest on which posts, which words of the paper lead to none, and what is still doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from angikar.desk.base import attempt, number, officer, page, sentence, signed_in, today
from angikar.desk.jobs import handed_over
from angikar.desk.letters.addressing import choices_of, wanted_of
from angikar.desk.papers.fields import ContentField, fields_at
from angikar.desk.papers.review import note_of
from angikar.desk.papers.sheet import in_order
from angikar.duties.issue import issue
from angikar.duties.later.issuing import AT_ONCE, is_being_issued, issue_later
from angikar.duties.placing.past import is_long_over, is_of_the_past, own_day
from angikar.duties.preview import Foreseen, asks_of, checked_again, foresee
from angikar.history.refusal import Refused
from angikar.offices.access import holders_of, mandate
from angikar.offices.addressing import Addressed, Register
from angikar.offices.models import Post
from angikar.papers import access
from angikar.papers.actions import amend
from angikar.papers.doubts import still_open
from angikar.papers.letters.queries import next_number
from angikar.papers.letters.sending import addressees_of, refuse_unsendable
from angikar.papers.meanings.queries import meant_by, register_of
from angikar.papers.models import FROZEN, Paper
from angikar.papers.signatures.queries import wants_signatures
from angikar.rules.kinds import kind_named

_DAYS = ("anchor", "formation")
MOST = 300
"""Posts that are listed by name; of more only the number is shown."""


@dataclass(frozen=True, slots=True)
class AddresseeLine:
    """One line of addressees: the posts found for it, and, where a person has `chosen` the posts it means, all that it could
    mean; `before` is whether that was in an earlier paper of the office.
    """

    text: str
    is_copy: bool
    found: Addressed
    could: tuple[Post, ...]
    chosen: bool
    before: bool = False

    @property
    def choices(self) -> tuple[Post, ...]:
        """The posts among which one may choose."""
        return self.could if self.chosen else self.found.posts


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The duties that would be created today; a POST issues the paper and creates them."""
    paper = access.paper(officer(request), pk, to="issue")
    own = own_day(paper) if is_of_the_past(paper, today()) else None
    as_own = own if (request.POST or request.GET).get("as") != "today" else None
    if request.method == "POST":
        return _issue(request, paper, as_own)
    if paper.state in FROZEN:
        return redirect("desk:paper", pk)
    if is_being_issued(paper):
        messages.info(request, _("নথিটি এখন জারি হচ্ছে; শেষ হলে বিজ্ঞপ্তিতে জানানো হবে।"))
        return redirect("desk:jobs")
    doubts = in_order(still_open(checked_again(paper)))
    errors = [each for each in doubts if each.severity == "error"]
    register = register_of(paper)
    day = as_own or today()
    foreseen, refused = ([], None) if errors else _foreseen(paper, register, day)
    by_post = _by_post(foreseen)
    addressed = _addressed(paper, register)
    wanted = wanted_of(paper, foreseen, register, [line.text for line in addressed])
    return page(
        request,
        "papers/issue",
        {
            "paper": paper,
            "day": day,
            "own": own,
            "as_own": as_own is not None,
            "history": sum(len(each.posts) for each in foreseen if as_own and is_long_over(each.ask, as_own, today())),
            "errors": [note_of(paper, each) for each in errors],
            "refused": sentence(refused) if refused else "",
            "by_post": by_post,
            "holders": holders_of(list(by_post)[:MOST], today()),
            "doubts": [note_of(paper, each) for each in doubts if each.severity != "error"],
            "addressed": addressed,
            "will_be": _will_be(paper),
            "most": MOST,
            "total": sum(len(each.posts) for each in foreseen),
            "wanted": wanted,
            "unplaced": sum(each.count for each in wanted if each.how == "unplaced"),
            "is_plan": kind_named(paper.kind).is_plan,
            **(choices_of(paper) if wanted else {}),
            "may_mean": "amend" in access.rights(mandate(officer(request)), paper),
            "days": _days(paper),
            "wants_signatures": wants_signatures(paper),
        },
    )


def _issue(request: HttpRequest, paper: Paper, as_own: date | None) -> HttpResponse:
    """Issue it today, or enter it under its own day; to thousands beside the pages."""
    paper.version, unsigned = number(request.POST, "version"), request.POST.get("unsigned", "")
    focal, entered, by = request.POST.get("focal") == "1", today() if as_own else None, officer(request)
    if settings.JOB_WORKERS and number(request.POST, "duties") > AT_ONCE:
        job = issue_later(paper, by=by, day=as_own or today(), focal=focal, entered=entered, unsigned=unsigned)
        messages.success(request, handed_over(job))
        return redirect("desk:jobs")
    done = _("নথিটি তার নিজের তারিখে লেখা হয়েছে।") if as_own else _("নথিটি জারি হয়েছে।")
    issued = attempt(
        request,
        lambda: issue(paper, by=by, day=as_own or today(), focal=focal, entered=entered, unsigned=unsigned),
        done,
    )
    return redirect("desk:paper" if issued else "desk:issue", paper.pk)


@signed_in
@require_POST
def days(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the days a schedule counts from into the paper, before its duties are created."""
    paper = access.paper(officer(request), pk, to="amend")
    version = number(request.POST, "version")

    def action() -> None:
        fresh, seen = paper, version
        for each in _days(paper):
            typed = request.POST.get(each.path, "").strip()
            if typed != each.text:
                fresh = amend(fresh, each.path, typed, version=seen, by=officer(request))
                seen = fresh.version

    attempt(request, action, _("দিনটি নথিতে লেখা হয়েছে; নিচের তালিকা সে অনুযায়ী।"))
    return redirect("desk:issue", pk)


def _days(paper: Paper) -> list[ContentField]:
    """The day everything leads to and the day bodies are formed, for the papers that count from such days."""
    model = kind_named(paper.kind).content
    return [field for name in _DAYS if name in paper.content for field in fields_at(model, paper.content, name)]


def _addressed(paper: Paper, register: Register) -> list[AddresseeLine]:
    """Every addressee and copy of a letter, the addressees first, with the posts that the register finds for it."""
    meant, plain = meant_by(paper), Register(paper.office)
    copies = [str(each["to"]) for each in paper.content.get("copies", ()) if isinstance(each, dict) and each["to"]]
    lines = [(text, False) for text in addressees_of(paper.content)] + [(text, True) for text in copies]
    found = [(text, is_copy, register.expand(text)) for text, is_copy in lines]
    return [
        AddresseeLine(
            text, is_copy, led, plain.expand(text).posts if text in meant else (), led.said, text not in meant
        )
        for text, is_copy, led in found
    ]


def _will_be(paper: Paper) -> str:
    """The memo number a letter gets if no other goes out before it; empty where it gets none here."""
    if paper.dossier is None or not kind_named(paper.kind).is_letter or paper.content["letter"]["memo_number"]:
        return ""
    return f"{paper.dossier.number}-{next_number(paper.office, today().year)}"


def _foreseen(paper: Paper, register: Register, day: date) -> tuple[list[Foreseen], Refused | None]:
    try:
        if kind_named(paper.kind).is_letter and paper.dossier is not None:
            refuse_unsendable(paper, register)
        return foresee(paper, asks_of(paper, day), register), None
    except Refused as refused:
        return [], refused


def _by_post(foreseen: list[Foreseen]) -> dict[Post, list[Foreseen]]:
    found: dict[Post, list[Foreseen]] = {}
    for each in foreseen:
        for post in each.posts:
            found.setdefault(post, []).append(each)
    return dict(sorted(found.items(), key=lambda item: (item[0].office.path, item[0].rank, item[0].pk)))
