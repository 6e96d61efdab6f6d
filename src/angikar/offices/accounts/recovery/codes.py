"""What a recovery code is, and how it is kept: 24 letters hold 118 bits, so that a plain digest gives nothing away."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Any, Final

from django.contrib.auth.hashers import check_password

from angikar.rules.bangla.digits import to_latin

COUNT: Final = 10
KEPT: Final = "kept"
"""What the data of a second factor names the codes that are left."""
_LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_LENGTH, _GROUP, _EARLIER = 24, 4, 8
_DIGEST: Final = "sha256$"


def made() -> tuple[str, ...]:
    """New codes, in groups as they are written down."""
    return tuple(_grouped("".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))) for _ in range(COUNT))


def stored(codes: tuple[str, ...]) -> dict[str, Any]:
    """The data of a second factor that these codes make. allauth finds no code of its own in it."""
    return data([_digest(_plain(code)) for code in codes])


def data(kept: list[str]) -> dict[str, Any]:
    """The data of a second factor with what is kept of its codes."""
    return {"migrated_codes": [], KEPT: kept}


def found(kept: list[str], typed: str) -> str | None:
    """Which of those kept was typed; one of eight figures, from before there were long ones, is kept as a password is."""
    plain = _plain(typed)
    if len(plain) == _LENGTH:
        return next((each for each in kept if hmac.compare_digest(each, _digest(plain))), None)
    if len(plain) == _EARLIER and plain.isdecimal():
        earlier = (each for each in kept if not each.startswith(_DIGEST))
        return next((each for each in earlier if check_password(plain, each)), None)
    return None


def _plain(typed: str) -> str:
    return "".join(each for each in to_latin(typed).upper() if each.isascii() and each.isalnum())


def _digest(plain: str) -> str:
    return _DIGEST + hashlib.sha256(plain.encode()).hexdigest()


def _grouped(code: str) -> str:
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))
