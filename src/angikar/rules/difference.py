"""Difference: what changed between two papers of one kind, row by row and field by field, by what a row is called and not
by its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from angikar.rules.content import Content

Change = Literal["added", "removed", "changed", "moved"]

NAMES = ("code", "number", "short", "name", "title", "to", "post", "text", "activity")
"""What a row of a list is called by: the first of these that it has and that is not empty."""

UNSEEN = frozenset({"version", "lines"})
"""Fields that say where a content was read, not what it says."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs. `row` is the name of the row it belongs to, from the whole paper down
    (`areas.own:1 / activities.1.1 / indicators.1.1.1`; empty for the paper's own fields), `field` the field in it, empty
    for a whole row. `was` and `now` are texts; a row that moved has the row it came after as both.
    """

    change: Change
    row: str
    field: str
    was: str = ""
    now: str = ""


def difference(was: Content, now: Content) -> tuple[Difference, ...]:
    """All that differs between two contents of one kind, in the order of the new one, what was removed at its old place.

    Rows are matched by part and code together, else by the first of `NAMES` they have, several of one name by their
    order among themselves. A row whose neighbours were only added or removed has not moved.

    >>> from angikar.rules.plan import Area, Plan
    >>> one, two = Area(code="1", title="ক", weight="4"), Area(code="2", title="খ", weight="6")
    >>> difference(Plan(areas=(one, two)), Plan(areas=(two.model_copy(update={"weight": "7"}), one)))
    (Difference(change='moved', row='areas.own:2', field='', was='areas.own:1', now=''), Difference(change='changed', row='areas.own:2', field='weight', was='6', now='7'))
    """
    old, new = (each.model_dump(mode="json", by_alias=True) for each in (was, now))
    return tuple(_mapping(old, new, "", ""))


def row_at_path(content: Content, path: str) -> str:
    """The name of the row in which a place lies, as `difference` names it; empty for a place of the paper itself.

    >>> from angikar.rules.plan import Area, Plan
    >>> row_at_path(Plan(areas=(Area(code="1", title="ক"),)), "areas.0.title")
    'areas.own:1'
    """
    here: object = content.model_dump(mode="json", by_alias=True)
    found, field = "", ""
    for name in path.split("."):
        if isinstance(here, list) and name.isdecimal() and int(name) < len(here) and _are_rows(here):
            called = list(named(here))[int(name)]
            found, here, field = (f"{found} / {field}.{called}" if found else f"{field}.{called}"), here[int(name)], ""
        elif isinstance(here, Mapping) and name in here:
            here, field = here[name], f"{field}.{name}" if field else name
        else:
            break
    return found


def changed_rows(found: Sequence[Difference]) -> tuple[str, ...]:
    """The rows that something happened to, each once, in order; the paper's own fields are the empty name."""
    return tuple(dict.fromkeys(each.row for each in found))


def _mapping(was: Mapping[str, object], now: Mapping[str, object], row: str, field: str) -> Iterator[Difference]:
    """The fields of one row, in the order of the new one."""
    for name in dict.fromkeys((*now, *was)):
        if name in UNSEEN and not field:
            continue
        whole = f"{field}.{name}" if field else name
        yield from _value(was.get(name), now.get(name), row, whole)


def _value(was: object, now: object, row: str, field: str) -> Iterator[Difference]:
    if was == now:
        return
    if _are_rows(was) and _are_rows(now) and (was or now):
        yield from _rows(_listed(was), _listed(now), f"{row} / {field}" if row else field)
    elif isinstance(was, Mapping | None) and isinstance(now, Mapping | None):
        yield from _mapping(was or {}, now or {}, row, field)
    else:
        yield Difference(_kind(was, now), row, field, said(was), said(now))


def _kind(was: object, now: object) -> Change:
    empty: tuple[object, ...] = (None, "", [])
    if was in empty:
        return "added"
    return "removed" if now in empty else "changed"


def _rows(was: Sequence[Mapping[str, object]], now: Sequence[Mapping[str, object]], where: str) -> Iterator[Difference]:
    """The rows of one list: those of the new order, each gone one after the row it stood behind."""
    old, new = named(was), named(now)
    kept = [name for name in new if name in old]
    moved = _out_of_order(kept, [name for name in old if name in new])
    before = dict(zip(list(old)[1:], old, strict=False))
    gone: dict[str, list[str]] = {}
    last = ""
    for name in old:
        if name in new:
            last = name
        else:
            gone.setdefault(last, []).append(name)
    yield from (_whole("removed", f"{where}.{name}", old[name]) for name in gone.get("", ()))
    above = ""
    for name, row in new.items():
        place = f"{where}.{name}"
        if name not in old:
            yield _whole("added", place, row)
        else:
            if name in moved:
                came, now_above = before.get(name, ""), above
                yield Difference("moved", place, "", came and f"{where}.{came}", now_above and f"{where}.{now_above}")
            yield from _mapping(old[name], row, place, "")
        yield from (_whole("removed", f"{where}.{each}", old[each]) for each in gone.get(name, ()))
        above = name


def _out_of_order(now: Sequence[str], was: Sequence[str]) -> set[str]:
    """The fewest rows that must be lifted out so that all others stand in their old order."""
    place = {name: index for index, name in enumerate(was)}
    tails: list[list[str]] = []  # the longest rising run that ends in each length, its last row the earliest possible
    for name in now:
        at = next((i for i, run in enumerate(tails) if place[run[-1]] >= place[name]), len(tails))
        run = [*(tails[at - 1] if at else []), name]
        tails[at : at + 1] = [run]
    return set(now) - set(tails[-1] if tails else ())


def named(rows: Sequence[Mapping[str, object]]) -> dict[str, Mapping[str, object]]:
    """The rows by name; the second of one name is `name#2`."""
    seen: Counter[str] = Counter()
    found = {}
    for row in rows:
        name = _name(row)
        seen[name] += 1
        found[name if seen[name] == 1 else f"{name}#{seen[name]}"] = row
    return found


def _name(row: Mapping[str, object]) -> str:
    name = next((str(row[each]) for each in NAMES if row.get(each)), "")
    return f"{row['part']}:{name}" if row.get("part") else name


def _whole(change: Change, row: str, values: Mapping[str, object]) -> Difference:
    text = next((str(values[each]) for each in ("title", "text", "name", *NAMES) if values.get(each)), "")
    return Difference(change, row, "", *((text, "") if change == "removed" else ("", text)))


def _are_rows(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(each, Mapping) for each in value))


def _listed(value: object) -> Sequence[Mapping[str, object]]:
    return value if isinstance(value, list) else ()


def said(value: object) -> str:
    """A value as one text: several after each other between semicolons, what is empty among them as a dash."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(said(each) or "—" for each in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {said(each)}" for name, each in value.items())
    return str(value)
