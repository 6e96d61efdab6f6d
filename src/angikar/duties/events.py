"""What duties announce, inside the transaction of the action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from angikar.duties.models import Duty, Evaluation, Filing, Incident, Line, MovedDay, Reopening, Report
from angikar.history.publishing import Event
from angikar.offices.models import Officer
from angikar.papers.models import Paper


@dataclass(frozen=True, slots=True)
class Excuse:
    """Who excused a duty, on which day and with which words."""

    by: Officer
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class DutyChanged(Event):
    """A duty came into another state or was answered again.

    `duty` is the fresh row, `before` its state before, `report` the report that was submitted or reviewed. Where the
    duty was excused there is no report but an `excuse`; a step of the year's cycle has neither.
    """

    duty: Duty
    before: str
    report: Report | None
    excuse: Excuse | None = None


@dataclass(frozen=True, slots=True)
class DutiesChanged(Event):
    """Duties of one plan came into another state together, because that was done to their quarter as a whole; what became of the quarter
    says `FilingChanged`. Each of the `changes` is what `DutyChanged` would say of one; all rows are stored already.
    """

    changes: Sequence[DutyChanged]


@dataclass(frozen=True, slots=True)
class FilingChanged(Event):
    """A quarter was filed, sent back, accepted or closed without a filing.

    `filing` is the fresh row, `before` its state before (empty where there was none), `by` who did it on the day `on`;
    `returned` are the duties that were sent back in this round.
    """

    filing: Filing
    before: str
    by: Officer
    on: date
    returned: Sequence[Duty] = ()


@dataclass(frozen=True, slots=True)
class EvaluationChanged(Event):
    """The evaluation of a plan's year was fixed, published or taken back by `by` on the day `on`; it is the fresh row."""

    evaluation: Evaluation
    by: Officer
    on: date


@dataclass(frozen=True, slots=True)
class ReopeningChanged(Event):
    """It was asked to open a closed quarter for a while, or answered; `reopening` is the fresh row."""

    reopening: Reopening


@dataclass(frozen=True, slots=True)
class PaperIssued(Event):
    """A paper was issued, and its lines and duties are created.

    `paper` is the fresh row, `replaced` the number of the paper whose place it takes, or `None`; `lines` are the new
    lines, `duties` everything the paper asks now, read when it is first asked for.
    """

    paper: Paper
    replaced: int | None
    lines: Sequence[Line]
    duties: QuerySet[Duty]


@dataclass(frozen=True, slots=True)
class AnchorDayMoved(Event):
    """The day a circular counts from was moved; `paper` is the fresh row, `posts` the numbers of the posts whose duties
    changed by it.
    """

    paper: Paper
    moved: MovedDay
    posts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Readdressed(Event):
    """The addressees of an issued letter were looked up again; `posts` are the numbers of the posts that are new, `on`
    the day.
    """

    paper: Paper
    posts: Sequence[int]
    on: date


@dataclass(frozen=True, slots=True)
class DutiesPlaced(Event):
    """Duties of an issued paper were made, moved to another post or withdrawn, by none of the acts that have an event of their own."""

    paper: Paper


@dataclass(frozen=True, slots=True)
class IncidentReported(Event):
    """An incident was reported; `by` is the reporter, `on` the day."""

    incident: Incident
    by: Officer
    on: date
