"""Who tries a password or a code: counted before it is looked at, and asked to wait where it was wrong too often."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from angikar.desk.door import sentences
from angikar.desk.door.device import device_of, refuse_for
from angikar.history.refusal import Refused
from angikar.offices.guessing import counting
from angikar.offices.guessing.limits import Door, Guess, plain

_MINUTE = 60


def tries(request: HttpRequest, door: Door, name: str = "") -> Guess:
    """Count a guess at a door, of the secret of that name where it has one. Raises `Refused` for who has to wait."""
    device = device_of(request, name) if name and door in (Door.SIGN_IN, Door.SECOND_STEP) else ""
    guess = Guess(door, request.META.get("REMOTE_ADDR", ""), plain(name), device)
    seconds = counting.attempt(guess, timezone.now())
    if not seconds:
        return guess
    refuse_for(request, seconds)
    if seconds > _MINUTE:
        raise Refused(sentences.WAIT_MINUTES, count=-(-seconds // _MINUTE))
    raise Refused(sentences.WAIT_SECONDS, count=seconds)


def was_right(guess: Guess) -> None:
    """The guess was right: it counts no more."""
    counting.right(guess, timezone.now())
