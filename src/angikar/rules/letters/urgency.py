"""Urgency: the marks above a letterhead that say how soon a letter is to be dealt with and who may read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from angikar.rules.finding import TextLine
from angikar.rules.letters import sentences
from angikar.rules.reading import Doubt

MARKS = ("নির্বাচন অগ্রাধিকার", "সর্বোচ্চ অগ্রাধিকার", "অতীব জরুরি", "জরুরি", "অতি গোপনীয়", "গোপনীয়", "তাৎক্ষণিক")
_LIKE = 80
"""Per cent of likeness from which a misspelt mark is taken for the official one."""
_MARGIN = 15
"""Per cent of likeness by which the next official mark must stay behind."""


def priority(top: Sequence[TextLine]) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """The marks printed above the office, and a doubt for each misspelt one that is taken for the official one it is most like."""
    marks: list[str] = []
    doubts: list[Doubt] = []
    for line in top:
        likeness = sorted(((fuzz.ratio(line.text, mark), mark) for mark in MARKS), reverse=True)
        (best, mark), (second, _) = likeness[:2]
        if best < _LIKE or best - second < _MARGIN:
            break
        if mark != line.text:
            facts = {"printed": line.text, "meant": mark}
            path = f"priority.{len(marks)}"
            doubts.append(Doubt(sentences.MARK_SPELLING, "info", facts, path, line.place, suggestion=mark))
        marks.append(mark)
    return tuple(marks), tuple(doubts)


def is_pressing(marks: Iterable[str]) -> bool:
    """Whether one of a letter's marks says that it cannot wait; a mark of secrecy does not.

    >>> is_pressing(["গোপনীয়"]), is_pressing(["নির্বাচন অগ্রাধিকার", "গোপনীয়"])
    (False, True)
    """
    return any("গোপনীয়" not in mark for mark in marks)
