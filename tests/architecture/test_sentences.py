"""What the system says to people: every sentence once, in both languages, with the digits of each."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module

import pytest

import angikar
from angikar.rules.sentence import Sentence, catalogue

MODULES = sorted(
    each.name for each in pkgutil.walk_packages(angikar.__path__, "angikar.") if each.name.endswith(".sentences")
)
SENTENCES = catalogue(*(vars(import_module(name)) for name in MODULES))
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?")


def test_every_room_has_its_sentences_and_no_code_is_given_twice() -> None:
    assert len(MODULES) > 10
    assert len(SENTENCES) > 200


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=lambda each: each.code)
def test_a_sentence_is_said_in_both_languages_with_the_digits_of_each(sentence: Sentence) -> None:
    assert CODE.fullmatch(sentence.code)
    assert re.search(r"[\u0980-\u09ff]|\{", sentence.bangla)
    assert not re.search(r"[\u0980-\u09ff]", re.sub(r"“[^”]*”|\([^)]*\)", "", sentence.english)), (
        "the English is Bangla"
    )
    plain = re.sub(r"\{[^}]*\}|“[^”]*”|\b[A-Z][\w-]*", "", sentence.bangla)
    assert not re.search(r"[0-9]", plain), "a Bangla sentence has Latin digits"


COUNTED = re.compile(
    r"\{(?:count|rows|columns|tries|hours|days|working|places|cells|characters|digits|least)(?::n)?\} (?:[a-z-]+ ){0,2}?[a-z]+s\b"
)
"""A number with a noun of many behind it: wrong for one. `{count:row/rows}` is right for both."""


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=lambda each: each.code)
def test_a_number_in_an_english_sentence_has_the_right_word_for_one_too(sentence: Sentence) -> None:
    assert not COUNTED.search(sentence.english)
