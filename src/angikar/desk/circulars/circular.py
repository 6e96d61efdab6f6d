"""A circular's board: who has acknowledged it, what came of each directive, the calendar it makes, and who has not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from angikar.desk.base import officer, page, signed_in, today
from angikar.desk.papers.review import schedule_words
from angikar.duties.anchor_day.queries import anchor_of
from angikar.duties.models import DutyState
from angikar.duties.queries import DutyCell, board
from angikar.offices.access import mandate
from angikar.papers import access
from angikar.papers.models import FROZEN, Paper
from angikar.papers.receipts.actions import see
from angikar.rules.duty_key import DutyKey
from angikar.rules.kinds import kind_named


@dataclass(slots=True)
class DutyTally:
    """The states of some duties on a day, counted."""

    asked: int = 0
    answered: int = 0
    late: int = 0
    cells: list[DutyCell] = field(default_factory=list)

    def add(self, cell: DutyCell, day: date) -> None:
        """Count one duty in."""
        self.asked += 1
        self.answered += cell.duty.answered
        self.late += cell.duty.standing(day) == "late"
        self.cells.append(cell)


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The board of one circular; before it is issued it shows what would be asked."""
    by = officer(request)
    paper = access.paper(by, pk)
    if not kind_named(paper.kind).has_directives:
        raise Http404
    see(paper, mandate(by), by=by, at=timezone.now())
    day = today()
    cells = [cell for office in board(paper).values() for cell in office] if paper.state in FROZEN else []
    receipts = [cell for cell in cells if cell.duty.kind == "acknowledge"]
    reports = [cell for cell in cells if cell.duty.kind != "acknowledge"]
    return page(
        request,
        "circulars/circular",
        {
            "paper": paper,
            "day": day,
            "issued": paper.state in FROZEN,
            "receipts": _once(receipts),
            "directives": _by_directive(paper, reports, day),
            "calendar": _by_day(reports, day),
            "silent": _silent(cells, day),
            "schedule": schedule_words,
            "anchor": anchor_of(paper),
        },
    )


def _once(receipts: Iterable[DutyCell]) -> list[DutyCell]:
    """One receipt of each post, the first, as the board of receipts counts them."""
    found: dict[int, DutyCell] = {}
    for cell in receipts:
        if cell.duty.state != DutyState.WITHDRAWN:
            found.setdefault(cell.duty.post_id, cell)
    return list(found.values())


def _by_directive(paper: Paper, cells: Iterable[DutyCell], day: date) -> list[tuple[dict[str, object], DutyTally]]:
    """Every directive in printed order with what came of it; the key of an ask begins with the directive's code."""
    tallies = {each["code"]: DutyTally() for each in paper.content["directives"]}
    for cell in cells:
        tallies.setdefault(DutyKey.parse(cell.duty.key).place, DutyTally()).add(cell, day)
    return [(each, tallies[each["code"]]) for each in paper.content["directives"]]


def _by_day(cells: Iterable[DutyCell], day: date) -> dict[date, DutyTally]:
    found: dict[date, DutyTally] = {}
    for cell in cells:
        if cell.duty.due is not None:
            found.setdefault(cell.duty.due, DutyTally()).add(cell, day)
    return dict(sorted(found.items()))


def _silent(cells: Iterable[DutyCell], day: date) -> list[tuple[DutyCell, int]]:
    """Who has not acknowledged or is late, each post once, with how many answers it owes."""
    found: dict[int, list[DutyCell]] = {}
    for cell in cells:
        owes = cell.duty.standing(day) == "late" or cell.duty.kind == "acknowledge"
        if owes and not cell.duty.answered:
            found.setdefault(cell.duty.post_id, []).append(cell)
    return [(owed[0], len(owed)) for owed in found.values()]
