"""What every public page shares: its language, which stands in its address, its limit, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone, translation

View = Callable[..., HttpResponseBase]

MOST = 120
"""Requests that one address may make at this door in a minute."""


def at_the_door(view: View) -> View:
    """A view of the public door: no more than `MOST` requests a minute from one address, in the language that stands in the
    page's address (`?language=en`), for it remembers nobody.
    """

    @wraps(view)
    def opened(request: HttpRequest, **names: object) -> HttpResponseBase:
        chosen = request.GET.get("language", "")
        with translation.override(chosen if chosen in dict(settings.LANGUAGES) else translation.get_language()):
            if _knocks(request) > MOST:
                return _too_many(request)
            return view(request, **names)

    return opened


def _knocks(request: HttpRequest) -> int:
    """How often this address has knocked in this minute, this time included."""
    name = f"door:{_address(request)}:{timezone.now():%Y%m%d%H%M}"
    cache.add(name, 0, timeout=120)
    try:
        return cache.incr(name)
    except ValueError:  # the cache was full and let it go
        return 1


def _address(request: HttpRequest) -> str:
    """Where a request comes from; behind a proxy of ours it is what that proxy, the last one, has seen."""
    told = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return told.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def _too_many(request: HttpRequest) -> HttpResponse:
    response = page(request, "wait", status=429)
    response["Retry-After"] = "60"
    return response


def page(
    request: HttpRequest, name: str, context: Mapping[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    """The public page of that name; `tail` keeps the language in its links, `other` leads to it in the other language."""
    chosen = request.GET.get("language", "")
    asked = request.GET.copy()
    asked["language"] = "bn" if (translation.get_language() or "bn").startswith("en") else "en"
    around = {
        "tail": f"?language={chosen}" if chosen in dict(settings.LANGUAGES) else "",
        "chosen": chosen if chosen in dict(settings.LANGUAGES) else "",
        "other": f"{request.path}?{asked.urlencode()}",
    }
    return render(request, f"public/{name}.html", {**around, **(context or {})}, status=status)
