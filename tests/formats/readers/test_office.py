"""Files of other programs: workbooks of every age, old Word, and what Excel leaves in the cells."""

from __future__ import annotations

import datetime
import io
import shutil
import subprocess
from pathlib import Path

import pytest
import xlsxwriter

from angikar.formats import Unreadable, read, residue
from angikar.formats.readers import office
from angikar.formats.readers.html import read_html
from angikar.formats.writers.docx import write_docx
from angikar.formats.writers.xlsx import write_xlsx
from angikar.rules.document import Document, Paragraph, Table
from angikar.rules.kinds import understand
from tests.conftest import absent
from tests.formats.papers import read_here
from tests.formats.samples import letter, row, wide_plan


def sheet_of(**formats: tuple[object, str]) -> bytes:
    """A workbook with one row: the names, and below each its value in its number format."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet("নমুনা")
        for column, (name, (value, shown)) in enumerate(formats.items()):
            sheet.write(0, column, name)
            sheet.write(1, column, value, book.add_format({"num_format": shown}))
    return made.getvalue()


def converted(data: bytes, name: str, to: str, folder: Path) -> bytes:
    program = shutil.which("soffice")
    if program is None:
        absent("no LibreOffice on this machine (`make system` installs it)")
    assert program is not None
    (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run([program, profile, "--headless", "--convert-to", to, "--outdir", folder, folder / name], check=True)
    return (folder / name).with_suffix(f".{to}").read_bytes()


def test_a_share_is_read_as_it_shows_and_a_number_as_it_is() -> None:
    made = sheet_of(
        ক=(0.85, "0%"),
        খ=(0.125, "[$-5000445]0.00%"),
        গ=(0.85, "0.00"),
        ঘ=(7, "0%"),
        ঙ=(datetime.datetime(2018, 7, 31), "[$-5000845]dd.mm.yyyy"),  # noqa: DTZ001 - a sheet knows no zones
    )
    (table,) = read_here(made).tables()
    assert table.rows[1].texts == ("85%", "12.5%", "0.85", "700%", "31.07.2018")


def test_what_excel_left_in_a_cell_is_understood_and_reported() -> None:
    printed = "১২.৫০$-5000445]0.2f%"
    document = read_here(sheet_of(ক=(printed, "@"), খ=("৩১.০৭.২০১৮", "@")))
    (table,) = document.tables()
    assert [(cell.text, cell.unsure) for cell in table.rows[1].cells] == [("১২.৫০%", printed), ("৩১.০৭.২০১৮", None)]
    (doubt,) = (each for each in understand(document, "plain_letter").doubts if each.code == "excel-residue")
    assert (doubt.severity, doubt.place.line, doubt.place.cell) == ("info", 2, 0)
    assert printed in doubt.message
    assert printed in doubt.message_en


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("৮৫[$-5000845]0%", "৮৫%"),
        ("৮৫% [$-5000845]0.00%", "৮৫%"),
        ("$-5000445]0.2f%", ""),
        ("১২[$-845]##,##0", "১২"),
        ("$ ১০ [ক]", "$ ১০ [ক]"),
    ],
)
def test_only_a_remnant_is_taken_out(printed: str, meant: str) -> None:
    assert residue.without(printed) == meant


@pytest.mark.parametrize("to", ["doc", "odt", "rtf"])
def test_a_letter_in_old_word_reads_as_in_new(to: str, tmp_path: Path) -> None:
    made = converted(write_docx(letter()), "letter.docx", to, tmp_path)
    assert read(made, "x").text.split() == read_here(write_docx(letter())).text.split()


@pytest.mark.parametrize("to", ["xls", "ods"])
def test_a_plan_in_an_old_workbook_reads_as_in_a_new_one(to: str, tmp_path: Path) -> None:
    made = converted(write_xlsx(wide_plan()), "plan.xlsx", to, tmp_path)
    old, new = (
        [row.texts for table in read_here(each).tables() for row in table.rows]
        for each in (made, write_xlsx(wide_plan()))
    )
    assert [cell for texts in old for cell in texts if cell] == [cell for texts in new for cell in texts if cell]


def test_without_libreoffice_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda name: None)
    with pytest.raises(Unreadable) as refused:
        office.read_office(rb"{\rtf1 a}")
    assert office.INSTALL in refused.value.message
    assert office.INSTALL in refused.value.message_en


def test_a_sheet_too_large_for_a_paper_is_refused() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"constant_memory": True}) as book:
        book.add_worksheet("বড়").write_row(1_048_575, 0, ["ক", "খ"])
    with pytest.raises(Unreadable, match="far too large for a paper"):
        read_here(made.getvalue())


def test_a_remnant_in_a_page_of_the_portal_is_reported_as_well() -> None:
    document = residue.understood(read_html("<table><tr><td>ক<td>৫[$-5000445]0.2f</table>"))
    assert document == residue.understood(document)
    assert [cell.text for table in document.tables() for row in table.rows for cell in row.cells] == ["ক", "৫"]


def test_a_document_without_remnants_is_left_as_it_is() -> None:
    document = Document((Paragraph("$-১"), Table((row("ক", "$-5"),))))
    assert residue.understood(document) == document
