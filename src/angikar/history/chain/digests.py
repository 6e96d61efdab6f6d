"""The chain: one canonical text per entry and per checkpoint, and the digest that ties it to what is before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

GENESIS = "0" * 64
"""What the first checkpoint follows, and what the first entry named as its predecessor before there were checkpoints."""


def canonical(value: object) -> str:
    """The one JSON text of a value: keys in order, no spaces, letters as they are. Raises `TypeError` for what
    JSON cannot hold.
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(value: object) -> str:
    """SHA-256 of the canonical text, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def link(previous: str, facts: Mapping[str, object]) -> str:
    """The digest of something that follows something: of all its facts and of the digest before."""
    return digest({"previous": previous, **facts})
