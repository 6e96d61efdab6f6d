"""Days of a plan: one that neither ends nor halves a month among others that do, one off their steps, one next to a day often named."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from angikar.rules.plan import Indicator, Plan
from angikar.rules.plan_table.check import at, listed
from angikar.rules.plan_table.order import is_date, one_way
from angikar.rules.plan_table.unlike import sentences
from angikar.rules.plan_table.unlike.likeness import off_steps
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Facts

_HALF, _FEBRUARY = 15, 2
_FEWEST = 3
"""Other days of a row, or rows of a plan that name a day: from fewer no habit can be seen."""
_FIXED = frozenset((1, 5, 7, 10, 20, 25))
"""Days of a month that plans name as deadlines too, where a row has only one."""

_EVEN = 5
"""Of a step: the other days may be off it by so small a part."""
_DAYS = 1.5
"""Days by which one may be farther off than the others, as months have 30 days or 31."""
_LEVELS = frozenset((7, 10, 20))
"""And where it has one for each level."""


def unlike_days(plan: Plan) -> Iterator[Doubt]:
    """`day-unlike`: a level among others that end or halve their month, and a day next to one that several rows name."""
    rows = [(path, row) for path, _, _, row in plan.indicators()]
    named = Counter(day for _, row in rows for day in {*_days(row.criteria), *_days(row.target)})
    for path, row in rows:
        days = _days(row.criteria)
        unlike = [day for day in days if not _is_usual(day)]
        if len(days) > _FEWEST and len(unlike) == 1 and int(unlike[0][8:]) not in _LEVELS:
            where = f"{path}.criteria.{row.criteria.index(unlike[0])}"
            facts: Facts = {"code": row.code, "day": unlike[0]}
            yield Doubt(sentences.DAY_UNLIKE, "warning", facts, where, at(row.lines))
        elif not unlike and one_way(days):
            yield from _off_steps(path, row, days)
        elif len(days) > _FEWEST and one_way(days) and (strange := _off_even(days)) is not None:
            where = f"{path}.criteria.{row.criteria.index(days[strange])}"
            facts = {"code": row.code, "days": listed(days, " / "), "day": days[strange]}
            yield Doubt(sentences.DAY_FROM_STEPS, "warning", facts, where, at(row.lines))
        else:
            yield from _near(path, row, named)


def _off_steps(path: str, row: Indicator, days: list[str]) -> Iterator[Doubt]:
    """Days that end or halve a month, counted in halves of months."""
    for place, _ in off_steps([Decimal(_halves(day)) for day in days]):
        where = f"{path}.criteria.{row.criteria.index(days[place])}"
        facts: Facts = {"code": row.code, "days": listed(days, " / "), "day": days[place]}
        yield Doubt(sentences.DAY_STEP, "warning", facts, where, at(row.lines))
        return


def _halves(text: str) -> int:
    day = date.fromisoformat(text)
    return 2 * (12 * day.year + day.month) + (day.day != _HALF)


def _off_even(days: list[str]) -> int | None:
    """The place of the day that alone is off nearly equal steps of all the others, counted in days; `None` where there is none, or several.

    >>> _off_even(["2022-04-11", "2022-04-12", "2022-04-25", "2022-05-02"]), _off_even(["2022-01-10", "2022-01-20", "2022-01-31", "2022-02-10"])
    (1, None)
    """
    numbers = [date.fromisoformat(day).toordinal() for day in days]
    slacks = {place: _slack(numbers, place) for place in range(len(numbers)) if _is_off(numbers, place)}
    found = [place for place, slack in slacks.items() if slack == min(slacks.values())]
    return found[0] if len(found) == 1 else None


def _is_off(numbers: list[int], place: int) -> bool:
    """Whether the others follow in nearly equal steps and this one does not."""
    slack, (start, step) = _slack(numbers, place), _line(numbers, place)
    return slack <= abs(step) / _EVEN and abs(numbers[place] - start - step * place) > slack + _DAYS


def _slack(numbers: list[int], place: int) -> float:
    """How far, at most, the other days lie from equal steps."""
    start, step = _line(numbers, place)
    return max(abs(number - start - step * n) for n, number in enumerate(numbers) if n != place)


def _line(numbers: list[int], place: int) -> tuple[float, float]:
    """Where equal steps between the first and the last of the other days begin, and how long they are."""
    first, last = 0 + (place == 0), len(numbers) - 1 - (place == len(numbers) - 1)
    step = (numbers[last] - numbers[first]) / (last - first)
    return numbers[first] - step * first, step


def _near(path: str, row: Indicator, named: Counter[str]) -> Iterator[Doubt]:
    for field, figures in (("criteria", row.criteria), ("target", row.target)):
        for place, day in enumerate(figures):
            if day is None or not is_date(day) or named[day] > 1 or _is_usual(day) or int(day[8:]) in _FIXED:
                continue
            likely = [other for other, times in named.items() if times >= _FEWEST and _one_digit(day, other)]
            if likely:
                facts: Facts = {"code": row.code, "day": day, "likely": likely[0]}
                yield Doubt(sentences.DAY_NEAR, "warning", facts, f"{path}.{field}.{place}", at(row.lines))
                return
            others = [other for other in named if other != day]
            if len(others) >= _FEWEST and all(map(_is_usual, others)):
                alone: Facts = {"code": row.code, "day": day}
                yield Doubt(sentences.DAY_OF_PLAN, "warning", alone, f"{path}.{field}.{place}", at(row.lines))
                return


def _days(figures: tuple[str | None, ...]) -> list[str]:
    return [figure for figure in figures if figure and is_date(figure)]


def _is_usual(text: str) -> bool:
    """Whether a day ends its month or is the fifteenth; the 28th of February ends it in a leap year too."""
    day = date.fromisoformat(text)
    last = monthrange(day.year, day.month)[1]
    return day.day in {_HALF, last} or (day.month == _FEBRUARY and day.day == last - 1)


def _one_digit(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1
