"""Pictures are exact: the parts of a bar add up to it, a bar lies within its picture, and every figure of a picture stands in its table."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from angikar.desk.pictures import HIGH, SCALE, WIDE, Picture, bullet, compared, of_marks, ranked, whole, widths
from angikar.rules.scoring.whole.marks import PlanMarks
from angikar.rules.scoring.whole.parted import MarksParted

amounts = st.lists(st.integers(0, 10**9), min_size=1, max_size=8)
shares = st.none() | st.integers(-5 * SCALE, 5 * SCALE)


def _is_within(picture: Picture) -> bool:
    return all(
        each.x >= 0 and each.x + each.width <= WIDE and each.y >= 0 and each.y + each.height <= HIGH and each.width >= 0
        for each in picture.boxes
    )


@given(amounts, st.integers(1, 2_000))
def test_widths_add_up_to_the_whole(given_amounts: list[int], wide: int) -> None:
    found = widths(given_amounts, wide)
    assert sum(found) == (wide if sum(given_amounts) else 0)
    for amount, width in zip(given_amounts, found, strict=True):
        assert abs(width * sum(given_amounts) - amount * wide) <= sum(given_amounts), (
            "no part is wrong by more than one"
        )


@given(amounts)
def test_a_whole_is_filled_by_its_parts(given_amounts: list[int]) -> None:
    picture = whole([("open", each) for each in given_amounts])
    assert sum(each.width for each in picture.boxes) == (WIDE if sum(given_amounts) else 0)
    assert _is_within(picture)


@given(st.lists(st.integers(-100, SCALE), max_size=6), shares, shares)
def test_a_bullet_lies_within_its_picture(levels: list[int], claimed: int | None, accepted: int | None) -> None:
    assert _is_within(bullet(levels, claimed, accepted))


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_compared_bars_are_within_the_most(amount: int, within: int, rest: int) -> None:
    assert _is_within(compared(amount + within, within, amount + within + rest))


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_ranked_bar_lies_within_its_picture(claimed: int, accepted: int, full: int) -> None:
    assert _is_within(ranked(PlanMarks(claimed, accepted, full)))


def test_a_ranked_bar_shows_nought_as_a_line_and_a_mark_that_is_none_not_at_all() -> None:
    drawn = {each.name: each.width for each in ranked(PlanMarks(5_000, 0, 10_000)).boxes}
    assert drawn == {"claimed": WIDE // 2, "accepted": 1}
    assert [each.name for each in ranked(PlanMarks(5_000, 0, 10_000, is_settled=False)).boxes] == ["claimed"]
    assert ranked(PlanMarks(0, 0, 10_000, is_reported=False)).boxes == ()


def test_the_marks_of_a_bar_stand_beside_it() -> None:
    found = of_marks(MarksParted(accepted=320, claimed=380, open=0, lost=200, uncounted=300))
    assert [(name, marks) for name, _, marks in found.parts] == [
        ("accepted", "3.20"),
        ("claimed", "3.80"),
        ("lost", "2.00"),
        ("uncounted", "3.00"),
    ]
    assert found.full == "12.00"
    assert [each.name for each in found.bar.boxes] == ["accepted", "claimed", "lost", "uncounted"]
