"""Frames: the day, hour, place and chair of a meeting as a form sends them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from angikar.history.refusal import Refused
from angikar.meetings.convening.actions import Frame
from angikar.rules.bangla.dates import parse_date
from angikar.rules.schedule.parsing import parse_hour


def frame_of(sent: Mapping[str, str]) -> Frame:
    """What was filled in. Raises `Refused` for a day or an hour that cannot be read."""
    return Frame(
        _day(sent.get("date", "")), hour_of(sent.get("time", "")), sent.get("place", ""), sent.get("chair", ""), sent.get("words", "")
    )  # fmt: skip


def hour_of(said: str) -> time | None:
    """An hour a person typed; none where nothing stands. Raises `Refused` for what is no hour."""
    found = parse_hour(said)
    if said.strip() and found is None:
        raise Refused(
            f"“{said}” কোনো সময় নয়; লিখুন যেমন সকাল ১১:০০।", f"“{said}” is no time of day; write such as 11:00."
        )
    return found


def _day(said: str) -> date:
    found = parse_date(said)
    if found is None:
        raise Refused("সভার তারিখ লিখুন, যেমন ০৭.০৮.২০২২।", "Write the day of the meeting, such as 07.08.2022.")
    return found
