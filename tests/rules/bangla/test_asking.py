"""How words sound and how a question is asked: laws that hold whatever is typed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.rules.bangla.asking import AnyOf, Every, Token, Wanted, days, exactly, tokens, tolerantly
from angikar.rules.bangla.calendar import FIRST_DAY, MONTHS, to_bangla_date
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.bangla.passage import passage
from angikar.rules.bangla.search import asked
from angikar.rules.bangla.sound import sound

TYPED = st.text(
    alphabet=st.sampled_from("কখগঘঙচজঞটডণতদধনপবভমযরলশষসহাািীুূেোৌ্ংঃঁ়য়ড়০১২৩৯ ,-.()'\"*:&|abcdeiou129"), max_size=60
)
DAYS = st.dates(FIRST_DAY, date(2080, 1, 1))


def matches(wanted: Wanted | None, held: set[str]) -> bool:
    """Whether tokens answer to what is wanted, as both databases judge it."""
    match wanted:
        case None:
            return False
        case Token(text):
            return text in held
        case Every(parts):
            return all(matches(each, held) for each in parts)
        case AnyOf(parts):
            return any(matches(each, held) for each in parts)


@given(TYPED)
def test_a_text_is_found_by_itself_and_by_each_of_its_words(text: str) -> None:
    held = set(tokens(text))
    for question in (*text.split(), text):
        if (
            len(asked(question)) <= 10
            and exactly(question) is not None
            and not any(sign.isdecimal() for sign in question)
        ):
            assert matches(exactly(question), held)


@given(TYPED, TYPED)
def test_what_is_found_exactly_is_found_tolerantly_too(text: str, question: str) -> None:
    held = set(tokens(text))
    assert not matches(exactly(question), held) or matches(tolerantly(question), held)


@given(TYPED)
def test_a_token_needs_no_escape(text: str) -> None:
    held = tokens(text)
    assert all(each and not set(each) & set(" '\"*&|!():<>\\") for each in held)
    assert len(held) == len(set(held))


@given(TYPED)
def test_a_sound_is_latin_letters_and_does_not_know_how_a_word_is_spelt(word: str) -> None:
    heard = sound(word)
    assert heard.isascii()
    for one, other in (("ি", "ী"), ("ু", "ূ"), ("ন", "ণ"), ("শ", "স"), ("ষ", "স"), ("য", "য়")):
        assert sound(word.replace(one, other)) == sound(word.replace(other, one))


@given(DAYS, st.booleans())
def test_a_day_is_found_by_its_month_in_either_calendar(day: date, in_bangla: bool) -> None:
    bangla, held = to_bangla_date(day), set(days(day))
    month = f"{MONTHS[bangla.month - 1]} {to_bangla(str(bangla.year)) if in_bangla else bangla.year}"
    assert matches(exactly(month), held)
    assert matches(exactly(f"{to_bangla(str(bangla.day))} {month}"), held)
    assert matches(exactly(day.strftime("%d.%m.%Y")), held)
    assert not matches(exactly(month), set(days(day + timedelta(days=40))))


@given(TYPED, TYPED)
def test_a_passage_is_of_the_text_and_marks_nothing_else(text: str, question: str) -> None:
    pieces = passage(text, question)
    shown = "".join(piece.text for piece in pieces).replace("… ", "").replace(" …", "").replace("…", "")
    assert " ".join(shown.split()) in " ".join(text.split())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("প্রশিক্ষন", "প্রশিক্ষণের ব্যয়"),
        ("সোশাল মিডিয়া", "সোশ্যাল মিডিয়ায় প্রচার"),
        ("সোশালমিডিয়া", "সোশ্যাল মিডিয়া"),
        ("ওয়েব পোরটাল", "ওয়েবপোর্টাল হালনাগাদ"),
        ("উন্নযন", "উন্নয়ন"),
        ("shuddhachar", "শুদ্ধাচার কৌশল"),
        ("karjaloy", "জেলা কার্যালয়"),
        ("০০৯.৭৩", "স্মারক 17.00.0000.009.73.004.18-426"),
    ],
)
def test_what_offices_type_finds_what_they_mean(typed: str, meant: str) -> None:
    assert matches(tolerantly(typed), set(tokens(meant)))
    assert not matches(tolerantly(typed), set(tokens("দূরবীন মেরামত করা হয়নি ২০২২")))
