"""Erasure: what the house signs where it empties an entry, so that nobody who only reaches the database can alter one and call it erased."""

from __future__ import annotations

from angikar.history import keys
from angikar.history.chain import canonical

_USE = "angikar erasure"


def signed(entry: int, was: str, left: str) -> dict[str, str]:
    """What is recorded of an entry that is emptied: its digest, that of what is left of it, and the signature of the house over both."""
    return {"hash": was, "left": left, "signature": keys.sign(_covered(entry, was, left))}


def is_signed(said: object, entry: int, was: str, left: str) -> bool:
    """Whether this is what the house recorded when it emptied the entry."""
    if not isinstance(said, dict) or (said.get("hash"), said.get("left")) != (was, left):
        return False
    return keys.is_own(_covered(entry, was, left), str(said.get("signature")))


def _covered(entry: int, was: str, left: str) -> bytes:
    return f"{_USE}\n{canonical([entry, was, left])}".encode()
