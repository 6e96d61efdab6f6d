"""Which law a row is scored by: its ladder of criteria, the marks of another plan, or its share of a target.

Where the form says of a row or an area how it is marked (`rule`), that goes before what it says of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal, get_args

from angikar.rules.frameworks.framework import Fortnight, Framework, NotEstablished, Rule
from angikar.rules.plan import Area, Counting, Indicator
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear, Quarter
from angikar.rules.scoring import sentences
from angikar.rules.scoring.figures import Scale, is_date


@dataclass(frozen=True, slots=True)
class Ladder:
    """Criteria, best first, with their percentages and one more for what is worse than all.

    A plan inside the plan is a ladder of two rungs: its full marks and none.
    """

    kind: Literal["criteria", "linked"]
    values: tuple[str, ...]
    levels: tuple[int, ...]
    step: bool


@dataclass(frozen=True, slots=True)
class Shares:
    """Targets that share the weight equally; those of quarters by their number (1-4), those of the year by `None`.

    `fortnight` is what lateness costs where a late day loses only a part of its mark.
    """

    targets: tuple[tuple[int | None, str], ...]
    scored: bool
    rule: Rule = "proportional"
    fortnight: Fortnight | None = None

    @property
    def quarters(self) -> tuple[int, ...]:
        """The quarters that have a target, none where the target is for the year."""
        return tuple(quarter for quarter, _ in self.targets if quarter is not None)


Law = Ladder | Shares


def counting_of(indicator: Indicator) -> Counting:
    """How the quarters are counted: as the form says, else by the unit (a date, a mean of per cents, a sum)."""
    return counting_as(indicator.counting, indicator.unit, indicator.criteria)


def counting_as(counting: str | None, unit: str | None, criteria: Iterable[str | None]) -> Counting:
    """The same of a row whose indicator is not at hand.

    >>> counting_as(None, "percent", ("90", "80")), counting_as(None, "number", ("2022-09-30",))
    ('average', 'date')
    """
    for known in get_args(Counting):
        if counting == known:
            found: Counting = known
            return found
    if unit == "date" or _are_dates(figure for figure in criteria if figure):
        return "date"
    return "average" if unit == "percent" else "sum"


def law_of(area: Area, indicator: Indicator, framework: Framework) -> Law | Doubt:
    """The law for one row under a framework, or what the row lacks to have one."""
    if not framework.established:
        missing = NotEstablished(framework)
        return Doubt(missing.sentence, "error", missing.facts)
    rule = framework.rule_of(area.part, area.code, indicator.code)
    if framework.scoring != "criteria" or rule is not None:
        return _by_rule(indicator, framework, rule or "proportional")
    filled = [(value, level) for value, level in zip(indicator.criteria, framework.levels, strict=False) if value]
    if filled:
        values, levels = zip(*filled, strict=True)
        ladder = Ladder("criteria", values, (*levels, int(framework.below or 0)), framework.between == "step")
        return ladder if _falls_or_rises(values) else Doubt(sentences.CRITERIA_NOT_MONOTONE, "error")
    link = framework.link_of(indicator.title) if area.part == "governance" else None
    if link is not None:
        return Ladder("linked", (link.full, "0"), (100, 0, 0), step=False)
    return Doubt(sentences.CRITERIA_MISSING, "error")


def asked_quarters(named: Sequence[int], best: str, year: FiscalYear) -> tuple[int, ...]:
    """The quarters whose report must speak of a row: those that are `named` for it, else those from its best day on, else all.

    >>> asked_quarters((), "2022-11-30", FiscalYear.parse("2022-23")), asked_quarters((), "40", FiscalYear.parse("2022-23"))
    ((2, 3, 4), (1, 2, 3, 4))
    """
    if named:
        return tuple(named)
    if not is_date(best):
        return (1, 2, 3, 4)
    due = date.fromisoformat(best)
    first = 1 if due < year.start else 4 if due > year.end else Quarter.of(due).number
    return tuple(range(first, 5))


MOST_DAYS = 5
"""Days one row may be marked by: the compiled law takes five figures of a row. A row such as "returns sent by 15 September,
15 December, 15 March and 15 June" needs four.
"""

MOST_LATE_DAYS = MOST_DAYS - 2
"""The same where lateness costs a part: two of the five figures hold the length of a fortnight and what it costs."""


def _by_rule(indicator: Indicator, framework: Framework, rule: Rule) -> Law | Doubt:
    """The law of a row that is marked by its target, in this order: all or nothing of one number; targets of the quarters;
    days of the year; one number of the year.
    """
    scored = framework.scoring != "none" and rule != "none"
    if scored and rule == "all_or_nothing" and _is_one_number(indicator.target):
        return _whole_or_none(indicator.target[0])
    in_dates = counting_of(indicator) == "date" or _are_dates(indicator.target)
    of_quarters = [(number, target) for number, target in enumerate(indicator.quarter_targets, 1) if target]
    earning = [(number, target) for number, target in of_quarters if _asks(target)]
    of_year = sorted(target for target in indicator.target if is_date(target) == in_dates and _asks(target))
    if scored and rule == "fortnight":
        # Lateness counts from the days of the year; a form that prints them in the quarters means the same days.
        if in_dates:
            days = of_year or sorted(target for _, target in earning if is_date(target))
            return _days(days, MOST_LATE_DAYS, Shares((), scored, rule, framework.fortnight))
    elif earning and all(is_date(target) == in_dates for _, target in of_quarters):
        return Shares(tuple(earning), scored, rule)
    if in_dates:
        return _days(of_year, MOST_DAYS, Shares((), scored, rule))
    return Shares(((None, of_year[0]),), scored, rule) if len(of_year) == 1 else _no_target()


def _is_one_number(targets: tuple[str, ...]) -> bool:
    return len(targets) == 1 and not is_date(targets[0])


def _whole_or_none(target: str) -> Law | Doubt:
    return Ladder("criteria", (target,), (100, 0), step=True) if _asks(target) else _no_target()


def _days(days: list[str], most: int, law: Shares) -> Law | Doubt:
    """A law of so many days at most."""
    if not days:
        return _no_target()
    if len(days) > most:
        return Doubt(sentences.TOO_MANY_DAYS, "error", {"most": most})
    return replace(law, targets=tuple((None, day) for day in days))


def _no_target() -> Doubt:
    return Doubt(sentences.TARGET_MISSING, "error")


def _asks(target: str) -> bool:
    return is_date(target) or (not target.startswith("-") and target.strip("0.") != "")


def _are_dates(figures: Iterable[str]) -> bool:
    row = tuple(figures)
    return bool(row) and all(is_date(figure) for figure in row)


def _falls_or_rises(values: tuple[str, ...]) -> bool:
    try:
        scale = Scale.of(values)
        numbers = [scale.number(value) for value in values]
    except ValueError:
        return False
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    return all(step < 0 for step in steps) or all(step > 0 for step in steps)
