"""Papers in Bijoy are judged as a whole: lines without its typical signs and cells of workbooks come as Unicode too."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from angikar.formats import read

LINES = ("‡Rjv cÖkvm‡Ki Kvh©vjq", "Kvbvb", "ZvwiL: 28/06/2016", "B-‡gBj: office@example.gov.bd", "1| bw_")
MEANT = ("জেলা প্রশাসকের কার্যালয়", "কানান", "তারিখ: ২৮/০৬/২০১৬", "ই-মেইল: office@example.gov.bd", "১। নথি")


def in_cells() -> bytes:
    """A workbook with a line in each row."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet()
    for number, line in enumerate(LINES):
        sheet.write_string(number, 0, line)
        sheet.write_string(number, 1, line)
    book.close()
    return made.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_lines_without_a_typical_sign_come_as_unicode_too(encoding: str) -> None:
    assert tuple(read("\n".join(LINES).encode(encoding), "a.txt").text.split("\n")) == MEANT


def test_controls_that_were_letters_of_windows_are_letters_again() -> None:
    spoilt = "\n".join(LINES).encode("cp1252").decode("latin-1")
    assert tuple(read(spoilt.encode(), "a.txt").text.split("\n")) == MEANT


def test_cells_of_a_workbook_come_as_unicode() -> None:
    assert [row.texts[0] for table in read(in_cells(), "a.xlsx").tables() for row in table.rows] == list(MEANT)


def test_a_paper_with_bangla_or_few_signs_stays_as_it_is() -> None:
    for text in ("জেলা ‡Rjv cÖkvm‡Ki Kvh©vjq", "naïve café © 2022"):
        assert read(text.encode(), "a.txt").text == text
