"""What is known around the figures of a plan, and what is doubtful of one by the laws of value; reading only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from django.db.models import Count

from angikar.duties.models import Duty, Report, ReportState
from angikar.history.refusal import Refused
from angikar.offices.prepared import PreparedLists
from angikar.rules.bangla.dates import parse_date
from angikar.rules.duty import Answer
from angikar.rules.plausible import Around, implausible
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year

NOWHERE = Around()
"""What is known around a figure of no quarter."""


def around_all(duties: Sequence[Duty], once: Collection[int] | None = None) -> dict[int, Around]:
    """What is known around each of several figures of plans, by its duty; their papers are read already. A row that is asked
    once a year is about the whole year, the others are about their quarter; the lines that are asked `once` are counted where
    they are not given.
    """
    asked = [duty for duty in duties if duty.line_id is not None and duty.quarter is not None]
    if not asked:
        return {}
    if once is None:
        rows = Duty.objects.filter(line__in={duty.line_id for duty in asked}).order_by().values("line")
        once = {row["line"] for row in rows.annotate(count=Count("quarter", distinct=True)) if row["count"] == 1}
    before = _before(asked)
    return {duty.pk: _around(duty, once=duty.line_id in once, before=before.get(duty.pk)) for duty in asked}


def around_one(duty: Duty, *, once: bool, earlier: Iterable[str | None]) -> Around:
    """What is known around one figure, where it is read already whether its line is asked `once` and what `earlier` quarters reported."""
    numbers = [Decimal(value) for value in earlier if value is not None and parse_date(value) is None]
    before = max(numbers, default=None) if duty.ask.counting == "cumulative" else None
    return NOWHERE if duty.line_id is None or duty.quarter is None else _around(duty, once=once, before=before)


def _around(duty: Duty, *, once: bool, before: Decimal | None) -> Around:
    year = canonical_year(duty.paper.fiscal_year)
    if year is None or duty.quarter is None:
        return Around(before=before)
    whole = FiscalYear.parse(year)
    period = whole if once else whole.quarter(duty.quarter)
    return Around(period.start, period.end, before)


def _before(asked: Sequence[Duty]) -> dict[int, Decimal]:
    """The highest figure that earlier quarters reported of each running row, by the duty of the later quarter."""
    running = {duty.line_id for duty in asked if duty.asked.get("counting") == "cumulative"}
    if not running:
        return {}
    found: dict[int, Decimal] = {}
    for line, quarter, value in _REPORTED.rows(running):
        if value is None or parse_date(value) is not None:
            continue
        for duty in asked:
            if duty.line_id == line and (quarter or 0) < (duty.quarter or 0):
                found[duty.pk] = max(Decimal(value), found.get(duty.pk, Decimal(value)))
    return found


_REPORTED: PreparedLists[Report] = PreparedLists(
    lambda lines: (
        Report.objects.filter(duty__line__in=lines, state__in=(ReportState.SUBMITTED, ReportState.ACCEPTED))
        .order_by("pk")
        .values_list("duty__line", "duty__quarter", "value")
    ),
    1,
)


def doubts_of(duty: Duty, value: str | None) -> tuple[Doubt, ...]:
    """What is doubtful of a figure as the answer to a duty."""
    return implausible(duty.ask, value, around_all([duty]).get(duty.pk, NOWHERE)) if value is not None else ()


def unexplained(duty: Duty, answer: Answer) -> Doubt | None:
    """The first doubt about the figure of an answer that gives no reason in words."""
    return None if answer.words.strip() else next(iter(doubts_of(duty, answer.value)), None)


def explained(duty: Duty, answer: Answer) -> list[dict[str, str]]:
    """The doubts about the figure of an answer, as its report stores them. Raises `Refused` where they have no reason in
    words.
    """
    doubts = doubts_of(duty, answer.value)
    if doubts and not answer.words.strip():
        raise Refused(doubts[0].sentence, **doubts[0].facts)
    return stored(doubts)


def stored(doubts: Sequence[Doubt]) -> list[dict[str, str]]:
    """Doubts as a report stores them: their codes and both sentences."""
    return [{"code": each.code, "bn": each.message, "en": each.message_en} for each in doubts]
