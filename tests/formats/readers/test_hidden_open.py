"""What an open workbook holds and does not show is not read as if it were printed, and is named with how it is hidden."""

from __future__ import annotations

import io
import zipfile

import pytest

from angikar.rules.kinds import understand
from tests.formats.papers import read_here
from tests.formats.readers.test_hidden_word import ways

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        *((each, each) for each in ("manifest", "office", "style", "table", "text")),
        ("fo", "xsl-fo-compatible"),
        ("number", "datastyle"),
    )
)
STYLES = """
<number:number-style style:name="P"><number:text/></number:number-style>
<number:text-style style:name="N"><number:text/><style:map style:condition="value()&gt;0" style:apply-style-name="P"/></number:text-style>
<number:number-style style:name="Q"><number:number/></number:number-style>
<number:text-style style:name="M"><number:text/><style:map style:condition="value()&gt;0" style:apply-style-name="Q"/></number:text-style>
<style:style style:name="shown" style:family="table-cell" style:data-style-name="M"/>
<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="blank" style:family="table-cell" style:data-style-name="N"/>
<style:style style:name="white" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="son" style:family="table-cell" style:parent-style-name="white"/>
<style:style style:name="dark" style:family="table-cell" style:parent-style-name="white"><style:table-cell-properties fo:background-color="#1f3864"/></style:style>
<style:style style:name="small" style:family="table-cell"><style:text-properties fo:font-size="1pt"/></style:style>
"""
COLUMNS = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16382"/>'


def cell(text: str, given: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {given}><text:p>{text}</text:p></table:table-cell>'


def row(*cells: str, given: str = "") -> str:
    return f"<table:table-row {given}>{''.join(cells)}</table:table-row>"


EMPTY = row("<table:table-cell/>", given='table:number-rows-repeated="2" table:visibility="filter"')
"""Rows that hold nothing; where a program hides the rest of a sheet, there are a million."""


def book(rows: str, columns: str = "<table:table-column/>", more: str = "") -> bytes:
    made = io.BytesIO()
    sheets = f'<table:table table:name="ছক">{columns}{rows}</table:table>{more}'
    body = f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
    styles = f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
    content = f'<office:document-content {NAMES} office:version="1.3">{styles}{body}</office:document-content>'
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content.replace("\n", ""))
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {NAMES}/>")
    return made.getvalue()


SEEN = row(cell("দেখা"))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (book(SEEN + row(cell("৭"), given='table:visibility="collapse"')), [("hidden", "৭")]),
        (book(SEEN + EMPTY + row(cell("৭"), given='table:visibility="filter"')), [("hidden", "৭")]),
        (
            book(SEEN + f'<table:table-row-group table:display="false">{row(cell("৭"))}</table:table-row-group>'),
            [("hidden", "৭")],
        ),
        (book(row(cell("দেখা"), cell("৭")), COLUMNS), [("hidden", "৭")]),
        (book(SEEN + row(cell("৭", 'table:style-name="blank"'))), [("hidden", "৭")]),
        (book(SEEN + row(cell("৭", 'table:style-name="son"'))), [("pale", "৭")]),
        (book(SEEN + row(cell("৭"), given='table:default-cell-style-name="small"')), [("tiny", "৭")]),
        (
            book(SEEN, more=f'<table:table table:name="গোপন" table:style-name="h">{row(cell("৩৩"))}</table:table>'),
            [("hidden", "গোপন: ৩৩")],
        ),
    ],
    ids=["row", "filtered row", "row of a group", "column", "form", "colour", "size", "sheet"],
)
def test_an_open_workbook_hides_something(data: bytes, found: list[tuple[str, str]]) -> None:
    document = read_here(data)
    assert document.text == "দেখা"
    assert ways(document) == found
    assert {(each.code, each.severity) for each in understand(document).doubts} >= {("hidden-text", "error")}


def test_what_an_open_workbook_shows_is_read_with_nothing_said_of_hiding() -> None:
    rows = (
        row(cell("সাদা", 'table:style-name="dark"'))
        + EMPTY
        + row(cell("৭", 'table:style-name="shown" table:number-columns-repeated="2"'))
    )
    document = read_here(book(rows, "<table:table-column/>" + COLUMNS.replace("collapse", "visible")))
    assert document.text.split() == ["সাদা", "৭", "৭"]
    assert not document.unseen
