"""What a token is made of: a prefix by which it is found and a secret of 40 letters, kept as a digest under the key of the house."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from typing import Final

from django.conf import settings

_LETTERS: Final = "abcdefghijkmnpqrstuvwxyz23456789"
_PREFIX, _SECRET = 8, 40
_SHAPE = re.compile(rf"ang_([{_LETTERS}]{{{_PREFIX}}})_([{_LETTERS}]{{{_SECRET}}})")


@dataclass(frozen=True, slots=True)
class TokenText:
    """A token as a program sends it, in its parts."""

    prefix: str
    secret: str

    def __str__(self) -> str:
        return f"ang_{self.prefix}_{self.secret}"

    @property
    def digest(self) -> str:
        """What is stored of it."""
        return self._under(settings.SECRET_KEY)

    def fits(self, digest: str) -> bool:
        """Whether this is the token of a stored digest, by the key of the house or one of before; each is compared in the same time however
        much of it is right.
        """
        keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        return any(hmac.compare_digest(self._under(key), digest) for key in keys)

    def _under(self, key: str) -> str:
        return hmac.new(key.encode(), f"api-token:{self}".encode(), hashlib.sha256).hexdigest()


def made() -> TokenText:
    """A new token: 200 bits that nobody can guess."""
    return TokenText(*("".join(secrets.choice(_LETTERS) for _ in range(count)) for count in (_PREFIX, _SECRET)))


def parsed(text: str) -> TokenText | None:
    """The parts of a token; none of what has not the shape of one."""
    found = _SHAPE.fullmatch(text.strip())
    return TokenText(found[1], found[2]) if found else None
