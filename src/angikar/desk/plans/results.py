"""Results: what a plan has earned, claimed and accepted, by area and indicator; every mark opens into its arithmetic,
and has its pace and what it could still earn next to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from operator import itemgetter
from typing import Final, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from markupsafe import Markup

from angikar.desk import pictures
from angikar.desk.base import figure_in, in_bangla, officer, page, sentence, signed_in, today
from angikar.desk.parts_kept import KeptParts, drawn_by
from angikar.desk.plans.outgoing import OUTGOING, home_of
from angikar.desk.versioned import made_of, versioned
from angikar.duties import queries
from angikar.duties.cycle.fixed import is_fixed
from angikar.duties.queries import DutyCell
from angikar.history.refusal import NotYours
from angikar.offices.access import mandate
from angikar.papers import access
from angikar.papers.links.queries import Inner, law_of_paper, plans_within
from angikar.papers.models import Paper, State
from angikar.papers.queries import successor_of
from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.kinds import kind_named
from angikar.rules.plan import Indicator, IndicatorId, Part, Plan
from angikar.rules.scoring.explain import steps
from angikar.rules.scoring.lines import ScoredLine
from angikar.rules.scoring.outlook import Way, outlook
from angikar.rules.scoring.whole.levels import OnLevels, on_levels
from angikar.rules.scoring.whole.parted import parted
from angikar.rules.scoring.wording import Said

KEPT: Final = KeptParts[Markup](32)
"""The marks and rows of a plan of sixty indicators have some 150 kB."""
WARNED = ("baseline-already-scores", "target-below-baseline", "criteria-narrow")
"""Doubts about a plan that make the marks of a row doubtful; they are shown next to the marks."""


class ResultCell(NamedTuple):
    """One `quarter` (0-3) of a row: the figure, what became of it, the accepted figure where it is another, the number of the duty (0 where
    there is none), and whether no file proves it.
    """

    quarter: int
    figure: str | None
    state: str | None
    accepted: str | None
    duty: int
    is_unverified: bool


class ResultRow(NamedTuple):
    """One row of the page, in words: its quarters, the arithmetic claimed and accepted, its pace and verdict, what could still be reported or
    why nothing can; its warnings, and its figures on its levels with their picture.
    """

    quarters: list[ResultCell]
    claimed: list[str]
    accepted: list[str]
    verdict: str
    pace: str
    ways: list[str]
    stuck: str
    warnings: tuple[str, ...]
    on_levels: OnLevels | None
    bullet: pictures.Picture | None


@signed_in
@versioned
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The scorecard of an issued plan today."""
    by = officer(request)
    paper = access.paper(by, pk)
    if not paper.is_frozen or not kind_named(paper.kind).is_plan:
        raise NotYours
    within = plans_within(paper)
    if paper.state == State.SUPERSEDED:
        drawn = _drawn(request, paper, within)
    else:
        drawn = KEPT.of_papers(request, paper.hash, {paper.pk, *within}, lambda: _drawn(request, paper, within))
    if not drawn:
        return page(request, "plans/results", _unmarked(paper, queries.scored(paper, today(), within)))
    if paper.state != State.SUPERSEDED:
        made_of(request, papers={paper.pk, *within})
    held = mandate(by)
    context = {
        "paper": paper,
        "successor": successor_of(paper) if paper.state == State.SUPERSEDED else None,
        "drawn": drawn,
        "makes": [what for what in OUTGOING if home_of(held, paper, what) is not None],
        "outgoing": OUTGOING,
        "day": today(),
    }
    return page(request, "plans/results", context)


def _drawn(request: HttpRequest, paper: Paper, within: dict[int, tuple[Inner, ...]]) -> Markup:
    """The marks of a plan and its rows, which everybody reads alike; nothing where no known form marks it."""
    scored, plan = queries.scored(paper, today(), within), paper.value()
    card, law = scored.card, law_of_paper(paper, plan) if isinstance(plan, Plan) else None
    if card is None or law is None or not isinstance(plan, Plan):
        return Markup()
    ahead = outlook(plan, law, card)
    shadows, say = _shadows(paper, plan), itemgetter(0 if in_bangla() else 1)  # asked once, not once a sentence
    way = _way_in_words(say)
    rows = {}
    for line in card.lines:
        here, coming = (line.part, line.code), ahead.rows[line.part, line.code]
        rows[here] = ResultRow(
            _quarters(line, scored.cells.get(IndicatorId(*here), {})),
            [say(each) for each in steps(line)],
            [say(each) for each in steps(line, accepted=True)] if line.accepted else [],
            coming.pace.verdict,
            say(coming.pace.words),
            [way(each) for each in coming.ways],
            say(coming.stuck) if coming.stuck else "",
            shadows.get(here, ()),
            *_bullet(line),
        )
    context = {
        "paper": paper,
        "card": card,
        "marks": replace(card.marks, is_final=is_fixed(paper)),
        "rows": rows,
        "reach": ahead.reach,
        "where": pictures.of_marks(parted(card, ahead.rows)) if card.marks.has_marks else None,
        "say": say,
        "inside": scored.inner,
    }
    return drawn_by("plans/results_drawn", context, request)


def _bullet(line: ScoredLine) -> tuple[OnLevels | None, pictures.Picture | None]:
    """The figures of a row on its levels, where it has such levels and a figure."""
    found = on_levels(line)
    if found is None or found.claimed is None:
        return found, None
    return found, pictures.bullet(found.levels, found.claimed, found.accepted)


def _unmarked(paper: Paper, scored: queries.ScoredPlan) -> dict[str, object]:
    """Every row of a plan that no known form marks, with what was reported in each quarter."""
    plan = paper.value()
    if not isinstance(plan, Plan):
        raise NotYours
    rows: list[tuple[Indicator, tuple[str | None, ...]]] = []
    for _path, area, _activity, row in plan.indicators():
        cells = scored.cells.get(IndicatorId(area.part, row.code), {})
        rows.append((row, tuple(_reported(cells.get(quarter)) for quarter in (1, 2, 3, 4))))
    return {"paper": paper, "unmarked": rows, "day": today(), "figure": figure_in}


def _reported(cell: DutyCell | None) -> str | None:
    return cell.report.value if cell and cell.report else None


def _quarters(line: ScoredLine, cells: Mapping[int, DutyCell]) -> list[ResultCell]:
    columns = zip(line.quarters, line.accepted_quarters, line.quarter_states, strict=True)
    found = []
    for place, (figure, accepted, state) in enumerate(columns):
        cell = cells.get(place + 1)
        found.append(
            ResultCell(
                place,
                figure,
                state,
                accepted if accepted != figure else None,
                cell.duty.pk if cell else 0,
                cell is not None and figure is not None and cell.is_unverified,
            )
        )
    return found


def _way_in_words(say: Callable[[Said], str]) -> Callable[[Way], str]:
    """Says in the language of the page what a further figure would bring."""
    score, marks, more = _("স্কোর"), _("নম্বর"), _("আরও")
    written = to_bangla if in_bangla() else to_latin

    def said(way: Way) -> str:
        figures = written(f": {score} {way.raw}, {marks} {way.marks} ({more} {way.gain})")
        return say(way.words) + figures

    return said


def _shadows(paper: Paper, plan: Plan) -> dict[tuple[Part, str], tuple[str, ...]]:
    """What the plan's own doubts say against the marks of its rows."""
    paths = {path: (area.part, each.code) for path, area, _, each in plan.indicators()}
    found: dict[tuple[Part, str], tuple[str, ...]] = {}
    for doubt in paper.doubts:
        here = paths.get(".".join(doubt.path.split(".")[:6]))
        if here is not None and doubt.code in WARNED:
            found[here] = (*found.get(here, ()), sentence(doubt))
    return found
