"""Places: where a place of a content is after its rows were moved, numbered again, copied or removed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

_NUMBERING = frozenset({"code", "number", "lines"})
"""What a row is numbered by changes when others move; what it says does not."""
_CALLED = ("title", "text", "name", "to", "post", "short", "activity", "code", "number")


def moved_place(before: object, after: object, path: str) -> str | None:
    """Where the place of a path in the content `before` is in the content `after`; `None` where its row is no more.

    Rows of a list are the same where they say the same, whatever their codes; then where they are called the same; then by their order,
    where no row came or went.

    >>> one, two = {"code": "1", "title": "a"}, {"code": "2", "title": "b"}
    >>> moved_place({"rows": [one, two]}, {"rows": [{"code": "1", "title": "b"}]}, "rows.1.title")
    'rows.0.title'
    >>> moved_place({"rows": [one, two]}, {"rows": [two]}, "rows.0.title") is None
    True
    """
    names = list[str]()
    for name in path.split(".") if path else ():
        if isinstance(before, list) and isinstance(after, list) and name.isdecimal() and _are_rows(before):
            index = same_rows(before, after).get(int(name))
            if index is None:
                return None
            before, after = before[int(name)], after[index]
            names.append(str(index))
        else:
            before, after = _within(before, name), _within(after, name)
            names.append(name)
    return ".".join(names)


def same_rows(before: Sequence[object], after: Sequence[object]) -> dict[int, int]:
    """Which row of a list is which of the list as it is now, by their numbers; rows that are no more are missing."""
    found: dict[int, int] = {}
    for name in (_said, _called):
        _pair(before, after, name, found)
    if len(before) == len(after):
        free = [index for index in range(len(after)) if index not in set(found.values())]
        found |= dict(zip((index for index in range(len(before)) if index not in found), free, strict=True))
    return found


def _pair(
    before: Sequence[object], after: Sequence[object], name: Callable[[object], Hashable], found: dict[int, int]
) -> None:
    """Pair the rows of one name that have no partner yet, several in their order; a row that is where it was stays there."""
    taken = set(found.values())
    free: dict[Hashable, list[int]] = {}
    for index, row in enumerate(after):
        if index not in taken:
            free.setdefault(name(row), []).append(index)
    for index, row in enumerate(before):
        places = free.get(name(row), []) if index not in found else []
        if places:
            chosen = index if index in places else places[0]
            places.remove(chosen)
            found[index] = chosen


def _said(row: object) -> Hashable:
    """All that a row says but how it is numbered."""
    if isinstance(row, Mapping):
        return tuple((name, _said(each)) for name, each in sorted(row.items()) if name not in _NUMBERING)
    return tuple(map(_said, row)) if isinstance(row, list) else str(row)


def _called(row: object) -> Hashable:
    if not isinstance(row, Mapping):
        return str(row)
    return next((str(row[each]) for each in _CALLED if row.get(each)), "")


def _are_rows(items: Sequence[object]) -> bool:
    return all(isinstance(each, Mapping) for each in items)


def _within(here: object, name: str) -> object:
    if isinstance(here, Mapping):
        return here.get(name)
    return here[int(name)] if isinstance(here, list) and name.isdecimal() and int(name) < len(here) else None
