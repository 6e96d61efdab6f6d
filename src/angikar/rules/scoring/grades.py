"""What a figure earns: every law of marks, on whole numbers alone.

Loops and ifs over ints, nothing else, so that a screen calls it as it is and a nightly run may compile it. Raw
scores and marks are in hundredths, weights in ten-thousandths; both are rounded half up, once, from the exact fraction.
Python's ints never overflow; whether 64 bits hold a row is for `fits` to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from angikar.rules.scoring.counting import FINER, MISSING, PAIR, count, split

LADDER, SHARE, SHARE_OF_YEAR, DATES, DATES_BY_QUARTER, FORTNIGHT, NO_MARKS = 0, 1, 2, 3, 4, 5, 6
"""The laws. What `values` hold for each:

`LADDER`: the filled criteria, best first, strictly falling or rising; a linked plan has its full marks and nought.
`SHARE`: the target of each quarter, nought where it asks nothing; the quarters share the weight. So is a rate of
decisions counted: carried out by due, and a quarter in which none was due (or all were excused) asks nothing.
`SHARE_OF_YEAR`: the one target of the year.
`DATES`: the days that share the weight, earliest first; each is kept, or its part is lost.
`DATES_BY_QUARTER`: the day of each quarter, nought where it has none.
`FORTNIGHT`: the days of a fortnight, what one begun costs (in ten-thousandths of a mark), then the days as in `DATES`.
`NO_MARKS`: those of the law in the second place of `how`, by which the raw score is computed and no marks are given.
"""

FULL = 100
WEIGHT_UNIT = 10_000
MARK_UNIT = 100
ROOM = 1 << 62
BOUND = 1 << 48
HALF = 1 << 31
"""Two numbers below it have a product that 64 bits hold."""
Marked = tuple[int, int, int]


def mark(
    law: int, how: tuple[int, int], quarters: Sequence[int], values: Sequence[int], levels: Sequence[int], weight: int
) -> Marked:
    """Raw score, marks, and place, for one row under any law.

    `how` is the counting method and, on a ladder, 1 for steps. `quarters` has four figures, `MISSING` where none counts.
    `values` (at most five) belong to the law; `levels` to a ladder: their percentages, and one more for what is worse
    than all. Days are ordinals. The place is the criterion reached: 0 the best, `len(values)` none; under other laws 0
    is the whole target and 1 less; -1 where nothing was reported. Nothing reported is no mark: (0, 0, -1).

    >>> mark(LADDER, (0, 0), (400000, 500000, 300000, 200000), (1500000, 1300000, 1000000), (100, 90, 80, 0), 80000)
    (9500, 760, 1)
    >>> mark(SHARE, (0, 0), (1, 0, 2, 1), (1, 1, 1, 2), (), 40000)
    (6250, 250, 1)
    >>> mark(FORTNIGHT, (2, 0), (MISSING, 736927, MISSING, MISSING), (15, 2500, 736911), (), 20000)
    (7500, 150, 1)
    """
    reported = 0
    for value in quarters:
        reported += 1 if value != MISSING else 0
    if reported == 0:
        return 0, 0, -1
    rule = how[1] if law == NO_MARKS else law
    if rule == LADDER:
        year = count(how[0], quarters)
        if year[1] == 0:
            return 0, 0, -1
        raw, marks, place = grade(year, values, levels, weight, how[1])
    elif rule == FORTNIGHT:
        raw, marks, place = late(quarters, values, weight)
    else:
        over, under = portion(rule, how[0], quarters, values)
        if under == 0:
            return 0, 0, -1
        raw, marks, place = share(over, under, weight)
    return raw, 0 if law == NO_MARKS else marks, place


def half_up(over: int, under: int) -> int:
    """A fraction of whole numbers (over >= 0, under > 0) rounded to the nearest, a half upwards."""
    return (2 * over + under) // (2 * under)


def part(amount: int, over: int, under: int) -> int:
    """The whole of amount × over ÷ under (none below nought, under > 0), by long division where the product is wide.

    >>> part(7, 2, 3), part(10**6, 2**47, 2**48 + 1) == 10**6 * 2**47 // (2**48 + 1)
    (4, True)
    """
    if over == 0:
        return 0
    if (over < HALF and amount < HALF) or over <= ROOM // (amount + 1):
        return amount * over // under
    whole, rest, unit = 0, 0, 1_000_000_000
    while unit > 0:
        digit = amount // unit
        amount -= digit * unit
        rest = rest * 1000 + digit * over
        whole = whole * 1000 + rest // under
        rest = rest % under
        unit //= 1000
    return whole


def grade(year: tuple[int, int], values: Sequence[int], levels: Sequence[int], weight: int, step: int) -> Marked:
    """Raw score, marks, and place on the ladder of a figure of the year, a fraction.

    Between two criteria the score is linear, or with `step` that of the worse one. Which way is better the criteria
    tell: the first is best; of a single one more is better.
    """
    over, under = year
    sign = 1 if values[0] >= values[len(values) - 1] else -1
    here, at = sign * over, 0
    for value in values:  # they fall or rise throughout, so this counts the criteria not reached
        at += 1 if here < sign * under * value else 0
    above, width, rise = 0, 1, 0
    if step == 0 and 0 < at < len(values):
        above = here - sign * under * values[at]
        width = sign * under * (values[at - 1] - values[at])
        rise = levels[at - 1] - levels[at]
    raw = (2 * MARK_UNIT * levels[at] + part(2 * MARK_UNIT * rise, above, width) + 1) // 2
    marks = (weight * levels[at] + part(weight * rise, above, width) + WEIGHT_UNIT // 2) // WEIGHT_UNIT
    return raw, marks, at


def share(over: int, under: int, weight: int) -> Marked:
    """Raw score, marks and place of what earned over ÷ under (0 to 1) of its weight."""
    raw = (part(2 * FULL * MARK_UNIT, over, under) + 1) // 2
    unit = WEIGHT_UNIT // MARK_UNIT
    return raw, (part(weight, over, under) + unit // 2) // unit, 0 if over == under else 1


def portion(rule: int, method: int, quarters: Sequence[int], values: Sequence[int]) -> tuple[int, int]:
    """What was earned of the targets of a row, as a fraction; under nought where nothing was asked after all."""
    if rule == SHARE:
        return by_quarter(method, quarters, values)
    if rule == SHARE_OF_YEAR:
        over, under = count(method, quarters)
        return min(max(over, 0), under * values[0]), under * values[0]
    kept, asked = 0, 0
    for i in range(len(values)):
        if rule == DATES:
            day, due = done(quarters, i, len(values)), values[i]
        else:
            day, due = quarters[i], values[i]
        if due > 0:
            asked += 1
            if MISSING < day <= due:
                kept += 1
    return kept, asked


def by_quarter(method: int, quarters: Sequence[int], targets: Sequence[int]) -> tuple[int, int]:
    """The mean over the quarters that have a target of what each earned of it, never below nought nor above the whole."""
    over, under, asked = 0, 1, 0
    for i in range(len(targets)):
        figure, whole = split(quarters[i], method)
        whole *= targets[i]
        if whole > 0:
            earned = min(max(figure, 0), whole)
            grown = whole // common(under, whole)
            over = over * grown + earned * (under * grown // whole)
            under *= grown
            asked += 1
    return over, under * asked


def common(one: int, other: int) -> int:
    """The greatest common divisor of two numbers above nought."""
    while other > 0:
        one, other = other, one % other
    return one


def done(quarters: Sequence[int], number: int, wanted: int) -> int:
    """The day on which the `number`th (from 0) of the `wanted` things was done, `MISSING` where it was not yet.

    The earliest day reported is that of the first; where one thing is wanted, the day last reported is its day.
    """
    found, last = MISSING, MISSING
    for i in range(len(quarters)):
        if quarters[i] == MISSING:
            continue
        last = quarters[i]
        before = 0
        for j in range(len(quarters)):
            if quarters[j] != MISSING and (quarters[j] < quarters[i] or (quarters[j] == quarters[i] and j < i)):
                before += 1
        if before == number:
            found = quarters[i]
    return last if wanted == 1 else found


def late(quarters: Sequence[int], values: Sequence[int], weight: int) -> Marked:
    """Days that share the weight, each losing so much of its part for every fortnight begun after it, down to nought."""
    length, cost, wanted = values[0], values[1], len(values) - 2
    earned, kept = 0, 0
    for i in range(wanted):
        day, due = done(quarters, i, wanted), values[i + 2]
        if day != MISSING:
            begun = max(0, (day - due + length - 1) // length)
            earned += max(0, weight - wanted * cost * begun)
            kept += 1 if begun == 0 else 0
    if weight == 0:
        return share(kept, wanted, 0)
    return share(earned, wanted * weight, weight)


def fits(law: int, how: tuple[int, int], quarters: Sequence[int], values: Sequence[int], weight: int) -> bool:
    """Whether 64 bits hold the arithmetic of `mark`: they do while every figure, criterion and target stays below 2**46
    (in units of the row's scale; with parts and wholes, the values times all wholes below 2**48), the targets of
    quarters have no common multiple above 2**48, and the weight stays below 1,000 marks.
    """
    if weight >= 1000 * WEIGHT_UNIT or how[0] // FINER > 6:
        return False
    wholes = 0
    for figure in quarters:
        if figure >= PAIR:
            wholes += split(figure, FINER - 1)[1]
        elif figure != MISSING and not -(BOUND >> 2) < figure < BOUND >> 2:
            return False
    room = BOUND >> 2 if wholes <= 4 else BOUND // wholes
    for value in values:
        if not -room < value < room:
            return False
    if law not in (SHARE, NO_MARKS):
        return True
    under = 1
    for i in range(min(len(values), len(quarters))):
        whole = split(quarters[i], FINER - 1)[1] * values[i]
        if whole > 0:
            grown = whole // common(under, whole)
            if grown > BOUND // 4 // under:
                return False
            under *= grown
    return True
