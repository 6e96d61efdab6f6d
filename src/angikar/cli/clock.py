"""The clock of the command line: the only place where a command asks what day it is."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo

FIXED = "ANGIKAR_TODAY"
"""The variable that fixes the day, for pictures and trials: `2026-10-10`."""


def today() -> date:
    """The day in Dhaka, or the fixed one."""
    if fixed := os.environ.get(FIXED):
        return date.fromisoformat(fixed)
    return now().date()


def day_of(text: str | None) -> date:
    """The day an argument names, today where there is none; `CannotDo` for what is no day."""
    if text is None:
        return today()
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise CannotDo(sentences.NOT_AN_ISO_DAY, text=text) from wrong


def now() -> datetime:
    """The moment in Dhaka."""
    return datetime.now(ZoneInfo("Asia/Dhaka"))
