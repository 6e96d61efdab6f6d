"""Rows of what is owed: of each duty what a list shows; papers, posts and bodies are read once for all rows that name them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

from django.db.models import Model, QuerySet

from angikar.duties.cells.rows import answers_to
from angikar.duties.models import Report, ReportState
from angikar.offices.models import Body, Post
from angikar.offices.prepared import PreparedLists
from angikar.papers.models import Paper
from angikar.rules.duty import Hour, Standing, Urgency, standing, urgency

COLUMNS: Final = (
    "pk",
    "text",
    "state",
    "kind",
    "quarter",
    "due",
    "due_at",
    "opens",
    "due_on_issue",
    "line_id",
    "paper_id",
    "post_id",
    "body_id",
)
"""What is read of a duty, in the order of `OwedDuty`."""


@dataclass(frozen=True, slots=True)
class OwedDuty:
    """A duty as a list shows it."""

    pk: int
    text: str
    state: str
    kind: str
    quarter: int | None
    due: date | None
    due_at: time | None
    opens: date | None
    due_on_issue: bool
    line_id: int | None
    paper: Paper
    post: Post
    body: Body | None

    def standing(self, today: date, now: time | None = None) -> Standing:
        """How urgent the duty, which still owes its answer, is on a day, and at a time in Dhaka."""
        return standing(self.due, today, answered=False, opens=self.opens, hour=Hour(self.due_at, now))

    def urgency(self, today: date, now: time | None = None) -> Urgency:
        """When the duty, which still owes its answer, is to be answered, as the list of a day groups it."""
        return urgency(self.due, today, Hour(self.due_at, now))


def whole(rows: Iterable[tuple[Any, ...]]) -> list[OwedDuty]:
    """The rows of `COLUMNS` with their papers, posts and bodies."""
    found = list(rows)
    papers, posts, bodies = (
        _by_number(read, {row[place] for row in found if row[place] is not None})
        for read, place in ((_PAPERS, -3), (_POSTS, -2), (_BODIES, -1))
    )
    return [OwedDuty(*(*row[:-3], papers[row[-3]], posts[row[-2]], bodies.get(row[-1]))) for row in found]


def latest_answers(duties: Collection[OwedDuty]) -> dict[int, Report]:
    """The latest report of each of these duties that was submitted, by the number of the duty, with how many `files` prove it."""
    found = answers_to([duty.pk for duty in duties]) if duties else ()
    return {report.duty_id: report for report in found if report.state != ReportState.DRAFT}


def _by_number(read: PreparedLists[Any], numbers: Collection[int]) -> Mapping[int, Any]:
    return {each.pk: each for each in read(numbers)} if numbers else {}


def _reading(model: type[Model], *shown: str) -> PreparedLists[Any]:
    """The rows of a model by their numbers, with the office that has them and no more than a list shows."""
    names = [f"office__{name}" for name in ("name", "name_en")]

    def rows(numbers: Collection[int]) -> QuerySet[Any]:
        return model._default_manager.filter(pk__in=numbers).select_related("office").only(*shown, *names)

    return PreparedLists(rows, 1)


_PAPERS = _reading(Paper, "title", "fiscal_year", "office_id")
_POSTS = _reading(Post, "title", "title_en", "office_id")
_BODIES: PreparedLists[Any] = PreparedLists(lambda numbers: Body.objects.filter(pk__in=numbers), 1)
