"""Figures: every form the papers print is read exactly, and what is no figure is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.rules.bangla.digits import canonical, group, parse_number, to_bangla, to_latin

FIGURES = [
    ("৪", "4"),
    ("০২", "2"),
    ("26", "26"),
    ("৯৯.৫", "99.5"),
    ("-৫", "-5"),
    ("+৫", "5"),
    ("২,৬৪,১৪০", "264140"),
    ("1,234,567", "1234567"),
    ("১,২৩,৪৫,৬৭৮.৯০", "12345678.9"),
    ("৫০ লক্ষ", "5000000"),
    ("৩৩ লক্ষ টি", "3300000"),
    ("১.৫ কোটি", "15000000"),
    ("২,৯৩৯ কোটি টাকা", "29390000000"),
    ("প্রায় ২,৯৩৯ কোটি টাকা", "29390000000"),
    ("৫৭ লক্ষ ৫৮ হাজার ৯০০টি", "5758900"),
    ("১২ হাজার ৫০০ কোটি", "125000000000"),
    ("১ লক্ষ কোটি", "1000000000000"),
    ("প্রা\u09df ৫", "5"),
    ("৫শ", "500"),
    ("৪।", "4"),
    ("২৬১ (৯৯+১৬২)", "261"),
    ("০৭ (সাত)", "7"),
    ("2(দুই)", "2"),
    ("১০০%", "100"),
    ("৯০ শতাংশ", "90"),
]


@pytest.mark.parametrize(("printed", "value"), FIGURES)
def test_a_printed_figure_has_its_exact_value(printed: str, value: str) -> None:
    number = parse_number(printed)
    assert number is not None
    assert canonical(number.value) == value
    assert number.text == printed


@pytest.mark.parametrize(
    "printed",
    [
        "",
        " ",
        "-",
        "।",
        "সাত",
        "১.",
        "১.১.১",
        "৩১.০৭.২০১৮",
        "২০১৮-২০১৯",
        "২০১৮-১৯",
        "১ ২",
        "১,২৩",
        "৪র্থ",
        "৪ লক্ষ্যমাত্রা",
        "লক্ষ টাকা",
    ],
)
def test_what_is_no_figure_is_refused(printed: str) -> None:
    assert parse_number(printed) is None


@pytest.mark.parametrize("printed", ["৫-১০", "৫ – ১০ জন", "৫ থেকে ১০ টি", "৫ হতে ১০"])
def test_a_range_keeps_both_ends_and_is_for_its_low_one(printed: str) -> None:
    number = parse_number(printed)
    assert number is not None
    assert (number.value, number.low, number.high) == (Decimal(5), Decimal(5), Decimal(10))


def test_a_range_that_runs_backwards_is_refused() -> None:
    assert parse_number("১০-৫") is None


@pytest.mark.parametrize("printed", ["১০০%", "১০০ %", "১০০℅", "১০০ শতাংশ", "শতকরা ১০০", "শতকরা ১০০ ভাগ"])
def test_a_per_cent_is_marked_in_each_of_its_forms(printed: str) -> None:
    number = parse_number(printed)
    assert number is not None
    assert number.percent


@pytest.mark.parametrize(("printed", "unit"), [("৫টি", "টি"), ("৫ টা", "টা"), ("৫ জন", "জন"), ("৫খানা", "খানা"), ("৫", None)])
def test_the_counter_is_kept_apart(printed: str, unit: str | None) -> None:
    number = parse_number(printed)
    assert number is not None
    assert number.unit == unit


@pytest.mark.parametrize(
    ("printed", "agrees"),
    [
        ("২৬১ (৯৯+১৬২)", True),
        ("২৬১ (৯৯+১৬০)", False),
        ("৭ (সাত)", True),
        ("৭ (নয়)", False),
        ("৩ (তিনি)", None),
        ("৪০ (৮০%)", None),
    ],
)
def test_a_bracket_that_contradicts_its_figure_can_be_seen(printed: str, agrees: bool | None) -> None:
    number = parse_number(printed)
    assert number is not None
    assert number.agrees is agrees


def test_the_terms_of_a_sum_are_kept_even_if_they_do_not_add_up() -> None:
    number = parse_number("২৬১ (৯৯+১৬০)")
    assert number is not None
    assert (number.value, number.parts) == (Decimal(261), (Decimal(99), Decimal(160)))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**20), max_value=10**20))
def test_a_grouped_figure_reads_back_exactly(value: Decimal) -> None:
    for bangla in (True, False):
        number = parse_number(group(value, bangla=bangla))
        assert number is not None
        assert number.value == value


@given(st.integers(min_value=0, max_value=10**12))
def test_canonical_has_neither_exponent_nor_trailing_zeros(value: int) -> None:
    assert canonical(Decimal(value)) == str(value)
    assert canonical(Decimal(value).scaleb(3)) == str(value * 1000)
    assert canonical(Decimal(f"{value}.50")) == f"{value}.5"


def test_canonical_refuses_what_is_not_finite() -> None:
    with pytest.raises(ValueError, match="finite"):
        canonical(Decimal("NaN"))


@pytest.mark.parametrize(
    ("value", "printed"), [("0.005", "০.০১"), ("2.675", "২.৬৮"), ("-0.004", "০.০০"), ("9.4", "৯.৪০")]
)
def test_places_round_half_up(value: str, printed: str) -> None:
    assert group(Decimal(value), places=2) == printed


@given(st.text())
def test_digits_change_and_nothing_else(text: str) -> None:
    assert to_latin(to_bangla(text)) == to_latin(text)
    assert len(to_bangla(text)) == len(text)


@settings(deadline=None)
@given(st.text() | st.text(alphabet="০১২৯12.,-+()% লক্ষহাজারকোটিশতটি।"))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    number = parse_number(text)
    assert number is None or number.value.is_finite()


def test_a_text_longer_than_any_cell_is_no_figure_and_is_not_looked_through() -> None:
    assert str(parse_number("২৬১" + " " * 1000).value) == "261"  # type: ignore[union-attr]
    assert parse_number("২৬১" + " " * 10**7) is None


def test_figures_in_a_row_are_given_up_at_once() -> None:
    assert parse_number("12,345 " * 22 + "x") is None
