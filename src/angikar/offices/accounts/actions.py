"""What is done with accounts: cards, one-time codes and the passwords set by them, closing and opening, administrators."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction

from angikar.history.actions import record
from angikar.history.once import once
from angikar.history.refusal import NotYours, Refused
from angikar.offices.accounts import card as cards
from angikar.offices.accounts import sentences
from angikar.offices.accounts.sessions import sessions_of
from angikar.offices.models import Officer, PasswordLink
from angikar.offices.preferences import NoticeWay
from angikar.rules.bangla.digits import to_latin

LASTING = timedelta(days=3)
"""How long a code opens an account."""
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_LENGTH, _GROUP = 12, 4


def edit_card(officer: Officer, card: cards.Card, *, by: Officer) -> Officer:
    """Write an officer's card; his name stays as it was on all older papers. Raises `Refused` for what cannot be right."""
    fresh = cards.written(card)
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        holder = Officer.objects.exclude(employee_id="").exclude(pk=known.pk)
        if (other := holder.filter(employee_id=fresh.employee_id).first()) is not None:
            raise Refused(sentences.EMPLOYEE_ID_TAKEN, number=fresh.employee_id, name=other.name)
        fields = asdict(fresh)
        was = {name: getattr(known, name) for name in fields}
        for name, value in fields.items():
            setattr(known, name, value)
        taken = Refused(sentences.EMPLOYEE_ID_TAKEN, number=fresh.employee_id, name=sentences.SOMEBODY_ELSE)
        with once(Officer, one_officer_of_an_employee_id=taken):
            known.save(update_fields=list(fields))
        changed = [name for name, value in fields.items() if value != was[name]]
        record(
            "officer.edit_card",
            known,
            by=by,
            was={name: was[name] for name in changed},
            now={name: fields[name] for name in changed},
        )
    return known


def choose_ways(officer: Officer, ways: Mapping[str, NoticeWay], *, by: Officer) -> Officer:
    """Choose by kind of notice how it reaches an officer; kinds that are left out stay as they are."""
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        was = known.notice_ways
        known.notice_ways = {**was, **{kind: asdict(way) for kind, way in ways.items()}}
        known.save(update_fields=["notice_ways"])
        record("officer.choose_ways", known, by=by, was=was, now=known.notice_ways)
    return known


def give_code(officer: Officer, *, now: datetime, by: Officer | None) -> str:
    """Make the code by which an officer sets a password once, within `LASTING`; codes given before open nothing more. Only
    its digest is stored, so that it is shown now or never. Raises `Refused` for a closed account.
    """
    code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        if not known.is_active:
            raise Refused(sentences.ACCOUNT_CLOSED, name=known.name)
        PasswordLink.objects.filter(officer=known, used_at=None, expires__gt=now).update(expires=now)
        PasswordLink.objects.create(officer=known, digest=_digest(code), expires=now + LASTING)
        record("officer.give_code", known, by=by, now={"expires": (now + LASTING).isoformat()})
    return "-".join(code[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def set_password(code: str, typed: str, again: str, *, now: datetime) -> Officer:
    """Set a password by a code, which is used up by it; whoever was signed in under that account is signed out. Raises
    `Refused` for a code that is wrong, used or too old, and for a password that is too easy.
    """
    with transaction.atomic():
        links = PasswordLink.objects.select_for_update().filter(digest=_digest(code), used_at=None, expires__gt=now)
        link = links.select_related("officer").first()
        if link is None or not link.officer.is_active:
            raise Refused(sentences.CODE_SPENT)
        officer = link.officer
        officer.set_password(cards.password(typed, again, officer))
        officer.save(update_fields=["password"])
        link.used_at = now
        link.save(update_fields=["used_at"])
        record("officer.set_password", officer, by=officer)
    return officer


def close_account(officer: Officer, *, by: Officer) -> Officer:
    """Close an account: it signs in no more, and whoever has signed in is out. Raises `Refused` for one's own and for the
    last administrator's.
    """
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        if known.pk == by.pk:
            raise Refused(sentences.OWN_ACCOUNT)
        if known.is_staff:
            _refuse_last(known)
        known.is_active = False
        known.save(update_fields=["is_active"])
        record("officer.close_account", known, by=by, was={"is_active": True}, now={"is_active": False})
    return known


def open_account(officer: Officer, *, by: Officer) -> Officer:
    """Open a closed account again; its password is gone, a new code opens it."""
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        known.is_active = True
        known.set_unusable_password()
        known.save(update_fields=["is_active", "password"])
        record("officer.open_account", known, by=by, was={"is_active": False}, now={"is_active": True})
    return known


def end_sessions(officer: Officer, *, now: datetime, by: Officer) -> int:
    """Sign an officer out wherever he has signed in. Returns how many sessions ended."""
    with transaction.atomic():
        ended = sessions_of(officer, now)
        Session.objects.filter(pk__in=[each.pk for each in ended]).delete()
        record("officer.end_sessions", officer, by=by, now={"ended": len(ended)})
    return len(ended)


def make_administrator(officer: Officer, yes: bool, *, by: Officer) -> Officer:
    """Let an officer keep the whole register of this house, or no longer. Raises `NotYours` for anybody but an
    administrator, `Refused` for the last one.
    """
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        if not by.is_staff:
            raise NotYours
        if known.is_staff and not yes:
            _refuse_last(known)
        was, known.is_staff = known.is_staff, yes
        known.save(update_fields=["is_staff"])
        record("officer.make_administrator", known, by=by, was={"is_staff": was}, now={"is_staff": yes})
    return known


def _refuse_last(officer: Officer) -> None:
    if not Officer.objects.filter(is_staff=True, is_active=True).exclude(pk=officer.pk).exists():
        raise Refused(sentences.LAST_ADMINISTRATOR)


def _digest(code: str) -> str:
    """The digest of a code under the key of this house, however it was typed."""
    plain = re.sub(r"[^0-9A-Z]", "", to_latin(code).upper())
    return hmac.new(settings.SECRET_KEY.encode(), f"first-password:{plain}".encode(), hashlib.sha256).hexdigest()


def record_own(officer: Officer, verb: str) -> None:
    """Enter in the history what an officer has changed in his own account: a password, a second factor."""
    with transaction.atomic():
        record(f"officer.{verb}", officer, by=officer)
