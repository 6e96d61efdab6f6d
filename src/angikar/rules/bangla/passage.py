"""The passage of a text in which the words of a question stand, with these words marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from angikar.rules.bangla.search import asked, folded
from angikar.rules.bangla.sound import sound

LONGEST = 240
"""Letters of a passage, about."""
_BEFORE = 80
"""Letters that are left before the first word that is marked."""
_SENTENCE = re.compile(r"[।\n;?!]+")
_SPACE = re.compile(r"(\s+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage, and whether it is what was looked for."""

    text: str
    found: bool = False


def passage(text: str, question: str) -> tuple[Piece, ...]:
    """The sentence of a text that holds the most words of a question, cut where it is long; the beginning of the text where none does.

    >>> passage("সভা হয়। প্রশিক্ষণের ব্যয় কমেছে। শেষ।", "প্রশিক্ষন")
    (Piece(text='প্রশিক্ষণের', found=True), Piece(text=' ব্যয় কমেছে', found=False))
    """
    words = asked(question)
    sounds = tuple(by_ear for word in words if (by_ear := sound(word)))
    best, most = "", 0
    for sentence in _SENTENCE.split(text):
        count = len({hit for word in sentence.split() if (hit := _hit(word, words, sounds))})
        if count > most:
            best, most = sentence.strip(), count
    if not best:
        return (Piece(_cut(text.strip(), 0)),) if text.strip() else ()
    return tuple(_joined(_marked(best, words, sounds)))


def _hit(word: str, words: tuple[str, ...], sounds: tuple[str, ...]) -> str:
    """What of a question a word of a text holds: a word it begins with, or a sound."""
    parts = folded(word).split()
    for part in parts:
        for asked_for in words:
            if part.startswith(asked_for) or (asked_for in part and "." in part):
                return asked_for
        by_ear = sound(part)
        for each in sounds:
            if by_ear and (by_ear == each or (len(each) > 3 and by_ear.startswith(each))):
                return each
    return ""


def _marked(sentence: str, words: tuple[str, ...], sounds: tuple[str, ...]) -> Iterator[Piece]:
    """The sentence word by word, from a little before the first that is marked."""
    pieces = [Piece(each, bool(_hit(each, words, sounds))) for each in _SPACE.split(sentence) if each]
    first = next((place for place, piece in enumerate(pieces) if piece.found), 0)
    start = first
    while start and sum(len(piece.text) for piece in pieces[start - 1 : first]) <= _BEFORE:
        start -= 1
    if start:
        yield Piece("… ")
    length = 0
    for place, piece in enumerate(pieces[start:], start):
        length += len(piece.text)
        if length > LONGEST and place > first:
            yield Piece(" …")
            return
        yield piece


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one piece."""
    text, found = "", False
    for piece in pieces:
        if piece.found != found and text:
            yield Piece(text, found)
            text = ""
        text, found = text + piece.text, piece.found
    if text:
        yield Piece(text, found)


def _cut(text: str, start: int) -> str:
    return text[start : start + LONGEST] + ("…" if len(text) > start + LONGEST else "")
