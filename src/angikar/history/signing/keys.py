"""The key of the house: one Ed25519 key in the folder of the data, made when first needed, by which the house knows its own words again.

What is signed begins with the name of its use, so that a signature of one use is never taken for one of another.
"""

from __future__ import annotations

import hashlib
import os
from base64 import b64decode, b64encode
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from angikar.history.disk import write_whole

FOLDER = "keys"
PRIVATE = "house.ed25519"
_RAW = serialization.Encoding.Raw, serialization.PublicFormat.Raw


def folder() -> Path:
    """The folder of keys: the house's own, and the public half of every key it ever had."""
    return Path(settings.VAR) / FOLDER


def house_key() -> Ed25519PrivateKey:
    """The house's own key; made where there is none yet. Raises `ValueError` where its file holds no such key."""
    return _key(folder())


def public() -> str:
    """The public half of the key, as text."""
    return _text(house_key().public_key())


def known() -> frozenset[str]:
    """The public half of every key this house has or had: what one of them signed is the house's own."""
    return frozenset({public(), *(path.read_text(encoding="ascii").strip() for path in folder().glob("*.pub"))})


def sign(data: bytes) -> str:
    """The house's signature of some bytes, as text."""
    return b64encode(house_key().sign(data)).decode()


def verify(data: bytes, signature: str, by: str) -> bool:
    """Whether the signature of these bytes was made by the key whose public half is `by`; false for what is no signature or no key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(b64decode(by, validate=True))
        key.verify(b64decode(signature, validate=True), data)
    except (InvalidSignature, ValueError):
        return False
    return True


def is_public(text: str) -> bool:
    """Whether a text is the public half of a key."""
    try:
        Ed25519PublicKey.from_public_bytes(b64decode(text, validate=True))
    except ValueError:
        return False
    return True


def is_own(data: bytes, signature: str) -> bool:
    """Whether this house signed these bytes, by its key of today or an earlier one."""
    return any(verify(data, signature, each) for each in known())


@lru_cache(maxsize=4)
def _key(place: Path) -> Ed25519PrivateKey:
    file = place / PRIVATE
    if not file.exists():
        _make(place)
    key = serialization.load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{file} holds no Ed25519 key")
    _publish(place, _text(key.public_key()))
    return key


def _make(place: Path) -> None:
    """Make a key, whole or not at all; of several processes that do so at once the first one's key is kept."""
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = Ed25519PrivateKey.generate()
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with NamedTemporaryFile(dir=place) as part:  # its mode is 0600
        part.write(secret)
        part.flush()
        os.fsync(part.fileno())
        with suppress(FileExistsError):
            os.link(part.name, place / PRIVATE)


def _publish(place: Path, text: str) -> None:
    """Write the public half beside the key, where it stays when the key is replaced."""
    file = place / f"{hashlib.sha256(text.encode()).hexdigest()[:16]}.pub"
    if not file.is_file() or not file.stat().st_size:
        write_whole(file, f"{text}\n".encode())


def _text(key: Ed25519PublicKey) -> str:
    return b64encode(key.public_bytes(*_RAW)).decode()
