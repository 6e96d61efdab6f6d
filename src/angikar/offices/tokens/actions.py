"""What is done with tokens: one is made, shown once, and revoked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import Refused, need_words
from angikar.offices.access import mandate
from angikar.offices.events import AccountChanged
from angikar.offices.models import ApiToken, Office, Officer, TokenScope
from angikar.offices.posts.rights import power_of
from angikar.offices.tokens import sentences
from angikar.offices.tokens.secret import made

LONGEST = 366
"""Days a token may last."""
MOST = 20
"""Tokens of one officer that are valid at once."""


@dataclass(frozen=True, slots=True)
class TokenWish:
    """What somebody wants a token for: the program, what it may do, up to which day, and the office to which it is bound."""

    name: str
    scopes: Collection[str]
    until: date
    office: Office | None = None


def make_token(officer: Officer, wish: TokenWish, *, today: date) -> tuple[ApiToken, str]:
    """Make a token for oneself. Its text is returned this once. Raises `Refused` for a wish that cannot be met."""
    name = need_words(wish.name, sentences.NAME_MISSING)[:100]
    scopes = [each for each in TokenScope.values if each in wish.scopes]
    if not scopes:
        raise Refused(sentences.SCOPE_MISSING)
    if not today <= wish.until <= today + timedelta(days=LONGEST):
        raise Refused(sentences.DAYS_UNFIT, most=LONGEST)
    if wish.office is not None and wish.office.pk not in mandate(officer).office_ids:
        raise Refused(sentences.NOT_OF_OFFICE)
    text = made()
    with transaction.atomic():
        Officer.objects.select_for_update().get(pk=officer.pk)
        if ApiToken.objects.filter(officer=officer, revoked_at=None, until__gte=today).count() >= MOST:
            raise Refused(sentences.TOO_MANY, most=MOST)
        token = ApiToken.objects.create(
            officer=officer,
            office=wish.office,
            name=name,
            prefix=text.prefix,
            digest=text.digest,
            scopes=scopes,
            since=today,
            until=wish.until,
        )
        known = tuple(filter(None, (officer.email, officer.mobile)))
        publish(AccountChanged(officer, "officer.make_token", None, known, power_of(officer, officer)))
        now = {"token": token.prefix, "name": name, "scopes": scopes, "until": wish.until.isoformat()}
        record("officer.make_token", officer, by=officer, now={**now, "office": wish.office and wish.office.pk})
    return token, str(text)


def revoke_token(token: ApiToken, *, by: Officer, now: datetime) -> ApiToken:
    """Revoke a token: it opens nothing from now on. Raises `Refused` where it was before."""
    with transaction.atomic():
        known = ApiToken.objects.select_for_update(of=("self",)).select_related("officer").get(pk=token.pk)
        if known.revoked_at is not None:
            raise Refused(sentences.OVER)
        known.revoked_at = now
        known.save(update_fields=["revoked_at"])
        record("officer.revoke_token", known.officer, by=by, now={"token": known.prefix, "name": known.name})
    return known
