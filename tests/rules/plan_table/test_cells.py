"""A cell says what it could be, and the closed words in it what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.plan_table.cells import ANY, figures, read_method, read_unit, split_code, split_merged, types_of


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("", {"empty"}),
        ("  ", {"empty"}),
        ("-", {"dash"}),
        ("--", {"dash"}),
        ("২৫", {"number", "code1"}),
        ("২,৬৪,১৪০", {"number"}),
        ("২৬১ (৯৯+১৬২)", {"number"}),
        ("১০০%", {"percent"}),
        ("%", {"unit"}),
        ("৩১.০৩.২৩", {"date"}),
        ("৩১.০২.২০১৮", {"date"}),
        ("৩১.০৭.২০১৮ ৩১.১০.২০১৮", {"date"}),
        ("তারিখ", {"unit", "method"}),
        ("গড়", {"method"}),
        ("অফিসের সংখ্যা", {"unit"}),
        ("[১] ক্ষেত্র", {"code1"}),
        ("[১.২.৩] সূচক", {"code3"}),
        ("১.১ সভা", {"code2", "text"}),
        ("১৬টি ভবন নির্মাণ", {"text"}),
        ("গত ২২ জানুয়ারি ২০২০ তারিখে প্রধান কার্যালয়ে আনুষ্ঠানিকভাবে চালু করা কার্যক্রম", {"text"}),
    ],
)
def test_a_cell_is_what_it_looks_like(text: str, types: set[str]) -> None:
    assert types_of(text) == types


@pytest.mark.parametrize(
    ("text", "value", "as_spelt"),
    [
        ("ক্রমপুঞ্জিভূত", "cumulative", True),
        ("ক্রমপুঞ্জীভূত", "cumulative", True),
        ("ক্রমপঞ্জিভূত", "cumulative", False),
        ("সমষ্টি", "sum", True),
        ("সমষ্ঠি", "sum", False),
        ("গড়", "average", True),
        ("তারিখ", "date", True),
    ],
)
def test_a_method_is_known_in_every_spelling(text: str, value: str, as_spelt: bool) -> None:
    word = read_method(text)
    assert word is not None
    assert (word.value, word.as_spelt) == (value, as_spelt)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("সংখ্যা", "number"),
        ("কর্মকর্তা/কর্মচারীর সংখ্যা", "number"),
        ("%", "percent"),
        ("হার", "rate"),
        ("তারিখ", "date"),
        ("লক্ষ টকা", "money"),
        ("প্রাপ্ত নম্বর", "marks"),
        ("কর্মদিবস", "days"),
        ("মে.টন", "other"),
    ],
)
def test_a_unit_is_known_in_every_spelling(text: str, value: str) -> None:
    word = read_unit(text)
    assert word is not None
    assert word.value == value


@pytest.mark.parametrize("text", ["", "-", "নৈতিকতা কমিটির সভা", "৫ সংখ্যা", "12"])
def test_other_words_are_no_unit_and_no_method(text: str) -> None:
    assert read_unit(text) is None
    assert read_method(text) is None


def test_method_and_unit_in_one_cell_are_parted_only_in_that_order() -> None:
    assert split_merged("ক্রমপঞ্জিভূত অফিসের সংখ্যা") == ("ক্রমপঞ্জিভূত", "অফিসের সংখ্যা")
    assert split_merged("অফিসের সংখ্যা") is None


def test_an_unreadable_figure_is_none_and_an_empty_cell_has_no_figures() -> None:
    assert figures("৩১.১০.২") is None
    assert figures("") == figures("-") == ()


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_a_cell(text: str) -> None:
    assert types_of(text)
    assert types_of(text) <= ANY
    split_code(text)
    split_merged(text)
    figures(text)
