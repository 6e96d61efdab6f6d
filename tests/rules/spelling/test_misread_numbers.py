"""The numbers that say how near a misread word is: each is shown by an invented word that another number reads wrongly."""

from __future__ import annotations

import pytest

from angikar.rules.spelling import cost as costs
from angikar.rules.spelling import misread as reader

BY_WORD = (
    ("_STRATEGY_LIKE", 75, "শুক্কচার", ("শুদ্ধাচার",)),
    ("_STRATEGY_LIKE", 60, "শপথাচার", ()),
    ("_SHORT", 5, "আণ্ত", ("আন্ত",)),
    ("_STEM", 5, "আদেষের", ("আদেশের",)),
    ("_MARGIN", 0.3, "বিশ্বস", ("বিশ্বাস", "বিশ্ব")),
    ("_MARGIN", 0.9, "অপছন্কে", ("অপছন্দে",)),
    ("_FAR", 2, "নিমনর্ণিতের", ("নিম্নবর্ণিতের", "নিবন্ধিতের")),
    ("_FEW", 1, "প্রবণ", ("শ্রবণ", "প্রবীণ")),
    ("_FEW", 3, "তাঁেরকে", ()),
    ("_SWAP", 1.0, "নিদের্শ", ("নির্দেশ",)),
    ("_REACH", ((6, 0.3), (8, 0.7), (11, 1.2)), "প্কথম", ("প্রথম",)),
    ("_REACH", ((6, 0.6), (8, 0.7), (11, 1.2)), "শৃরু", ()),
    ("_REACH", ((6, 0.4), (8, 0.5), (11, 1.2)), "ব্যুরকে", ("ব্যুরোকে",)),
    ("_REACH", ((6, 0.4), (8, 1.0), (11, 1.2)), "প্দনীত", ()),
    ("_REACH", ((6, 0.4), (8, 0.7), (11, 1.0)), "মরঞ্জমগুলো", ("সরঞ্জামগুলো",)),
    ("_REACH", ((6, 0.4), (8, 0.7), (11, 1.5)), "উপপবিচাল", ()),
    ("_REACH_OF_LONG", 1.2, "স্কাচ্ছন্দতয", ("স্বাচ্ছন্দ্য",)),
    ("_HASANTA_COST", 1.0, "সভাককষ", ("সভাকক্ষ",)),
    ("_SIGN_COST", 1.0, "জববদিহি", ("জবাবদিহি",)),
    ("_LETTER_COST", 0.6, "অনুীলন", ()),
    ("_CONJUNCT_COST", 0.5, "উ্রেন", ("ড্রেন",)),
    ("_ALIKE_COST", 1.0, "অষিবাসী", ("অধিবাসী",)),
    ("_OTHER_SIGN_COST", 1.0, "উন্য়নমূলক", ("উন্নয়নমূলক", "উদ্যানমূলক")),
)
"""The name of a number, another value of it, a word, and what the number we have reads in it."""

BY_TEXT = (
    ("_LONG", 13, "নিমনর্ণিতের তালিকা", ["নিমনর্ণিতের"]),
    ("_LONG", 5, "প্রবণ এলাকা", []),
    ("_NAME", 5, "তথ্য ও প্রচার মন্ত্রণালয়", ["প্রচার"]),
    ("_NAME", 3, "অর্থ ও সম্প্রচার মন্ত্রণালয়", []),
    ("_PHRASE_LIKE", {2: 90, 3: 50}, "নির্বাহী মাজিষ্টেট", ["মাজিষ্টেট"]),
    ("_PHRASE_LIKE", {2: 50, 3: 50}, "অর্থ বরাখ", []),
    ("_PHRASE_LIKE", {2: 70, 3: 70}, "সুরক্ষা ষোবা বিভাগ", ["ষোবা"]),
    ("_PHRASE_LIKE", {2: 70, 3: 30}, "মুক্তিযুদ্ধ বিবর মন্ত্রণালয়", []),
    ("_LEAST", 60, "অর্থ ও যোগাযোগ প্রযুক্তি বিভাগ", ["অর্থ"]),
)
"""The name of a number, another value of it, a text, and the words the number we have doubts in it."""


@pytest.fixture(autouse=True)
def _without_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "meant_by", reader.meant_by.__wrapped__)
    monkeypatch.setattr(reader, "_stems", reader._stems.__wrapped__)


@pytest.mark.parametrize(("name", "other", "word", "meant"), BY_WORD)
def test_a_word_needs_the_number_that_it_is_named_for(
    monkeypatch: pytest.MonkeyPatch, name: str, other: object, word: str, meant: tuple[str, ...]
) -> None:
    assert reader.meant_by(word) == meant
    monkeypatch.setattr(costs if name.endswith("_COST") else reader, name, other)
    assert reader.meant_by(word) != meant


@pytest.mark.parametrize(("name", "other", "text", "seen"), BY_TEXT)
def test_a_text_needs_the_number_that_it_is_named_for(
    monkeypatch: pytest.MonkeyPatch, name: str, other: object, text: str, seen: list[str]
) -> None:
    assert [each.seen for each in reader.misread(text)] == seen
    monkeypatch.setattr(costs if name.endswith("_COST") else reader, name, other)
    assert [each.seen for each in reader.misread(text)] != seen
