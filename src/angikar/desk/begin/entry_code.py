"""The code that opens the first page of an empty house: printed on the console, stored as a digest, used once."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from django.conf import settings

_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_LENGTH = 10


def new_code() -> str:
    """A new code; the one before opens nothing more."""
    code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    with os.fdopen(os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(_digest(code))
    return code


def opens(code: str) -> bool:
    """Whether this is the code of the house."""
    try:
        stored = _file().read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return hmac.compare_digest(stored, _digest(code))


def spend() -> None:
    """Let the code open nothing more."""
    _file().unlink(missing_ok=True)


def _file() -> Path:
    return Path(settings.VAR) / "begin-code"


def _digest(code: str) -> str:
    plain = "".join(each for each in code.upper() if each.isalnum())
    return hmac.new(settings.SECRET_KEY.encode(), f"begin:{plain}".encode(), hashlib.sha256).hexdigest()
