"""Memo numbers: the three digital schemes, their dispatch, and what fits none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.bangla.memo import SCHEMES, likely, parse_memo, write


@pytest.mark.parametrize(
    ("printed", "scheme", "canonical", "year"),
    [
        ("নং-১৭.০০.০০০০.০৭৯.৩৯.০১৩.২২-৬৭৯", 18, "17.00.0000.079.39.013.22-679", 2022),
        ("নং ১৭.০০.০০০০.০০৯.৭৩.০০৪.১৮-৪২৬", 18, "17.00.0000.009.73.004.18-426", 2018),
        ("স্মারক নং: 05.47.4900.026.02.015.16 – 185", 18, "05.47.4900.026.02.015.16-185", 2016),
        ("৩৭.০৬.০০০০.৪০২.৭১.০৬৮.০২.৬", 18, "37.06.0000.402.71.068.02.6", 2002),
        ("স্মারক নং-১৭.০০.০০০০.০০৯.৭৩.০০৪.১৮-  তারিখ", 18, "17.00.0000.009.73.004.18", 2018),
        ("১৭.০০.০০০০.০০৯.৭৩.০০৪.১৮-৪২৬/১(২০)", 18, "17.00.0000.009.73.004.18-426/1(20)", 2018),
        ("05.206.033.00.00.068.2008.87", 19, "05.206.033.00.00.068.2008.87", 2008),
        ("05.42.3300.001.002.03.0004.24-55", 22, "05.42.3300.001.002.03.0004.24-55", 2024),
    ],
)
def test_a_digital_number_is_known_by_its_scheme(printed: str, scheme: int, canonical: str, year: int) -> None:
    memo = parse_memo(printed)
    assert memo is not None
    assert (memo.scheme, memo.text, memo.year) == (scheme, canonical, year)
    assert parse_memo(memo.text) == memo


def test_the_number_is_found_inside_a_sentence() -> None:
    memo = parse_memo("উপর্যুক্ত বিষয়ে পত্র নং-০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫, তারিখঃ ২৮/০৬/২০১৬খ্রিঃ অনুসারে")
    assert memo is not None
    assert (memo.parts, memo.dispatch) == (("05", "47", "4900", "026", "02", "015", "16"), "185")


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("স্মারক নং: জেপ্র/সা/২০১৬-৪৫", "জেপ্র/সা/2016-45"),
        ("নং-শাঃ৩/১এ-৫/২০১০/১২৩", "শাঃ3/1এ-5/2010/123"),
        ("Memo No. AB/2016/12", "AB/2016/12"),
    ],
)
def test_an_unknown_pattern_is_kept_as_printed(printed: str, kept: str) -> None:
    memo = parse_memo(printed)
    assert memo is not None
    assert (memo.scheme, memo.text, memo.year, likely(memo)) == (None, kept, None, None)


def test_a_lost_dot_is_not_mended_silently_but_the_likely_number_is_offered() -> None:
    memo = parse_memo("০৪.০০.০০০০৮২২.১৪.০৪২.১৬.০৫৩ নম্বর")
    assert memo is not None
    assert (memo.scheme, memo.text) == (None, "04.00.0000822.14.042.16.053")
    offered = likely(memo)
    assert offered is not None
    assert (offered.scheme, offered.text) == (18, "04.00.0000.822.14.042.16-053")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "বিষয়ঃ সভা",
        "ক্রমিক নং ১",
        "প্লট নং-ই-১৪/জেড",
        "৩১.০৭.২০১৮ ৩১.১০.২০১৮",
        "[১.১.১]",
        "+৮৮০-০২-৫৫০০৭৬০০",
        "স্মারক নং-   তারিখঃ",
        "পরিপত্র নং-১২৩",
        "12.3.4.5",
    ],
)
def test_other_numbers_are_no_memo(text: str) -> None:
    assert parse_memo(text) is None


def _figures(width: int) -> st.SearchStrategy[str]:
    return st.text(alphabet="0123456789", min_size=width, max_size=width)


@given(
    st.sampled_from(sorted(SCHEMES)).flatmap(lambda scheme: st.tuples(*map(_figures, SCHEMES[scheme]))),
    st.integers(1, 9999),
)
def test_a_number_of_any_scheme_reads_back_as_written(parts: tuple[str, ...], dispatch: int) -> None:
    memo = parse_memo(".".join(parts) + f"-{dispatch}")
    assert memo is not None
    assert (memo.parts, memo.dispatch) == (parts, str(dispatch))
    assert parse_memo(write(memo)) == parse_memo(write(memo, bangla=False)) == memo
    assert write(memo) == to_bangla(memo.text)


@given(st.text() | st.text(alphabet="০১২12.-–/() নংস্মারক"))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    memo = parse_memo(text)
    assert memo is None or memo.text
