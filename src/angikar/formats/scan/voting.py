"""Voting: two readings of the same words become one; where one of them is a word of the language and the other none, that settles it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from angikar.formats.scan.tesseract import Word
from angikar.rules.bangla.text import key, normal
from angikar.rules.spelling.misread import is_known, meant_by, words_of

_LEAST = 2
"""Letters of a word at least that is known for one: single letters are in every list."""


class Vote(NamedTuple):
    """The words that were chosen, and whether anything in them rests on one reading alone."""

    words: list[Word]
    is_unsure: bool


def voted(first: Sequence[Word], second: Sequence[Word]) -> Vote:
    """The more likely reading word by word, in the boxes of the first; a stretch that the two part differently is the first's."""
    chosen: list[Word] = []
    is_unsure = False
    ours_bare, theirs_bare = ([_bare(word.text) for word in read] for read in (first, second))
    for what, start, end, other, last in SequenceMatcher(a=ours_bare, b=theirs_bare, autojunk=False).get_opcodes():
        ours, theirs = first[start:end], second[other:last]
        if what == "equal":
            chosen += ours
        elif len(ours) == len(theirs):
            for one, two in zip(ours, theirs, strict=True):
                word, is_settled = _better(one, two)
                chosen.append(word)
                is_unsure = is_unsure or not is_settled
        else:
            chosen += ours
            is_unsure = is_unsure or not (all(map(_is_word, ours)) and ours) or any(map(_is_word, theirs))
    return Vote(chosen, is_unsure)


def spelt(text: str) -> str:
    """A word that is none and differs from one only in short and long vowels, as scans err, as that one.

    >>> spelt("সুচকের")
    'সূচকের'
    """
    meant = tuple(_meant(text))
    return meant[0] if len(meant) == 1 and key(meant[0], fold=True) == key(text, fold=True) else text


def _better(one: Word, two: Word) -> tuple[Word, bool]:
    """The likelier of two readings of a word, in the box of the first, and whether the language settles which."""
    two = two._replace(box=one.box)
    if _is_word(one) != _is_word(two):
        return (one if _is_word(one) else two), True
    likely = one if one.certainty >= two.certainty else two
    meant = set(_meant(one.text)) & set(_meant(two.text))
    if len(meant) == 1 and not _is_word(likely):
        return likely._replace(text=meant.pop()), False
    return likely, False


def _is_word(word: Word) -> bool:
    """Whether a reading is made of known words and holds nothing but them and the marks around them."""
    text = normal(word.text)
    parts = words_of(text)
    marks = text
    for part in parts:
        marks = marks.replace(part, "", 1)
    plain = not any(char.isalnum() for char in marks) and not set(marks) & set("!&*|;\"'‘’“”")
    return bool(parts) and plain and all(len(part) >= _LEAST and is_known(part) for part in parts)


def _meant(text: str) -> Iterator[str]:
    """The readings of a text in which its one strange word is a known one."""
    plain = normal(text)
    strange = [part for part in words_of(plain) if not is_known(part)]
    if len(strange) == 1:
        yield from (plain.replace(strange[0], each) for each in meant_by(strange[0]))


def _bare(text: str) -> str:
    return normal(text).strip("।|.,:;")
