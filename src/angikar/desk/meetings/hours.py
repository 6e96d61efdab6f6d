"""Frames: the day, hour, place and chair of a meeting as a form sends them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from angikar.desk.meetings import sentences
from angikar.history.refusal import Refused
from angikar.meetings.convening.actions import Frame
from angikar.rules.bangla.dates import parse_date
from angikar.rules.schedule.parsing import parse_hour


def frame_of(sent: Mapping[str, str]) -> Frame:
    """What was filled in. Raises `Refused` for a day or an hour that cannot be read."""
    return Frame(
        _day(sent.get("date", "")),
        hour_of(sent.get("time", "")),
        sent.get("place", ""),
        sent.get("chair", ""),
        sent.get("words", ""),
    )


def hour_of(typed: str) -> time | None:
    """An hour a person typed; `None` for an empty text. Raises `Refused` for any other text."""
    found = parse_hour(typed)
    if typed.strip() and found is None:
        raise Refused(sentences.HOUR_UNREADABLE, text=typed)
    return found


def _day(typed: str) -> date:
    found = parse_date(typed)
    if found is None:
        raise Refused(sentences.MEETING_DAY_UNREADABLE)
    return found
