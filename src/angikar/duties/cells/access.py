"""The way from a person to one cell that may be written: the duty with its draft, its reports, its quarter and its line, in one query."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce

from angikar.duties.access import has_linked_plan, rights
from angikar.duties.cells.together import Together
from angikar.duties.cycle import locks
from angikar.duties.cycle.locks import QuarterStatus, status_columns
from angikar.duties.models import Duty, Evidence, Report, ReportState
from angikar.duties.plausible import around_one
from angikar.duties.possible import Possible, acting_post
from angikar.duties.queries import YEAR_END, DutyCell
from angikar.history.refusal import NotYours
from angikar.offices.access import Mandate
from angikar.offices.models import Officer, Post
from angikar.offices.prepared import PreparedLists
from angikar.rules.plausible import Around

_SHOWN = (
    "id",
    "duty_id",
    "state",
    "value",
    "numerator",
    "denominator",
    "words",
    "not_applicable",
    "by_id",
    "post_id",
    "accepted_value",
    "review_words",
)
"""The columns of a report that a cell shows; the others are read when they are asked for."""
_COUNTED = (ReportState.SUBMITTED, ReportState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class OpenCell:
    """One cell as it was read: the duty with its draft and its latest report, what its officer may do with it, the post he acts as,
    and what is known around its figure.
    """

    cell: DutyCell
    case: Possible
    post: Post
    around: Around

    @property
    def duty(self) -> Duty:
        """The duty whose answer the cell holds."""
        return self.cell.duty

    @property
    def draft(self) -> Report | None:
        """What the cell holds while somebody types."""
        return self.cell.draft

    @property
    def quarter(self) -> int:
        """The quarter of the grid in which the cell stands."""
        return self.duty.quarter or YEAR_END

    @property
    def is_closed(self) -> bool:
        """Whether the quarter takes no more reports."""
        return locks.closed(self.duty.paper, self.quarter, self.case.day, self.case.status) is not None

    @property
    def is_open(self) -> bool:
        """Whether its officer may write in the cell, so that its draft counts for him."""
        return not self.is_closed and self.case.may("answer")


def open_cell(held: Mandate, pk: int, day: date, *, beside: Sequence[str] = (), locked: bool = False) -> OpenCell:
    """The cell of a duty that the holder of a mandate may report on a day, else `NotYours`. `beside` names relations of rooms above
    that are read with it; `locked` keeps others from writing it until the transaction ends.
    """
    rows = _rows([pk], *beside).select_for_update(of=("self",)) if locked else _prepared(*beside)([pk])
    return _opened(held, rows, [pk], day)[0]


def open_cells(held: Mandate, pks: Sequence[int], day: date, *, beside: Sequence[str] = ()) -> list[OpenCell]:
    """Several cells in the order of their numbers here, as `open_cell` reads one; `NotYours` where one of them is."""
    return _opened(held, _prepared(*beside)(pks), pks, day)


def _opened(held: Mandate, rows: Iterable[Duty], pks: Sequence[int], day: date) -> list[OpenCell]:
    found = {row.pk: row for row in rows}
    if any(pk not in found for pk in pks):
        raise NotYours
    return [_cell_of(held, found[pk], day) for pk in pks]


def _cell_of(held: Mandate, found: Any, day: date) -> OpenCell:
    """A row as the cell of the holder of a mandate, who may report it; else `NotYours`."""
    may, post = rights(held, found), acting_post(found, held, "report")
    if "report" not in may or post is None:
        raise NotYours
    status = QuarterStatus(found.filed, found.open_until, found.is_evaluated)
    case = Possible(found, may, day, status, found.is_linked)
    around = around_one(found, once=found.quarters == 1, earlier=[value for (value,) in found.earlier or ()])
    return OpenCell(_cell(found), case, post, around)


def _cell(found: Any) -> DutyCell:
    """The duty with its draft and its latest report, put together from the row."""
    draft: Report | None = None
    latest: Report | None = None
    proven = False
    for *columns, name, has_file in sorted(found.answers or ()):
        each = Report.from_db(found._state.db, _SHOWN, columns)
        each.not_applicable = bool(each.not_applicable)
        each.by = Officer.from_db(found._state.db, ("id", "name"), (each.by_id, name))
        if each.state == ReportState.DRAFT:
            draft = each
        else:
            latest, proven = each, bool(has_file)
    return DutyCell(found, draft, latest, int(proven))


@cache
def _prepared(*beside: str) -> PreparedLists[Duty]:
    return PreparedLists(lambda pks: _rows(pks, *beside), 1)


def _rows(pks: Collection[int], *beside: str) -> QuerySet[Duty]:
    """Duties with all that a cell needs to know, one row for each."""
    own = Report.objects.filter(duty=OuterRef("pk")).order_by("pk")
    proven = Exists(Evidence.objects.filter(report=OuterRef("pk")))
    before = Report.objects.filter(
        duty__line=OuterRef("line"), duty__quarter__lt=OuterRef("quarter"), state__in=_COUNTED
    )
    asked = Duty.objects.filter(line=OuterRef("line")).order_by().values("line")
    filed, until, evaluated = status_columns(OuterRef("paper"), Coalesce(OuterRef("quarter"), Value(YEAR_END)))
    rows = (
        Duty.objects.filter(pk__in=pks)
        .select_related("paper__office", "line", "post__office", *beside)
        .defer("paper__content", "paper__doubts")
    )
    return rows.annotate(
        answers=Together(own, *_SHOWN, "by__name", proven),
        earlier=Together(before.order_by("pk"), "value"),
        quarters=Coalesce(asked.annotate(count=Count("quarter", distinct=True)).values("count"), Value(0)),
        is_linked=has_linked_plan(),
        filed=filed,
        open_until=until,
        is_evaluated=evaluated,
    )
