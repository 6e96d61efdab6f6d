"""By which rules the index was made: a question is put in tokens as they are made today, and finds what was put in the same ones."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from angikar.rules.bangla.asking import tokens
from angikar.rules.bangla.everyday import COMMON
from angikar.search.models import IndexMade

_LAYOUT = "1"
"""Counted on whenever rows bear other marks or stand at other places."""
_OTHERS = ("17.00.0000.009.73.004.18-426", "proshikkhon", "১৩.১০.২০২২")


@cache
def rules() -> str:
    """The rules of today as one digest: of what they make of everyday words, a memo number, Latin letters and a day."""
    words = (*sorted(COMMON), *_OTHERS)
    return sha256("\n".join((_LAYOUT, *(" ".join(tokens(word)) for word in words))).encode()).hexdigest()


def is_of_today() -> bool:
    """Whether the index was made by the rules of today."""
    return IndexMade.objects.filter(rules=rules()).exists()
