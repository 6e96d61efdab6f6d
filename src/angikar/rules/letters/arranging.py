"""Adds, moves and removes an item of a list, and names the lists that every letter has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeVar

from angikar.rules.content import Content
from angikar.rules.letters.items import copy, enclosure_in
from angikar.rules.letters.values import Signatory

How = Literal["add", "under", "up", "down", "number", "remove"]
"""`under` adds one step deeper, `number` gives a paragraph its number or removes it."""

Item = TypeVar("Item")
Letterlike = TypeVar("Letterlike", bound=Content)

LISTS: Mapping[str, Callable[[str], str | Content]] = {
    "priority": str,
    "addressees": str,
    "copies": copy,
    "enclosures": enclosure_in,
    "signatories": lambda name: Signatory(name=name.strip("() ") or None, role="body"),
}
"""The lists of a letter by name, and how a typed line becomes an item of each."""


def arranged(content: Letterlike, path: str, how: How, text: str = "") -> Letterlike:
    """The content with a list of `LISTS` rearranged. `path` is the list (`addressees`), at whose end every line of `text` is
    added, or one item of it (`addressees.2`). What cannot be done returns the content unchanged.

    >>> from angikar.rules.kinds.plain_letter import PlainLetter
    >>> letter = arranged(PlainLetter(), "addressees", "add", "জেলা প্রশাসক, ঢাকা\\nপুলিশ সুপার, ঢাকা")
    >>> arranged(letter, "addressees.1", "up").addressees
    ('পুলিশ সুপার, ঢাকা', 'জেলা প্রশাসক, ঢাকা')
    """
    name, _, which = path.partition(".")
    make, items = LISTS.get(name), getattr(content, name, None)
    if make is None or items is None:
        return content
    if not which:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        return content.model_copy(update={name: (*items, *map(make, lines))}) if how == "add" else content
    index = int(which) if which.isdecimal() else len(items)
    return content.model_copy(update={name: shifted(items, index, how)})


def shifted(items: Sequence[Item], index: int, how: How) -> tuple[Item, ...]:
    """The items with the one at `index` moved up or down by one, or removed; unchanged where that cannot be.

    >>> shifted("abc", 2, "up"), shifted("abc", 0, "up"), shifted("abc", 1, "remove")
    (('a', 'c', 'b'), ('a', 'b', 'c'), ('a', 'c'))
    """
    found = list(items)
    if not 0 <= index < len(found):
        return tuple(found)
    if how == "remove":
        del found[index]
    other = index + {"up": -1, "down": 1}.get(how, 0)
    if how in ("up", "down") and 0 <= other < len(found):
        found[index], found[other] = found[other], found[index]
    return tuple(found)
