"""Lists in workbooks and CSV: what is written is read back, text stays text, and nothing becomes a formula."""

from __future__ import annotations

import io

import openpyxl
import pytest

from angikar.formats import Unreadable, write_pdf
from angikar.formats.lists import ListColumn, ListTable, read_lists, write_csv, write_workbook
from angikar.rules.document import Document, Paragraph

ROWS = [("০৫.৪৭", "0123", "=1+1"), ("", "+8801700000000", "-"), ("কথা", "", "দুই\nলাইন, আর “উদ্ধৃতি”")]
TABLE = ListTable("দপ্তর", tuple(ListColumn(name, "যা লিখবেন", ("হ্যাঁ", "না")) for name in ("ক", "খ", "গ")), ROWS)
READ = [(1, ("ক", "খ", "গ"))] + [(line, row) for line, row in enumerate(ROWS, 2)]


def test_a_workbook_reads_back_as_it_was_written() -> None:
    (sheet,) = read_lists(write_workbook([TABLE]))
    assert sheet.name == "দপ্তর"
    assert list(sheet.rows) == READ


def test_a_workbook_holds_text_and_no_formula() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_workbook([TABLE]))).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "n"}
    assert (sheet["C2"].value, sheet["B2"].value) == ("=1+1", "0123")
    assert sheet["A1"].comment.text == "যা লিখবেন"


def test_a_csv_reads_back_with_the_line_on_which_each_row_begins() -> None:
    (sheet,) = read_lists(write_csv(TABLE) + "শেষ,,\r\n".encode())
    assert list(sheet.rows) == [*READ, (6, ("শেষ", "", ""))]


def test_a_spreadsheet_would_run_nothing_of_a_csv() -> None:
    assert b"'=1+1" in write_csv(TABLE)


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_csv_may_be_parted_by_other_signs(sign: str) -> None:
    (sheet,) = read_lists(f"ক{sign}খ\n১{sign}২\n".encode())
    assert [cells for _, cells in sheet.rows] == [("ক", "খ"), ("১", "২")]


def test_numbers_and_days_of_a_sheet_are_read_as_they_look() -> None:
    import datetime

    book = openpyxl.Workbook()
    book.active.append([5, 0.5, datetime.date(2022, 7, 1), True])
    made = io.BytesIO()
    book.save(made)
    (sheet,) = read_lists(made.getvalue())
    assert sheet.rows == ((1, ("5", "0.5", "2022-07-01", "1")),)


def test_a_paper_is_no_list() -> None:
    with pytest.raises(Unreadable) as refused:
        read_lists(write_pdf(Document((Paragraph("পত্র"),))))
    assert refused.value.code == "not-a-list"


def test_of_a_list_that_is_too_long_for_a_page_no_more_than_that_is_read() -> None:
    rows = "".join(f"{number},ক\n" for number in range(500)).encode()
    assert len(read_lists(rows, rows=20)[0].rows) == 21
    tables = [ListTable(name, (ListColumn("ক"),), [["১"]] * 30) for name in ("one", "two")]
    assert [len(sheet.rows) for sheet in read_lists(write_workbook(tables), rows=40)] == [31, 10]
