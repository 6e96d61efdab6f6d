"""Locks: whether a quarter of a plan still takes reports on a day, and the sentence that says why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable

from angikar.duties.cycle import sentences
from angikar.duties.models import Duty, Evaluation, Filing, FilingState, Reopening
from angikar.history.refusal import Refused
from angikar.offices.prepared import NUMBERS, SMALL, Prepared
from angikar.papers.models import Paper
from angikar.rules.frameworks import for_paper, framework
from angikar.rules.frameworks.framework import Framework
from angikar.rules.schedule import cycle
from angikar.rules.schedule.cycle import Closed
from angikar.rules.sentence import Sentence

_CLOSED: dict[Closed, Sentence] = {
    "accepted": sentences.QUARTER_ACCEPTED,
    "excused": sentences.QUARTER_EXCUSED,
    "calendar": sentences.QUARTER_OVER,
    "evaluated": sentences.YEAR_EVALUATED,
}


def law_of(paper: Paper) -> Framework | None:
    """The framework of a plan, by the name it carries or by its kind and year; its content is not opened."""
    if paper.framework:
        return framework(paper.framework)
    return for_paper(paper.kind, paper.fiscal_year)


@dataclass(frozen=True, slots=True)
class QuarterStatus:
    """What became of a quarter: the state of its filing (`None` where it was not filed), the last day until which it
    was ever opened again, and whether the year is evaluated.
    """

    state: str | None
    until: date | None
    evaluated: bool

    def is_reopened(self, today: date) -> bool:
        """Whether the closed quarter is open for a while on a day."""
        return self.until is not None and today <= self.until and not self.evaluated


def quarter_status(paper: int, quarter: int) -> QuarterStatus:
    """The status of a quarter of the paper with that number: one query."""
    (found,) = _STATUS.rows(paper, quarter)
    return QuarterStatus(*found)


def status_columns(paper: OuterRef, quarter: int | Combinable) -> tuple[Subquery, Subquery, Exists]:
    """What a `QuarterStatus` is made of, as columns of rows that name the paper and the quarter."""
    filed = Filing.objects.filter(paper=paper, quarter=quarter)
    granted = Reopening.objects.filter(paper=paper, quarter=quarter, until__isnull=False)
    return (
        Subquery(filed.values("state")[:1]),
        Subquery(granted.order_by("-until").values("until")[:1]),
        Exists(Evaluation.objects.in_force().filter(paper=paper)),
    )


def _status(paper: int, quarter: int) -> QuerySet[Paper, Any]:
    return Paper.objects.filter(pk=paper).order_by().values_list(*status_columns(OuterRef("pk"), quarter))


_STATUS = Prepared(_status, NUMBERS[0], SMALL[0])


def closed(paper: Paper, quarter: int, today: date, known: QuarterStatus | None = None) -> Closed | None:
    """Why a quarter of a plan takes no more reports on a day, `None` while it does; one query where its status is
    not `known`.
    """
    law, now = law_of(paper), known or quarter_status(paper.pk, quarter)
    return cycle.closed(
        today,
        accepted=now.until is not None or now.state == FilingState.ACCEPTED,
        evaluated=now.evaluated,
        excused=now.state == FilingState.EXCUSED,
        last=law.last_day(paper.fiscal_year, quarter) if law and paper.fiscal_year else None,
        reopened=now.until,
    )


def refusal(why: Closed) -> Refused:
    """The refusal where a quarter is closed."""
    return Refused(_CLOSED[why], draft=("", ""))


def stored_as_draft(why: Closed) -> Refused:
    """The refusal where a quarter is closed and what was typed is stored as a draft."""
    return Refused(_CLOSED[why], draft=sentences.STORED_AS_DRAFT)


def closed_for(duty: Duty, today: date, known: QuarterStatus | None = None) -> Closed | None:
    """Why the quarter of a figure is closed; what is no figure of a quarter is never closed. One query where its status
    is not `known`.
    """
    if duty.line_id is None or duty.quarter is None:
        return None
    return closed(duty.paper, duty.quarter, today, known)


def is_evaluated(duty: Duty) -> bool:
    """Whether the year of a figure is evaluated: then it is not accepted or excused any more."""
    return duty.line_id is not None and Evaluation.objects.in_force().filter(paper=duty.paper_id).exists()
