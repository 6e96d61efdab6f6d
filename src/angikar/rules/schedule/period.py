"""The span in which something that recurs is done: a meeting "by the 10th of each month" lies between the 1st and the 10th."""

from __future__ import annotations

from datetime import date, timedelta

from angikar.rules.schedule.fiscal import FiscalYear
from angikar.rules.schedule.rule import Rule


def begins(rule: Rule, due: date) -> date:
    """The first day of the span that ends on a due day of a rule.

    >>> begins(Rule(rule="monthly", day=10), date(2022, 8, 10))
    datetime.date(2022, 8, 1)
    >>> begins(Rule(rule="quarterly"), date(2022, 9, 30)), begins(Rule(rule="quarterly", days=10), date(2022, 10, 10))
    (datetime.date(2022, 7, 1), datetime.date(2022, 10, 1))
    """
    if rule.rule == "monthly":
        return due.replace(day=1)
    if rule.rule == "quarterly":
        lag = rule.days or 0
        end = due - timedelta(days=lag)
        if lag:
            return end + timedelta(days=1)
        return next(quarter.start for quarter in FiscalYear.of(end).quarters if quarter.start <= end <= quarter.end)
    length = {"weekly": 7, "every": rule.days or 1}.get(rule.rule, 1)
    return due - timedelta(days=length - 1)
