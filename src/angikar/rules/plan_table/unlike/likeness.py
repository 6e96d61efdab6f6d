"""Likeness of figures in a row: how round they are, whether they go in equal steps, which of them is far from the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

Numbers = Sequence[Decimal]

_ROUGHER = 10
"""So many times less round than every other figure is unlike them: 93 among 100, 80, 70; 95 among them is not, nor 72 among fives."""
_ROUGHER_OF_MANY = 5
"""Where four others agree, so many times are enough: 357 among 340, 330, 325, 320."""
_MANY = 4
_FEWEST = 3
"""Other figures: from fewer no habit can be seen."""
_END = Decimal("1.5")
"""Steps by which the first or the last of figures in equal steps may be off: an end is often set further away."""
_FAR, _FAR_OF_TWO = 3, 8
"""A step longer than so many times all the others together is far; where there is only one other it takes more."""


@lru_cache(maxsize=10_000)
def grain(number: Decimal) -> Decimal:
    """The largest of 1, 5, 10, 50, 100 … (or 0.5, 0.1 …) that a figure is a multiple of; of 0 it is 0.

    >>> grain(Decimal("750000")), grain(Decimal("93")), grain(Decimal("0.45"))
    (Decimal('50000'), Decimal('1'), Decimal('0.05'))
    """
    if not number:
        return Decimal(0)
    exponent = int(number.normalize().as_tuple().exponent)
    unit = Decimal(1).scaleb(exponent)
    made = unit * 5 if number % (unit * 5) == 0 else unit
    return Decimal(f"{made.normalize():f}")


def least_grain(numbers: Numbers) -> Decimal:
    """The grain that all the figures share; of zeros it is nothing."""
    return min((each for each in map(grain, numbers) if each), default=Decimal(0))


def is_rougher(number: Decimal, others: Numbers, *, planned: bool = False) -> bool:
    """Whether a figure is much less round than each of at least three others; of levels, which are `planned` together, two others are
    enough, and of four a little less round."""
    known = [other for other in others if other]
    times = _ROUGHER_OF_MANY if planned and len(known) >= _MANY else _ROUGHER
    fewest = _FEWEST - 1 if planned else _FEWEST
    return bool(number) and len(known) >= fewest and least_grain(known) >= times * grain(number)


def off_steps(numbers: Numbers) -> Iterator[tuple[int, Decimal]]:
    """The place of each figure that is alone off the equal steps of all the others, and what it would be with them.

    >>> list(off_steps([Decimal(each) for each in (100, 90, 85, 70, 60)]))
    [(2, Decimal('80'))]
    """
    if len(numbers) <= _FEWEST:
        return
    for place, number in enumerate(numbers):
        rest = [(index, each) for index, each in enumerate(numbers) if index != place]
        (first, low), (last, high) = rest[0], rest[-1]
        step = (high - low) / (last - first)
        expected = low + step * (place - first)
        steady = step and all(each == low + step * (index - first) for index, each in rest)
        is_end = place in {0, len(numbers) - 1}
        if steady and abs(number - expected) > (abs(step) * _END if is_end else 0):
            yield place, expected.normalize() if expected % 1 else expected.quantize(Decimal(1))


def far_from(numbers: Numbers) -> Iterator[int]:
    """The place of each figure behind or before a step that is longer than all the other steps together, several times."""
    steps = [abs(after - before) for before, after in pairwise(numbers)]
    for place, step in enumerate(steps):
        others = sum(steps, Decimal(0)) - step
        far = _FAR if sum(each > 0 for each in steps) >= _FEWEST else _FAR_OF_TWO
        if others and step > far * others:
            yield place + 1 if place else 0
