"""What an agreement asks: of every indicator a figure each quarter, of every plan inside the plan its marks at year's end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.duty import Ask
from angikar.rules.duty_key import DutyKey
from angikar.rules.kinds.agreement.content import Agreement
from angikar.rules.kinds.agreement.form import in_force
from angikar.rules.plan import Area, Indicator, IndicatorId
from angikar.rules.plan_table.worded import ORDINALS
from angikar.rules.schedule.fiscal import FiscalYear, Quarter, canonical_year

FOCAL_POST = "এপিএ ফোকাল পয়েন্ট"
"""Who answers where annex 2 names no implementer."""
_LAST = 4


def asks(agreement: Agreement, framework_name: str | None, issued: date) -> tuple[Ask, ...]:
    """Every figure asked for, by area, indicator and quarter; none where the fiscal year is unknown.

    A quarter opens on its first day and is due on the framework's calendar (no day where no framework is known). What was
    due before the paper went out on `issued` says so.
    """
    year = canonical_year(agreement.fiscal_year or "")
    if year is None:
        return ()
    return tuple(
        _ask(area, row, quarter, _due(agreement, framework_name, quarter), issued)
        for _, area, _, row in agreement.indicators()
        for quarter in _quarters(area, FiscalYear.parse(year))
    )


def _quarters(area: Area, year: FiscalYear) -> Iterator[Quarter]:
    """The governance part is marked once, when the plans it rests on are over."""
    yield from (year.quarter(_LAST),) if area.part == "governance" else year.quarters


def _due(agreement: Agreement, framework_name: str | None, quarter: Quarter) -> date | None:
    form = in_force(agreement.fiscal_year, framework_name)
    return form.report_due(str(quarter.year), quarter.number) if form else None


def _ask(area: Area, row: Indicator, quarter: Quarter, due: date | None, issued: date) -> Ask:
    identity = IndicatorId(area.part, row.code)
    wanted = "প্রাপ্ত নম্বর" if area.part == "governance" else f"{ORDINALS[quarter.number - 1]} ত্রৈমাসিকের অর্জন"
    return Ask(
        kind="figure",
        key=str(DutyKey(str(identity), moment=f"q{quarter.number}", form="figure")),
        text=f"[{to_bangla(row.code)}] {row.title}: {wanted}",
        addressee="; ".join(row.responsible) or FOCAL_POST,
        line=str(identity),
        quarter=quarter.number,
        unit=row.unit,
        unit_text=row.unit_text,
        counting=row.counting,
        target=row.target[0] if row.target else None,
        opens=quarter.start.isoformat(),
        due=due.isoformat() if due else None,
        due_on_issue=due is not None and due <= issued,
    )
