"""Canonical figures to whole numbers and back: scaled once on the way in, written once on the way out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from angikar.rules.plan import MOST_PLACES
from angikar.rules.scoring.grades import half_up

_NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d+))?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def is_date(figure: str) -> bool:
    """Whether a canonical figure is a date."""
    if not _DATE.fullmatch(figure):
        return False
    try:
        date.fromisoformat(figure)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=8192)
def scaled(figure: str, places: int) -> int:
    """A canonical number times 10 to the power of `places`; `ValueError` where it is none or has more decimals.

    >>> scaled("-29.95", 2), scaled("8", 4)
    (-2995, 80000)
    """
    found = _NUMBER.fullmatch(figure)
    decimals = (found[3] or "").rstrip("0") if found else ""
    if found is None or len(decimals) > places:
        raise ValueError(f"{figure!r} is not a number with at most {places} decimals")
    return int(found[1] + found[2] + decimals.ljust(places, "0"))


def written(value: int, places: int) -> str:
    """The canonical number that `value` is in units of 10 to the power of minus `places`, without trailing noughts.

    >>> written(-2995, 2), written(80000, 4), written(-5, 1)
    ('-29.95', '8', '-0.5')
    """
    sign, digits = "-" if value < 0 else "", str(abs(value)).rjust(places + 1, "0")
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :].rstrip("0")
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


def marks_text(hundredths: int) -> str:
    """Marks or a raw score, always with two places.

    >>> marks_text(760), marks_text(5)
    ('7.60', '0.05')
    """
    return f"{hundredths // 100}.{hundredths % 100:02}"


@dataclass(frozen=True, slots=True)
class Scale:
    """How the figures of one row become whole numbers: days where they are dates, else so many decimal places."""

    dates: bool
    places: int = 0

    @classmethod
    def of(cls, figures: Iterable[str]) -> Scale:
        """The scale that holds all the figures exactly; `ValueError` where a number has too many decimals."""
        row = tuple(figures)
        if any(is_date(figure) for figure in row):
            return cls(dates=True)
        places = max((len(figure.partition(".")[2].rstrip("0")) for figure in row), default=0)
        if places > MOST_PLACES:
            raise ValueError(f"a figure has more than {MOST_PLACES} decimals")
        return cls(dates=False, places=places)

    def number(self, figure: str) -> int:
        """A canonical figure as a whole number of this scale; `ValueError` where it is of the other sort."""
        if not self.dates:
            return scaled(figure, self.places)
        if not is_date(figure):
            raise ValueError(f"{figure!r} is not a date")
        return date.fromisoformat(figure).toordinal()

    def text(self, over: int, under: int) -> str:
        """A figure of the year, over ÷ under, as a canonical string; one that has more than four places to four."""
        if self.dates:
            return date.fromordinal(over // under).isoformat()
        if over % under == 0:
            return written(over // under, self.places)
        finer = half_up(abs(over) * 10 ** (MOST_PLACES - self.places), under)
        return written(finer if over > 0 else -finer, MOST_PLACES)
