"""Sessions and who is signed in by one: read with queries that are prepared, for every request asks both; an officer reads on where nothing can be
written.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import DatabaseError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from angikar.history.faults import meet
from angikar.history.prepared_writes import TEXTS
from angikar.offices.prepared import NUMBERS, Prepared

_WAYS = frozenset({"django.contrib.auth.backends.ModelBackend", "allauth.account.auth_backends.AuthenticationBackend"})
"""What sessions are said to have begun by: the first before there was `ByPassword`, the second by the sign-in page. Both ask for the officer alike."""
_READ_BY = "angikar.site.sessions.ByPassword"


class SessionStore(DatabaseSessions):
    """Django's sessions in the database."""

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing where it is over."""
        held: dict[str, Any] = super().load()
        if held.get(BACKEND_SESSION_KEY) in _WAYS:
            held[BACKEND_SESSION_KEY] = _READ_BY
        return held

    def _get_session_from_db(self) -> Any:
        found: Any = next(iter(_session()(self.session_key or "")), None)
        if found is None or found.expire_date <= timezone.now():
            self._session_key = None
            return None
        return found


class ByPassword(ModelBackend):
    """Django's own way in, by name and password."""

    def get_user(self, user_id: int) -> Any:
        """The officer with this number, where he may still come in."""
        found: Any = next(iter(_officer()(user_id)), None)
        return found if found is not None and self.user_can_authenticate(found) else None


@cache
def _session() -> Prepared[Model]:
    from django.contrib.sessions.models import Session  # models are there once the apps are

    return Prepared(lambda key: Session.objects.filter(session_key=key), TEXTS[0])


@cache
def _officer() -> Prepared[Model]:
    from angikar.offices.models import Officer

    return Prepared(lambda pk: Officer.objects.filter(pk=pk), NUMBERS[0])


class ReadableSessions(SessionMiddleware):
    """Django's sessions; what a page that is only read would note in one is left out while it cannot be stored."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Store the session where it changed."""
        try:
            return super().process_response(request, response)
        except DatabaseError as error:
            if request.method not in ("GET", "HEAD") or meet(error) is None:
                raise
            return response
