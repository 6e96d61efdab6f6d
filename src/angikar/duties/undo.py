"""Undo: the last change a person made in the cells of a quarter that was not overwritten since, from the history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from angikar.duties.queries import DutyCell
from angikar.history.models import Entry
from angikar.offices.models import Officer

_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class CellChange:
    """A change of one cell that can be taken back: what the draft held before, and the number of its entry."""

    cell: DutyCell
    entry: int
    value: str | None
    numerator: str | None = None
    denominator: str | None = None


def last_change(cells: Iterable[DutyCell], by: Officer) -> CellChange | None:
    """The latest change of these cells by a person which is neither taken back nor overtaken: the draft still holds what
    he wrote. Changes taken back are skipped, so that one goes back step by step.
    """
    own = {cell.duty.pk: cell for cell in cells if cell.draft is not None}
    entries = Entry.objects.filter(
        kind="duties.duty", object_id__in=list(own), verb="duty.save_cell", officer_id=by.pk
    ).order_by("-pk")[:_REMEMBERED]
    undone: set[int] = set()
    for entry in entries:
        was, now = entry.was or {}, entry.now or {}
        if now.get("undoes"):
            undone.add(now["undoes"])
            continue
        cell = own[entry.object_id]
        if entry.pk not in undone and cell.draft is not None and cell.draft.value == now.get("value"):
            return CellChange(cell, entry.pk, was.get("value"), was.get("numerator"), was.get("denominator"))
    return None
