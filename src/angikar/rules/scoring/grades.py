"""What a figure earns: the law of marks, on whole numbers alone.

Loops and ifs over ints, nothing else, so that a screen calls it as it stands and a nightly run may compile it. Raw
scores and marks are in hundredths, weights in ten-thousandths; both are rounded half up, once, from the exact fraction.
Python's ints never overflow; compiled to 64 bits it is safe while a segment is narrower than 10**11 twelfths.
"""

from __future__ import annotations

from collections.abc import Sequence

from angikar.rules.scoring.counting import MISSING, TWELVE, count

FULL = 100
WEIGHT_UNIT = 10_000
MARK_UNIT = 100


def half_up(over: int, under: int) -> int:
    """A fraction of whole numbers (over >= 0, under > 0) rounded to the nearest, a half upwards."""
    return (2 * over + under) // (2 * under)


def grade(actual: int, values: Sequence[int], levels: Sequence[int], weight: int, step: int) -> tuple[int, int, int]:
    """Raw score, marks, and the place on the ladder, for a figure of the year in twelfths.

    `values` are the filled criteria, best first and strictly falling or strictly rising, which tells whether more or
    less is better; `levels` are their percentages and one more for what is worse than all of them. Between two criteria
    the score is linear, or with `step` that of the worse one. The place is the first criterion reached: 0 is the best,
    `len(values)` none.
    """
    sign = 1 if values[0] >= values[len(values) - 1] else -1
    here, at = sign * actual, 0
    while at < len(values) and here < sign * TWELVE * values[at]:
        at += 1
    over, width, rise = 0, 1, 0
    if step == 0 and 0 < at < len(values):
        over = here - sign * TWELVE * values[at]
        width = sign * TWELVE * (values[at - 1] - values[at])
        rise = levels[at - 1] - levels[at]
    above = levels[at] * width + rise * over
    raw = half_up(MARK_UNIT * above, width)
    whole, rest = divmod(weight * levels[at], FULL * (WEIGHT_UNIT // MARK_UNIT))
    marks = whole + half_up(rest * width + weight * rise * over, FULL * (WEIGHT_UNIT // MARK_UNIT) * width)
    return raw, marks, at


def score_line(
    quarters: Sequence[int], how: tuple[int, int], values: Sequence[int], levels: Sequence[int], weight: int
) -> tuple[int, int, int]:
    """Count the quarters and grade them; `how` is the counting method and `step`. Place -1: nothing reported.

    >>> score_line((400000, 500000, 300000, 200000), (0, 0), (1500000, 1300000, 1000000), (100, 90, 80, 0), 80000)
    (9500, 760, 1)
    """
    actual = count(how[0], quarters)
    if actual == MISSING:
        return 0, 0, -1
    return grade(actual, values, levels, weight, how[1])


def share(actuals: Sequence[int], targets: Sequence[int], weight: int) -> tuple[int, int]:
    """Raw score and marks where the weight is split equally over targets (> 0), each earning its part in proportion.

    >>> share((1, 0, 2, 1), (1, 1, 1, 2), 40000)
    (6250, 250)
    """
    over, under = 0, 1
    for i in range(len(targets)):
        earned = min(max(actuals[i], 0), targets[i])
        over = over * targets[i] + earned * under
        under *= targets[i]
    under *= len(targets)
    return half_up(FULL * MARK_UNIT * over, under), half_up(weight * over, under * (WEIGHT_UNIT // MARK_UNIT))
