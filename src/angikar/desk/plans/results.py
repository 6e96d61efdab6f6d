"""Results: what a plan has earned, claimed and accepted, by area and indicator; every mark opens into its arithmetic,
and has its pace and what it could still earn next to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import either, officer, page, sentence, signed_in, today
from angikar.desk.plans.outgoing import EVALUATION, OUTGOING, home_of
from angikar.desk.versioned import made_of, versioned
from angikar.duties import queries
from angikar.duties.queries import DutyCell
from angikar.history.refusal import NotYours
from angikar.offices.access import mandate
from angikar.papers import access
from angikar.papers.links.queries import law_of_paper
from angikar.papers.models import Paper, State
from angikar.rules.plan import IndicatorId, Part, Plan
from angikar.rules.scoring.explain import steps
from angikar.rules.scoring.lines import ScoredLine
from angikar.rules.scoring.outlook import RowOutlook, outlook
from angikar.rules.scoring.wording import Said

WARNED = ("baseline-already-scores", "target-below-baseline", "criteria-narrow")
"""Doubts about a plan that make the marks of a row doubtful; they are shown next to the marks."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One row of the page: its score, the arithmetic claimed and accepted, its outlook, its warnings, its duties."""

    score: ScoredLine
    claimed: tuple[str, ...]
    accepted: tuple[str, ...]
    ahead: RowOutlook
    warnings: tuple[str, ...]
    cells: Mapping[int, DutyCell]


@signed_in
@versioned
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The scorecard of an issued plan today."""
    by = officer(request)
    paper = access.paper(by, pk)
    scored, plan = queries.scored(paper, today()), paper.value()
    card = scored.card
    law = law_of_paper(paper, plan) if isinstance(plan, Plan) else None
    if card is None or law is None or not isinstance(plan, Plan):
        raise NotYours
    if paper.state != State.SUPERSEDED:
        made_of(request, papers={paper.pk, *scored.papers})
    ahead = outlook(plan, law, card)
    shadows = _shadows(paper, plan)
    rows = {
        (line.part, line.code): ResultRow(
            line,
            _in_language(steps(line)),
            _in_language(steps(line, accepted=True)) if line.accepted else (),
            ahead.rows[line.part, line.code],
            shadows.get((line.part, line.code), ()),
            scored.cells.get(IndicatorId(line.part, line.code), {}),
        )
        for line in card.lines
    }
    held = mandate(by)
    makes = [what for what in OUTGOING if home_of(held, paper, what) is not None]
    context = {
        "paper": paper,
        "card": card,
        "rows": rows,
        "reach": ahead.reach,
        "say": _say,
        "makes": makes,
        "outgoing": OUTGOING,
        "evaluation": EVALUATION,
        "inside": scored.inner,
        "day": today(),
    }
    return page(request, "plans/results", context)


def _say(words: Said) -> str:
    return either(*words)


def _in_language(explained: tuple[Said, ...]) -> tuple[str, ...]:
    return tuple(either(*step) for step in explained)


def _shadows(paper: Paper, plan: Plan) -> dict[tuple[Part, str], tuple[str, ...]]:
    """What the plan's own doubts say against the marks of its rows."""
    paths = {path: (area.part, each.code) for path, area, _, each in plan.indicators()}
    found: dict[tuple[Part, str], tuple[str, ...]] = {}
    for doubt in paper.doubts:
        here = paths.get(".".join(doubt.path.split(".")[:6]))
        if here is not None and doubt.code in WARNED:
            found[here] = (*found.get(here, ()), sentence(doubt))
    return found
