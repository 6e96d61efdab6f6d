"""PDF in a layout that is not ours: signs drawn out of order, words and rows broken by narrow columns and by the ends of pages."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from angikar.assets import FONT_DIR, SERIF
from angikar.formats.pdf_text.glyph_order import TextLetter, mended, spelled
from angikar.formats.pdf_text.line_joins import PrintedLine, cell_text
from angikar.formats.readers.pdf import read_pdf
from angikar.rules.document import Document, Paragraph, Table

HEAD = "table.header(repeat: true, [ক্রমিক], [আলোচনা], [সিদ্ধান্ত], [বাস্তবায়নকারী])"
SAID = "সভায় নমুনা সেবার মান উন্নয়ন ও দপ্তর/সংস্থার ই-সেবা কার্যক্রমের অগ্রগতি নিয়ে আলোচনা করা হয়। " * 6


def typeset(folder: Path, body: str, page: str = "width: 420pt, height: 300pt, margin: 40pt") -> Document:
    """The Document of a PDF of this Typst source, set in our face without the house's own template."""
    return read_pdf(made_of(folder, body, page))


def made_of(folder: Path, body: str, page: str = "width: 420pt, height: 300pt, margin: 40pt") -> bytes:
    """The PDF of this Typst source."""
    source = folder / "paper.typ"
    source.write_text(
        f'#set page({page})\n#set text(font: "{SERIF}", size: 10pt, hyphenate: false)\n{body}', encoding="utf-8"
    )
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_DIR)])
    made = typst.compile(str(source), format="pdf", font_paths=fonts)
    assert isinstance(made, bytes)
    return made


def rows(document: Document) -> list[list[str]]:
    """The rows of every table without the repeated heads."""
    return [list(row.texts) for table in document.tables() for row in table.rows if row.texts[0] != "ক্রমিক"]


def at(char: str, x0: float, x1: float, *, point: float = -1.0, made: bool = False) -> TextLetter:
    """A letter of a line that stands at 12 points, drawn where it begins or at a point given."""
    return TextLetter(char, (x0, 4.0, x1, 12.0), (x0 if point < 0 else point, 12.0), made=made)


def glyph(text: str, x0: float, x1: float) -> list[TextLetter]:
    """One glyph that stands for several characters, its box shared between them."""
    step = (x1 - x0) / len(text)
    return [at(char, x0 + step * n, x0 + step * (n + 1), point=x0) for n, char in enumerate(text)]


def test_a_reph_drawn_late_with_the_text_of_its_cluster_is_not_said_twice() -> None:
    late = [
        TextLetter(each.char, (each.box[0], 0.0, each.box[2], 4.0), (26.0, 12.1)) for each in glyph("র্ব", 22.0, 26.0)
    ]
    line = [
        *glyph("নি", 0, 12),
        *glyph("র্ব", 12, 24),
        at("া", 24, 28),
        at("চ", 28, 36),
        *late,
        at(" ", 26, 26, made=True),
        at("ন", 36, 44),
    ]
    assert spelled(mended(line)) == "নির্বাচন"


def test_a_sign_drawn_late_goes_to_the_letter_it_lies_under() -> None:
    line = [
        at("অ", 0, 10),
        at("ন", 10, 18),
        at("স", 18, 26),
        at("র", 26, 33),
        at("ণ", 33, 40),
        at("ু", 13, 18.5, point=18.4),
    ]
    assert spelled(mended(line)) == "অনুসরণ"


def test_a_quotation_mark_of_another_face_is_read_where_it_is_seen() -> None:
    line = [*glyph("ন", 0, 8), at(" ", 11, 14, made=True), *glyph("শী", 14, 24), at("’", 8.2, 10.5), at("ষ", 24, 31)]
    assert spelled(mended(line)) == "ন’ শীষ"
    line[4] = at("‘", 11.5, 13.8)
    assert spelled(mended(line)) == "ন ‘শীষ"


def test_a_blank_without_a_gap_goes_and_a_gap_without_a_blank_is_one() -> None:
    false = [at("ক", 0, 8), at("ৃ", 2, 6, point=7), at(" ", 8, 8, made=True), at("ত", 7.8, 15)]
    assert spelled(mended(false)) == "কৃত"
    assert spelled(mended([at("দ", 0, 6), at("ব", 9.2, 15)])) == "দ ব"
    assert spelled(mended([at("ম", 0, 6), at("ম", 6.1, 12), at("১", 15, 18), at("২", 18.6, 22)])) == "মম১২"


def joined_cell(*lines: tuple[str, float, float], right: float = 60.0, known: frozenset[str] = frozenset()) -> str:
    """The text of a cell of lines given by text, right edge and breadth of the first word; they begin at 0."""
    return cell_text(
        [PrintedLine(text, (0.0, 14.0 * n, x1, 14.0 * n + 10), head=head) for n, (text, x1, head) in enumerate(lines)],
        right,
        known,
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([("সংখ্য", 59, 59), ("া", 4, 4)], "সংখ্যা"),
        ([("অসাধার", 56, 56), ("ণ", 7, 7)], "অসাধারণ"),
        ([("১৫০০০", 58, 58), ("০০", 12, 12)], "১৫০০০০০"),
        ([("৩", 5, 5), ("১.০৩.২০", 48, 48), ("২৩", 12, 12)], "৩১.০৩.২০২৩"),
        ([("৩১.০৭.১৮", 59, 59), ("৩১.১০.১৮", 59, 59)], "৩১.০৭.১৮ ৩১.১০.১৮"),
        ([("কর্মকর্তা/", 50, 50), ("কর্মচারী", 40, 40)], "কর্মকর্তা/কর্মচারী"),
        ([("প্রণীত কর্ম-", 55, 30), ("পরিকল্পনা", 45, 45)], "প্রণীত কর্ম-পরিকল্পনা"),
        ([("প্রণীত", 30, 30), ("প্রতিবেদন", 45, 45)], "প্রণীত প্রতিবেদন"),
        ([("প্রথম;", 20, 20), ("দ্বিতীয়", 20, 20)], "প্রথম;\nদ্বিতীয়"),
        ([("nego-", 58, 58), ("tiation", 30, 30)], "negotiation"),
        ([("co-", 50, 50), ("operation", 50, 50)], "co-operation"),
    ],
)
def test_lines_of_a_cell_are_joined_as_they_were_broken(lines: list[tuple[str, float, float]], text: str) -> None:
    assert joined_cell(*lines, known=frozenset({"negotiation", "operation"})) == text


def test_a_full_line_of_one_known_word_is_not_joined_to_the_next() -> None:
    lines = (("কর্মসম্পাদন", 58.0, 58.0), ("সূচক", 20.0, 20.0))
    assert joined_cell(*lines, known=frozenset({"কর্মসম্পাদন", "সূচক"})) == "কর্মসম্পাদন সূচক"
    assert joined_cell(*lines, known=frozenset({"সূচক"})) == "কর্মসম্পাদন সূচক"
    assert joined_cell(*lines, known=frozenset({"কর্মসম্পাদনসূচক"})) == "কর্মসম্পাদনসূচক"


def test_a_row_that_goes_on_overleaf_is_one_row_and_its_paragraphs_stay_parted(tmp_path: Path) -> None:
    cells = f"[১], [নমুনা সেবা সম্পর্কে আলোচনা:\\ {SAID}], [১) অগ্রগতি জানাতে হবে।\\ ২) সনদ প্রকাশ করতে হবে।], [সকল]"
    found = typeset(tmp_path, f"#table(columns: (40pt, 1fr, 90pt, 60pt), {HEAD}, {cells}, [২], [বিবিধ], [নাই], [সকল])")
    assert len(list(found.tables())) > 1
    assert rows(found) == [
        ["১", f"নমুনা সেবা সম্পর্কে আলোচনা:\n{SAID.strip()}", "১) অগ্রগতি জানাতে হবে।\n২) সনদ প্রকাশ করতে হবে।", "সকল"],
        ["২", "বিবিধ", "নাই", "সকল"],
    ]


def test_a_row_that_begins_overleaf_stays_a_row_of_its_own(tmp_path: Path) -> None:
    lines = "".join(f"[{number}], [{SAID[:170]}], [গ্রহণ করা হলো], [সকল], " for number in "১২৩৪৫৬")
    found = typeset(
        tmp_path,
        f"#table(columns: (40pt, 1fr, 90pt, 60pt), {HEAD}, ..({lines}).map(it => table.cell(breakable: false, it)))",
    )
    assert [row[0] for row in rows(found)] == list("১২৩৪৫৬")


def test_a_paragraph_that_goes_on_overleaf_is_one_paragraph(tmp_path: Path) -> None:
    found = typeset(tmp_path, f"#set par(justify: true)\n#v(190pt)\n{SAID}\n\n১। পরের অনুচ্ছেদ।")
    assert [block.text for block in found.blocks if isinstance(block, Paragraph)] == [SAID.strip(), "পরের অনুচ্ছেদ।"]


def test_a_narrow_column_takes_no_hyphen_and_adds_no_blank(tmp_path: Path) -> None:
    found = typeset(tmp_path, "#table(columns: (62pt, 58pt), [বিতরণকৃত ই-পাসপোর্ট], [কর্মকর্তা/কর্মচারী])")
    assert [table.rows[0].texts for table in found.tables()] == [("বিতরণকৃত ই-পাসপোর্ট", "কর্মকর্তা/কর্মচারী")]
    assert all(isinstance(block, Table) for block in found.blocks)
