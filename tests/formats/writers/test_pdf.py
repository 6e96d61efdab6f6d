"""The official PDF: archival, its own data inside, every word readable, nothing cut, the same to the byte."""

from __future__ import annotations

import datetime
import io
import json
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.formats import Unprintable
from angikar.formats.writers.official import sections
from angikar.formats.writers.pdf import write_pdf
from angikar.rules.document import Cell, Document, Heading, PageBreak, Paragraph, Row, Signature, Table
from tests.formats.papers import DOCUMENTS
from tests.formats.papers import read_here as read
from tests.formats.samples import SMOKE_LINES, letter, row, wide_plan

MOMENT = datetime.datetime(2022, 10, 13, 6, 30, tzinfo=datetime.UTC)
ALIGNED_LEFT = 62.4  # points: 22 mm


def pages_of(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def test_it_is_an_archival_tagged_pdf_in_bangla() -> None:
    with pikepdf.open(io.BytesIO(write_pdf(letter(), attachment="{}"))) as pdf:
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"]) == ("3", "A", "1")
        assert meta["dc:title"] == "নমুনা পরিপত্র"
        assert str(pdf.Root.Lang).startswith("bn")
        assert bool(pdf.Root.MarkInfo.Marked)
        fonts = [
            obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
        assert all("AngikarSerifBengali" in str(font.FontName) for font in fonts)


def test_the_attachment_says_what_it_is_to_the_paper() -> None:
    with pikepdf.open(io.BytesIO(write_pdf(letter(), attachment='{"a": 1}'))) as pdf:
        (associated,) = pdf.Root.AF
        assert str(associated.AFRelationship) == "/Source"
        assert str(associated.UF) == "data.json"


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_data_comes_back_exactly(attachment: str) -> None:
    assert read(write_pdf(letter(), attachment=attachment), "x").carried == (attachment,)


def test_without_an_attachment_none_comes_back() -> None:
    assert read(write_pdf(letter()), "x").carried == ()


def test_a_fixed_moment_gives_identical_bytes() -> None:
    first, second = (write_pdf(wide_plan(), attachment="{}", timestamp=MOMENT) for _ in range(2))
    assert first == second
    assert write_pdf(wide_plan(), attachment="{ }", timestamp=MOMENT) != first


def test_pages_turn_where_the_paper_says() -> None:
    made = write_pdf(wide_plan())
    sizes = [tuple(round(side) for side in page.get_mediabox()) for page in pypdfium2.PdfDocument(made)]
    assert sizes == [(0, 0, 595, 842), (0, 0, 842, 595), (0, 0, 842, 595), (0, 0, 595, 842)]
    assert [text.strip().splitlines()[-1] for text in pages_of(made)] == [f"পৃষ্ঠা {n} / ৪" for n in "১২৩৪"]


def test_header_rows_repeat_on_every_page_of_a_table() -> None:
    texts = pages_of(write_pdf(wide_plan()))
    assert all("নির্ণায়ক" in text and "অসাধারণ" in text for text in texts[1:3])


def test_the_grid_of_the_printed_table_is_read_back_with_its_spans() -> None:
    (table, _) = read(write_pdf(wide_plan()), "x").tables()
    spans = [(cell.place.cell, cell.colspan, cell.rowspan) for cell in table.rows[0].cells]
    assert spans == [(x, 1, 2) for x in range(9)] + [(9, 5, 1), (14, 1, 2), (15, 1, 2), (16, 1, 2)]
    assert len(table.widths) == 17
    figures = ("৩", "১,২৩,৪৫৬", "১,৩০,০০০")
    assert all(tuple(text for text in row.texts if text in figures)[:3] == figures for row in table.rows[2:])


def test_the_words_of_the_letter_are_read_back() -> None:
    written = letter().text.split()
    found = set(read(write_pdf(letter()), "x").text.split())
    assert sum(word in found for word in written) >= 0.95 * len(written)


def test_conjuncts_survive_print_and_extraction() -> None:
    made = write_pdf(Document(tuple(Paragraph(line) for line in SMOKE_LINES)))
    words = " ".join(SMOKE_LINES).split()
    found = set(" ".join(pages_of(made)).split())
    assert sum(word in found for word in words) >= 0.95 * len(words)


@pytest.mark.parametrize("lang", ["bn", "en"])
def test_the_stamp_is_at_the_foot_of_every_page(lang: str) -> None:
    made = write_pdf(wide_plan(), stamp="চূড়ান্ত দাখিল: ২৮ জুন ২০২২", lang="en" if lang == "en" else "bn")
    assert all("চূড়ান্ত দাখিল: ২৮ জুন ২০২২" in text for text in pages_of(made))
    assert ("Page 1 / 4" in pages_of(made)[0]) == (lang == "en")


@pytest.mark.parametrize(
    "trick",
    [
        '#panic("x")',
        "$x^2$ *b* _i_ @ref <l>",
        "#sys.inputs",
        "\\u{1F600}",
        "= h",
        "// c",
        "/* c */",
        "```a```",
        "--- ~",
        '"q"',
        "%%EOF",
    ],
)
def test_what_looks_like_an_instruction_is_printed_literally(trick: str) -> None:
    made = write_pdf(
        Document((Heading(trick), Paragraph(trick, trick), Table((row(trick, "ক"),)), Signature((trick,))))
    )
    assert "".join(pages_of(made)).replace("\r\n", " ").count(trick) == 5


@pytest.mark.parametrize(
    ("character", "code"), [("✓", "U+2713"), ("😀", "U+1F600"), ("中", "U+4E2D"), ("\x07", "U+0007")]
)
def test_a_character_without_a_glyph_is_named(character: str, code: str) -> None:
    for block in (
        Paragraph(f"ক{character}"),
        Table((row("ক", character),)),
        Signature((character,)),
        Heading(character),
    ):
        with pytest.raises(Unprintable) as refused:
            write_pdf(Document((block,)))
        assert code in refused.value.message
        assert code in refused.value.message_en
        assert refused.value.character == character


def test_harmless_characters_are_exchanged() -> None:
    made = write_pdf(Document((Paragraph("ই\u2011জিপি \uf0b7 ক\u00ad খ\ufeff\u200d"),)))
    assert "ই-জিপি • ক খ" in pages_of(made)[0]


def test_no_word_of_a_narrow_column_runs_over_its_border() -> None:
    word = "আন্তঃপ্রতিষ্ঠানিকীকরণসংক্রান্ত"
    table = Table((Row(tuple(Cell(word) for _ in range(8))), Row(tuple(Cell("ক") for _ in range(8)))))
    (found,) = read(write_pdf(Document((table,))), "x").tables()
    assert found.rows[0].texts == (word,) * 8


def test_a_line_longer_than_any_word_breaks_within_its_cell() -> None:
    long = "https://example.invalid/" + "a" * 300
    (found,) = read(write_pdf(Document((Table((row(long, "ক"), row("খ", "গ"))),))), "x").tables()
    assert found.rows[0].texts[0].replace(" ", "") == long
    assert found.rows[0].texts[1] == "ক"


def test_a_row_longer_than_a_page_goes_on_overleaf() -> None:
    made = write_pdf(Document((Table((row("ক", "নমুনা আলোচনা ও সিদ্ধান্ত। " * 400), row("খ", "শেষ"))),)))
    assert sum(text.count("নমুনা") for text in pages_of(made)) == 400
    assert "শেষ" in pages_of(made)[-1]


def test_two_parties_sign_side_by_side() -> None:
    document = Document((Signature(("বামে",), "left"), Signature(("ডানে",), "right"), Signature(("নিচে",), "right")))
    (section,) = sections(document)
    assert section["blocks"] == [
        {"kind": "signatures", "slots": [["বামে"], ["ডানে"]]},
        {"kind": "signatures", "slots": [[], ["নিচে"]]},
    ]


@pytest.mark.parametrize("last", ["নমুনা বাক্য শেষ হলো।", "নমুনা বাক্য দীর্ঘ হয়ে শেষ হলো। " * 8])
def test_no_page_holds_only_a_signature(last: str) -> None:
    """However many lines come before it, what a signature follows is on its page."""
    for lines in range(24, 40):
        body = (*(Paragraph("নমুনা লাইন") for _ in range(lines)), Paragraph(last), Paragraph("স্বাক্ষরিত:", strong=True))
        made = write_pdf(Document((*body, Signature(("নাম", "পদ"), "left"), Signature(("অন্য", "পদ"), "right"))))
        page = next(text for text in pages_of(made) if "অন্য" in text)
        assert "স্বাক্ষরিত" in page, lines
        assert "শেষ হলো" in page, lines


def test_a_paragraph_longer_than_a_page_before_a_signature_is_printed_whole() -> None:
    made = write_pdf(Document((Paragraph("নমুনা আলোচনা ও সিদ্ধান্ত। " * 400), Signature(("নাম",), "right"))))
    assert sum(text.count("নমুনা") for text in pages_of(made)) == 400


def test_alignment_is_seen_on_the_page() -> None:
    made = write_pdf(Document((Paragraph("ক"), Paragraph("ক", align="center"), Paragraph("ক", align="right"))))
    layer = pypdfium2.PdfDocument(made)[0].get_textpage()
    lefts = [layer.get_charbox(index)[0] for index, char in enumerate(layer.get_text_range()) if char == "ক"]
    assert lefts[0] == pytest.approx(ALIGNED_LEFT, abs=2)
    assert lefts[1] == pytest.approx(297.6, abs=8)
    assert lefts[2] > 520


def test_a_page_break_at_the_end_makes_no_page() -> None:
    blocks = (PageBreak(), Paragraph("ক"), PageBreak(), PageBreak(landscape=True), PageBreak())
    assert len(pages_of(write_pdf(Document(blocks)))) == 1
    assert len(pages_of(write_pdf(Document(())))) == 1


def test_the_blocks_handed_to_the_template_are_plain_json() -> None:
    assert json.loads(json.dumps(sections(wide_plan()))) == sections(wide_plan())


def test_many_threads_write_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: write_pdf(letter(), timestamp=MOMENT), range(8)))
    assert len(set(made)) == 1


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS)
def test_every_document_prints(document: Document) -> None:
    made = write_pdf(document, attachment="[]", timestamp=MOMENT)
    assert made.startswith(b"%PDF-1.7")
    assert read(made, "x").carried == ("[]",)


def test_a_contents_page_names_each_heading_with_its_page() -> None:
    parts = [(PageBreak(), Heading(f"অংশ {name}", 2), Paragraph("কথা")) for name in "কখগ"]
    blocks = (Heading("নমুনা"), PageBreak(contents="সূচিপত্র"), *(block for part in parts for block in part))
    pages = pages_of(write_pdf(Document(blocks, title="নমুনা")))
    found = read(write_pdf(Document(blocks, title="নমুনা")), "x")
    listed = [block.text for block in found.blocks if isinstance(block, Paragraph) and block.place.page == 2]
    assert (len(pages), listed) == (5, ["সূচিপত্র", "অংশ ক ৩", "অংশ খ ৪", "অংশ গ ৫"])
