"""An officer's card: how his names, numbers and addresses are written, and which passwords are taken."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from angikar.history.refusal import Refused, need_words
from angikar.offices.accounts import sentences
from angikar.offices.models import FaceLanguage, Officer
from angikar.rules.bangla.digits import to_latin
from angikar.rules.sentence import Sentence

_USERNAME = re.compile(r"[\w.@-]{3,60}")
_MOBILE = re.compile(r"(?:\+?88)?(01\d{9})")
_LEAST = 12
"""Letters of a password; the validator of the settings asks for the same."""
_WEAK: dict[str, Sentence] = {
    "password_too_short": sentences.PASSWORD_SHORT,
    "password_too_common": sentences.PASSWORD_COMMON,
    "password_too_similar": sentences.PASSWORD_LIKE_NAME,
}


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of an officer besides the name he signs in with."""

    name: str
    name_en: str = ""
    employee_id: str = ""
    email: str = ""
    mobile: str = ""
    language: str = FaceLanguage.BANGLA


def written(card: Card) -> Card:
    """The card as it is stored: no spaces around, Latin digits, eleven figures of a mobile number. Raises `Refused`."""
    language = card.language if card.language in FaceLanguage.values else FaceLanguage.BANGLA
    return Card(
        name=need_words(" ".join(card.name.split()), sentences.NAME_MISSING),
        name_en=" ".join(card.name_en.split()),
        employee_id=to_latin(card.employee_id).strip(),
        email=_email(card.email.strip()),
        mobile=_mobile(card.mobile.strip()),
        language=language,
    )


def username(typed: str) -> str:
    """A name to sign in with. Raises `Refused` where it does not fit."""
    name = to_latin(typed).strip()
    if not _USERNAME.fullmatch(name):
        raise Refused(sentences.USERNAME_UNFIT)
    return name


def password(typed: str, again: str, officer: Officer) -> str:
    """A password that was typed twice. Raises `Refused` where the two differ or it is too easy."""
    if typed != again:
        raise Refused(sentences.PASSWORDS_DIFFER)
    try:
        validate_password(typed, officer)
    except ValidationError as weak:
        said = _WEAK.get(weak.error_list[0].code or "", sentences.PASSWORD_COMMON)
        facts = {"least": int((weak.error_list[0].params or {}).get("min_length", _LEAST))}
        raise Refused(said, **(facts if said is sentences.PASSWORD_SHORT else {})) from None
    return typed


def _email(text: str) -> str:
    try:
        if text:
            validate_email(text)
    except ValidationError:
        raise Refused(sentences.EMAIL_UNFIT, text=text) from None
    return text


def _mobile(text: str) -> str:
    if not text:
        return ""
    figures = _MOBILE.fullmatch(re.sub(r"[\s-]", "", to_latin(text)))
    if figures is None:
        raise Refused(sentences.MOBILE_UNFIT, text=text)
    return figures[1]
