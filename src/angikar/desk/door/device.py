"""The machines officers have signed in on: a signed cookie that stays when the session ends, so that who guesses elsewhere
never shuts an officer out of her own machine.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from angikar.offices.guessing.limits import plain
from angikar.offices.models import Officer

DAYS: Final = 180
_SALT = "angikar.device"
_PEOPLE = 30  # of one machine
_LET_IN = "angikar.let_in"
_WAIT = "angikar.wait"


class Device:
    """The middleware: it leaves word on the machine of who has signed in on it, and gives a refusal to wait its status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._get_response(request)
        name = request.META.get(_LET_IN)
        if name is not None:
            _leave(request, response, name)
        wait = request.META.get(_WAIT)
        if wait is not None:
            response.status_code = 429
            response["Retry-After"] = str(wait)
        return response


def device_of(request: HttpRequest, name: str) -> str:
    """The number of this machine, where that name has signed in on it; empty where it has not."""
    number, names = _read(request)
    return number if _digest(name) in names else ""


def let_in(sender: object, request: HttpRequest, user: Officer, **_options: object) -> None:
    """Know the machine from now on; the middleware says so to the browser."""
    request.META[_LET_IN] = user.get_username()


def refuse_for(request: HttpRequest, seconds: int) -> None:
    """Answer this request with 429, whatever page it gets."""
    request.META[_WAIT] = seconds


def _leave(request: HttpRequest, response: HttpResponseBase, name: str) -> None:
    number, names = _read(request)
    digest = _digest(name)
    known = [digest, *(each for each in names if each != digest)][:_PEOPLE]
    response.set_cookie(
        settings.DEVICE_COOKIE,
        signing.dumps([number or secrets.token_hex(12), *known], salt=_SALT),
        max_age=DAYS * 24 * 60 * 60,
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
    )


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        held = signing.loads(request.COOKIES.get(settings.DEVICE_COOKIE, ""), salt=_SALT, max_age=DAYS * 24 * 60 * 60)
    except signing.BadSignature:
        return "", []
    return str(held[0]), [str(each) for each in held[1:]]


def _digest(name: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), f"device:{plain(name)}".encode(), hashlib.sha256).hexdigest()[:20]
