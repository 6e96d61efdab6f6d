"""An indicator is found again in another year by its title, surely or likely, and never by its code alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.scoring.years import Match, Named, matches

BOATS, TREES = Named("own", "1.1.1", "নিবন্ধিত নৌকা"), Named("own", "1.2.1", "নদীতীরে রোপিত চারা")


def test_the_same_title_is_the_same_indicator_wherever_it_moved() -> None:
    moved = Named("own", "3.1.2", "নিবন্ধিত নৌকা")
    assert matches([BOATS, TREES], [moved]) == {BOATS: Match(moved, likely=False)}


def test_a_code_alone_proves_nothing() -> None:
    assert matches([BOATS], [Named("own", "1.1.1", "অনুষ্ঠিত গণশুনানি")]) == {}


def test_a_title_that_is_very_like_is_said_to_be_likely() -> None:
    like = Named("own", "1.2.1", "নদীর তীরে রোপিত চারা")
    assert matches([BOATS, TREES], [like]) == {TREES: Match(like, likely=True)}


def test_of_two_titles_that_are_as_like_none_is_taken() -> None:
    first, second = Named("own", "1.2.1", "নদীতীরে রোপিত চারাগাছ"), Named("own", "1.2.2", "নদীতীরে রোপিত চারাগুলি")
    assert matches([TREES], [first, second]) == {}


def test_of_equal_titles_the_one_with_the_same_code_is_meant_and_without_one_none_is() -> None:
    other = Named("own", "1.1.2", BOATS.title)
    assert matches([BOATS], [other, BOATS]) == {BOATS: Match(BOATS, likely=False)}
    assert matches([BOATS], [other, Named("own", "1.1.3", BOATS.title)]) == {}


def test_the_parts_of_an_agreement_are_kept_apart() -> None:
    assert matches([BOATS], [Named("governance", "1.1.1", BOATS.title)]) == {}


TITLES = st.text("কখগঘ ", min_size=1, max_size=12).filter(str.strip)
ROWS = st.lists(
    st.builds(Named, st.just("own"), st.sampled_from(("1.1.1", "1.1.2", "1.2.1")), TITLES), max_size=6, unique=True
)


@given(ROWS, ROWS)
def test_no_row_is_found_twice(now: list[Named], then: list[Named]) -> None:
    found = [match.row for match in matches(now, then).values()]
    assert len(found) == len(set(found))
    assert set(found) <= set(then)
