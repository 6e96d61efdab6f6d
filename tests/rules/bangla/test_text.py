"""One form of text: what is stored, what is compared, in what order it stands."""

from __future__ import annotations

import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from angikar.rules import bangla
from angikar.rules.bangla.bijoy import to_unicode
from angikar.rules.bangla.dates import parse_dates
from angikar.rules.bangla.digits import parse_number, to_bangla
from angikar.rules.bangla.memo import parse_memo
from angikar.rules.bangla.text import graphemes, key, normal, sort_key

bangla_text = st.text(
    alphabet=st.characters(min_codepoint=0x0980, max_codepoint=0x09FE) | st.sampled_from(" \u200c\u200d|<p>*#:।.")
)


@pytest.mark.parametrize(
    ("printed", "stored"),
    [
        ("  তারিখঃ\u00a0২৬ \n ভাদ্র ", "তারিখ: ২৬ ভাদ্র"),
        ("তারিখ ঃ ২৬", "তারিখ : ২৬"),
        ("<p>সভা</p> <p><u>শেষ</u> হয়|</p>", "সভা শেষ হয়।"),
        ("## **বিষয়ঃ** সভা", "বিষয়: সভা"),
        ("মোঃ করিম, ক্রমশঃ, পুনঃ, দুঃখ, ২৬ খ্রিঃ", "মোঃ করিম, ক্রমশঃ, পুনঃ, দুঃখ, ২৬ খ্রিঃ"),
        ("স\u200bভা\ufeff", "সভা"),
        ("অর্জন* ৫ < ৬", "অর্জন* ৫ < ৬"),
        ("ক | খ", "ক | খ"),
        ("<<u>p>ক", "p>ক"),
        ("", ""),
    ],
)
def test_a_field_is_stored_in_one_form(printed: str, stored: str) -> None:
    assert normal(printed) == unicodedata.normalize("NFC", stored)


def test_split_and_precomposed_letters_are_one() -> None:
    assert normal("ক\u09c7\u09be") == normal("ক\u09be\u09c7") == normal("ক\u09cb")
    assert normal("\u09df") == normal("\u09af\u09bc")
    assert normal("\u0985\u09be") == "আ"


def test_the_joiner_that_shapes_a_word_is_kept_in_store_and_dropped_in_comparison() -> None:
    assert normal("র\u200d্যাব") == normal("র\u200c্যাব") == "র\u200d্যাব" != normal("র্যাব")
    assert key("র\u200d্যাব") == key("র্যাব")


@settings(deadline=None)
@given(st.text() | bangla_text)
def test_a_second_pass_changes_nothing(text: str) -> None:
    once = normal(text)
    assert normal(once) == once == unicodedata.normalize("NFC", once)


@given(bangla_text)
def test_the_key_knows_neither_digits_nor_joiners_nor_spaces(text: str) -> None:
    plain = normal(text)
    assert key(to_bangla(plain)) == key(plain) == key(plain.replace("\u200d", "").replace("\u200c", ""))
    assert key(f" {plain} ") == key(plain)


@pytest.mark.parametrize(
    ("one", "other"),
    [("মোঃ করিম", "মো: করিম"), ("মো. করিম", "মোঃ করিম"), ("ই-নথি", "ই নথি"), ("১.২ সভা", "1.2  সভা"), ("E-Gov", "e gov")],
)
def test_two_ways_of_writing_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("১.১", "১১"), ("কমিটি", "কমিটির"), ("সরকারি", "সরকারী"), ("বিষ", "বিশ")])
def test_two_different_texts_have_two_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("সরকারী", "সরকারি"), ("শাষন", "শাসণ"), ("বাড়ী", "বারি"), ("ঊনিশ", "উনিস"), ("দূত", "দুত")]
)
def test_search_takes_look_alike_letters_for_one_another(one: str, other: str) -> None:
    assert key(one, fold=True) == key(other, fold=True)


def test_texts_stand_in_the_official_alphabetical_order() -> None:
    order = "অ অংশ অঃশ অক আ ঈ ঔ ক কই কংস কঁ কক কা কাঁটা কাক কি কৌশল ক্রয় ক্ষমা খ ড ড়া ঢ ঢ়া ত তৎপর তথ্য থ য য়া র হ"
    words = order.split()
    assert sorted(set(words), key=sort_key) == words
    assert sort_key("১") == ((ord("1"),), "১") < sort_key("অ")


def test_a_short_title_is_before_the_longer_one_it_begins() -> None:
    assert sorted(["সভা কক্ষ", "সভাপতি", "সভা"], key=sort_key) == ["সভা", "সভা কক্ষ", "সভাপতি"]


@given(st.lists(bangla_text, max_size=6))
def test_the_order_is_total(texts: list[str]) -> None:
    keys = sorted(map(sort_key, texts))
    assert all(one <= other for one, other in pairwise(keys))
    assert all((sort_key(one) == sort_key(other)) == (normal(one) == normal(other)) for one in texts for other in texts)


@given(st.text() | bangla_text)
def test_the_pieces_of_a_text_make_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text


def test_a_conjunct_is_one_piece() -> None:
    assert graphemes("ক্ষমা বাংলা") == ["ক্ষ", "মা", " ", "বাং", "লা"]


@pytest.mark.parametrize(
    "piece", ["<p", "<", "# ", "কঃ", "ঃ", "নং", "বার", "1.", "1-", "৫ লক্ষ ", "লক্ষ ", "1 জুন ", "*", "|", "্য", "w", "©"]
)
def test_a_hostile_text_is_read_in_a_moment(piece: str) -> None:
    begun = time.process_time()
    for size in (157, 397, 60_000):
        text = (piece * size)[:size]
        for read in (normal, key, sort_key, parse_number, parse_dates, parse_memo, to_unicode):
            read(text)  # type: ignore[operator]
    assert time.process_time() - begun < 10


def test_the_sources_of_the_ground_are_in_the_one_form_themselves() -> None:
    for source in Path(bangla.__file__).parent.glob("*.py"):
        written = source.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", written), source.name
