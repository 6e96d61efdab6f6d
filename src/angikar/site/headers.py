"""What every answer forbids: that a browser keeps a private page for the next person, and that other sites or scripts use more than our pages need."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from angikar.desk.door.idle import LEFT

_ALWAYS = {
    "Permissions-Policy": "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(self), "
    "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_HERE = frozenset({"127.0.0.1", "localhost", "[::1]"})


class Guarded:
    """The headers that need no knowledge of the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and add what is missing."""
        response = self._get_response(request)
        for name, value in _ALWAYS.items():
            response.headers.setdefault(name, value)
        return response


class ContentPolicy(CSPMiddleware):
    """What a browser may load and run: the same for every page, so its words are put together once."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Add the policy; the page of a fault while developing goes without."""
        if settings.DEBUG:
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, _policy(repr(settings.CONTENT_SECURITY_POLICY)))
        return response


@cache
def _policy(_directives: str) -> str:
    """The policy of the settings, which are these."""
    return build_policy()


class Keeping:
    """How long an answer may be kept: not at all, unless its view says otherwise. A view may let a browser keep a private page
    that it asks about each time (`private, no-cache`), but only where the browser also obeys the sign-out that clears it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and say how long."""
        response = self._get_response(request)
        said = response.get("Cache-Control", "")
        if "public" not in said and "no-store" not in said and not ("no-cache" in said and clears(request)):
            response["Cache-Control"] = "private, no-store"
        if request.META.get(LEFT):
            response["Clear-Site-Data"] = '"cache"'
        return response


def clears(request: HttpRequest) -> bool:
    """Whether browsers obey `Clear-Site-Data` here: over HTTPS and on this machine."""
    host = request.META.get("HTTP_HOST", "").rpartition(":")[0] or request.META.get("HTTP_HOST", "")
    return settings.HTTPS or host in _HERE
