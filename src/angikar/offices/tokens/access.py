"""Whose tokens one may see and revoke, and for who a token that a program shows stands: its officer as he is on that day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from angikar.history.refusal import NotYours
from angikar.offices.access import User, mandate
from angikar.offices.accounts.access import may_keep
from angikar.offices.accounts.second_step import is_missing
from angikar.offices.acting import acting_in
from angikar.offices.models import ApiToken, Officer
from angikar.offices.tokens.secret import parsed


@dataclass(frozen=True, slots=True)
class Bearer:
    """The officer for who a program asks, and the token it shows. He is never an administrator of the register here."""

    officer: Officer
    token: ApiToken

    def may(self, scope: str) -> bool:
        """Whether the token was made for this."""
        return scope in self.token.scopes

    @contextmanager
    def acting(self) -> Iterator[None]:
        """While it lasts the officer acts for no more than his token says."""
        with acting_in(self.token.office_id):
            yield


def bearer(text: str, day: date) -> Bearer | None:
    """Who a token stands for on a day: none where it is unknown, revoked or over, its officer's account is closed, or he lacks a second step that is demanded of him; a token of an
    office stands for nobody who holds no post there any more.
    """
    shown = parsed(text)
    if shown is None:
        return None
    found = ApiToken.objects.filter(prefix=shown.prefix).select_related("officer", "office").first()
    if found is None or not shown.fits(found.digest):
        return None
    if found.revoked_at is not None or not found.since <= day <= found.until or not found.officer.is_active:
        return None
    if found.office_id is not None and found.office_id not in mandate(found.officer, day).office_ids:
        return None
    if is_missing(found.officer):
        return None
    found.officer.is_staff = False  # the register is administered by hand alone; the row stays as it is
    return Bearer(found.officer, found)


def tokens_of(user: User, officer: Officer) -> QuerySet[ApiToken]:
    """The tokens of an officer that were not revoked, for himself and for who keeps his account."""
    if not isinstance(user, Officer) or not (user.pk == officer.pk or may_keep(user, officer)):
        return ApiToken.objects.none()
    return ApiToken.objects.filter(officer=officer, revoked_at=None).select_related("office")


def token(user: User, pk: int) -> ApiToken:
    """A token that one may revoke. Raises `NotYours`."""
    found = ApiToken.objects.filter(pk=pk).select_related("officer").first()
    if found is None or not tokens_of(user, found.officer).filter(pk=pk).exists():
        raise NotYours
    return found
