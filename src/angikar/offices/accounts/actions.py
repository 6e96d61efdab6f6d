"""What is done with accounts: cards, one-time codes and the passwords set by them, closing and opening, administrators."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from angikar.history.actions import Happening, erase, record, record_many
from angikar.history.once import once
from angikar.history.publishing import publish
from angikar.history.queries import history_of
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import known_today
from angikar.offices.accounts import card as cards
from angikar.offices.accounts import sentences
from angikar.offices.accounts.rights import needs_second, settled_by
from angikar.offices.accounts.sessions import over, sessions_of
from angikar.offices.events import AccountChanged
from angikar.offices.models import ApiToken, Officer, PasswordLink, Tenure
from angikar.offices.posts.rights import power_of
from angikar.offices.preferences import NoticeWay
from angikar.rules.bangla.digits import to_latin

LASTING = timedelta(days=3)
"""How long a code opens an account."""
_REACH = frozenset({"email", "mobile"})
"""What is known of how an officer is reached; the history says that it was changed, never what it was."""
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_LENGTH, _GROUP = 12, 4


def edit_card(officer: Officer, card: cards.Card, *, by: Officer, password: str = "") -> Officer:
    """Write an officer's card; his name stays as it was on all older papers. How he is reached he changes himself with his `password`; the
    e-mail address of an account of power nobody else does. Raises `Refused` for that, and for what cannot be right.
    """
    fresh = cards.written(card)
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        holder = Officer.objects.exclude(employee_id="").exclude(pk=known.pk)
        if (other := holder.filter(employee_id=fresh.employee_id).first()) is not None:
            raise Refused(sentences.EMPLOYEE_ID_TAKEN, number=fresh.employee_id, name=other.name)
        fields = asdict(fresh)
        was = {name: getattr(known, name) for name in fields}
        changed = [name for name, value in fields.items() if value != was[name]]
        _refuse_reach(known, changed, by, password)
        for name, value in fields.items():
            setattr(known, name, value)
        taken = Refused(sentences.EMPLOYEE_ID_TAKEN, number=fresh.employee_id, name=sentences.SOMEBODY_ELSE)
        with once(Officer, one_officer_of_an_employee_id=taken):
            known.save(update_fields=list(fields))
        if _REACH & set(changed):
            _announce(known, "officer.edit_card", by, tuple(filter(None, (was["email"], was["mobile"]))))
        record(
            "officer.edit_card",
            known,
            by=by,
            was={name: was[name] for name in changed},
            now={name: fields[name] for name in changed},
        )
    return known


def _refuse_reach(officer: Officer, changed: list[str], by: Officer, password: str) -> None:
    """Refuse to change how somebody is reached to who does not prove that he is it, and, where power goes with the account, to others."""
    if by.pk == officer.pk and _REACH & set(changed) and not officer.check_password(password):
        raise Refused(sentences.PASSWORD_TO_CHANGE)
    if (
        by.pk != officer.pk
        and "email" in changed
        and officer.has_usable_password()
        and needs_second("card", officer, by)
    ):
        raise Refused(sentences.REACH_IS_HIS)


def erase_reach(officer: Officer, *, by: Officer | None) -> Officer:
    """Forget how somebody is reached who holds no post any more, on his word or after the time in `docs/privacy.md`: on his card, and in
    older entries of the history. Raises `Refused` while he holds a post.
    """
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        if Tenure.objects.filter(officer=known).exclude(until__lte=known_today()).exists():
            raise Refused(sentences.STILL_SERVES, name=known.name)
        known.email, known.mobile, known.notice_ways = "", "", {}
        known.save(update_fields=["email", "mobile", "notice_ways"])
        record("officer.erase_reach", known, by=by)
        erase(history_of(known), by=by)
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


def give_code(officer: Officer, *, now: datetime, by: Officer | None, second: Officer | None = None) -> str:
    """Make the code by which an officer sets a password once, within `LASTING`; codes given before open nothing more. Only
    its digest is stored, so that it is shown now or never. Raises `Refused` for a closed account, for one's own, and for one of
    power without a second person.
    """
    code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        if not known.is_active:
            raise Refused(sentences.ACCOUNT_CLOSED, name=known.name)
        if by is not None and by.pk == known.pk:
            raise Refused(sentences.OWN_CODE)
        settled = settled_by("code", known, by, second)
        PasswordLink.objects.filter(officer=known, used_at=None).delete()
        PasswordLink.objects.create(officer=known, digest=_digest(code), expires=now + LASTING)
        _announce(known, "officer.give_code", by)
        record("officer.give_code", known, by=by, now={"expires": (now + LASTING).isoformat(), **settled})
    return "-".join(code[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def end_codes(now: datetime) -> int:
    """Forget the codes whose days are over, so that none of them opens anything again by a clock that is set back. Returns how many."""
    with transaction.atomic():
        over = PasswordLink.objects.select_for_update(of=("self",)).filter(used_at=None, expires__lte=now)
        ended = list(over.select_related("officer"))
        PasswordLink.objects.filter(pk__in=[each.pk for each in ended]).delete()
        said = [
            Happening("officer.end_code", each.officer, now={"expires": each.expires.isoformat()}) for each in ended
        ]
        record_many(said, by=None)
    return len(ended)


def set_password(code: str, typed: str, again: str, *, now: datetime) -> Officer:
    """Set a password by a code, which is used up by it; whoever was signed in under that account is signed out, and his tokens
    are revoked. Raises `Refused` for a code that is wrong, used or too old, and for a password that is too easy.
    """
    with transaction.atomic():
        links = PasswordLink.objects.select_for_update().filter(digest=_digest(code), used_at=None, expires__gt=now)
        link = links.select_related("officer").first()
        if link is None or not link.officer.is_active:
            raise Refused(sentences.CODE_SPENT)
        officer = link.officer
        officer.set_password(cards.password(typed, again, officer))
        officer.save(update_fields=["password"])
        _revoke_tokens(officer, now)
        link.used_at = now
        link.save(update_fields=["used_at"])
        _announce(officer, "officer.set_password", None)
        record("officer.set_password", officer, by=officer)
    return officer


def close_account(officer: Officer, *, by: Officer, second: Officer | None = None) -> Officer:
    """Close an account: it signs in no more, whoever has signed in is out, and its tokens are revoked. Raises `Refused` for one's own, for the
    last administrator's, and for one of power without a second person.
    """
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        if known.pk == by.pk:
            raise Refused(sentences.OWN_ACCOUNT)
        if known.is_staff:
            _refuse_last(known)
        settled = settled_by("close", known, by, second)
        known.is_active = False
        known.save(update_fields=["is_active"])
        _revoke_tokens(known, timezone.now())
        _announce(known, "officer.close_account", by)
        record("officer.close_account", known, by=by, was={"is_active": True}, now={"is_active": False, **settled})
    return known


def open_account(officer: Officer, *, by: Officer) -> Officer:
    """Open a closed account again; its password is gone, a new code opens it."""
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        known.is_active = True
        known.set_unusable_password()
        known.save(update_fields=["is_active", "password"])
        _announce(known, "officer.open_account", by)
        record("officer.open_account", known, by=by, was={"is_active": False}, now={"is_active": True})
    return known


def end_sessions(officer: Officer, *, now: datetime, by: Officer) -> int:
    """Sign an officer out wherever he has signed in. Returns how many sessions ended."""
    with transaction.atomic():
        ended = sessions_of(officer, now)
        Session.objects.filter(pk__in=[each.pk for each in ended]).delete()
        UserSession.objects.filter(user=officer).delete()
        record("officer.end_sessions", officer, by=by, now={"ended": len(ended)})
    return len(ended)


def end_session(session: UserSession, *, by: Officer) -> None:
    """Sign an officer out in one place; where he is signed in otherwise, he stays so."""
    with transaction.atomic():
        officer = Officer.objects.get(pk=session.user_id)
        Session.objects.filter(pk=session.session_key).delete()
        UserSession.objects.filter(pk=session.pk).delete()
        record("officer.end_session", officer, by=by, now={"began": session.created_at.isoformat()})


def forget_sessions(now: datetime) -> int:
    """Forget where officers were signed in whose sessions have ended: addresses and browsers. Returns how many they were."""
    with transaction.atomic():
        ended = over(now)
        if ended:
            for start in range(0, len(ended), 500):
                UserSession.objects.filter(pk__in=[each.pk for each in ended[start : start + 500]]).delete()
            record("session.erase", ended[0].user, by=None, now={"count": len(ended)})
        Session.objects.filter(expire_date__lte=now).delete()
    return len(ended)


def make_administrator(officer: Officer, yes: bool, *, by: Officer, second: Officer | None = None) -> Officer:
    """Let an officer keep the whole register of this house, or no longer. Raises `NotYours` for anybody but an
    administrator, `Refused` for the last one, and where there is another person who has not confirmed it.
    """
    with transaction.atomic():
        known = Officer.objects.select_for_update().get(pk=officer.pk)
        if not by.is_staff:
            raise NotYours
        if known.is_staff and not yes:
            _refuse_last(known)
        settled = settled_by("administrator", known, by, second)
        was, known.is_staff = known.is_staff, yes
        known.save(update_fields=["is_staff"])
        _announce(known, "officer.make_administrator", by)
        record("officer.make_administrator", known, by=by, was={"is_staff": was}, now={"is_staff": yes, **settled})
    return known


def _revoke_tokens(officer: Officer, now: datetime) -> None:
    """Let no program act for an officer any more: whoever made its token may have been somebody else."""
    ApiToken.objects.filter(officer=officer, revoked_at=None).update(revoked_at=now)


def _announce(officer: Officer, verb: str, by: Officer | None, reached: tuple[str, ...] = ()) -> None:
    """Announce what somebody else, or a thief of the session, may have done with an account."""
    post = power_of(officer, by or officer)
    known = tuple(filter(None, (officer.email, officer.mobile)))
    publish(AccountChanged(officer, verb, by, reached or known, post))


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
        if verb == "change_password":
            _announce(officer, "officer.change_password", None)
        record(f"officer.{verb}", officer, by=officer)
