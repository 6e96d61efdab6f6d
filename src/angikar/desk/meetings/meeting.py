"""A meeting's register: what was decided, who carries it out, its state, and how often it has been decided before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from angikar.desk.base import officer, page, signed_in, today
from angikar.desk.versioned import versioned
from angikar.duties.queries import DutyCell, board
from angikar.papers import access
from angikar.papers.models import FROZEN, Paper
from angikar.rules.duty_key import DutyKey
from angikar.rules.kinds import kind_named
from angikar.rules.kinds.minutes.carried import times_decided
from angikar.rules.kinds.minutes.content import CHOICES, Minutes, MinutesDecision, MinutesItem


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """One decision in the register: `before` is how often earlier meetings of the same body decided it."""

    item: MinutesItem
    decision: MinutesDecision
    before: int
    cells: tuple[DutyCell, ...]

    def state(self, cell: DutyCell) -> int | None:
        """Which of `CHOICES` the implementer reported, counted from 0; `None` without a report."""
        choice = cell.report.choice if cell.report else None
        return CHOICES.index(choice) if choice in CHOICES else None


@signed_in
@versioned
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The register of one meeting."""
    paper = access.paper(officer(request), pk)
    if not kind_named(paper.kind).records_decisions:
        raise Http404
    minutes = cast(Minutes, paper.value())
    cells = [cell for office in board(paper).values() for cell in office] if paper.state in FROZEN else []
    decisions = list(_register(minutes, cells, _earlier(request, paper, minutes)))
    day = today()
    return page(
        request,
        "meetings/meeting",
        {
            "paper": paper,
            "minutes": minutes,
            "day": day,
            "held": date.fromisoformat(minutes.date) if minutes.date else None,
            "issued": paper.state in FROZEN,
            "decisions": decisions,
            "again": sum(each.decision.carried_over or each.before > 0 for each in decisions),
            "late": sum(cell.duty.standing(day) == "late" for cell in cells),
        },
    )


def _register(minutes: Minutes, cells: Iterable[DutyCell], earlier: list[Minutes]) -> Iterable[DecidedRow]:
    """Every decision in printed order; the key of an ask begins with the numbers of item and decision."""
    found: dict[str, list[DutyCell]] = {}
    for cell in cells:
        found.setdefault(DutyKey.parse(cell.duty.key).place, []).append(cell)
    for index, item in enumerate(minutes.items, 1):
        for number, decision in enumerate(item.decisions, 1):
            yield DecidedRow(
                item, decision, times_decided(decision, earlier), tuple(found.get(f"{index}.{number}", ()))
            )


def _earlier(request: HttpRequest, paper: Paper, minutes: Minutes) -> list[Minutes]:
    """Earlier minutes of the same body that the reader may read."""
    before = access.papers_for(officer(request)).filter(
        kind=paper.kind, office=paper.office_id, content__body=minutes.body, content__month__lt=minutes.month or ""
    )
    return [cast(Minutes, each.value()) for each in before.exclude(pk=paper.pk).exclude(state="intake")]
