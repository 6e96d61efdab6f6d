"""Pages of PDF: lines become paragraphs again, page numbers go, runs in a Bijoy face come as Unicode."""

from __future__ import annotations

import io

import pikepdf
import pytest

from angikar.formats.pdf_text.line_joins import PrintedLine, paragraphs
from angikar.formats.readers.pdf import read_pdf
from angikar.formats.word import is_bijoy_face
from angikar.formats.writers.pdf import write_pdf
from angikar.rules.document import Document, Paragraph
from tests.formats.samples import letter, wide_plan

LONG = "নমুনা সেবার মান উন্নয়নের লক্ষ্যে অধিদপ্তরের সকল কার্যালয়ে নিম্নবর্ণিত ব্যবস্থা গ্রহণ করতে হবে " * 4


def set_in(*runs: tuple[str, str]) -> bytes:
    """A PDF of one page that shows each text in the face of that name, none of them in the file."""
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        faces = {face: f"/F{number}" for number, (face, _) in enumerate(runs)}
        pdf.pages[0].Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(
                {
                    key: pikepdf.Dictionary(
                        Type=pikepdf.Name.Font,
                        Subtype=pikepdf.Name.TrueType,
                        BaseFont=pikepdf.Name("/" + face),
                        Encoding=pikepdf.Name.WinAnsiEncoding,
                    )
                    for face, key in faces.items()
                }
            )
        )
        shown = b"".join(
            f"{faces[face]} 12 Tf ".encode() + b"<" + text.encode("cp1252").hex().encode() + b"> Tj "
            for face, text in runs
        )
        pdf.pages[0].Contents = pdf.make_stream(b"BT 72 700 Td " + shown + b"ET")
        pdf.save(made)
    return made.getvalue()


def test_runs_in_a_bijoy_face_become_unicode_and_others_stay() -> None:
    made = set_in(("SutonnyMJ", "Awdm Kg©KZ©v "), ("Helvetica", "Memo Awdm "), ("ABCDEF+SutonnyMJ-Bold", "‡`k"))
    assert read_pdf(made).text == "অফিস কর্মকর্তা Memo Awdm দেশ"


@pytest.mark.parametrize(
    ("face", "old"),
    [
        ("SutonnyMJ", True),
        ("ABCDEF+SutonnyMJ-Bold", True),
        ("KarnaphuliMJ", True),
        ("SutonnyOMJ", False),
        ("Nikosh", False),
        ("", False),
    ],
)
def test_a_bijoy_face_is_known_by_its_name(face: str, old: bool) -> None:
    assert is_bijoy_face(face) is old


def test_a_paragraph_broken_into_lines_is_one_again_and_the_next_is_another() -> None:
    paper = Document(
        (Paragraph(LONG.strip(), align="justify"), Paragraph(LONG.strip(), "২।", "left"), Paragraph("শেষ।"))
    )
    found = [block for block in read_pdf(write_pdf(paper)).blocks if isinstance(block, Paragraph)]
    assert [(each.label, len(each.text.split())) for each in found] == [("", 52), ("২।", 52), ("", 1)]
    assert [each.place.line for each in found] == [1, 5, 9]


def test_the_lines_of_a_signature_and_of_addresses_stay_apart() -> None:
    text = read_pdf(write_pdf(letter())).text
    assert "(কাল্পনিক কর্মকর্তা)\nউপপরিচালক (প্রশাসন)\n" in text
    assert "ঢাকা।\n২। অফিস কপি।" in text


def test_page_numbers_at_the_foot_are_left_out_and_others_stay() -> None:
    assert "পৃষ্ঠা" not in read_pdf(write_pdf(wide_plan())).text
    assert "পৃষ্ঠা ৩" in read_pdf(write_pdf(Document((Paragraph("পৃষ্ঠা ৩"), Paragraph("ক"))))).text


def test_what_the_foot_of_every_page_says_beside_its_number_is_left_out() -> None:
    stamp = "জনাব রফিক হাসান, মহাপরিচালক · ১০ জুলাই ২০২২\nদুই পক্ষের স্বাক্ষর ছাড়া জারি; কারণ: কাগজে স্বাক্ষরিত; মূল কপি দপ্তরে আছে।"
    for document in (wide_plan(), Document((Paragraph("পৃষ্ঠা ৩"), *[Paragraph("নদীর তথ্য প্রকাশ করা হবে।")] * 90))):
        assert read_pdf(write_pdf(document, stamp=stamp)).text == read_pdf(write_pdf(document)).text


def test_a_sentence_of_the_paper_below_its_page_number_stays() -> None:
    def line(text: str, top: float, size: float) -> PrintedLine:
        return PrintedLine(text, (50.0, top, 545.0, top + size), size=size)

    page = [line("সভা হবে।", 100, 11), line("পৃষ্ঠা ১ / ২", 790, 9), line("মূল কপি দপ্তরে আছে।", 802, 9)]
    assert [each.text for _, each in paragraphs(page, 842, 1)] == ["সভা হবে।"]
    page[-1] = line("প্রতিবেদন ১০ জুলাইয়ের মধ্যে পাঠাবেন।", 802, 11)
    assert [each.text for _, each in paragraphs(page, 842, 1)] == ["সভা হবে।", "প্রতিবেদন ১০ জুলাইয়ের মধ্যে পাঠাবেন।"]


def test_a_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    full, short = (50.0, 100.0, 545.0, 112.0), (50.0, 116.0, 400.0, 128.0)
    lines = [
        PrintedLine("ক " * 60, full),
        PrintedLine("খ " * 40, short),
        PrintedLine("গ ঘ", (50.0, 132.0, 90.0, 144.0)),
    ]
    found = [made for _, made in paragraphs(lines, 842, 1)]
    assert [each.text[0] for each in found] == ["ক", "গ"]
    assert found[0].place.box == (50.0, 100.0, 545.0, 128.0)
