"""The door: which officer a program asks for, by the token it shows; how often it may ask, and what the token was made for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer

from angikar.api import sentences
from angikar.api.clock import now, today
from angikar.api.problems import Stopped
from angikar.offices.guessing.counting import attempt
from angikar.offices.guessing.limits import Door as Guessed
from angikar.offices.guessing.limits import Guess
from angikar.offices.models import Officer, TokenScope
from angikar.offices.tokens.access import Bearer, bearer
from angikar.offices.tokens.counting import wait

_SHOWN = "angikar.bearer"
_SCHEME = "bearer "


class TokenDoor(HttpBearer):
    """What an operation asks for: a token that was made for one thing."""

    def __init__(self, scope: TokenScope) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """The bearer whose token was made for it; none where no token is valid."""
        found = shown(request)
        if found is not None and not found.may(self.scope):
            raise Stopped(403, sentences.SCOPE_LACKING, scope=str(self.scope.value))
        return found


READ, REPORT, REVIEW, PAPERS = map(TokenDoor, TokenScope)


def identify(request: HttpRequest) -> Bearer | None:
    """Find out who asks; a request of a token counts, and so does a token that nobody has. Raises `Stopped` for who asks too often."""
    said = request.headers.get("Authorization", "")
    if not said.lower().startswith(_SCHEME):
        return None
    found = bearer(said[len(_SCHEME) :], today())
    if found is None:
        seconds = attempt(Guess(Guessed.LINK, request.META.get("REMOTE_ADDR", "")), now())
    else:
        seconds = wait(found.token, now())
        request.META[_SHOWN] = found
    if seconds:
        raise Stopped(429, sentences.TOO_OFTEN, {"Retry-After": str(seconds)}, seconds=seconds)
    return found


def shown(request: HttpRequest) -> Bearer | None:
    """Who was found out to ask."""
    found: Bearer | None = request.META.get(_SHOWN)
    return found


def officer(request: HttpRequest) -> Officer:
    """Who asks; in an operation behind the door it is always an officer."""
    found = shown(request)
    if found is None:
        raise Stopped(401, sentences.WITHOUT_TOKEN)
    return found.officer
