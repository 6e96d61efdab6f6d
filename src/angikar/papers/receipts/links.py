"""Links: the digest that is stored of a link's secret, and the one form of an address outside the register."""

from __future__ import annotations

import hashlib
import re

from angikar.history.refusal import Refused
from angikar.papers import sentences
from angikar.rules.bangla.digits import to_latin

_MAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
_MOBILE = re.compile(r"(?:\+?88)?(01[3-9]\d{8})")


def digest_of(token: str) -> str:
    """What is stored of a link's secret: its SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def reach_of(typed: str) -> str:
    """An e-mail address or a mobile number in one form (`01712345678`), from what a person typed. Raises `Refused`."""
    text = to_latin(typed).strip()
    mobile = _MOBILE.fullmatch(re.sub(r"[\s-]", "", text))
    if mobile:
        return mobile.group(1)
    if _MAIL.fullmatch(text) and len(text) <= 254:
        return text.lower()
    raise Refused(sentences.ADDRESS_UNREADABLE)
