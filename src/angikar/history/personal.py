"""How people are reached is not kept in the history: it says that it changed, never what it was or is. Where an older entry is emptied
of it, the house signs what is said of that, so that nobody who only reaches the database can alter an entry and call it erased.
"""

from __future__ import annotations

from collections.abc import Mapping

from angikar.history.chain.digests import canonical
from angikar.history.signing import keys

REACHED_BY = frozenset({"email", "mobile", "reach"})
"""The names under which rows hold how somebody is reached."""
PAPER = "papers.paper"
"""What a paper prints is the paper's own; its changes are kept whole."""
_USE = "angikar erasure"


def without_reach(value: object) -> object:
    """A JSON value of an entry with what says how somebody is reached left empty, at every depth.

    >>> without_reach({"name": "জনাব দোয়েল", "mobile": "01700000001", "seats": [{"email": "a@example.org"}]})
    {'name': 'জনাব দোয়েল', 'mobile': '', 'seats': [{'email': ''}]}
    """
    if isinstance(value, Mapping):
        return {
            name: "" if name in REACHED_BY and isinstance(each, str) else without_reach(each)
            for name, each in value.items()
        }
    if isinstance(value, list | tuple):
        return [without_reach(each) for each in value]
    return value


def signed_erasure(entry: int, was: str, left: str) -> dict[str, str]:
    """What is recorded of an entry that is emptied: its digest, that of what is left of it, and the signature of the house over both."""
    return {"hash": was, "left": left, "signature": keys.sign(_covered(entry, was, left))}


def is_signed_erasure(said: object, entry: int, was: str, left: str) -> bool:
    """Whether this is what the house recorded when it emptied the entry."""
    if not isinstance(said, dict) or (said.get("hash"), said.get("left")) != (was, left):
        return False
    return keys.is_own(_covered(entry, was, left), str(said.get("signature")))


def _covered(entry: int, was: str, left: str) -> bytes:
    return f"{_USE}\n{canonical([entry, was, left])}".encode()
