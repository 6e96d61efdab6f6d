"""Content: the base of every frozen, typed value that a paper is stored as."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from pydantic import AfterValidator, BaseModel, ConfigDict


class Content(BaseModel):
    """The base of every content value: frozen, no unknown fields, absent is `None`, an empty list is `()`."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def __hash__(self) -> int:
        """Of all its values; mappings, which have no hash, count by their names."""
        return hash(tuple(tuple(each) if isinstance(each, dict) else each for each in self.__dict__.values()))


@dataclass(frozen=True, slots=True)
class Kept:
    """Marks a field that the system alone enters (`Annotated[str | None, FILE]`): no form and no file from outside changes it.
    A `reference` names a row or file of this house; a content that comes from outside loses it.
    """

    reference: bool = False


FILE = Kept(reference=True)
"""The digest of a stored file."""
READ = Kept()
"""What the reader notes of itself: the lines a row was read from, the version of the form."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}")


def _is_day(text: str | None) -> str | None:
    if text and not (_DAY.fullmatch(text) and date.fromisoformat(text)):
        raise ValueError(f"{text[:40]!r} is no day such as 2022-10-13")
    return text or None


def _is_day_or_empty(text: str) -> str:
    return _is_day(text) or ""


def _is_month(text: str | None) -> str | None:
    if text and not _MONTH.fullmatch(text):
        raise ValueError(f"{text[:40]!r} is no month such as 2022-10")
    return text or None


def _is_clock(text: str | None) -> str | None:
    if text and not (_CLOCK.fullmatch(text) and time.fromisoformat(text)):
        raise ValueError(f"{text[:40]!r} is no time of day such as 11:00")
    return text or None


DAY = AfterValidator(_is_day)
"""A day as ISO writes it; whoever reads, edits or sends a content can give it no other text (`Annotated[str | None, DAY]`)."""
DAY_OR_EMPTY = AfterValidator(_is_day_or_empty)
MONTH = AfterValidator(_is_month)
CLOCK = AfterValidator(_is_clock)
