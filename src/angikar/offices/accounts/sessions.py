"""The sessions of an officer: where he has signed in and not out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from angikar.history.refusal import NotYours
from angikar.offices.access import User
from angikar.offices.accounts.access import may_keep
from angikar.offices.models import Officer


def sessions_of(officer: Officer, now: datetime) -> list[Session]:
    """The sessions under which an officer is signed in at a moment, the latest first: every one, also where nothing else is known of it."""
    lasting = Session.objects.filter(expire_date__gt=now).order_by("-expire_date")
    return [each for each in lasting if each.get_decoded().get(SESSION_KEY) == str(officer.pk)]


def seen_sessions(officer: Officer, now: datetime) -> list[UserSession]:
    """Where he is signed in, with day, browser and address, the latest first."""
    known = list(UserSession.objects.filter(user=officer).order_by("-created_at"))
    lasting = _lasting({each.session_key for each in known}, now)
    return [each for each in known if each.session_key in lasting]


def session(user: User, pk: int, of: Officer) -> UserSession:
    """One of the sessions of an officer, for himself and who keeps his account. Raises `NotYours`."""
    found = UserSession.objects.filter(pk=pk, user=of).first()
    if found is None or not isinstance(user, Officer) or not (user.pk == of.pk or may_keep(user, of)):
        raise NotYours
    return found


def over(now: datetime) -> list[UserSession]:
    """What is known of sessions that have ended."""
    known = list(UserSession.objects.order_by("pk"))
    lasting = _lasting({each.session_key for each in known}, now)
    return [each for each in known if each.session_key not in lasting]


def _lasting(keys: Collection[str], now: datetime) -> set[str]:
    listed, found = sorted(keys), set[str]()
    for start in range(0, len(listed), 500):
        part = Session.objects.filter(session_key__in=listed[start : start + 500], expire_date__gt=now)
        found |= set(part.values_list("session_key", flat=True))
    return found
