"""Dates in letters: each way of writing one is read, and what only looks like a date is told apart."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.rules.bangla.calendar import FIRST_DAY, BanglaDate, to_bangla_date
from angikar.rules.bangla.dates import (
    looks_like_date,
    parse_bangla_date,
    parse_date,
    parse_dates,
    parse_month,
    parse_window,
    write_bangla_date,
    write_date,
    write_short,
)

FORMS = {
    date(2018, 7, 31): [
        "৩১.০৭.২০১৮",
        "৩১.০৭.১৮",
        "৩১.৭.১৮",
        "৩১/৭/২০১৮",
        "৩১ . ০৭ . ২০১৮",
        "2018-07-31",
        "31-07-2018",
        "৩১ জুলাই ২০১৮ এর মধ্যে",
    ],
    date(2016, 6, 26): [
        "২৬/০৬/২০১৬খ্রিঃ",
        "২৬-০৬-২০১৬ খ্রিস্টাব্দ।",
        "তারিখঃ ২৬/০৬/২০১৬ খ্রিষ্টাব্দ",
        "২৬.০৬.২০১৬ইং",
        "তারিখ: 26.06.2016",
    ],
    date(2018, 9, 20): ["২০/৯/১৮", "২০ সেপ্টেম্বর'১৮", "২০ সেপ্টে ২০১৮", "Sept 20, 2018", "20th September 2018"],
    date(2022, 10, 13): [
        "১৩ অক্টোবর ২০২২",
        "১৩ই অক্টোবর, ২০২২",
        "অক্টোবর ১৩, ২০২২",
        "বৃহস্পতিবার, ১৩ অক্টোবর ২০২২",
        "১৩-অক্টোবর-২০২২",
    ],
    date(2016, 8, 17): ["১৭ আগস্ট, ২০১৬", "১৭ আগষ্ট ২০১৬", "<p>১৭ আগস্ট ২০১৬</p>", "(১৭ আগস্ট ২০১৬)", "১৭ অগাস্ট ২০১৬ তারিখে"],
    date(2022, 7, 1): ["জুলাই ১, ২০২২", "১লা জুলাই ২০২২", "০১ জুলাই ২০২২ খ্রি."],
    date(2020, 1, 22): ["২২ জানুয়ারি ২০২০", "২২ জানুয়ারী ২০২০", "২২ জানু ২০২০"],
    date(2020, 2, 29): ["২৯ ফেব্রুয়ারি ২০২০", "২৯ ফেব্রুয়ারী ২০২০", "২৯.০২.২০"],
}


@pytest.mark.parametrize(("printed", "day"), [(printed, day) for day, forms in FORMS.items() for printed in forms])
def test_a_gregorian_day_is_read_in_every_form(printed: str, day: date) -> None:
    assert parse_date(printed) == day
    assert looks_like_date(printed)
    assert parse_bangla_date(printed) is None


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        *[("২৬ ভাদ্র ১৪২৫", (1425, 5, 26)), ("০২ ভাদ্র, ১৪২৩", (1423, 5, 2)), ("তারিখঃ ২৮ আশ্বিন ১৪২৯ বঙ্গাব্দ", (1429, 6, 28))],
        *[("২৮শে আশ্বিন ১৪২৯", (1429, 6, 28)), ("১ আষাঢ় ১৪২৯", (1429, 3, 1)), ("১৫ অগ্রহায়ন ১৪২৯", (1429, 8, 15))],
        *[("২৬.০৫.১৪২৫", (1425, 5, 26)), ("৩০ ফাল্গুন ১৪২৯", (1429, 11, 30))],
    ],
)
def test_a_bangla_day_is_read_in_every_form(printed: str, day: tuple[int, int, int]) -> None:
    assert parse_bangla_date(printed) == BanglaDate(*day)
    assert looks_like_date(printed)
    assert parse_date(printed) is None


@pytest.mark.parametrize(
    "printed",
    [
        "৩১.০২.২০১৮",
        "৩১.১০.২",
        "৩১.১৩.২০১৮",
        "২৯.০২.২০১৯",
        "২৮ আগস্ট ১৪২৯",
        "২৮ আশ্বিন ২০২২",
        "২২. সেপ্টেম্বর",
        "৩১ জুন ২০১৮",
    ],
)
def test_a_day_that_does_not_exist_or_is_cut_short_looks_like_a_date_and_is_none(printed: str) -> None:
    assert looks_like_date(printed)
    assert parse_date(printed) is None
    assert parse_bangla_date(printed) is None


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "১.১.১",
        "১০.২.৩",
        "[১.১.১২]",
        "২৬১",
        "২০১৮-২০১৯",
        "২০১৮-১৯",
        "১৭.০০.০০০০.০০৯.৭৩.০০৪.১৮-৪২৬",
        "জুলাই ২০১৮",
        "সভা",
        "১০০%",
        "১ম কোয়ার্টার",
    ],
)
def test_what_is_no_date_does_not_look_like_one(printed: str) -> None:
    assert not looks_like_date(printed)
    assert parse_date(printed) is None
    assert parse_dates(printed) == ()


def test_every_date_of_a_cell_is_read_in_its_order() -> None:
    cell = "৩১.০৭.২০১৮ ৩১.১০.২০১৮<br>৩১.০১.১৯ ও ৩১ মার্চ ২০১৯"
    assert parse_dates(cell) == (date(2018, 7, 31), date(2018, 10, 31), date(2019, 1, 31), date(2019, 3, 31))
    assert looks_like_date(cell)


def test_a_memo_number_holds_no_date() -> None:
    assert parse_dates("নং-০৫.৪৭.৪৯০০.০২৬.০২.০১৫.১৬-১৮৫, তারিখঃ ২৮/০৬/২০১৬খ্রিঃ।") == (date(2016, 6, 28),)


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("জুলাই ১, ২০২২ - জুন ৩০, ২০২৩", date(2022, 7, 1), date(2023, 6, 30)),
        ("০১.০৭.২০২২ থেকে ৩০.০৯.২০২২ পর্যন্ত", date(2022, 7, 1), date(2022, 9, 30)),
        ("২৬-০৭-২০১৬ - ৩০-০৭-২০১৬", date(2016, 7, 26), date(2016, 7, 30)),
        ("১৫ জুলাই হতে ১৪ আগস্ট ২০২২", date(2022, 7, 15), date(2022, 8, 14)),
        ("১-১৫ জুলাই ২০২২", date(2022, 7, 1), date(2022, 7, 15)),
        ("জুলাই/১৭- সেপ্টেম্বর/১৭", date(2017, 7, 1), date(2017, 9, 30)),
        ("জুলাই ২০১৯ হতে ফেব্রুয়ারি ২০২০", date(2019, 7, 1), date(2020, 2, 29)),
        ("অক্টো/১৭ – ডিসে/১৭", date(2017, 10, 1), date(2017, 12, 31)),
    ],
)
def test_a_window_has_its_first_and_last_day(printed: str, first: date, last: date) -> None:
    assert parse_window(printed) == (first, last)


@pytest.mark.parametrize(
    "printed", ["", "১০.০৭.২০২২ থেকে ০১.০৭.২০২২", "২০১৮-২০১৯", "৫-১০", "৩১.০৭.২০১৮", "প্রধান কার্যালয় থেকে"]
)
def test_what_is_no_window_is_refused(printed: str) -> None:
    assert parse_window(printed) is None


@pytest.mark.parametrize(
    ("printed", "month"),
    [
        ("জুলাই, ১৬", (2016, 7)),
        ("আগষ্ট, ১৬ মাসে", (2016, 8)),
        ("জুলাই/১৭", (2017, 7)),
        ("জুন, ২০১৬ মাসের", (2016, 6)),
        ("০৭/২০১৬", (2016, 7)),
    ],
)
def test_a_month_of_a_year_is_read(printed: str, month: tuple[int, int]) -> None:
    assert parse_month(printed) == month


@pytest.mark.parametrize("printed", ["", "জুন", "১৩/২০১৬", "২০১৬", "ভাদ্র ১৪২৫", "১ জুলাই ২০১৬"])
def test_what_is_no_month_is_refused(printed: str) -> None:
    assert parse_month(printed) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_written_day_reads_back(day: date) -> None:
    assert parse_date(write_date(day)) == parse_date(write_short(day)) == parse_date(day.isoformat()) == day


@given(st.dates(min_value=FIRST_DAY, max_value=date(2100, 12, 31)))
def test_a_written_bangla_day_reads_back(day: date) -> None:
    bangla = to_bangla_date(day)
    assert parse_bangla_date(write_bangla_date(bangla)) == bangla


@given(st.lists(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)), max_size=6))
def test_a_row_of_written_days_reads_back(row: list[date]) -> None:
    assert parse_dates(" ".join(map(write_short, row))) == tuple(row)


@settings(deadline=None)
@given(st.text() | st.text(alphabet="০১২৩৯13.-/, জুলাইভাদ্রথেকে তারিখঃ১৪২০১৮"))
def test_no_text_makes_the_readers_fail(text: str) -> None:
    window = parse_window(text)
    assert window is None or window[0] <= window[1]
    assert looks_like_date(text) or (parse_date(text) is None and parse_bangla_date(text) is None)
    assert parse_month(text) is None or parse_date(text) is None
    assert all(1900 <= day.year < 2200 for day in parse_dates(text))


@pytest.mark.parametrize("day", ["৩১.০৭.২০১৮", "01.02.18", "২২ সেপ্টেম্বর", "জুলাই ১, ২০২২"])
@pytest.mark.parametrize("between", ["\n", " ", ", ", " ও "])
def test_many_days_in_a_row_are_looked_at_in_one_way_alone(day: str, between: str) -> None:
    most = 200 // len(day + between)  # in two ways each they would be looked at for longer than any test runs
    assert looks_like_date(between.join([day] * most))
    assert not looks_like_date(between.join([day] * most) + " x")
