"""Soft rows: a target below last year's result, a level that last year's result reaches already, levels that nobody can miss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from angikar.rules.plan import Indicator, Plan
from angikar.rules.plan_table.ease import NARROW, narrow_criteria
from angikar.rules.plan_table.order import is_date, reaches
from angikar.rules.schedule.fiscal import canonical_year
from angikar.rules.sentence import Facts

SoftKind = Literal["below-last", "scores-already", "nothing-reaches", "narrow", "self-certified", "below-peers"]
_HIGH = 2
"""The upper levels: that last year's result reaches one of the lower ones is how levels are set."""
_LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class Soft:
    """What makes the promise of a row an easy one, the place where it stands, and the facts that say so."""

    kind: SoftKind
    path: str
    facts: Facts


def soft_rows(plan: Plan, levels: Sequence[int] = ()) -> Iterator[Soft]:
    """What is soft of each row by its own figures, in printed order; `levels` are the per cents of the levels, best first.

    Nothing is said of a row without a result of last year, or whose figures cannot be compared.
    """
    narrow = {doubt.path: doubt.facts for doubt in narrow_criteria(plan)}
    for path, _, _, row in plan.indicators():
        yield from _against_last(path, row, plan.fiscal_year, levels)
        at, reached = f"{path}.criteria", idle_level(row)
        if reached is not None:
            yield Soft("nothing-reaches", at, {"code": row.code, "lowest": reached})
        elif at in narrow:
            facts: Facts = {"code": row.code, "lowest": narrow[at]["lowest"], "share": NARROW}
            yield Soft("narrow", at, facts)


def best_of(row: Indicator) -> str | None:
    """What a row promises: its one target, else its highest level."""
    return row.target[0] if len(row.target) == 1 else next(iter(row.criteria), None)


def place_of(path: str, row: Indicator) -> str:
    """Where what a row promises stands on its sheet: its levels, or its target where it has none."""
    return f"{path}.criteria" if row.criteria else f"{path}.target"


def levels_of(row: Indicator) -> list[str]:
    """The levels of a row that hold a figure, best first; none where numbers and days are mixed."""
    found = [figure for figure in row.criteria if figure]
    return found if len({is_date(figure) for figure in found}) == 1 else []


def idle_level(row: Indicator) -> str | None:
    """The lowest level of a row, where an office reaches it that does nothing: zero where more is better, a hundred per cent where less is.

    >>> idle_level(Indicator(code="1", title="", criteria=("4", "2", "0")))
    '0'
    """
    found = levels_of(row)
    if len(found) < 2 or is_date(found[0]):
        return None
    first, lowest = Decimal(found[0]), Decimal(found[-1])
    idle = lowest <= 0 if first > lowest else row.unit == "percent" and first < lowest and lowest >= 100
    return found[-1] if idle else None


def _against_last(path: str, row: Indicator, year: str | None, levels: Sequence[int]) -> Iterator[Soft]:
    """What last year's result says of the target, or of the levels."""
    known = next(((when, each) for when, each in sorted(row.baselines.items(), reverse=True) if each), None)
    target = best_of(row)
    if known is None or target is None:
        return
    last = _in_year(known[1], known[0], year)
    filled = levels_of(row)
    if last is None or is_date(last) != is_date(target) or (filled and is_date(filled[0]) != is_date(target)):
        return
    facts: Facts = {"code": row.code, "last": known[1], "year": known[0]}
    if last != target and reaches(last, target, filled):
        yield Soft("below-last", place_of(path, row), {**facts, "target": target})
        return
    place = next((index for index, each in enumerate(filled) if reaches(last, each, filled)), None)
    if place is not None and place < min(_HIGH, len(filled) - 1):
        share = levels[place] if len(levels) == len(filled) else 100 - 10 * place
        yield Soft("scores-already", f"{path}.criteria", {**facts, "level": filled[place], "share": share})


def _in_year(figure: str, when: str, year: str | None) -> str | None:
    """A figure of one fiscal year as it would be in another: a day is moved by the years between; `None` where they are unknown."""
    if not is_date(figure):
        return figure
    then, now = canonical_year(when), canonical_year(year or "")
    if then is None or now is None:
        return None
    day = date.fromisoformat(figure)
    shorter = day.replace(day=28) if (day.month, day.day) == _LEAP_DAY else day
    return shorter.replace(year=day.year + int(now[:4]) - int(then[:4])).isoformat()
