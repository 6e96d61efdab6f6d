"""Received: a form that arrives several times is done once. Its key is stored in the transaction of the action it leads to, so that of
several sendings at once one is done and the others are answered as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from angikar.history.models import ReceivedForm
from angikar.history.once import is_doubled


@dataclass(slots=True)
class ArrivingForm:
    """The form of the request that runs: who sent it, its key, and whether an action has taken it."""

    person: int
    key: str
    taken: bool = False


class ReceivedBefore(Exception):
    """The form that an action is about to take was taken by another request; the action is undone."""


_ARRIVING: ContextVar[ArrivingForm | None] = ContextVar("arriving", default=None)


@contextmanager
def arriving(form: ArrivingForm) -> Iterator[None]:
    """While this runs, the first action takes the form."""
    before = _ARRIVING.set(form)
    try:
        yield
    finally:
        _ARRIVING.reset(before)


def take(using: str) -> None:
    """Take the form that arrives, inside the transaction of the action that runs. Raises `ReceivedBefore` where another request took it."""
    form = _ARRIVING.get()
    if form is None or form.taken:
        return
    try:
        ReceivedForm.objects.using(using).create(person=form.person, key=form.key)
    except IntegrityError as known:
        if is_doubled(known):
            raise ReceivedBefore from known
        raise
    form.taken = True


def received(form: ArrivingForm) -> ReceivedForm | None:
    """The form as it was taken before."""
    return ReceivedForm.objects.filter(person=form.person, key=form.key).first()


def answer(form: ArrivingForm, answered: dict[str, Any]) -> None:
    """Keep how a form that was taken was answered, for whoever sends it again."""
    ReceivedForm.objects.filter(person=form.person, key=form.key).update(answer=answered)


def forget(before: datetime) -> int:
    """Forget the forms that came before a moment. Returns how many."""
    count, _ = ReceivedForm.objects.filter(at__lt=before).delete()
    return count
