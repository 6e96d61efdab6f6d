"""The end of a session: after some time without a sign of life, and after a working day in any case.

When the officer was last seen stands in a signed cookie of this session, so that looking at pages writes nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from angikar.offices.models import Officer

BEGAN: Final = "began"
ENDED: Final = "angikar.ended"
"""Set in a request whose session was too old."""
LEFT: Final = "angikar.left"
"""Set in a request that ends a session."""
_SALT = "angikar.seen"
_FRESH = 60  # seconds the last sign of life is not renewed
_BY_ITSELF = frozenset({"desk:sitting_rows", "desk:job"})
"""Views an open page asks for by itself: they are no sign of life."""


class IdleEnd:
    """The middleware; it stands within those of sessions and persons."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        now = int(time.time())
        seen = _seen(request, now)
        if seen is not None and _over(request, seen, now):
            logout(request)
            request.META[ENDED] = True
        response = self._get_response(request)
        if SESSION_KEY in request.session and (seen is None or now - seen >= _FRESH) and not _by_itself(request):
            _write(request, response, now)
        return response


def begin(sender: object, request: HttpRequest, user: Officer, **_options: object) -> None:
    """A session begins with the sign-in."""
    request.session[BEGAN] = int(time.time())


def end(sender: object, request: HttpRequest | None, user: Officer | None, **_options: object) -> None:
    """With the session the browser forgets the pages it has kept; `site.headers` says so."""
    if request is not None:
        request.META[LEFT] = True


def _seen(request: HttpRequest, now: int) -> int | None:
    """When the officer of this session was last seen; `None` where there is no session."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or SESSION_KEY not in request.session:
        return None
    began = int(request.session.setdefault(BEGAN, now))
    if began > now:  # the clock was set back: the session begins again, and lasts no longer than any other
        request.session[BEGAN] = began = now
    try:
        whose, since, seen = signing.loads(request.COOKIES.get(settings.SEEN_COOKIE, ""), salt=_SALT)
    except (signing.BadSignature, ValueError):
        return began
    if [whose, since] != [request.session[SESSION_KEY], began]:
        return began
    return (
        max(int(seen), began) if seen <= now else now - _FRESH
    )  # seen before the clock was set back: now, and noted again


def _over(request: HttpRequest, seen: int, now: int) -> bool:
    return now - seen >= settings.IDLE_SECONDS or now - request.session[BEGAN] >= settings.SESSION_COOKIE_AGE


def _by_itself(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and match.view_name in _BY_ITSELF


def _write(request: HttpRequest, response: HttpResponseBase, now: int) -> None:
    said = [request.session[SESSION_KEY], request.session.get(BEGAN, now), now]
    response.set_cookie(
        settings.SEEN_COOKIE,
        signing.dumps(said, salt=_SALT),
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
    )
