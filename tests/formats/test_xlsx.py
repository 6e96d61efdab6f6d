"""XLSX: numbers are numbers and show Bangla digits, text is never a formula, tables come back."""

from __future__ import annotations

import datetime
import io
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.formats.confined import lists_confined
from angikar.formats.errors import Unreadable
from angikar.formats.lists import lists_of
from angikar.formats.readers.xlsx import read_xlsx
from angikar.formats.writers.xlsx import write_xlsx
from angikar.rules.document import Cell, Document, Heading, PageBreak, Paragraph, Row, Table
from tests.formats.papers import read_here as read
from tests.formats.samples import letter, row, wide_plan

NEVER_NUMBERS = st.text(st.sampled_from("কখগaZ=+-@.,%() "), max_size=10).map(lambda text: f"ক{text}খ")


def written(*texts: str) -> openpyxl.worksheet.worksheet.Worksheet:
    data = write_xlsx(Document((Table((row(*texts), row(*texts))),)))
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


@pytest.mark.parametrize(
    ("text", "value", "back"),
    [
        ("১২", 12, "12"),
        ("৯৯.৫", 99.5, "99.5"),
        ("১,২৩,৪৫,৬৭৮", 12345678, "12345678"),
        ("০", 0, "0"),
        ("-৫", -5, "-5"),
        ("1,234", 1234, "1234"),
        ("১.১০", "১.১০", "১.১০"),
        ("০৭", "০৭", "০৭"),
        ("১.১.১", "১.১.১", "১.১.১"),
        ("৮৫%", "৮৫%", "৮৫%"),
        ("৩১.০৭.২০১৮", "৩১.০৭.২০১৮", "৩১.০৭.২০১৮"),
        ("১২৩,৪৫", "১২৩,৪৫", "১২৩,৪৫"),
        ("=1+1", "=1+1", "=1+1"),
        ("+880", "+880", "+880"),
        ("@SUM(A1)", "@SUM(A1)", "@SUM(A1)"),
    ],
)
def test_only_a_number_that_reads_back_the_same_becomes_one(text: str, value: object, back: str) -> None:
    sheet = written(text, "ক")
    cell = sheet.cell(1, 1)
    assert cell.value == value
    assert cell.data_type == ("s" if isinstance(value, str) else "n")
    (table,) = read(write_xlsx(Document((Table((row(text, "ক"), row(text, "ক"))),))), "x").tables()
    assert table.rows[0].texts[0] == back


def test_bangla_numbers_show_bangla_digits_in_groups_of_lakh_and_crore() -> None:
    assert written("১২", "ক").cell(1, 1).number_format == "[$-5000845]0"
    assert written("১,২৩,৪৫৬.৫", "ক").cell(1, 1).number_format == (
        "[$-5000845][>=10000000]##\\,##\\,##\\,##0.0;[$-5000845][>=100000]##\\,##\\,##0.0;[$-5000845]##,##0.0"
    )
    assert written("12", "ক").cell(1, 1).number_format == "0"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(NEVER_NUMBERS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_text_tables_come_back(texts: list[list[str]]) -> None:
    table = Table(tuple(row(*line) for line in texts))
    found = read(write_xlsx(Document((Heading("ক"), table, Paragraph("খ")))), "x")
    assert [r.texts for t in found.tables() for r in t.rows] == [tuple(line) for line in texts]
    assert [line for line, _ in found.lines()] == ["ক", "খ"]


def test_spans_come_back() -> None:
    table = Table((Row((Cell("ক", rowspan=2), Cell("খ", colspan=2))), row("গ", "ঘ")))
    (found,) = read(write_xlsx(Document((table,))), "x").tables()
    assert [[(c.text, c.colspan, c.rowspan) for c in r.cells] for r in found.rows] == [
        [("ক", 1, 2), ("খ", 2, 1)],
        [("গ", 1, 1), ("ঘ", 1, 1)],
    ]


def test_each_run_of_pages_is_a_sheet_of_its_orientation() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(wide_plan())))
    assert [sheet.page_setup.orientation for sheet in book.worksheets] == ["portrait", "landscape", "portrait"]
    found = read(write_xlsx(wide_plan()), "x")
    assert [block.place.page for block in found.blocks if isinstance(block, PageBreak)] == [2, 3]
    assert not any(isinstance(block, Heading) for block in found.blocks)


def test_the_words_of_a_letter_come_back_in_order() -> None:
    found = " ".join(read(write_xlsx(letter()), "x").text.split())
    assert found.index("বিষয়:") < found.index("১। প্রতিটি") < found.index("সদর দপ্তর") < found.index("(কাল্পনিক কর্মকর্তা)")


def test_dates_numbers_and_places_of_a_foreign_sheet() -> None:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write_string(1, 0, "নমুনা প্রতিবেদন")
    sheet.write_row(2, 1, ["ক", "খ", "গ"])
    sheet.write_datetime(3, 1, datetime.datetime(2018, 7, 31), day)  # noqa: DTZ001 - a sheet knows no zones
    sheet.write_row(3, 2, [0.1 + 0.2, 1e16])
    book.close()
    found = read(made.getvalue(), "x")
    (table,) = found.tables()
    assert found.blocks[0].place.line == 2
    assert [r.texts for r in table.rows] == [("ক", "খ", "গ"), ("31.07.2018", "0.3", "10000000000000000")]
    assert (table.rows[1].place.page, table.rows[1].place.line) == (1, 4)


def test_a_break_without_content_makes_no_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(Document((Paragraph("ক"), PageBreak())))))
    assert len(book.worksheets) == 1


def test_a_text_too_long_for_a_cell_shows_that_it_is_cut() -> None:
    value = written("ক" * 40_000, "খ").cell(1, 1).value
    assert isinstance(value, str)
    assert (len(value), value[-1]) == (32_767, "…")


def test_an_empty_cell_takes_no_share_of_a_hundred_from_the_others() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["নাম", "", "হার"])
    sheet.write_string(1, 0, "সভা")
    sheet.write_number(1, 2, 0.9, book.add_format({"num_format": "0%"}))
    book.close()
    (table,) = read(out.getvalue(), "a.xlsx").tables()
    assert table.rows[1].cells[-1].text == "90%"


def claiming(part: str, said: bytes, instead: bytes) -> bytes:
    """A workbook of ours in which one thing that is said in a part is another."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write_xlsx(letter()))) as own, zipfile.ZipFile(made, "w") as changed:
        for name in own.namelist():
            content = own.read(name)
            assert name != part or said in content
            changed.writestr(name, content.replace(said, instead) if name == part else content)
    return made.getvalue()


def test_a_workbook_that_claims_more_than_it_holds_is_refused_and_takes_no_memory() -> None:
    texts = claiming("xl/sharedStrings.xml", b'uniqueCount="', b'uniqueCount="99999999')
    far = claiming("xl/worksheets/sheet1.xml", b'r="A1"', b'r="XFD1048576"')
    for data, code in ((texts, "file-damaged"), (far, "sheet-too-large")):
        with pytest.raises(Unreadable) as refused:
            read_xlsx(data)
        assert refused.value.code == code
    with pytest.raises(Unreadable) as refused:
        lists_of("sheet", texts)
    assert refused.value.code == "file-damaged"


def test_an_engine_that_gives_up_its_process_is_answered_with_a_sentence_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(Unreadable) as refused:
        lists_confined("sheet", claiming("xl/worksheets/sheet1.xml", b'r="A1"', b'r="XFD1048576"'), 10)
    assert refused.value.code == "file-too-heavy"
    assert not list(tmp_path.iterdir())
