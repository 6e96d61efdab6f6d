"""Every law of marks but the ladder against an oracle of exact fractions, and all of them within 64 bits."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from angikar.rules.scoring import grades
from angikar.rules.scoring.counting import AVERAGE, FINER, LAST, MISSING, SUM, WHOLE, count, pair
from angikar.rules.scoring.grades import (
    DATES,
    DATES_BY_QUARTER,
    FORTNIGHT,
    LADDER,
    NO_MARKS,
    SHARE,
    SHARE_OF_YEAR,
    fits,
    mark,
    part,
)

FIGURES = st.integers(-50, 400) | st.just(MISSING)
QUARTERS = st.lists(FIGURES, min_size=4, max_size=4)
DAYS = st.integers(736_000, 736_400)
DONE = st.lists(DAYS | st.just(MISSING), min_size=4, max_size=4)
WEIGHTS = st.integers(0, 1_000_000)
PER_CENT = AVERAGE + 2 * FINER
Pairs = list[tuple[int, int] | None]
PAIRS = st.lists(
    st.none() | st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda two: (min(two), max(two))),
    min_size=4,
    max_size=4,
)


def hundredths(exact: Fraction) -> int:
    return floor(exact * 100 + Fraction(1, 2))


def earned(exact: Fraction, weight: int) -> tuple[int, int, int]:
    """Raw score, marks and place of a part (0 to 1) of a weight, by the words of the rule."""
    return hundredths(exact * 100), hundredths(exact * weight / 10_000), 0 if exact == 1 else 1


def within(exact: Fraction) -> Fraction:
    return min(Fraction(1), max(Fraction(0), exact))


def silent(quarters: list[int]) -> bool:
    return all(figure == MISSING for figure in quarters)


@settings(max_examples=500)
@given(QUARTERS, st.lists(st.integers(0, 300), min_size=4, max_size=4).filter(any), WEIGHTS)
def test_targets_of_quarters_share_the_weight(quarters: list[int], targets: list[int], weight: int) -> None:
    asked = [(figure, target) for figure, target in zip(quarters, targets, strict=True) if target]
    parts = [within(Fraction(figure, target)) if figure != MISSING else Fraction(0) for figure, target in asked]
    expected = (0, 0, -1) if silent(quarters) else earned(sum(parts, Fraction(0)) / len(parts), weight)
    assert mark(SHARE, (SUM, 0), quarters, targets, (), weight) == expected


@given(QUARTERS, st.sampled_from([SUM, AVERAGE, LAST]), st.integers(1, 900), WEIGHTS)
def test_a_target_of_the_year_is_earned_in_proportion(
    quarters: list[int], method: int, target: int, weight: int
) -> None:
    shown = [figure for figure in quarters if figure != MISSING]
    assume(shown)
    year = {SUM: Fraction(sum(shown)), AVERAGE: Fraction(sum(shown), len(shown)), LAST: Fraction(shown[-1])}[method]
    expected = earned(within(year / target), weight)
    assert mark(SHARE_OF_YEAR, (method, 0), quarters, (target,), (), weight) == expected


@given(DONE, st.lists(DAYS, min_size=2, max_size=5, unique=True).map(sorted), WEIGHTS)
def test_several_days_share_the_weight_and_each_is_kept_or_lost(
    quarters: list[int], days: list[int], weight: int
) -> None:
    done = sorted(day for day in quarters if day != MISSING)
    assume(done)
    kept = sum(day <= due for day, due in zip(done, days, strict=False))
    assert mark(DATES, (LAST, 0), quarters, days, (), weight) == earned(Fraction(kept, len(days)), weight)


@given(DONE, DAYS, WEIGHTS)
def test_a_single_day_is_kept_by_the_day_last_reported(quarters: list[int], due: int, weight: int) -> None:
    done = [day for day in quarters if day != MISSING]
    assume(done)
    assert mark(DATES, (LAST, 0), quarters, (due,), (), weight) == earned(Fraction(int(done[-1] <= due)), weight)


@given(DONE, st.lists(DAYS | st.just(0), min_size=4, max_size=4).filter(any), WEIGHTS)
def test_days_of_quarters_are_kept_each_by_its_own_report(quarters: list[int], days: list[int], weight: int) -> None:
    assume(not silent(quarters))
    asked = [(day, due) for day, due in zip(quarters, days, strict=True) if due]
    kept = sum(MISSING < day <= due for day, due in asked)
    expected = earned(Fraction(kept, len(asked)), weight)
    assert mark(DATES_BY_QUARTER, (LAST, 0), quarters, days, (), weight) == expected


@settings(max_examples=500)
@given(
    DONE,
    st.lists(DAYS, min_size=1, max_size=3, unique=True).map(sorted),
    st.integers(1, 20_000),
    st.integers(1, 31),
    st.integers(1, 200_000),
)
def test_every_fortnight_begun_costs_its_part_of_a_mark(
    quarters: list[int], days: list[int], cost: int, length: int, weight: int
) -> None:
    shown = [day for day in quarters if day != MISSING]
    assume(shown)
    done = shown[-1:] if len(days) == 1 else sorted(shown)
    each = Fraction(weight, len(days))
    got = sum(
        (
            max(Fraction(0), each - cost * max(0, ceil(Fraction(day - due, length))))
            for day, due in zip(done, days, strict=False)
        ),
        Fraction(0),
    )
    assert mark(FORTNIGHT, (LAST, 0), quarters, (length, cost, *days), (), weight) == earned(got / weight, weight)


@given(PAIRS, st.integers(1, 120), WEIGHTS)
def test_a_rate_of_decisions_leaves_out_a_quarter_in_which_none_was_due(pairs: Pairs, target: int, weight: int) -> None:
    quarters = [MISSING if two is None else pair(*two) for two in pairs]
    assume(not silent(quarters))
    asked = [two for two in pairs if two is None or two[1] > 0]
    got = mark(SHARE, (PER_CENT, 0), quarters, (target,) * 4, (), weight)
    if not asked:
        assert got == (0, 0, -1)
        return
    parts = [within(Fraction(two[0] * 100, two[1] * target)) if two else Fraction(0) for two in asked]
    assert got == earned(sum(parts, Fraction(0)) / len(parts), weight)


@given(PAIRS.filter(lambda pairs: any(two and two[1] for two in pairs)), st.integers(1, 120), WEIGHTS)
def test_parts_and_wholes_are_pooled(pairs: Pairs, target: int, weight: int) -> None:
    quarters = [MISSING if two is None else pair(*two) for two in pairs]
    shown = [two for two in pairs if two is not None]
    exact = Fraction(100 * sum(two[0] for two in shown), sum(two[1] for two in shown))
    assert Fraction(*count(PER_CENT, quarters)) == exact
    expected = earned(within(exact / target), weight)
    assert mark(SHARE_OF_YEAR, (PER_CENT, 0), quarters, (target,), (), weight) == expected


@given(QUARTERS, st.lists(st.integers(1, 300), min_size=4, max_size=4), WEIGHTS)
def test_where_no_marks_are_given_the_raw_score_is_that_of_the_law(
    quarters: list[int], targets: list[int], weight: int
) -> None:
    raw, _, place = mark(SHARE, (SUM, 0), quarters, targets, (), weight)
    assert mark(NO_MARKS, (SUM, SHARE), quarters, targets, (), weight) == (raw, 0, place)


@pytest.mark.parametrize("law", [LADDER, SHARE, SHARE_OF_YEAR, DATES, DATES_BY_QUARTER, NO_MARKS])
def test_a_row_without_reports_earns_no_mark(law: int) -> None:
    assert mark(law, (SUM, 0), (MISSING,) * 4, (40, 30, 20, 10), (100, 90, 80, 70, 0), 50_000) == (0, 0, -1)


def test_nought_earns_no_mark_and_was_reported_all_the_same() -> None:
    assert mark(SHARE, (SUM, 0), (0, MISSING, MISSING, MISSING), (1, 1, 1, 1), (), 40_000) == (0, 0, 1)


@given(st.integers(0, 10**9), st.integers(0, 2**80), st.integers(1, 2**80))
def test_long_division_is_exact(amount: int, over: int, under: int) -> None:
    assert part(amount, over, under) == amount * over // under


class Word(int):
    """A whole number that may not leave the 64 bits of a compiled one."""

    def __new__(cls, value: int) -> Word:
        assert -(2**63) <= value < 2**63, value
        return super().__new__(cls, value)

    def __mul__(self, other: int) -> Word:
        return Word(int(self) * int(other))

    def __add__(self, other: int) -> Word:
        return Word(int(self) + int(other))

    def __sub__(self, other: int) -> Word:
        return Word(int(self) - int(other))

    def __floordiv__(self, other: int) -> Word:
        return Word(int(self) // int(other))

    def __mod__(self, other: int) -> Word:
        return Word(int(self) % int(other))

    def __neg__(self) -> Word:
        return Word(-int(self))

    __rmul__, __radd__ = __mul__, __add__

    def __rsub__(self, other: int) -> Word:
        return Word(int(other) - int(self))


WIDE = st.integers(-(2**50), 2**50) | st.integers(-(2**20), 2**20)
WIDE_PAIRS = st.tuples(st.integers(0, WHOLE - 1), st.integers(0, WHOLE - 1)).map(lambda two: pair(*two))


@settings(max_examples=600)
@given(
    st.sampled_from([LADDER, SHARE, SHARE_OF_YEAR]),
    st.sampled_from([SUM, AVERAGE, LAST]),
    st.lists(WIDE | st.just(MISSING), min_size=4, max_size=4) | st.lists(WIDE_PAIRS, min_size=4, max_size=4),
    st.lists(WIDE, min_size=4, max_size=4, unique=True),
    st.integers(0, 9_999_999),
)
def test_what_fits_is_marked_within_64_bits(
    law: int, method: int, quarters: list[int], values: list[int], weight: int
) -> None:
    how = (PER_CENT if quarters[0] >= grades.PAIR else method, 0)
    values = sorted(values, reverse=True) if law == LADDER else [abs(value) + 1 for value in values]
    assume(fits(law, how, quarters, values, weight))
    words = [Word(figure) for figure in quarters], [Word(value) for value in values]
    levels = (100, 90, 80, 70, 0)
    narrow = mark(law, how, *words, [Word(level) for level in levels], Word(weight))
    assert narrow == mark(law, how, quarters, values, levels, weight)


def test_ordinary_rows_fit_and_monstrous_ones_do_not() -> None:
    ordinary = [14_00_000_0000] * 4, [15_00_000_0000, 13_00_000_0000]
    assert fits(LADDER, (SUM, 0), *ordinary, 80_000)
    assert not fits(LADDER, (SUM, 0), [2**55] * 4, [2**56, 0], 80_000)
    assert not fits(SHARE, (SUM, 0), [1] * 4, [99_991, 99_989, 99_971, 99_961], 80_000)
