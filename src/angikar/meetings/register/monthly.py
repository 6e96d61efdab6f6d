"""The month's board: of decisions that recur, which office has answered which day of a month, and which has not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from django.db.models import Exists, OuterRef, QuerySet

from angikar.duties.models import Duty, DutyState, Report, ReportState
from angikar.meetings.models import Decision, Share, ShareState
from angikar.offices.models import Office
from angikar.rules.duty_key import DutyKey

Standing = Literal["reported", "late", "missing", "not_due", "not_applicable", "not_asked"]


@dataclass(frozen=True, slots=True)
class Box:
    """One office on one day of a month: its duty, and how that stands."""

    standing: Standing
    duty: Duty | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """One decision in one month: the days it asks for, and the offices with a box for each day."""

    decision: Decision
    days: tuple[date, ...]
    rows: list[tuple[Office, tuple[Box, ...]]] = field(default_factory=list)

    @property
    def missing(self) -> tuple[int, ...]:
        """How many offices have not answered, day by day."""
        return tuple(
            sum(boxes[place].standing == "missing" for _, boxes in self.rows) for place in range(len(self.days))
        )


def month_of(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def after(month: date) -> date:
    """The first day of the next month."""
    return month_of(month + timedelta(days=31))


def boards(shares: QuerySet[Share], month: date, today: date) -> list[Board]:
    """A board for each decision that asked something in a month, the latest decision first: two queries."""
    going = shares.filter(decision__recurs=True).exclude(state__in=(ShareState.CARRIED, ShareState.WITHDRAWN))
    rows = list(
        going.select_related("decision__paper", "decision__body", "office").order_by("-decision__issued", "office_path")
    )
    asked = {(each.decision.paper_id, each.decision.key, each.post_id) for each in rows}
    boxes: dict[tuple[int, int, date], Box] = {}
    days: dict[int, set[date]] = {}
    of = {(each.decision.paper_id, each.decision.key): each.decision_id for each in rows}
    for duty in _duties(rows, month):
        place = DutyKey.parse(duty.key).place
        if (duty.paper_id, place, duty.post_id) in asked and duty.due is not None:
            decision = of[duty.paper_id, place]
            boxes[decision, duty.post_id, duty.due] = Box(_standing(duty, today), duty)
            days.setdefault(decision, set()).add(duty.due)
    made = {
        each.decision_id: Board(each.decision, tuple(sorted(days[each.decision_id])))
        for each in rows
        if each.decision_id in days
    }
    for each in rows:
        board = made.get(each.decision_id)
        if board is not None:
            cells = tuple(boxes.get((each.decision_id, each.post_id, day), Box("not_asked")) for day in board.days)
            board.rows.append((each.office, cells))
    return list(made.values())


def _duties(rows: Iterable[Share], month: date) -> Iterable[Duty]:
    late = Report.objects.filter(duty=OuterRef("pk"), late=True).exclude(state=ReportState.DRAFT)
    papers, posts = {each.decision.paper_id for each in rows}, {each.post_id for each in rows}
    found = Duty.objects.filter(kind="decision", paper__in=papers, post__in=posts, due__gte=month, due__lt=after(month))
    return found.exclude(state=DutyState.WITHDRAWN).annotate(was_late=Exists(late)).defer("asked", "text")


def _standing(duty: Duty, today: date) -> Standing:
    if duty.state == DutyState.EXCUSED:
        return "not_applicable"
    if duty.answered:
        return "late" if getattr(duty, "was_late", False) else "reported"
    return "missing" if duty.due is not None and duty.due < today else "not_due"
