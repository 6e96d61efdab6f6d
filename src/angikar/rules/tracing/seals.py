"""Seals: what the signature on a carried content covers, and what it is worth by the keys that are known."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from angikar.rules.tracing.carried import UNSIGNED, Voucher

_USE = b"angikar content 1\n"
_COVERED = ("kind", "framework", "content", "paper")
_SHOWN = 16
"""Letters of an unknown key that a person is shown."""


def covered(whole: Mapping[str, Any]) -> bytes:
    """What a seal is set under: the name of its use, then kind, framework, content and which paper it is, in one canonical text."""
    under = {name: whole.get(name) for name in _COVERED}
    return _USE + json.dumps(under, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def judged(text: str, known: Mapping[str, str]) -> Voucher:
    """What the seal in a carried JSON is worth; `known` gives the name of the house of each known key, empty for one's own."""
    try:
        whole = json.loads(text)
        seal = whole["seal"]
        key, signature, under = str(seal["key"]), str(seal["signature"]), covered(whole)
    except (ValueError, RecursionError, TypeError, KeyError):
        return UNSIGNED
    if not _fits(under, signature, key):
        return Voucher("broken")
    if key not in known:
        return Voucher("unknown", key[:_SHOWN])
    return Voucher("trusted", known[key]) if known[key] else Voucher("own")


def _fits(under: bytes, signature: str, key: str) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(b64decode(key, validate=True))
        public.verify(b64decode(signature, validate=True), under)
    except (InvalidSignature, ValueError):
        return False
    return True
