"""What is done with one cell: what is typed is stored as the draft of a report, in three statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from angikar.duties.cells.access import OpenCell, open_cell
from angikar.duties.models import CLOSED_FILINGS, Duty, Evaluation, Filing, Report
from angikar.history.actions import record
from angikar.history.prepared_writes import MOMENT, TEXTS, PreparedInsert, PreparedUpdate
from angikar.history.refusal import Conflict, Refused
from angikar.offices.access import mandate
from angikar.offices.models import Officer
from angikar.offices.prepared import NUMBERS, SMALL

_WRITTEN = ("value", "words", "numerator", "denominator", "by", "post", "at")


@dataclass(frozen=True, slots=True)
class Pair:
    """What a mean is the mean of: so much of so many, as canonical figures."""

    numerator: str | None = None
    denominator: str | None = None


NO_PAIR = Pair()


@dataclass(frozen=True, slots=True)
class CellInput:
    """What is typed into a cell whose duty had this `version` when it was last seen; `undoes` is the number of the entry in the
    history that this takes back.
    """

    value: str | None
    version: int
    words: str = ""
    pair: Pair = NO_PAIR
    undoes: int | None = None


def save(
    cell: OpenCell, typed: CellInput, *, by: Officer, today: date, beside: Sequence[str] = ()
) -> tuple[OpenCell, Report]:
    """Store what is typed into a cell that was just read as the draft of a report, and return the cell as it is
    now, and the draft. Where the cell has changed
    since it was read, or its quarter was closed, it is read once more and judged again.

    Raises `Conflict` with both values when somebody else wrote another value meanwhile, `Refused` when no
    answer is owed and for a closed quarter.
    """
    with transaction.atomic():
        return _saved(cell, typed, by, today, beside)


def save_together(
    typed: Sequence[tuple[OpenCell, CellInput]], *, by: Officer, today: date, beside: Sequence[str] = ()
) -> dict[int, OpenCell | Refused]:
    """Store what is typed into several cells of one plan and wait for the disk once. Each is an action of its own, with its own entry: one that
    is refused changes nothing of the others, for it is refused before anything is written. The cell as it is now, or why it was refused, by the
    number of its duty.
    """
    done: dict[int, OpenCell | Refused] = {}
    with transaction.atomic():
        for cell, each in sorted(typed, key=lambda pair: pair[0].duty.pk):
            try:
                done[cell.duty.pk], _ = _saved(cell, each, by, today, beside)
            except Refused as refused:
                done[cell.duty.pk] = refused
    return done


def _saved(
    cell: OpenCell, typed: CellInput, by: Officer, today: date, beside: Sequence[str]
) -> tuple[OpenCell, Report]:
    """Store what is typed into one cell, inside a transaction; all that may refuse it comes before the first change."""
    _refuse(cell, typed)
    if not _count_up(cell):
        cell = open_cell(mandate(by, today), cell.duty.pk, today, beside=beside, locked=True)
        _refuse(cell, typed)
        Duty.objects.filter(pk=cell.duty.pk).update(version=F("version") + 1)
    cell.duty.version += 1
    draft = cell.draft or Report(duty=cell.duty)
    was = draft.figures()
    draft.value, draft.words, draft.by, draft.post = typed.value, typed.words, by, cell.post
    draft.numerator, draft.denominator = typed.pair.numerator, typed.pair.denominator
    _store(draft)
    undone = {} if typed.undoes is None else {"undoes": typed.undoes}
    now = {**draft.figures(), "version": cell.duty.version, **undone}
    record("duty.save_cell", cell.duty, by=by, post=cell.post, was=was, now=now)
    return replace(cell, cell=replace(cell.cell, draft=draft)), draft


def _refuse(cell: OpenCell, typed: CellInput) -> None:
    cell.case.require("draft")
    theirs = cell.draft.value if cell.draft else None
    if cell.duty.version != typed.version and theirs != typed.value:
        who = cell.draft.by.name if cell.draft else ""
        raise Conflict(mine=typed.value, theirs=theirs, who=who, version=cell.duty.version)


def _store(draft: Report) -> None:
    """Store a draft, new or changed."""
    if draft.pk is None:
        _NEW_DRAFT(draft)
        return
    draft.at = timezone.now()
    pair = draft.numerator, draft.denominator
    _DRAFT(draft.pk, draft.value, draft.words, *pair, draft.by_id, draft.post_id, draft.at)


def _count_up(cell: OpenCell) -> bool:
    """Count the version of the duty up and so keep others from its draft; false where it has changed since it was read, and where its
    quarter may have been closed.
    """
    duty = cell.duty
    return _COUNTED_UP(duty.pk, duty.version, duty.state, duty.post_id, duty.version + 1) == 1


def _counted_up(pk: int, version: int, state: str, post: int, following: int) -> tuple[QuerySet[Duty], dict[str, Any]]:
    same = Duty.objects.filter(pk=pk, version=version, state=state, post=post)
    filed = Filing.objects.filter(paper=OuterRef("paper"), quarter=OuterRef("quarter"), state__in=CLOSED_FILINGS)
    fixed = Evaluation.objects.in_force().filter(paper=OuterRef("paper"))
    return same.filter(~Exists(filed), ~Exists(fixed)), {"version": following}


def _drafted(pk: int, *values: Any) -> tuple[QuerySet[Report], dict[str, Any]]:
    return Report.objects.filter(pk=pk), dict(zip(_WRITTEN, values, strict=True))


_COUNTED_UP = PreparedUpdate(_counted_up, NUMBERS[0], SMALL[0], TEXTS[0], NUMBERS[1], SMALL[1])
_DRAFT = PreparedUpdate(_drafted, NUMBERS[0], *TEXTS[:4], *NUMBERS[1:3], MOMENT)
_NEW_DRAFT = PreparedInsert(Report)
