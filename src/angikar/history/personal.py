"""How people are reached does not stand in the history: it says that it changed, never what it was or is."""

from __future__ import annotations

from collections.abc import Mapping

REACHED_BY = frozenset({"email", "mobile", "reach"})
"""The names under which rows hold how somebody is reached."""
PAPER = "papers.paper"
"""What a paper prints is the paper's own; its changes are kept whole."""


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
