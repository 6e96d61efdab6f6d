"""The places of rows: of each kind the latest first, what has no day last; and months of places, one after the other."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from angikar.search.models import IndexedKind
from angikar.search.places import MOST_PARTS, day_of, months, of_kind, place

KINDS = st.sampled_from(IndexedKind.values)
DAYS = st.none() | st.dates()
NUMBERS = st.integers(1, 2**24 - 1)
HIGHEST = 2**63 - 1
"""What a number of either database can be at most."""


@given(KINDS, KINDS, DAYS, DAYS, NUMBERS, NUMBERS)
def test_rows_stand_by_kind_and_of_each_the_latest_first(
    kind: str, other: str, day: date | None, later: date | None, number: int, newer: int
) -> None:
    def order(kind: str, day: date | None, number: int) -> tuple[int, bool, int, int]:
        return IndexedKind.values.index(kind), day is None, -day.toordinal() if day else 0, -number

    one, two = (kind, day, number), (other, later, newer)
    assert (place(*one) < place(*two)) == (order(*one) < order(*two))
    assert 0 < place(*one) <= HIGHEST
    assert of_kind(kind).first <= place(*one) <= of_kind(kind).last
    assert day_of(place(*one)) == day


@given(DAYS, NUMBERS, st.integers(1, MOST_PARTS - 1))
def test_what_a_paper_asks_is_in_one_row(day: date | None, number: int, part: int) -> None:
    first, other = (place(IndexedKind.ASK, day, number, each) for each in (0, part))
    assert other < first < place(IndexedKind.ASK, day, number - 1, MOST_PARTS - 1)


@given(KINDS, DAYS, st.integers(1, 40), DAYS, st.booleans())
def test_a_place_is_in_the_months_that_are_named_or_behind_them(
    kind: str, start: date | None, count: int, day: date | None, back: bool
) -> None:
    within = of_kind(kind, place(kind, start, 1), back=back)
    named, inside, behind = months(within, place(kind, start, 1), count)
    at = place(kind, day, 1)
    if not within.first <= at <= within.last:
        return
    is_inside = inside.first <= at <= inside.last
    assert is_inside != (behind.first <= at <= behind.last)
    assert is_inside == (day is None if start is None else day is not None and (day.year, day.month) in named)
