"""What an integrity plan asks: a figure of every indicator for every quarter that has a target, from who is responsible."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from angikar.rules.duty import Ask
from angikar.rules.duty_key import DutyKey
from angikar.rules.frameworks import framework
from angikar.rules.kinds.integrity_plan.content import IntegrityPlan
from angikar.rules.plan import Area, Indicator, IndicatorId
from angikar.rules.plan_table.order import is_date
from angikar.rules.schedule.fiscal import Quarter, canonical_year


def asks(plan: IntegrityPlan, name: str | None, issued: date) -> tuple[Ask, ...]:
    """One Ask for each indicator and quarter, due on the day that the calendar of the framework gives for that quarter.

    A target without a quarter is asked in the quarter of its day, a figure in the last. A plan without a fiscal
    year or framework asks the same without days. Raises `LookupError` for an unknown framework.
    """
    form = framework(name) if name else None
    year = canonical_year(plan.fiscal_year or "")
    found = []
    for _, area, _, row in plan.indicators():
        for number, target in _due(row):
            due = form.report_due(year, number) if form is not None and year is not None else None
            ask = _ask(area, row, number, target)
            if due is not None:
                opens = Quarter.of(due).previous.start.isoformat()
                days = {"opens": opens, "due": due.isoformat(), "due_on_issue": due <= issued}
                ask = ask.model_copy(update=days)
            found.append(ask)
    return tuple(found)


def _due(row: Indicator) -> Iterator[tuple[int, str]]:
    """The quarters in which something is promised, with what."""
    if any(row.quarter_targets):
        yield from ((n, figure) for n, figure in enumerate(row.quarter_targets, start=1) if figure is not None)
    else:
        for figure in row.target:
            yield Quarter.of(date.fromisoformat(figure)).number if is_date(figure) else 4, figure


def _ask(area: Area, row: Indicator, number: int, target: str) -> Ask:
    line = IndicatorId(area.part, row.code)
    return Ask(
        kind="figure",
        key=str(DutyKey(str(line), moment=f"q{number}", form="figure")),
        text=row.title,
        addressee=", ".join(row.responsible),
        line=str(line),
        quarter=number,
        unit=row.unit,
        unit_text=row.unit_text,
        counting=row.counting,
        target=target,
    )
