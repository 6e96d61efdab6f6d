"""The law of marks against an oracle of exact fractions, halves and all."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import floor

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from angikar.rules.scoring.counting import AVERAGE, LAST, MISSING, SUM
from angikar.rules.scoring.grades import LADDER, mark

LEVELS = (100, 90, 80, 70, 60)
Rows = tuple[list[int], tuple[int, ...], tuple[int, ...]]


@st.composite
def rows(draw: st.DrawFn) -> Rows:
    """Quarters, filled criteria in strict order (either way), and their levels, any of which may be left out."""
    figures = st.integers(-10_000, 10_000)
    quarters = draw(st.lists(figures | st.just(MISSING), min_size=4, max_size=4))
    filled = draw(st.lists(st.sampled_from(LEVELS), min_size=2, max_size=5, unique=True))
    values = draw(st.lists(figures, min_size=len(filled), max_size=len(filled), unique=True))
    return quarters, tuple(sorted(values, reverse=draw(st.booleans()))), (*sorted(filled, reverse=True), 0)


def rounded(exact: Fraction) -> int:
    """Hundredths, half up."""
    return floor(exact * 100 + Fraction(1, 2))


def year(method: int, quarters: list[int]) -> Fraction | None:
    """The figure of the year by the words of the rule."""
    shown = [Fraction(value) for value in quarters if value != MISSING]
    if not shown:
        return None
    return {SUM: sum(shown, Fraction(0)), AVERAGE: sum(shown, Fraction(0)) / len(shown), LAST: shown[-1]}[method]


def oracle(actual: Fraction, values: tuple[int, ...], levels: tuple[int, ...], step: bool) -> Fraction:
    """The exact raw score by the words of the rule."""
    better = (lambda a, b: a >= b) if values[0] > values[-1] else (lambda a, b: a <= b)
    if better(actual, values[0]):
        return Fraction(levels[0])
    for (high, top), (low, floor_) in pairwise(zip(values, levels, strict=False)):
        if better(actual, low):
            return Fraction(floor_) + (0 if step else (top - floor_) * (actual - low) / Fraction(high - low))
    return Fraction(0)


@settings(max_examples=600)
@given(rows(), st.sampled_from([SUM, AVERAGE, LAST]), st.booleans(), st.integers(0, 1_000_000))
def test_marks_are_those_of_exact_fractions(row: Rows, method: int, step: bool, weight: int) -> None:
    quarters, values, levels = row
    actual = year(method, quarters)
    raw, marks, place = mark(LADDER, (method, int(step)), quarters, values, levels, weight)
    if actual is None:
        assert (raw, marks, place) == (0, 0, -1)
        return
    exact = oracle(actual, values, levels, step)
    assert raw == rounded(exact)
    assert marks == rounded(exact * weight / 10_000 / 100)


@given(st.integers(1, 500), st.integers(0, 999), st.integers(1, 400))
def test_a_half_is_always_rounded_up(stretch: int, odd: int, weight: int) -> None:
    best, reached = 2000 * stretch, (2 * odd + 1) * stretch
    raw, marks, _ = mark(LADDER, (LAST, 0), (reached,), (best, 0), (100, 90, 0), weight * 10_000)
    exact = 90 + Fraction(10 * reached, best)
    assert exact * 100 % 1 == Fraction(1, 2)
    assert raw == floor(exact * 100) + 1
    assert marks == rounded(exact * weight / 100)


@given(st.integers(0, 9), st.integers(1, 99))
def test_a_half_of_a_mark_is_rounded_up_from_the_unrounded_score(tenth: int, weight: int) -> None:
    assume(weight % 2)
    reached = 200 * tenth + 100
    _, marks, _ = mark(LADDER, (LAST, 0), (reached,), (2000, 0), (100, 90, 0), weight * 10_000)
    exact = (90 + Fraction(reached, 200)) * weight / 100 * 100
    assert exact % 1 == Fraction(1, 2)
    assert marks == floor(exact) + 1


@given(rows(), st.integers(0, 1_000_000), st.integers(-10_000, 10_000), st.integers(0, 500), st.booleans())
def test_doing_better_never_earns_less(row: Rows, weight: int, first: int, more: int, step: bool) -> None:
    _, values, levels = row
    second = first + more if values[0] > values[-1] else first - more
    worse, better = (mark(LADDER, (LAST, int(step)), (figure,), values, levels, weight) for figure in (first, second))
    assert better[0] >= worse[0]
    assert better[1] >= worse[1]


@given(rows(), st.integers(1, 1000), st.integers(0, 1_000_000))
def test_the_unit_of_the_figures_does_not_matter(row: Rows, factor: int, weight: int) -> None:
    quarters, values, levels = row
    finer = [figure if figure == MISSING else figure * factor for figure in quarters]
    assert mark(LADDER, (AVERAGE, 0), quarters, values, levels, weight) == mark(
        LADDER, (AVERAGE, 0), finer, tuple(value * factor for value in values), levels, weight
    )
