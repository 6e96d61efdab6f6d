"""The owner of a paper: whether the office that it names is the one for which it is taken in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rapidfuzz import fuzz

from angikar.rules.bangla.text import key
from angikar.rules.content import Content
from angikar.rules.letters import sentences
from angikar.rules.reading import Doubt

_ALIKE = 80.0
"""Likeness, 0 to 100, of two words of which one is the other misspelt."""
_LEAST = 2
"""Words of a name, at least, that stand for the office where the paper prints no more of it."""


def owner_differs(content: Content, names: Sequence[str], others: Collection[str]) -> Iterator[Doubt]:
    """`office-differs`: a paper names the office it is taken in for. `names` are those the office has and had, the first one its own now;
    `others` are the names of other offices of the register.

    Always a warning: a letter that came in is rightly another office's. A branch of the office, a shortened and a misspelt name are the office's.
    """
    named = getattr(content, "office", None)
    if not isinstance(named, str) or not named.strip() or not names:
        return
    facts = {"named": named, "own": names[0]}
    if key(named) in {key(name) for name in others}:
        if key(named) not in set(map(key, names)):
            yield Doubt(sentences.OFFICE_OTHER, "warning", facts, "office")
        return
    printed = (named, *getattr(content, "masthead", ()), *getattr(content, "letterhead", ()))
    if not any(_is_same(each, name) for each in printed for name in names if name):
        yield Doubt(sentences.OFFICE_DIFFERS, "warning", facts, "office")


def _is_same(printed: str, name: str) -> bool:
    """Whether a line names the office: all words of the shorter stand in the longer, in their order, each perhaps misspelt.

    >>> _is_same("নমুনা অধিদপতর", "নমুনা অধিদপ্তর"), _is_same("নমুনা অধিদপ্তর, প্রশাসন শাখা", "নমুনা অধিদপ্তর")
    (True, True)
    >>> _is_same("জেলা নমুনা কার্যালয়, উত্তরপুর", "জেলা নমুনা কার্যালয়, দক্ষিণপুর")
    False
    """
    first, second = _words(printed), _words(name)
    short, long = sorted((first, second), key=len)
    if len(short) < min(_LEAST, len(second)):
        return False
    rest = iter(long)
    return all(any(_alike(word, other) for other in rest) for word in short)


def _words(text: str) -> list[str]:
    return [word for part in text.replace(",", " ").replace("-", " ").replace("।", " ").split() if (word := key(part))]


def _alike(word: str, other: str) -> bool:
    figures = any(char.isdecimal() for char in word + other)
    return word == other or (not figures and fuzz.ratio(word, other) >= _ALIKE)
