"""DOCX: what is written is read back, and what Word writes is understood."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings

from angikar.formats import Unprintable
from angikar.formats.grid import gaps, place
from angikar.formats.writers.docx import write_docx
from angikar.rules.document import Cell, Document, Heading, PageBreak, Paragraph, Row, Signature, Table
from tests.formats.papers import DOCUMENTS, bare
from tests.formats.papers import read_here as read
from tests.formats.samples import letter, wide_plan

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str, **parts: str) -> bytes:
    """A Word file with this body, and perhaps styles and numbering."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACE}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {SPACE}>{content}</w:{name}>")
    return made.getvalue()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def xml_of(data: bytes, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part).decode()


@pytest.mark.parametrize("paper", [letter(), wide_plan()], ids=["letter", "plan"])
def test_a_paper_comes_back_whole(paper: Document) -> None:
    found = read(write_docx(paper), "x")
    assert [bare(block) for block in found.blocks] == [bare(block) for block in paper.blocks]


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS)
def test_every_document_comes_back_with_its_spans_and_looks(document: Document) -> None:
    document = replace(document, blocks=(*document.blocks, Paragraph("শেষ")))
    found = read(write_docx(document), "x")
    assert [bare(block) for block in found.blocks] == [bare(settled(block)) for block in document.blocks]
    assert found.landscape == document.landscape


def settled(block: object) -> object:
    """A table with its spans cut to fit and its gaps filled: the grid that Word draws."""
    if not isinstance(block, Table):
        return block
    rows = place([row.cells for row in block.rows])
    fields = [
        [(cell.column, replace(cell.cell, colspan=cell.colspan, rowspan=cell.rowspan)) for cell in row] for row in rows
    ]
    for y, x in gaps(rows):
        fields[y].append((x, Cell()))
    ordered = [
        tuple(
            replace(cell, align=cell.align if cell.text else "left", strong=cell.strong and bool(cell.text))
            for _, cell in sorted(row, key=lambda item: item[0])
        )
        for row in fields
    ]
    return replace(block, rows=tuple(map(Row, ordered)), header_rows=min(block.header_rows, len(rows)))


def test_places_count_paragraphs_and_rows() -> None:
    paper = Document((Heading("ক"), Table((Row((Cell("খ"), Cell("গ"))), Row((Cell("ঘ"), Cell("ঙ")))), borders=True)))
    found = read(write_docx(paper), "x")
    (table,) = found.tables()
    assert [found.blocks[0].place.line, *(row.place.line for row in table.rows)] == [1, 2, 3]
    assert table.rows[1].cells[1].place.cell == 1


def test_bangla_is_set_as_complex_script() -> None:
    made = write_docx(Document((Paragraph("ক", strong=True), Heading("খ"))))
    styles = xml_of(made, "word/styles.xml")
    defaults = re.search(r"<w:rPrDefault>.*?</w:rPrDefault>", styles, re.DOTALL)
    assert defaults
    assert all(mark in defaults[0] for mark in ('w:cs="Nikosh"', "w:szCs", 'w:bidi="bn-BD"'))
    assert "<w:b/><w:bCs/>" in re.sub(r"\s+", "", xml_of(made))


def test_header_rows_repeat_and_short_rows_stay_whole() -> None:
    body = xml_of(write_docx(letter()))
    assert body.count("<w:tblHeader/>") == 1
    assert body.count('<w:cantSplit w:val="1"/>') == 4


def test_landscape_pages_are_wider_than_high() -> None:
    sizes = re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"(?: w:orient="(\w+)")?', xml_of(write_docx(wide_plan())))
    assert [(int(w) > int(h), orient) for w, h, orient in sizes] == [(False, ""), (True, "landscape"), (False, "")]


def test_a_control_character_is_named_and_a_tag_is_only_text() -> None:
    with pytest.raises(Unprintable, match=r"U\+0007"):
        write_docx(Document((Paragraph("ক\x07"),)))
    assert read(write_docx(Document((Paragraph("<w:p/> & ক"),))), "x").text == "<w:p/> & ক"


def test_bijoy_runs_become_unicode_and_english_runs_stay() -> None:
    bijoy = '<w:rFonts w:ascii="SutonnyMJ" w:hAnsi="SutonnyMJ"/>'
    body = f"<w:p>{run('Kg©', bijoy)}{run('KZ©v', bijoy)}{run(' Memo ')}{run('Awdm', bijoy)}</w:p>"
    assert read(word(body), "x").text == "কর্মকর্তা Memo অফিস"


def test_a_bijoy_face_may_come_from_the_style() -> None:
    style = '<w:style w:styleId="N"><w:name w:val="n"/><w:rPr><w:rFonts w:ascii="SutonnyMJ"/></w:rPr></w:style>'
    body = f'<w:p><w:pPr><w:pStyle w:val="N"/></w:pPr>{run("Awdm")}</w:p>'
    assert read(word(body, styles=style), "x").text == "অফিস"


def test_vertical_and_horizontal_merges_keep_the_true_grid() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"

    begun, wide = "<w:vMerge w:val='restart'/>", "<w:gridSpan w:val='2'/>"
    body = (
        f"<w:tbl><w:tr>{cell('ক', begun)}{cell('খ', wide)}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('গ')}{cell('ঘ')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell('ঙ')}{cell('চ')}</w:tr></w:tbl>"
    )
    (table,) = read(word(body), "x").tables()
    assert [[(c.text, c.place.cell, c.colspan, c.rowspan) for c in row.cells] for row in table.rows] == [
        [("ক", 0, 1, 2), ("খ", 1, 2, 1)],
        [("গ", 1, 1, 1), ("ঘ", 2, 1, 1)],
        [("", 0, 1, 1), ("ঙ", 1, 1, 1), ("চ", 2, 1, 1)],
    ]


def test_automatic_numbers_are_read_as_they_are_printed() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="7">'
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1(%2)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )

    def item(text: str, level: int) -> str:
        return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>{run(text)}</w:p>'

    body = item("ক", 0) + item("খ", 1) + item("গ", 1) + item("ঘ", 0) + item("ঙ", 1)
    assert read(word(body, numbering=numbering), "x").text.splitlines() == [
        "3. ক",
        "3(i) খ",
        "3(ii) গ",
        "4. ঘ",
        "4(i) ঙ",
    ]


def test_what_was_deleted_is_left_out_and_what_was_inserted_is_read() -> None:
    body = f"<w:p><w:ins>{run('নতুন')}</w:ins><w:del><w:r><w:delText>পুরোনো</w:delText></w:r></w:del></w:p>"
    assert read(word(body), "x").text == "নতুন"


def test_a_page_break_and_a_signature_come_back() -> None:
    blocks = (Paragraph("ক"), PageBreak(landscape=True), Signature(("খ", "গ"), "left"))
    assert tuple(bare(block) for block in read(write_docx(Document(blocks)), "x").blocks) == blocks


@pytest.mark.parametrize("span", ["99999999999", "-1", "1e9", "nan", "9" * 5000])
def test_a_cell_that_claims_more_columns_than_any_grid_has_is_read_at_once(span: str) -> None:
    before = f'<w:trPr><w:gridBefore w:val="{span}"/></w:trPr>'
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p>{run("ক")}</w:p></w:tc>'
    assert "ক" in read(word(f"<w:tbl><w:tr>{before}{cell}</w:tr></w:tbl>"), "x").text


def test_a_contents_page_is_a_field_that_word_fills_and_holds_the_headings_until_then() -> None:
    parts = [(Heading(f"অংশ {name}", 2), Heading(f"ভাগ {name}", 3), Heading("ধারা", 4)) for name in "কখ"]
    blocks = (Heading("নমুনা"), PageBreak(contents="সূচিপত্র"), *(block for part in parts for block in part))
    data = write_docx(Document(blocks))
    page = re.search(r"সূচিপত্র.*?fldCharType=.end.", xml_of(data), re.DOTALL)
    assert page is not None
    assert re.findall(r">([^<>]+)</w:t>", page[0]) == ["অংশ ক", "ভাগ ক", "অংশ খ", "ভাগ খ"]
    assert 'TOC \\o "2-3"' in page[0]
    assert 'w:dirty="true"' in page[0]
