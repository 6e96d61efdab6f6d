"""What a Word file holds and its page does not show is not read as if it were printed, and is named with how it is hidden."""

from __future__ import annotations

import io
import zipfile

import pytest

from angikar.rules.document import Document
from angikar.rules.kinds import understand
from tests.formats.papers import read_here
from tests.formats.test_docx import run, word

SEEN = "<w:p><w:r><w:t>দেখা ২৬১</w:t></w:r></w:p>"
WHITE = '<w:color w:val="FFFFFF"/>'
TINY = '<w:sz w:val="2"/>'
SHOWN = '<w:vanish w:val="0"/>'
SHADED = '<w:shd w:val="clear" w:fill="1F3864"/>'


def row(text: str, properties: str) -> str:
    """A table of one row; the text may be a table itself."""
    inside = text if text.startswith("<w:") else f"<w:p>{run(text)}</w:p>"
    return f"<w:tbl><w:tr><w:trPr>{properties}</w:trPr><w:tc>{inside}</w:tc></w:tr></w:tbl>"


def box(text: str, properties: str, style: str = "") -> str:
    """A paragraph with a text box."""
    inside = f'<w:anchor>{properties}<w:shape style="{style}"><w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent></w:shape></w:anchor>'
    return f"<w:p><w:r><w:drawing>{inside}</w:drawing></w:r></w:p>"


def ways(document: Document) -> list[tuple[str, str]]:
    return [(each.way, each.text) for each in document.unseen]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"<w:p>{run('গোপন ৭', '<w:vanish/>')}</w:p>", [("hidden", "গোপন ৭")]),
        (f"<w:p>{run('গোপন ৭', WHITE)}</w:p>", [("pale", "গোপন ৭")]),
        (f"<w:p>{run('গোপন ৭', TINY)}</w:p>", [("tiny", "গোপন ৭")]),
        ("<w:p><w:del><w:r><w:delText>গোপন ৭</w:delText></w:r></w:del></w:p>", [("deleted", "গোপন ৭")]),
        (row("গোপন ৭", "<w:hidden/>"), [("hidden", "গোপন ৭")]),
        (row(row("গোপন ৭", "") + "<w:p/>", "<w:hidden/>"), [("hidden", "গোপন ৭")]),
        (box("গোপন ৭", '<w:docPr hidden="1"/>'), [("hidden", "গোপন ৭")]),
        (box("গোপন ৭", "", "position:absolute;visibility:hidden"), [("hidden", "গোপন ৭")]),
    ],
)
def test_a_word_file_hides_a_run(body: str, found: list[tuple[str, str]]) -> None:
    document = read_here(word(SEEN + body))
    assert document.text.strip() == "দেখা ২৬১"
    assert ways(document) == found
    assert ("hidden-text", "error") in {(each.code, each.severity) for each in understand(document).doubts} or found[0][
        0
    ] == "deleted"


@pytest.mark.parametrize(
    ("styles", "style"),
    [
        ("<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>", ""),
        ('<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style>', ""),
        ('<w:style w:type="table" w:styleId="T"><w:rPr><w:vanish/></w:rPr></w:style>', '<w:tblStyle w:val="T"/>'),
    ],
    ids=["defaults", "usual style", "style of the table"],
)
def test_a_style_that_no_run_names_hides_it(styles: str, style: str) -> None:
    body = row("গোপন ৭", "").replace("<w:tbl>", f"<w:tbl><w:tblPr>{style}</w:tblPr>")
    document = read_here(word(f"<w:p>{run('দেখা', SHOWN)}</w:p>{body}", styles=styles))
    assert document.text.strip() == "দেখা"
    assert ways(document) == [("hidden", "গোপন ৭")]


def test_a_hidden_row_is_counted_and_its_number_is_not_printed() -> None:
    numbering = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
        </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = (row("ক", "") + row("খ", "<w:hidden/>")).replace("</w:tbl><w:tbl>", "").replace("<w:p>", numbered)
    document = read_here(word(SEEN + body, numbering=numbering))
    assert document.text.split() == ["দেখা", "২৬১", "1.", "ক"]
    assert ways(document) == [("hidden", "খ")]
    assert document.unseen[0].place.line == 3


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{run('সাদা', WHITE + SHADED)}</w:p>",
        row("সাদা", '<w:hidden w:val="0"/>'),
        f'<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/>{run("সাদা")}<w:bookmarkEnd w:id="0"/></w:p>',
        f"<w:p><w:pPr>{SHADED}</w:pPr>{run('সাদা', WHITE)}</w:p>",
        f"<w:tbl><w:tr><w:tc><w:tcPr>{SHADED}</w:tcPr><w:p>{run('সাদা', WHITE)}</w:p></w:tc></w:tr></w:tbl>",
        f"<w:p>{run('সাদা', SHOWN)}</w:p>",
    ],
)
def test_white_letters_on_a_ground_of_their_own_are_read(body: str) -> None:
    document = read_here(word(body))
    assert document.text == "সাদা"
    assert not document.unseen


def test_what_a_change_puts_in_is_read_and_named_and_so_is_a_comment() -> None:
    body = f"<w:p>{run('পাঠাতে হবে ')}<w:ins>{run('৩১.০৭.২০২৩')}</w:ins></w:p>"
    data = io.BytesIO(word(body))
    with zipfile.ZipFile(data, "a") as archive:
        space = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
        archive.writestr(
            "word/comments.xml", f"<w:comments {space}><w:comment><w:p>{run('দেখুন')}</w:p></w:comment></w:comments>"
        )
    document = read_here(data.getvalue())
    assert document.text == "পাঠাতে হবে ৩১.০৭.২০২৩"
    assert ways(document) == [("inserted", "৩১.০৭.২০২৩"), ("comment", "দেখুন")]
    doubts = {(each.code, each.severity) for each in understand(document).doubts}
    assert {("tracked-change", "error"), ("comment-unread", "info")} <= doubts
