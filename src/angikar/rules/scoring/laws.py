"""Which law a row is scored by: its ladder of criteria, the marks of another plan, or its share of a target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import Area, Counting, Indicator
from angikar.rules.reading import Doubt
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
    """Targets that share the weight equally; those of quarters by their number (1-4), those of the year by `None`."""

    targets: tuple[tuple[int | None, str], ...]
    scored: bool

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
    if framework.scoring != "criteria":
        return _shares(indicator, framework)
    filled = [(value, level) for value, level in zip(indicator.criteria, framework.levels, strict=False) if value]
    if filled:
        values, levels = zip(*filled, strict=True)
        ladder = Ladder("criteria", values, (*levels, int(framework.below or 0)), framework.between == "step")
        return ladder if _falls_or_rises(values) else _unordered()
    link = framework.link_of(indicator.title) if area.part == "governance" else None
    if link is not None:
        return Ladder("linked", (link.full, "0"), (100, 0, 0), step=False)
    return _doubt(
        "criteria-missing", "কোনো লক্ষ্যমাত্রা নেই, তাই নম্বর হয় না।", "There are no criteria, so there can be no marks."
    )


def _shares(indicator: Indicator, framework: Framework) -> Law | Doubt:
    scored = framework.scoring == "proportional"
    dates = counting_of(indicator) == "date" or _are_dates(indicator.target)
    by_quarter = [(number, target) for number, target in enumerate(indicator.quarter_targets, 1) if target]
    if by_quarter and all(is_date(target) == dates for _, target in by_quarter):
        earning = tuple((number, target) for number, target in by_quarter if _asks(target))
        if earning:
            return Shares(earning, scored)
    of_year = tuple(target for target in sorted(indicator.target) if is_date(target) == dates and _asks(target))
    if of_year and (dates or len(of_year) == 1):
        return Shares(tuple((None, target) for target in of_year), scored)
    return _doubt("target-missing", "পরিমাপযোগ্য লক্ষ্যমাত্রা নেই।", "There is no target to measure against.")


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


def _unordered() -> Doubt:
    return _doubt(
        "criteria-not-monotone",
        "লক্ষ্যমাত্রার স্তরগুলো ক্রমানুসারে নেই, তাই নম্বর হয় না।",
        "The criteria neither fall nor rise throughout, so there can be no marks.",
    )


def _doubt(code: str, message: str, message_en: str) -> Doubt:
    return Doubt(code, "error", message, message_en)
