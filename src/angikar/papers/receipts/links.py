"""Links: what is kept of a link's secret, and how somebody outside can be reached at all."""

from __future__ import annotations

import hashlib
import re

from angikar.history.refusal import Refused
from angikar.rules.bangla.digits import to_latin

_MAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
_MOBILE = re.compile(r"(?:\+?88)?(01[3-9]\d{8})")


def digest_of(token: str) -> str:
    """What is kept of a link's secret: its SHA-256."""
    return hashlib.sha256(token.encode()).hexdigest()


def reach_of(said: str) -> str:
    """An e-mail address or a mobile number in one form (`01712345678`), from what somebody wrote. Raises `Refused`."""
    text = to_latin(said).strip()
    mobile = _MOBILE.fullmatch(re.sub(r"[\s-]", "", text))
    if mobile:
        return mobile.group(1)
    if _MAIL.fullmatch(text) and len(text) <= 254:
        return text.lower()
    raise Refused(
        "ই-মেইল ঠিকানা বা মোবাইল নম্বরটি ঠিক নয়; যেমন dc@example.org বা ০১৭১২৩৪৫৬৭৮।",
        "This is no e-mail address and no mobile number, such as dc@example.org or 01712345678.",
    )
