"""The clock of the command line: the only place where a command asks what day it is."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today() -> date:
    """The day in Dhaka."""
    return datetime.now(ZoneInfo("Asia/Dhaka")).date()
