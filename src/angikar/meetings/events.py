"""What meetings announce, inside the transaction of the action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from angikar.history.publishing import Event
from angikar.meetings.models import Meeting
from angikar.offices.models import Officer

MeetingChange = Literal["called", "moved", "cancelled"]


@dataclass(frozen=True, slots=True)
class MeetingAnnounced(Event):
    """A meeting was called, moved after it had been called, or cancelled; `meeting` is the fresh row, `day` the day of the
    change. `by` is `None` where the notice itself changed it.
    """

    meeting: Meeting
    change: MeetingChange
    day: date
    by: Officer | None
