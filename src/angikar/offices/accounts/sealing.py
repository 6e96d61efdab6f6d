"""Secrets of the second factor, sealed in the database with a key that is derived from the secret key of the house."""

from __future__ import annotations

import base64
from typing import Final

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

SEALED: Final = "sealed:"
SECRETS: Final = ("secret", "seed")
"""What the data of a second factor names its secrets."""


def sealed(text: str) -> str:
    """The text, readable with the key of this house alone."""
    return SEALED + _keys().encrypt(text.encode()).decode()


def opened(text: str) -> str:
    """What was sealed, with the key of now or an older one; empty, so that no code fits it, where the key is lost. What was
    stored before anything was sealed is itself.
    """
    if not text.startswith(SEALED):
        return text
    try:
        return _keys().decrypt(text.removeprefix(SEALED)).decode()
    except InvalidToken:
        return ""


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(_derived(key)) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _derived(key: str) -> bytes:
    kept = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"angikar second step")
    return base64.urlsafe_b64encode(kept.derive(key.encode()))
