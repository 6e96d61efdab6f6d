"""What a file holds and its page does not show is not read as if it were printed, and is named with how it is hidden."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from angikar.formats.readers.html import read_html
from angikar.formats.readers.pdf import read_pdf
from angikar.formats.writers.docx import write_docx
from angikar.formats.writers.pdf import write_pdf
from angikar.formats.writers.xlsx import write_xlsx
from angikar.rules.document import Document
from angikar.rules.kinds import understand
from tests.formats.papers import read_here
from tests.formats.readers.test_hidden_word import ways
from tests.formats.samples import letter, wide_plan
from tools.fuzz.seeds import SMALL_PDF


def workbook() -> bytes:
    """A workbook that hides a row, a column, a format, white letters and a sheet; and shows white letters on a ground."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet("ছক")
    for y, row in enumerate([("ক", "খ", "গ"), ("১", "২", "৩"), ("৪", "৫", "৬"), ("৭", "৮", "৯")]):
        sheet.write_row(y, 0, row)
    sheet.set_row(1, None, None, {"hidden": True})
    sheet.set_column(1, 1, None, None, {"hidden": True})
    sheet.write_string(2, 2, "১১", book.add_format({"num_format": ";;;"}))
    sheet.write_string(3, 2, "২২", book.add_format({"font_color": "#FFFFFF"}))
    sheet.write_string(0, 2, "সাদা", book.add_format({"font_color": "#FFFFFF", "bg_color": "#1F3864"}))
    other = book.add_worksheet("গোপন")
    other.write_string(0, 0, "৩৩")
    other.hide()
    book.close()
    return made.getvalue()


def test_a_workbook_hides_sheets_rows_columns_and_cells() -> None:
    document = read_here(workbook())
    assert document.text.split() == ["ক", "সাদা", "৪", "৭"]
    hidden = sorted(ways(document))
    assert hidden == sorted(
        [
            *(("hidden", text) for text in ("১", "২", "৩", "খ", "৫", "৮", "১১", "গোপন: ৩৩")),
            ("pale", "২২"),
        ]
    )
    assert [each.message for each in understand(document).doubts if each.place.line == 2 and each.code == "hidden-text"]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">গোপন ৭</p>',
        "<div hidden><p>গোপন ৭</p></div>",
        '<span style="visibility:hidden">গোপন ৭<br></span>',
        '<p style="font-size:0">গোপন ৭',
        '<div style="display:none">গোপন ৭</b></div>',
        "<ul><li hidden>গোপন ৭<li></ul>",
    ],
)
def test_a_page_hides_an_element(hidden: str) -> None:
    document = read_html(f"<p>দেখা</p><section>{hidden}</section><p>শেষ</p>")
    assert document.text.split() == ["দেখা", "শেষ"]
    assert ways(document) == [("tiny" if "font-size" in hidden else "hidden", "গোপন ৭")]


@pytest.mark.parametrize(
    ("style", "way"),
    [
        (".x{display:none}", "hidden"),
        (".x{dis\\70lay:none}", "hidden"),
        ("div .x{visibility:hidden!important} p{visibility:visible}", "hidden"),
        ("#n,h1{position:absolute;left:-9999px}", "hidden"),
        ("@media screen{p.x{text-indent:-999em}}", "hidden"),
        ("h1+p + .x, b ~ .x{opacity:0}", "hidden"),
        (".x{height:0;overflow:hidden}", "hidden"),
        (".x{clip-path:inset(100%)}", "hidden"),
        (".x{transform:scale(0)}", "hidden"),
        ("/* . */ section > div > p{font-size:1px}", "tiny"),
        (".x{color:#fff}", "pale"),
        ("[id=n]{color:rgba(0,0,0,0)}", "pale"),
        ("section{background:#1F3864} .x{color:#1F3864}", "pale"),
    ],
)
def test_a_style_sheet_hides_an_element(style: str, way: str) -> None:
    document = read_html(
        f"<style>{style}</style><p>দেখা</p><section><div><p class='y x' id=n>গোপন <b>৭</b></p></div></section><p>শেষ</p>"
    )
    assert document.text.split() == ["দেখা", "শেষ"]
    assert {each.way for each in document.unseen} == {way}
    assert ("hidden-text", "error") in {(each.code, each.severity) for each in understand(document).doubts}


@pytest.mark.parametrize(
    "style",
    [
        "@media print{.x{display:none}}",
        ".x:hover{display:none} .x::before{font-size:0}",
        ".z .x,.x.z{display:none}",
        ".x{display:none} #n{display:block}",
        ".x{font-size:0} .x b,.x{font-size:14px}",
        "section{background:#1F3864} .x{color:#fff}",
        "div{background:url(a.png)} .x{color:white}",
        "section{visibility:hidden} .x{visibility:visible}",
        ".x{left:-20px;margin-top:-4em;width:0;line-height:0",
        "<!-- .x{ -->",
    ],
)
def test_what_a_style_sheet_shows_is_read(style: str) -> None:
    document = read_html(f"<style>{style}</style><section><div><p class='y x' id=n>দেখা <b>৭</b></p></div></section>")
    assert document.text.split() == ["দেখা", "৭"]
    assert not document.unseen


LINKED = '<link rel="stylesheet" href="../a/main.css?v=1"><style>@import url("b.css") screen;</style>'


@pytest.mark.parametrize(
    ("head", "named"),
    [
        (LINKED, "main.css, b.css"),
        (LINKED.replace("><style>", " media=print><style>").replace("screen", "print"), ""),
        (LINKED.replace("stylesheet", "alternate stylesheet").replace("@import", "@charset"), ""),
        ('<link rel="icon" href="a.css">', ""),
    ],
)
def test_what_style_sheets_elsewhere_hide_is_not_known(head: str, named: str) -> None:
    document = read_html(f"<head>{head}</head><p class=x>দেখা</p>")
    assert document.text == "দেখা"
    assert ways(document) == ([("unstyled", named)] if named else [])
    doubts = [(each.code, each.severity) for each in understand(document).doubts if named and named in each.message]
    assert doubts == ([("hidden-unstyled", "warning")] if named else [])


@pytest.mark.parametrize(
    ("drawn", "instead"),
    [
        (b"0 Tr 1 g", b"3 Tr 0 g"),
        (b"0 Tr 1 g", b"0 Tr 1 g"),
        (b"1 0 0 1 20 150 Tm 0 Tr 1 g", b"1 0 0 1 20 950 Tm 0 Tr 0 g"),
        (b"ET\n20 20", b"ET 0.5 g 0 100 300 90 re f\n20 20"),
    ],
)
def test_what_a_pdf_does_not_draw_is_named(drawn: bytes, instead: bytes) -> None:
    document = read_pdf(SMALL_PDF.replace(b"0 Tr 1 g", b"0 Tr 0 g").replace(drawn.replace(b" 1 g", b" 0 g"), instead))
    assert [each.text.split()[:3] for each in document.unseen] == [["Memo", "12.07", "31.07.2018"]]
    assert "261" in document.text


def test_what_is_printed_black_on_white_is_seen() -> None:
    assert not read_pdf(SMALL_PDF.replace(b"0 Tr 1 g", b"0 Tr 0 g")).unseen


@pytest.mark.parametrize("paper", [letter(), wide_plan()])
def test_our_own_papers_hide_nothing_in_any_format(paper: Document) -> None:
    for data in (write_docx(paper), write_xlsx(paper), write_pdf(paper)):
        assert not read_here(data).unseen


PICTURE = b"<</Type/XObject/Subtype/Image/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 2>>stream\n\x20\xe0\nendstream"


@pytest.mark.parametrize(
    ("before", "mode", "after", "found"),
    [
        (b"q 300 0 0 200 0 0 cm /I Do Q ", b"3 Tr 0 g", b"", ["12.07", "31.07.2018", "261"]),
        (b"", b"0 Tr 0 g", b" q 300 0 0 200 0 0 cm /I Do Q", ["12.07", "31.07.2018", "261"]),
        (b"q 300 0 0 200 0 0 cm /I Do Q ", b"0 Tr 0 g", b"", None),
        (b"q 30 0 0 20 0 0 cm /I Do Q ", b"3 Tr 0 g", b"", None),
    ],
)
def test_text_that_a_program_read_off_the_picture_of_a_page_is_named_as_such(
    before: bytes, mode: bytes, after: bytes, found: list[str] | None
) -> None:
    data = (
        SMALL_PDF.replace(b"0 Tr 1 g", mode)
        .replace(b"stream\nq ", b"stream\n" + before + b"q ")
        .replace(b" Q\nendstream", b" Q" + after + b"\nendstream")
    )
    data = data.replace(b"<</Length 209>>", b"<</Length 900>>").replace(
        b"5 0 R>>>>>>", b"5 0 R>>/XObject<</I 6 0 R>>>>>>"
    )
    document = read_pdf(
        data.replace(b"trailer", b"6 0 obj" + PICTURE + b" endobj\ntrailer").replace(b"/Size 6", b"/Size 7")
    )
    named = [each.text.split() for each in document.unseen if each.way == "ocr"]
    assert named == ([found] if found else [])
    assert "261" in document.text
    doubts = {(each.code, each.severity) for each in understand(document).doubts}
    assert (("ocr-layer", "warning") in doubts) == bool(found)
