"""Passwords that are known from breaches elsewhere: held against a file of their digests, where the house has one."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import BinaryIO
from unicodedata import normalize

from django.conf import settings
from django.core.exceptions import ValidationError

from angikar.offices.models import Officer

_LINE = 128
"""Bytes that one line of the file may be long."""


class Breached:
    """Refuses a password whose SHA-1 stands in the file that `ANGIKAR_BREACHED_PASSWORDS` names: lines `DIGEST` or `DIGEST:COUNT` in the
    order of the digests, as the downloader of Have I Been Pwned writes them. The file may be of any size; it is looked into, not read.
    """

    def validate(self, password: str, user: Officer | None = None) -> None:
        """Raises `ValidationError` with the code of Django for common passwords."""
        file: str = settings.BREACHED_PASSWORDS
        if file and is_breached(normalize("NFC", password), Path(file)):
            raise ValidationError("breached", code="password_too_common")

    def get_help_text(self) -> str:
        """Nothing; our pages say it in our sentences."""
        return ""


def is_breached(password: str, file: Path) -> bool:
    """Whether the digest of a password stands in a sorted file."""
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with file.open("rb") as lines:
        low, high = 0, lines.seek(0, io.SEEK_END)
        while low < high:
            middle = (low + high) // 2
            start, found = _line(lines, middle)
            if found < wanted:
                low = max(middle + 1, start + len(found))
            else:
                high = middle
        return _line(lines, low)[1] == wanted


def _line(lines: BinaryIO, at: int) -> tuple[int, bytes]:
    """The first line that begins at a place or after it: where it begins, and its digest; nothing sorts after the end of the file."""
    lines.seek(max(at - 1, 0))
    if at:
        lines.readline(_LINE)
    start = lines.tell()
    text = lines.readline(_LINE)
    return start, text.partition(b":")[0].strip().upper() if text else b"~"
