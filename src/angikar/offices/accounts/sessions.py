"""The sessions of an officer: where he has signed in and not out."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from angikar.offices.models import Officer


def sessions_of(officer: Officer, now: datetime) -> list[Session]:
    """The sessions under which an officer is signed in at a moment, the latest first."""
    lasting = Session.objects.filter(expire_date__gt=now).order_by("-expire_date")
    return [each for each in lasting if each.get_decoded().get(SESSION_KEY) == str(officer.pk)]
