"""Figures and sentences of the arithmetic in both languages at once, so that neither says more than the other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import group, to_bangla
from angikar.rules.scoring.figures import is_date

Said = tuple[str, str]
"""The same in Bangla and in English."""

ORDINALS: tuple[Said, ...] = (("১ম", "Q1"), ("২য়", "Q2"), ("৩য়", "Q3"), ("৪র্থ", "Q4"))


def said(bangla: str, english: str, *parts: Said) -> Said:
    """A sentence whose places `{}` are filled with the parts, each in its language.

    >>> said("{} থেকে {}", "{} to {}", figure("1400000"), figure("2023-04-08"))
    ('১৪,০০,০০০ থেকে ৮ এপ্রিল ২০২৩', '14,00,000 to 8 April 2023')
    """
    return bangla.format(*[part[0] for part in parts]), english.format(*[part[1] for part in parts])


@lru_cache(maxsize=4096)
def figure(text: str) -> Said:
    """A canonical figure as people read it; the same figures stand in many sentences of a page."""
    if is_date(text):
        day = date.fromisoformat(text)
        return write_date(day), f"{day.day} {day:%B %Y}"
    number = Decimal(text)
    return group(number), group(number, bangla=False)


def plain(text: str) -> Said:
    """Digits as they stand: marks with their two places, weights, levels."""
    return to_bangla(text), text


def joined(parts: list[Said], between: str) -> Said:
    """Several parts in a row."""
    return between.join(part[0] for part in parts), between.join(part[1] for part in parts)
