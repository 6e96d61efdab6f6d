"""Two readings of the same words: the one that is a word of the language wins, and only what that does not settle is doubted."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from angikar.formats.scan.figures import is_dash, is_thrice, numbers, thrice
from angikar.formats.scan.tesseract import Word
from angikar.formats.scan.voting import settled, spelt, voted
from angikar.formats.writers.typeface import font_files


def words(text: str, certainty: float = 90.0) -> list[Word]:
    return [Word(each, (at, 0, at + 1, 1), certainty, (1, 1, 1)) for at, each in enumerate(text.split())]


@pytest.mark.parametrize(
    ("first", "second", "chosen", "is_unsure"),
    [
        ("বার্ষিক প্রতিবেদন", "বার্ষিক প্রতিবেদন", "বার্ষিক প্রতিবেদন", False),
        ("কার্যব্রম গ্রহণ", "কার্যক্রম গ্রহণ", "কার্যক্রম গ্রহণ", False),
        ("লক্ষ্যমাত্রা ২০২১-২২", "লক্ষ্যমাত্র। ২০২১-২২", "লক্ষ্যমাত্রা ২০২১-২২", False),
        ("ব্রেমাসিক সভা", "ত্রেমাসিক সভা", "ত্রৈমাসিক সভা", True),
        ("৫ জন", "৬ জন", "৫ জন", True),
        ("সভার তারিখ", "সভার . তারিখ", "সভার তারিখ", True),
        ("অর্থ বিভাগ", "অর্থে বিভাগ", "অর্থ বিভাগ", True),
        ("কার্য ভ্রঞম", "কার্যক্রম", "কার্যক্রম", True),
    ],
)
def test_the_language_settles_what_two_readings_say(first: str, second: str, chosen: str, is_unsure: bool) -> None:
    vote = voted(words(first), words(second))
    assert (" ".join(word.text for word in vote.words), bool(vote.open)) == (chosen, is_unsure)


@pytest.mark.parametrize(
    ("first", "second", "third", "chosen", "left"),
    [
        ("৫ জন", "৬ জন", "৫ জন", "৫ জন", 0),
        ("৫ জন", "৬ জন", "৬ জন", "৬ জন", 0),
        ("৫ জন", "৬ জন", "৭ জন", "৫ জন", 1),
        ("নোটিশ বোর্ড", "নোটিশ", "নোটিশ বোর্ড", "নোটিশ বোর্ড", 0),
        ("সভার তারিখ", "সভার . তারিখ", "সভার তারিখ", "সভার তারিখ", 0),
        ("সভার তারিখ", "সভার . তারিখ", "সভার . তারিখ", "সভার তারিখ", 1),
        ("অর্থ বিভাগ ৫ জন", "অর্থে বিভাগ ৬ জন", "অর্থ বিভাগ ৭ জন", "অর্থ বিভাগ ৫ জন", 1),
        ("৫ জন", "৬ জন", "", "৫ জন", 1),
    ],
)
def test_a_third_reading_settles_what_it_says_like_one_of_two(
    first: str, second: str, third: str, chosen: str, left: int
) -> None:
    vote = settled(voted(words(first), words(second)), words(third))
    assert (" ".join(word.text for word in vote.words), len(vote.open)) == (chosen, left)
    assert len(vote.unsure) >= min(left, 1)
    assert [word.box for word in vote.words] == [word.box for word in words(first)]


def test_a_word_of_the_first_keeps_its_place() -> None:
    (word,) = voted(words("কার্যব্রম"), [Word("কার্যক্রম", (5, 5, 9, 9), 50.0, (1, 1, 1))]).words
    assert word.box == (0, 0, 1, 1)


@pytest.mark.parametrize(("seen", "meant"), [("সুচকের", "সূচকের"), ("সূচকের", "সূচকের"), ("টঠড", "টঠড"), ("৫", "৫")])
def test_a_short_vowel_for_a_long_one_is_set_right(seen: str, meant: str) -> None:
    assert spelt(seen) == meant


@pytest.mark.parametrize(
    ("text", "expected"), [("-", True), ("–", True), ("১", False), (".", False), ("০", False), ("- -", False)]
)
def test_one_low_short_stroke_is_a_dash_and_no_figure(text: str, expected: bool) -> None:
    paper = Image.new("L", (200, 120), 255)
    ImageDraw.Draw(paper).text((60, 20), text, font=ImageFont.truetype(str(font_files()[0]), 40), fill=0)
    assert is_dash((255 - np.asarray(paper)).astype(np.float32) / np.float32(255)) is expected


def test_a_figure_is_shown_three_times_in_a_row() -> None:
    paper = Image.new("L", (300, 120), 255)
    ImageDraw.Draw(paper).text((90, 20), "২৭", font=ImageFont.truetype(str(font_files()[0]), 40), fill=0)
    row = (255 - np.asarray(thrice(paper))).astype(np.float32) / np.float32(255)
    assert is_thrice("২৭", numbers(row) or "")
    assert not is_thrice("২৯", numbers(row) or "")
