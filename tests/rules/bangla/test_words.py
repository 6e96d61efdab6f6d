"""Numbers in words: official spellings, the common variants, and the way back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.bangla.words import compose, number_words, word_value


def test_the_hundred_official_words_are_a_hundred_different_numbers() -> None:
    assert [word_value(number_words(n)) for n in range(101)] == list(range(101))


@pytest.mark.parametrize(
    ("spelled", "value"),
    [
        *[
            ("পনের", 15),
            ("বার", 12),
            ("ষোল", 16),
            ("ঊনিশ", 19),
            ("কুড়ি", 20),
            ("তিরিশ", 30),
            ("ঊনচল্লিশ", 39),
            ("পয়তাল্লিশ", 45),
        ],
        *[("বাহান্ন", 52), ("উনাশি", 79), ("আটাশি", 88), ("একশত", 100), ("একশো", 100), ("দুইশ", 200), ("পাঁচশত কুড়ি", 520)],
        *[("এক হাজার", 1000), ("দুই লাখ", 200_000), ("তিন কোটী", 30_000_000), ("সাতটি", 7), ("তিন জন", 3), ("শত", 100)],
    ],
)
def test_common_variants_are_read(spelled: str, value: int) -> None:
    assert word_value(spelled) == value


@pytest.mark.parametrize("text", ["", "তিনি", "সভা", "এক দুই", "লক্ষ লক্ষ", "হাজার পাঁচ", "7", "সাতচাঁদ"])
def test_other_words_are_no_numbers(text: str) -> None:
    assert word_value(text) is None


@given(st.integers(min_value=0, max_value=10**14 - 1))
def test_a_number_written_out_reads_back(n: int) -> None:
    assert word_value(number_words(n)) == n


@pytest.mark.parametrize("n", [-1, 10**14])
def test_a_number_beyond_the_words_is_refused(n: int) -> None:
    with pytest.raises(ValueError, match=r"10\*\*14"):
        number_words(n)


def test_scales_out_of_order_compose_to_nothing() -> None:
    assert compose([(Decimal(5), 1_000), (Decimal(2), 100_000), (Decimal(3), 100_000)]) is None
    assert compose([]) is None


@given(st.text() | st.lists(st.sampled_from(["এক", "দুই", "শত", "হাজার", "লক্ষ", "কোটি", "টি", "সাতশ"])).map(" ".join))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    value = word_value(text)
    assert value is None or value >= 0
