"""The common part of public pages: the language in the address, the limits of requests and of guessed links, the template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone, translation

from angikar.history.refusal import NotYours
from angikar.offices.guessing.counting import attempt
from angikar.offices.guessing.limits import Door, Guess

_KEPT = 300  # seconds
View = Callable[..., HttpResponseBase]

MOST = 1_200
"""Requests that one address, which may be that of a whole office, may make to one worker's public pages in a minute."""


def public_view(view: View) -> View:
    """A public view: at most `MOST` requests a minute from one address, in the language of the page's address
    (`?language=en`), because public pages have no session. Who guesses links is asked to wait; a right one always opens.
    """

    @wraps(view)
    def opened(request: HttpRequest, **names: object) -> HttpResponseBase:
        chosen = request.GET.get("language", "")
        with translation.override(chosen if chosen in dict(settings.LANGUAGES) else translation.get_language()):
            if _requests_this_minute(request) > MOST:
                return _too_many(request, 60)
            try:
                response = view(request, **names)
                if request.method in ("GET", "HEAD") and response.status_code == HTTPStatus.OK:
                    response.headers.setdefault("Cache-Control", f"public, max-age={_KEPT}")
                return response
            except NotYours:
                if "token" not in names:
                    raise
                wait = attempt(Guess(Door.LINK, request.META.get("REMOTE_ADDR", "")), timezone.now())
                if not wait:
                    raise
                return _too_many(request, wait)

    return opened


def _requests_this_minute(request: HttpRequest) -> int:
    """The number of requests from this address in this minute, this one included."""
    name = f"door:{request.META.get('REMOTE_ADDR', '')}:{timezone.now():%Y%m%d%H%M}"
    cache.add(name, 0, timeout=120)
    try:
        return cache.incr(name)
    except ValueError:  # the cache was full and dropped the entry
        return 1


def _too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    response = page(request, "wait", status=429)
    response["Retry-After"] = str(seconds)
    return response


def page(
    request: HttpRequest, name: str, context: Mapping[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    """The public page of that name; `tail` keeps the language in its links, `other` is its address in the other language."""
    chosen = request.GET.get("language", "")
    asked = request.GET.copy()
    asked["language"] = "bn" if (translation.get_language() or "bn").startswith("en") else "en"
    around = {
        "tail": f"?language={chosen}" if chosen in dict(settings.LANGUAGES) else "",
        "chosen": chosen if chosen in dict(settings.LANGUAGES) else "",
        "other": f"{request.path}?{asked.urlencode()}",
    }
    return render(request, f"public/{name}.html", {**around, **(context or {})}, status=status)
