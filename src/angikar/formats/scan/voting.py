"""Voting: two readings of the same words become one; where one of them is a word of the language and the other none, that settles it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from angikar.formats.scan.ruled_tables import Box
from angikar.formats.scan.tesseract import Word
from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.bangla.lexicon import WORDS
from angikar.rules.bangla.text import key, normal
from angikar.rules.spelling.misread import is_known, meant_by, words_of

_LEAST = 2
"""Letters of a word at least that is known for one: single letters are in every list."""


_MARKS = re.compile(r"(?<![০-৯])[.,:;]|[.,:;](?![০-৯])|[\s।&'‘’“”\"]")
"""Marks that tell no two readings apart: no mark between figures."""
_FEW = 3
"""Letters of a known word at most that is not looked for by its vowels."""
_LABEL = re.compile(r"([০-৯]{1,2})([।.)]) ")
_MISREAD = re.compile(r"(হ|[০-৯]{1,2}) ?[।.,)]? ?(?=[^\W\d])")
_TWO = {False: "", True: "হ"}
"""What a scan takes the figure two for, where a two is expected."""
_BARS = "|।৷"
"""Upright bars: behind what is a word only with an আ, the last is that sign."""


class Unsettled(NamedTuple):
    """Where two readings differ and nothing settles which is right: the chosen words from one place up to another, and what was said
    otherwise. The stretch is empty where the other reading alone saw something.
    """

    start: int
    end: int
    other: tuple[Word, ...]


class Vote(NamedTuple):
    """The words that were chosen, and where they rest on one reading alone."""

    words: list[Word]
    open: tuple[Unsettled, ...] = ()

    @property
    def unsure(self) -> frozenset[Box]:
        """The boxes of the words that rest on one reading alone; beside what only the other saw, those of its neighbours."""
        wide = (
            (each.start, each.end) if each.end > each.start else (each.start - 1, each.end + 1) for each in self.open
        )
        return frozenset(word.box for start, end in wide for word in self.words[max(0, start) : end])


def voted(first: Sequence[Word], second: Sequence[Word]) -> Vote:
    """The more likely reading word by word, in the boxes of the first; a stretch that the two part differently is the first's."""
    chosen: list[Word] = []
    left: list[Unsettled] = []
    ours_bare, theirs_bare = ([_bare(word.text) for word in read] for read in (first, second))
    for what, start, end, other, last in SequenceMatcher(a=ours_bare, b=theirs_bare, autojunk=False).get_opcodes():
        ours, theirs = first[start:end], second[other:last]
        at = len(chosen)
        if what == "equal":
            chosen += ours
        elif len(ours) == len(theirs):
            for one, two in zip(ours, theirs, strict=True):
                word, is_settled = _better(one, two)
                if not is_settled:
                    other_word = one if word.text == two.text else two
                    left.append(Unsettled(len(chosen), len(chosen) + 1, (other_word,)))
                chosen.append(word)
        elif theirs and ours and all(map(_is_word, theirs)) and not all(map(_is_word, ours)):
            chosen += _in_place(theirs, ours)
            left.append(Unsettled(at, len(chosen), tuple(ours)))
        else:
            chosen += ours
            if not (all(map(_is_word, ours)) and ours) or any(map(_is_word, theirs)):
                left.append(Unsettled(at, len(chosen), tuple(theirs)))
    return Vote(chosen, tuple(left))


def settled(vote: Vote, third: Sequence[Word]) -> Vote:
    """A vote with what a third reading settles: where it says what one of the two said, that is taken."""
    ours, theirs = (["\n", *(_bare(word.text) for word in read), "\n"] for read in (vote.words, third))
    matched = SequenceMatcher(a=ours, b=theirs, autojunk=False).get_matching_blocks()
    found = {block.a + step: block.b + step for block in matched for step in range(block.size)}
    chosen: list[Word] = []
    left: list[Unsettled] = []
    done = 0
    for each in vote.open:
        chosen += vote.words[done : each.start]
        mine, done = vote.words[each.start : each.end], each.end
        before, after = found.get(each.start), found.get(each.end + 1)
        said = None if before is None or after is None else third[before : after - 1]
        if said is not None and mine and _says(said, each.other):
            chosen += _in_place(each.other, mine)
            continue
        if said is None or not _says(said, mine):
            left.append(Unsettled(len(chosen), len(chosen) + len(mine), each.other))
        chosen += mine
    return Vote([*chosen, *vote.words[done:]], tuple(left))


def _says(read: Sequence[Word], other: Sequence[Word]) -> bool:
    return [_bare(word.text) for word in read] == [_bare(word.text) for word in other]


def _in_place(read: Sequence[Word], ours: Sequence[Word]) -> list[Word]:
    """Words of another reading in the place of ours."""
    if len(read) == len(ours):
        return [word._replace(box=own.box, line=own.line) for word, own in zip(read, ours, strict=True)]
    return [word._replace(box=around([each.box for each in ours]), line=ours[0].line) for word in read]


def around(boxes: Sequence[Box]) -> Box:
    """The box around several."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def differ(text: str, other: str) -> bool:
    """Whether two readings differ in more than marks that stand among or behind words.

    >>> differ("৫। কোনো কেন্দ্রে", "৫&। কোনো, কেন্দ্রে"), differ("১৬.০০৭", "১৬,০০৭"), differ("কখ", "কথ")
    (False, True, True)
    """
    return _letters(text) != _letters(other)


def _letters(text: str) -> str:
    return _MARKS.sub("", normal(text))


def spelt(text: str) -> str:
    """A word that is none as the one known word that a scan reads so; the same word where there are several or none.

    >>> [spelt(text) for text in ("সুচকের", "(সুচক),", "সেস্টেম্বর", "টিক।", "নীলগঞ্জ", "কার্যালয়,", "বিষয়:")]
    ['সূচকের', '(সূচক),', 'সেপ্টেম্বর', 'টিকা', 'নীলগঞ্জ', 'কার্যালয়,', 'বিষয়:']
    """
    bare = text.rstrip(_BARS)
    whole = f"{bare}া{text[len(bare) + 1 :]}"
    if bare != text and len(bare) >= _LEAST and not is_known(normal(bare)) and is_known(normal(f"{bare}া")):
        return whole
    meant = tuple(_meant(text)) or tuple(_by_other_vowels(text))
    return meant[0] if len(meant) == 1 else text


def _by_other_vowels(text: str) -> Iterator[str]:
    """The text with its one strange word as the known word that differs from it in short and long vowels alone."""
    strange = [part for part in words_of(text) if not is_known(normal(part))]
    if len(strange) == 1 and (meant := _by_vowels().get(key(strange[0], fold=True))):
        yield text.replace(strange[0], meant)


@cache
def _by_vowels() -> dict[str, str]:
    """Each known word that no other differs from in short and long vowels alone, by its form without them."""
    words = [word for word in WORDS if len(word) > _FEW]
    counted = Counter(key(word, fold=True) for word in words)
    return {folded: word for word in words if counted[folded := key(word, fold=True)] == 1}


def in_order(texts: Sequence[str]) -> list[str]:
    """Lines of a page, the number before one put right where the lines before count up to it.

    >>> in_order(["১। জেলা প্রশাসক", "হ। অফিস নথি", "৩ নোটিশ বোর্ড", "৫ জন"])
    ['১। জেলা প্রশাসক', '২। অফিস নথি', '৩। নোটিশ বোর্ড', '৫ জন']
    """
    made, last, mark = [], 0, ""
    for text in texts:
        found = _LABEL.match(text)
        if found and found[2]:
            last, mark = int(to_latin(found[1])), found[2]
        elif (
            last and (misread := _MISREAD.match(text)) and misread[1] in (_TWO[last + 1 == 2], to_bangla(str(last + 1)))
        ):
            last += 1
            text = f"{to_bangla(str(last))}{mark} {text[misread.end() :]}"
        made.append(text)
    return made


def _better(one: Word, two: Word) -> tuple[Word, bool]:
    """The likelier of two readings of a word, in the box of the first, and whether the language settles which."""
    two = two._replace(box=one.box, line=one.line)
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
