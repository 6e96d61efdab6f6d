"""Urgency: the marks above a letterhead that say how soon a letter is to be dealt with and who may read it."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from angikar.rules.finding import Line
from angikar.rules.reading import Doubt, plain_doubt

MARKS = ("নির্বাচন অগ্রাধিকার", "সর্বোচ্চ অগ্রাধিকার", "অতীব জরুরি", "জরুরি", "অতি গোপনীয়", "গোপনীয়", "তাৎক্ষণিক")
_LIKE = 80  # per cent of likeness from which a mark is taken for the official one, if no other comes near
_MARGIN = 15


def priority(top: Sequence[Line]) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """The marks that stand above the office; a misspelt one is taken for the official one it is most like, and says
    so.
    """
    marks: list[str] = []
    doubts: list[Doubt] = []
    for line in top:
        likeness = sorted(((fuzz.ratio(line.text, mark), mark) for mark in MARKS), reverse=True)
        (best, mark), (second, _) = likeness[:2]
        if best < _LIKE or best - second < _MARGIN:
            break
        if mark != line.text:
            bn, en = f"“{line.text}” ছাপা, “{mark}” ধরা হয়েছে।", f"“{line.text}” is printed; it is taken for “{mark}”."
            doubts.append(plain_doubt("spelling", "info", bn, en, f"priority.{len(marks)}", line.place, mark))
        marks.append(mark)
    return tuple(marks), tuple(doubts)
