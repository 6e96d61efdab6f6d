"""Which law a row is scored by: its ladder of criteria, the marks of another plan, or its share of a target.

Where the form says of a row or an area how it is marked (`rule`), that goes before what it says of all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from angikar.rules.frameworks.framework import Fortnight, Framework, NotEstablished, Rule
from angikar.rules.plan import Area, Counting, Indicator
from angikar.rules.reading import Doubt
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
    if indicator.counting is not None:
        return indicator.counting
    if indicator.unit == "date" or _are_dates(figure for figure in indicator.criteria if figure):
        return "date"
    return "average" if indicator.unit == "percent" else "sum"


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


MOST_DAYS = 5
"""So many days a row may name that it is marked by; where lateness costs a part, two fewer."""


def _by_rule(indicator: Indicator, framework: Framework, rule: Rule) -> Law | Doubt:
    scored = framework.scoring != "none" and rule != "none"
    if rule == "all_or_nothing" and scored and len(indicator.target) == 1 and not is_date(indicator.target[0]):
        return Ladder("criteria", indicator.target, (100, 0), step=True) if _asks(indicator.target[0]) else _aimless()
    dates = counting_of(indicator) == "date" or _are_dates(indicator.target)
    by_quarter = [(number, target) for number, target in enumerate(indicator.quarter_targets, 1) if target]
    earning = [(number, target) for number, target in by_quarter if _asks(target)]
    late = rule == "fortnight" and scored
    if earning and not late and all(is_date(target) == dates for _, target in by_quarter):
        return Shares(tuple(earning), scored, rule)
    of_year = sorted(target for target in indicator.target if is_date(target) == dates and _asks(target))
    if late and dates:
        days = of_year or sorted(target for _, target in earning if is_date(target))
        return _days(days, MOST_DAYS - 2, Shares((), scored, rule, framework.fortnight))
    if dates:
        return _days(of_year, MOST_DAYS, Shares((), scored, rule))
    return Shares(((None, of_year[0]),), scored, rule) if len(of_year) == 1 else _aimless()


def _days(days: list[str], most: int, law: Shares) -> Law | Doubt:
    """A law of so many days at most."""
    if not days:
        return _aimless()
    if len(days) > most:
        return Doubt(sentences.TOO_MANY_DAYS, "error", {"most": most})
    return replace(law, targets=tuple((None, day) for day in days))


def _aimless() -> Doubt:
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
