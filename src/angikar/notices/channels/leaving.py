"""Leaving e-mail of some kinds by the signed link in a letter, without a sign-in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.core import signing

from angikar.history.refusal import NotYours
from angikar.notices.models import NoticeKind
from angikar.offices.accounts.actions import choose_ways
from angikar.offices.models import Officer
from angikar.offices.preferences import way_of

_SALT = "angikar.notices.leaving"
_VALID = timedelta(days=365)
"""How long the link of a letter works."""


class Leaving(NamedTuple):
    """What a link stands for: the officer, and the kinds of notices whose e-mail ends."""

    officer: Officer
    kinds: tuple[NoticeKind, ...]


def link(officer: Officer, kinds: Iterable[str]) -> str:
    """The whole address behind which the e-mail of these kinds ends for an officer."""
    token = signing.dumps({"officer": officer.pk, "kinds": sorted(set(kinds))}, salt=_SALT, compress=True)
    return f"{settings.HOUSE_ADDRESS}/leave/{token}/"


def opened(token: str) -> Leaving:
    """What a link stands for. Raises `NotYours` for one that was changed, is too old, or whose officer is gone."""
    try:
        said = signing.loads(token, salt=_SALT, max_age=_VALID)
    except signing.BadSignature:
        raise NotYours from None
    officer = Officer.objects.filter(pk=said["officer"], is_active=True).first()
    kinds = tuple(NoticeKind(kind) for kind in said["kinds"] if kind in NoticeKind.values)
    if officer is None or not kinds:
        raise NotYours
    return Leaving(officer, kinds)


def leave(leaving: Leaving) -> None:
    """End the e-mail of these kinds; the page and the other channels stay as they are."""
    ways = {str(kind): replace(way_of(leaving.officer, kind), email=False) for kind in leaving.kinds}
    choose_ways(leaving.officer, ways, by=leaving.officer)
