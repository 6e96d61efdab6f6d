"""The baked face draws every Bengali cluster as before and lets it be copied whole out of a PDF."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pypdfium2
import pytest
import typst
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops

from angikar.assets import FONT_DIR, SERIF
from tools.assets import PLAIN_FONTS

SMOKE = (
    "শুদ্ধাচার কর্মসম্পাদন ক্রমপুঞ্জিভূত বস্ত্র স্ত্রী লক্ষ্মী সূক্ষ্ম যক্ষ্মা মন্ত্রিপরিষদ রাষ্ট্রীয় উদ্ভাবন",
    "ব্রাহ্মণ দ্বন্দ্ব তত্ত্ব উজ্জ্বল প্রতিদ্বন্দ্বী বাঞ্ছা কণ্ঠ আকাঙ্ক্ষা",
    "নির্বাচন কার্য কর্মকর্তা ব্যবস্থা গভর্ন্যান্স দৈর্ঘ্য",
    "র‍্যাব র‌্যাব র্যাব",
    "কি কী কু কূ কৃ কে কৈ কো কৌ গু শু রু রূ হু হৃ",
    "উৎস দুঃখ চাঁদা বাড়ি আষাঢ় সময় ৳ ১,২৩,৪৫,৬৭৮.৯০",
    "১০০% 100% ই-জিপি ৩১.০৭.২০১৮",
    "ষ্ট্রু দ্ভূ জ্জ্বূ ন্দ্বূ স্ক্রু",
)
"""Conjuncts, reph, both joiners, every vowel sign, nukta letters, digits of both scripts and stacked marks."""

PROSE = (
    "প্রতিটি কার্যালয় অর্থবছরের শুরুতে কর্মপরিকল্পনা প্রণয়ন করিয়া ঊর্ধ্বতন কর্তৃপক্ষের নিকট দাখিল করিবে এবং ত্রৈমাসিক "
    "অগ্রগতির প্রতিবেদন পরবর্তী মাসের প্রথম সপ্তাহের মধ্যে প্রেরণ করিবে।",
    "কোনো সূচকের লক্ষ্যমাত্রা পূরণ না হইলে উহার কারণ, গৃহীত ব্যবস্থা ও সম্ভাব্য সমাপ্তির তারিখ সুস্পষ্টভাবে উল্লেখ করিতে হইবে; "
    "মৌখিক ব্যাখ্যা গ্রহণযোগ্য হইবে না।",
)

PAGE = """
#set document(title: "smoke")
#set page(width: 14cm, height: auto, margin: 1cm)
#set text(font: sys.inputs.family, lang: "bn", region: "BD", fallback: false, hyphenate: false)
#for line in json(bytes(sys.inputs.lines)) [
  #par(line)
  #par(strong(line))
]
"""
STYLES = ["Regular", "Bold"]


def _face(style: str) -> TTFont:
    return TTFont(FONT_DIR / f"{SERIF.replace(' ', '')}-{style}.ttf")


def _typeset(lines: tuple[str, ...], kind: str, family: str = SERIF, folder: Path = FONT_DIR) -> bytes:
    """The lines, each plain and bold, on one page."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
    inputs = {"family": family, "lines": json.dumps(lines)}
    # The archive standard makes typst refuse a missing glyph instead of leaving a gap.
    standards = ["a-2b"] if kind == "pdf" else []
    page = typst.compile(PAGE.encode(), format=kind, font_paths=fonts, sys_inputs=inputs, pdf_standards=standards)
    assert isinstance(page, bytes)
    return page


def _text(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


@pytest.mark.parametrize("style", STYLES)
def test_the_face_has_every_letter_sign_and_digit_a_paper_uses(style: str) -> None:
    needed = {ord(letter) for line in SMOKE for letter in line} | set(range(0x20, 0x7F))
    needed |= {ord(sign) for sign in "০১২৩৪৫৬৭৮৯৳।॥\u00a0\u200c\u200d–—‘’“”•"}
    assert sorted(chr(code) for code in needed - set(_face(style).getBestCmap())) == []


@pytest.mark.parametrize("style", STYLES)
def test_the_face_bears_our_name_and_not_the_reserved_one(style: str) -> None:
    names = _face(style)["name"]
    assert (names.getDebugName(1), names.getDebugName(2)) == (SERIF, style)
    assert not [n.nameID for n in names.names if n.nameID in (1, 3, 4, 6, 16, 25) and "Noto" in n.toUnicode()]
    assert "SIL OPEN FONT LICENSE" in (FONT_DIR / "OFL.txt").read_text()


def test_every_cluster_comes_back_once_from_the_pdf() -> None:
    # White space aside: PDFium drops a lone space between two words of one cluster each.
    wanted = "".join("".join(line.split()) * 2 for line in SMOKE)
    assert "".join(_text(_typeset(SMOKE, "pdf")).split()) == wanted


def test_ninety_five_of_a_hundred_words_of_prose_come_back_whole() -> None:
    words = " ".join(PROSE).split()
    found = _text(_typeset(PROSE, "pdf")).split()
    whole = sum(min(found.count(word), 2 * words.count(word)) for word in set(words))
    assert whole / (2 * len(words)) >= 0.95


def test_a_missing_glyph_is_refused_and_not_drawn_as_a_box() -> None:
    with pytest.raises(typst.TypstError):
        _typeset(("অঙ্গীকার \u4e2d",), "pdf")


def test_baking_changes_no_line_to_the_eye() -> None:
    ours, plain = (
        Image.open(io.BytesIO(_typeset(SMOKE + PROSE, "png", family, folder))).convert("L")
        for family, folder in ((SERIF, FONT_DIR), ("Noto Serif Bengali", PLAIN_FONTS))
    )
    assert ours.size == plain.size
    # A stroke that moves a pixel (a thirtieth of a letter's height) differs by far more than half of black.
    changed = sum(ImageChops.difference(ours, plain).histogram()[128:])
    ink = sum(plain.histogram()[:128])
    assert ink > 0
    assert changed / ink < 0.005
