"""What a reform plan asks: of every indicator a figure each quarter, from who is responsible, otherwise from the post of the reform."""

from __future__ import annotations

from datetime import date

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.duty import Ask
from angikar.rules.duty_key import DutyKey
from angikar.rules.kinds.reform_plan.content import ReformPlan
from angikar.rules.kinds.reform_plan.form import in_force
from angikar.rules.kinds.reform_plan.subjects import FOCAL_POSTS
from angikar.rules.plan import Indicator, IndicatorId
from angikar.rules.plan_table.worded import ORDINALS
from angikar.rules.schedule.fiscal import FiscalYear, Quarter, canonical_year


def asks(plan: ReformPlan, name: str | None, issued: date) -> tuple[Ask, ...]:
    """Every figure asked for, by area, indicator and quarter; none where the fiscal year is unknown.

    A quarter opens on its first day and is due on the framework's calendar, on no day where no framework is known; what
    was due before the paper went out on `issued` says so.
    """
    year = canonical_year(plan.fiscal_year or "")
    if year is None:
        return ()
    form = in_force(plan.subject, year, name)
    return tuple(
        _ask(plan, row, quarter, (form.report_due(year, quarter.number) if form else None, issued))
        for _, _, _, row in plan.indicators()
        for quarter in FiscalYear.parse(year).quarters
    )


def _ask(plan: ReformPlan, row: Indicator, quarter: Quarter, days: tuple[date | None, date]) -> Ask:
    due, issued = days
    line = IndicatorId("own", row.code)
    focal_post = FOCAL_POSTS[plan.subject] if plan.subject else ""
    return Ask(
        kind="figure",
        key=str(DutyKey(str(line), moment=f"q{quarter.number}", form="figure")),
        text=f"[{to_bangla(row.code)}] {row.title}: {ORDINALS[quarter.number - 1]} ত্রৈমাসিকের অর্জন",
        addressee="; ".join(row.responsible) or focal_post,
        line=str(line),
        quarter=quarter.number,
        unit=row.unit,
        unit_text=row.unit_text,
        counting=row.counting,
        target=row.target[0] if row.target else None,
        opens=quarter.start.isoformat(),
        due=due.isoformat() if due else None,
        due_on_issue=due is not None and due <= issued,
    )
