"""Papers in Bijoy are judged as a whole: lines without its typical signs and cells of workbooks come as Unicode too."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from angikar.formats import read
from angikar.rules.document import Document, FileRepair
from angikar.rules.kinds import understand
from tests.formats.test_docx import run, word

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


def in_html() -> bytes:
    """A page with a line in each paragraph."""
    return f"<html><body>{''.join(f'<p>{line}</p>' for line in LINES)}</body></html>".encode()


def repair_of(document: Document) -> FileRepair:
    (repair,) = document.repairs
    return repair


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("\n".join(LINES).encode(), "a.txt"),
        ("\n".join(LINES).encode("cp1252"), "a.txt"),
        ("\n".join(LINES).encode("cp1252").decode("latin-1").encode(), "a.txt"),
        (in_cells(), "a.xlsx"),
        (in_html(), "a.html"),
    ],
    ids=["utf-8", "cp1252", "controls", "workbook", "html"],
)
def test_a_paper_known_as_bijoy_says_so_and_by_which_signs(data: bytes, name: str) -> None:
    document = read(data, name)
    assert repair_of(document) == FileRepair("bijoy", "‡R cÖ ‡K h©")
    (doubt,) = [each for each in understand(document).doubts if each.code == "bijoy-converted"]
    assert doubt.severity == "info"
    assert "‡R cÖ ‡K h©" in doubt.message


def test_a_word_file_names_the_face_its_letters_were_known_by() -> None:
    bijoy = '<w:rFonts w:ascii="SutonnyMJ" w:hAnsi="SutonnyMJ"/>'
    document = read(word(f"<w:p>{run('Kg©', bijoy)}{run('KZ©v', bijoy)}{run(' Memo ')}</w:p>"), "x")
    assert repair_of(document) == FileRepair("bijoy", "SutonnyMJ")


def test_a_paper_in_unicode_does_not_speak_of_bijoy() -> None:
    assert read("জেলা প্রশাসকের কার্যালয়\n© 2022 Company".encode(), "a.txt").repairs == ()


def test_lines_in_bijoy_beside_lines_in_unicode_become_unicode_and_are_warned_of() -> None:
    lines = ("জেলা প্রশাসকের কার্যালয়", *LINES[:3])
    document = read("\n".join(lines).encode(), "a.txt")
    assert tuple(document.text.split("\n")) == (lines[0], MEANT[0], "Kvbvb", "ZvwiL: 28/06/2016")
    assert repair_of(document).way == "bijoy-part"
    (doubt,) = [each for each in understand(document).doubts if each.code == "bijoy-converted"]
    assert doubt.severity == "warning"


def test_english_lines_beside_a_few_signs_stay_as_they_are() -> None:
    text = "জেলা প্রশাসক\nOffice of the Deputy Commissioner\nMemo No: 05.47\n‡Rjv cÖkvm‡Ki"
    assert "Office of the Deputy Commissioner" in read(text.encode(), "a.txt").text
