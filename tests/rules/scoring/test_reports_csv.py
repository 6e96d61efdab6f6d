"""Reports from a CSV: read as offices write them, refused line by line in both languages."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.scoring.reports import ReportRow, ReportsError, read_reports

HEAD = "part,code,quarter,value,accepted\n"


def test_bangla_digits_lakhs_dates_and_brackets_are_understood() -> None:
    text = (
        '\ufeffpart,code,quarter,value,accepted,remarks\nown,[১.১.১],১,"৪,০০,০০০",৫০০০.৫০,ভাল\nown,1.2.1,2,৩১.১২.২০২২,\n'
    )
    assert read_reports(text) == (
        ReportRow("own", "1.1.1", 1, "400000", "5000.5"),
        ReportRow("own", "1.2.1", 2, "2022-12-31"),
    )


def test_a_row_without_a_value_is_a_quarter_not_reported() -> None:
    assert read_reports(HEAD + "own,1.1.1,1,,\n\nown,1.1.1,2,0,\n") == (ReportRow("own", "1.1.1", 2, "0"),)


@pytest.mark.parametrize("words", ["not_applicable", "N/A", "প্রযোজ্য নয়"])
def test_not_applicable_is_neither_nought_nor_silence(words: str) -> None:
    assert read_reports(f"{HEAD}own,1.1.1,1,{words},\n") == (ReportRow("own", "1.1.1", 1, None, not_applicable=True),)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("mine,1.1.1,1,5,", "part-unknown"),
        ("own,,1,5,", "code-missing"),
        ("own,1.1.1,5,5,", "quarter-unknown"),
        ("own,1.1.1,1,অনেক,", "value-unreadable"),
        ("own,1.1.1,1,5-10,", "value-unreadable"),
        ("own,1.1.1,1,1.23456,", "value-unreadable"),
        ("own,1.1.1,1,5,অনেক", "value-unreadable"),
        ("own,1.1.1,1,,5", "accepted-alone"),
        ("own,9.9.9,1,7,", "report-twice"),
    ],
)
def test_every_bad_line_is_shown_with_its_number_in_both_languages(row: str, code: str) -> None:
    with pytest.raises(ReportsError) as refused:
        read_reports(f"{HEAD}own,9.9.9,1,5,\n{row}\n")
    (doubt,) = refused.value.doubts
    assert (doubt.code, doubt.place.line) == (code, 3)
    assert doubt.message.startswith("লাইন ৩:")
    assert doubt.message_en.startswith("line 3:")


def test_several_bad_lines_are_counted_in_one_sentence() -> None:
    with pytest.raises(ReportsError) as refused:
        read_reports(HEAD + "x,1,1,1,\nown,1,9,1,\nown,1,1,?,\n")
    assert [doubt.place.line for doubt in refused.value.doubts] == [2, 3, 4]
    assert refused.value.message_en == "line 2: the part must be own or governance. (and 2 more)"
    assert refused.value.message.endswith("(আরও ২টি ভুল আছে)")


def test_a_row_that_is_no_csv_is_shown() -> None:
    with pytest.raises(ReportsError, match="line 2: the row is not CSV"):
        read_reports(HEAD + "9" * 200_000)


@pytest.mark.parametrize("text", ["", "part,code\nown,1\n"])
def test_a_missing_column_is_named(text: str) -> None:
    with pytest.raises(ReportsError) as refused:
        read_reports(text)
    assert "quarter" in refused.value.doubts[0].message_en


@given(st.text(max_size=80), st.booleans())
def test_no_text_breaks_the_reader(text: str, headed: bool) -> None:
    with suppress(ReportsError):
        rows = read_reports(HEAD + text if headed else text)
        assert all(row.quarter in (1, 2, 3, 4) and (row.value or row.not_applicable) for row in rows)
