"""Carried: how often earlier meetings have taken a decision already, however it was worded and spelt then."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from angikar.rules.bangla.text import key
from angikar.rules.kinds.minutes.content import Minutes, MinutesDecision

ALIKE = 0.75
"""How much of two texts must be the same for them to be the same decision (0 to 1)."""


def times_decided(decision: MinutesDecision, earlier: Iterable[Minutes]) -> int:
    """In how many of the earlier meetings the decision was taken.

    >>> times_decided(MinutesDecision(text="প্রতি দপ্তরে তথ্য বাতায়ন হালনাগাদ করতে হবে"), ())
    0
    """
    wanted = key(decision.text, fold=True)
    return sum(
        any(_same(wanted, key(each.text, fold=True)) for item in minutes.items for each in item.decisions)
        for minutes in earlier
    )


def _same(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
