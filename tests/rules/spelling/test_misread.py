"""Misread words: a broken word is named with the word that was meant, and a right word raises no doubt."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.formats.readers.text import read_text
from angikar.rules.bangla.everyday import COMMON
from angikar.rules.bangla.lexicon import AFTER_ANY, AFTER_CONSONANT, AFTER_VOWEL, WORDS
from angikar.rules.bangla.phrases import PHRASES
from angikar.rules.bangla.text import normal
from angikar.rules.frameworks import FRAMEWORKS, framework
from angikar.rules.kinds import understand
from angikar.rules.spelling.cost import HASANTA, cost
from angikar.rules.spelling.misread import meant_by, mended, misread, words_of
from tests.architecture.house import ROOT

SAMPLES = sorted(
    [*(ROOT / "docs" / "checks").glob("*.txt"), *(ROOT / "src/angikar/cli/demo/samples").glob("*-demo.txt")]
)


@pytest.mark.parametrize(
    "word",
    [
        *("জন্ম", "জন্মের", "স্বেচ্ছাসেবক", "মোকাবিলার", "পৌঁছাতে", "পাঠদানসহ", "ব্লকভিত্তিক", "ব্যাংকিং"),
        *("রেজিস্টার্ড", "গণগ্রন্থাগার", "স্বতঃপ্রণোদিত", "অনুষ্ঠিতব্য"),
    ],
)
def test_a_common_word_is_no_misreading_and_is_never_proposed(word: str) -> None:
    assert meant_by(word) == ()
    assert not COMMON & WORDS


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("গুরুতপূর্ণ", "গুরুত্বপূর্ণ"),  # a sign dropped
        ("প্রেফতারের", "গ্রেফতারের"),  # a letter that looks alike, before an ending
        ("উন্নাবন", "উদ্ভাবন"),  # a conjunct read as another
        ("কর্মকাড়ের", "কর্মকাণ্ডের"),  # a conjunct read as one letter
        ("বর্হিগমন", "বহির্গমন"),  # a reph moved
        ("দ্বুত", "দ্রুত"),  # a short word broken within its conjunct
        ("শুল্কচার", "শুদ্ধাচার"),  # the word such plans turn on
    ],
)
def test_a_word_a_scan_broke_is_named_with_what_was_meant(seen: str, meant: str) -> None:
    assert meant_by(seen) == (meant,)


def test_a_phrase_shows_its_one_strange_word() -> None:
    text = "অর্থ ও যোগাযোগ প্রযুক্তি বিভাগের অর্ধ বরাদ্দ"
    found = misread(text)
    assert [(each.seen, each.meant) for each in found] == [("অর্থ", ("তথ্য",)), ("অর্ধ", ("অর্থ",))]
    assert mended(text, found) == "তথ্য ও যোগাযোগ প্রযুক্তি বিভাগের অর্থ বরাদ্দ"


def test_a_word_that_is_one_is_not_taken_from_a_short_phrase_it_is_unlike() -> None:
    assert misread("উপজেলা নির্বাচন অফিসার; প্রতিমা বরাদ্দ; বাজেট বরাদ্দ") == ()


def test_of_two_words_as_near_both_are_named_and_none_is_proposed() -> None:
    found = misread("সকলকে উদ্বৃক্ষ করতে হবে")
    assert [set(each.meant) for each in found] == [{"উদ্বৃত্ত", "উদ্বুদ্ধ"}]
    assert mended("সকলকে উদ্বৃক্ষ করতে হবে", found) is None


def test_the_paper_itself_says_which_of_two_was_meant() -> None:
    around = words_of("ভোটারদের উদ্বুদ্ধ করতে হবে")
    assert [each.meant for each in misread("সকলকে উদ্বৃক্ষ করতে হবে", around)] == [("উদ্বুদ্ধ",)]


@pytest.mark.parametrize("word", ["তৈরী", "সরকারী", "জরুরী", "তফসিলী", "নির্বাচনী", "কুড়িগ্রাম", "মোসলেম", "রেজাউল"])
def test_older_spellings_and_names_are_not_doubted(word: str) -> None:
    assert meant_by(word) == ()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_no_sample_has_a_word_that_is_doubted(sample: object) -> None:
    lines = sample.read_text(encoding="utf-8").split("\n")  # type: ignore[attr-defined]
    cells = [normal(cell) for line in lines for cell in line.split("\t")]
    assert [each for cell in cells for each in misread(cell)] == []


def test_no_form_of_a_framework_has_a_word_that_is_doubted() -> None:
    forms = [framework(name) for name in FRAMEWORKS]
    texts = [form.title for form in forms]
    texts += [
        text for form in forms for column in form.columns for text in (column.heading, column.group, column.under)
    ]
    texts += [area.title for form in forms for area in form.areas]
    assert [each for text in texts for each in misread(normal(text))] == []


def test_no_phrase_is_taken_for_another() -> None:
    assert [each for phrase in PHRASES for each in misread(" ".join(phrase))] == []


def test_the_lexicon_has_one_form_of_each_word() -> None:
    assert [word for word in WORDS if normal(word) != word] == []


_VOWELS = "অআইঈউঊঋএঐওঔািীুূৃেৈোৌ"
_ENDED = st.sampled_from(sorted(word for word in WORDS if word[-1] != HASANTA)).flatmap(
    lambda word: st.sampled_from(
        [word, *(word + each for each in (*AFTER_ANY, *(AFTER_VOWEL if word[-1] in _VOWELS else AFTER_CONSONANT)))]
    )
)


@given(_ENDED)
def test_a_known_word_is_right_in_every_case(word: str) -> None:
    assert meant_by(word) == ()


@given(st.lists(_ENDED, max_size=8).map(" ".join))
def test_what_is_mended_is_not_doubted_again(text: str) -> None:
    broken = text.replace("ন্ধ", "ক্ত").replace("ত্ব", "ত")
    found = misread(broken)
    whole = mended(broken, found)
    assert whole is None or [each for each in misread(whole) if each.seen in {each.meant[0] for each in found}] == []


@given(st.sampled_from(sorted(WORDS)), st.sampled_from(sorted(WORDS)))
def test_only_equal_words_cost_zero(one: str, other: str) -> None:
    assert (cost(one, other) == 0) == (one == other)


EXPECTED = tomllib.loads((ROOT / "tests/rules/kinds/expected/misread.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("paper", EXPECTED)
def test_the_broken_words_of_a_real_paper_are_doubted_and_no_right_one(paper: str, seeds: Path) -> None:
    reading = understand(read_text((seeds / f"{paper}.txt").read_text(encoding="utf-8")))
    found = [doubt.place.line or 0 for doubt in reading.doubts if doubt.code == "text-misread"]
    assert sorted(found) == EXPECTED[paper]


ALIKE = str.maketrans("ণষশীূঈঊঠঢথধঘখভফছঝয", "নসসিুইউটডতদগকবপচজজ")
WORDS_OF_LIKE_SOUND = {"আভাস", "কেয়া", "চাপুন", "চীনে", "তাকায়", "বাসা", "বেচে"}
"""Words of their own that sound like a word of office papers."""


def test_a_known_word_spelt_wrong_is_no_everyday_word() -> None:
    """The list they are counted from has the mistakes of the web in it: `অনুষ্টিত` is `অনুষ্ঠিত` misread or mistyped, and is said so."""
    sounds = {word.translate(ALIKE) for word in WORDS}
    alike = {word for word in COMMON if word.translate(ALIKE) in sounds}
    assert {normal(word) for word in alike} == {normal(word) for word in WORDS_OF_LIKE_SOUND}
