"""The day and the moment a program asks at; the rooms below get them as arguments."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """The day in Dhaka, or the one that is fixed by settings."""
    fixed: date | None = settings.TODAY
    return fixed or timezone.localdate()


def now() -> datetime:
    """This moment."""
    return timezone.now()
