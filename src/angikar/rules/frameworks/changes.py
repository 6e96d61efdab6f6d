"""What changed from one framework to another: columns, weights, levels, days, links and rules, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.content import Content
from angikar.rules.frameworks.framework import Column, Framework

Action = Literal["added", "removed", "changed", "moved"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: where (`columns.counting.heading`), what became of it, and how it was and is; `None` where it was
    not there. Places of columns are counted from 1.
    """

    path: str
    action: Action
    was: str | None
    now: str | None

    def as_json(self) -> dict[str, object]:
        """The shape of `angikar frameworks diff --json`."""
        bangla, english = said(self)
        return {
            "path": self.path,
            "deed": self.action,
            "was": self.was,
            "now": self.now,
            "message": bangla,
            "message_en": english,
        }


_NAMES = {
    "title": ("নাম", "title"),
    "level": ("স্তর", "level"),
    "fiscal_years": ("অর্থবছর", "fiscal years"),
    "established": ("প্রতিষ্ঠিত", "established"),
    "total": ("মোট নম্বর", "total marks"),
    "scoring": ("নম্বর দেওয়ার পদ্ধতি", "way of marking"),
    "levels": ("স্তরের শতাংশ", "percentages of the levels"),
    "below": ("শেষ স্তরের নিচে নম্বর", "score below the last level"),
    "between": ("দুই স্তরের মাঝে নম্বর", "score between two levels"),
    "running": ("ক্রমপুঞ্জিভূত গণনার শুরু", "beginning of running figures"),
    "recheck": ("নমুনা যাচাইয়ের শতাংশ", "per cent checked again"),
    "fortnight": ("বিলম্বে পাক্ষিক কর্তন", "marks lost by the fortnight"),
    "parts": ("অংশের নম্বর", "marks of the part"),
    "columns": ("কলাম", "column"),
    "areas": ("ক্ষেত্র", "area"),
    "rows": ("সারি", "row"),
    "links": ("সংযুক্ত পরিকল্পনা", "linked plan"),
    "calendar": ("দিন", "day"),
}
_FIELDS = {
    "heading": ("শিরোনাম", "heading"),
    "group": ("উপরের শিরোনাম", "heading above"),
    "under": ("নিচের লেখা", "text below"),
    "title": ("নাম", "title"),
    "activity": ("কার্যক্রম", "activity"),
    "unit": ("একক", "unit"),
    "weight": ("মান", "weight"),
    "rule": ("নম্বরের নিয়ম", "rule of marking"),
    "full": ("পূর্ণ নম্বর", "full marks"),
    "marks": ("নম্বর", "marks"),
    "days": ("দিন", "days"),
    "part": ("অংশ", "part"),
}
_SINGLE = (
    "title",
    "level",
    "fiscal_years",
    "established",
    "total",
    "scoring",
    "levels",
    "below",
    "between",
    "running",
    "recheck",
)
_KEYS = {"columns": "slot", "areas": "code", "rows": "code", "links": "name"}
_PARTS = {"own": "নিজস্ব", "governance": "সুশাসন"}
_NOT_COMPARED = {"aliases", "words", "slot", "code", "name"}


def changes(old: Framework, new: Framework) -> tuple[Change, ...]:
    """Every difference that a person who fills in, marks or checks a plan must know; sources and spellings are left out."""
    found: list[Change] = []
    for name in _SINGLE:
        found += _changed(name, _text(getattr(old, name)), _text(getattr(new, name)))
    found += _fields("parts", dict(old.parts.items()), dict(new.parts.items()))
    found += _fields("fortnight", _dump(old.fortnight), _dump(new.fortnight))
    for name in _KEYS:
        found += _listed(name, _by_key(old, name), _by_key(new, name))
    found += _moved(old, new)
    found += _fields("calendar", _dump(old.calendar), _dump(new.calendar))
    return tuple(found)


def said(change: Change) -> tuple[str, str]:
    """A difference in one line, in Bangla and in English."""
    bangla, english = _name(change.path)
    was, now = change.was or "–", change.now or "–"
    was_bn, now_bn = to_bangla(was), to_bangla(now)
    texts = {
        "added": (f"{bangla}: যোগ হয়েছে {now_bn}", f"{english}: added {now}"),
        "removed": (f"{bangla}: বাদ গেছে {was_bn}", f"{english}: removed {was}"),
        "moved": (f"{bangla}: {was_bn} → {now_bn} নম্বর স্থানে", f"{english}: from place {was} to {now}"),
        "changed": (f"{bangla}: {was_bn} → {now_bn}", f"{english}: {was} → {now}"),
    }
    first, second = texts[change.action]
    return first, f"{second[0].upper()}{second[1:]}"


def _name(path: str) -> tuple[str, str]:
    head, _, rest = path.partition(".")
    bangla, english = _NAMES[head]
    rest_bn = " ".join(_PARTS.get(word, word) for word in rest.split(" "))
    if not rest:
        return bangla, english
    item, _, field = rest.rpartition(".")
    if field not in _FIELDS or not (item or head == "fortnight"):
        return f"{bangla} {to_bangla(rest_bn)}", f"{english} {rest}"
    item_bn = rest_bn.removesuffix(field).removesuffix(".")
    of, of_en = f"{bangla} {to_bangla(item_bn)}".strip(), f"{english} {item}".strip()
    return f"{of}: {_FIELDS[field][0]}", f"{of_en}: {_FIELDS[field][1]}"


def _by_key(frame: Framework, name: str) -> dict[str, Content]:
    """The entries of a list by what tells them apart; an area by its part too."""
    entries = getattr(frame, name)
    if name == "areas":
        return {f"{entry.part} {entry.code}": entry for entry in entries}
    return {getattr(entry, _KEYS[name]): entry for entry in entries}


def _listed(name: str, old: Mapping[str, Content], new: Mapping[str, Content]) -> Iterator[Change]:
    for key in [*old, *(key for key in new if key not in old)]:
        path = f"{name}.{key}"
        if key not in new:
            yield Change(path, "removed", _headline(old[key]), None)
        elif key not in old:
            yield Change(path, "added", None, _headline(new[key]))
        else:
            yield from _fields(path, _dump(old[key]), _dump(new[key]))


def _headline(entry: Content) -> str:
    """What an entry is called, with its weight or marks."""
    if isinstance(entry, Column):
        return entry.name
    shown = entry.model_dump()
    marks = shown.get("weight") or shown.get("marks")
    return f"{shown['title']} ({marks})" if marks else str(shown["title"])


def _moved(old: Framework, new: Framework) -> Iterator[Change]:
    """Columns whose order among those in both forms is another."""
    both = {column.slot for column in old.columns} & {column.slot for column in new.columns}
    before = [column.slot for column in old.columns if column.slot in both]
    after = [column.slot for column in new.columns if column.slot in both]
    for slot in before:
        if before.index(slot) != after.index(slot):
            yield Change(f"columns.{slot}", "moved", str(before.index(slot) + 1), str(after.index(slot) + 1))


def _fields(path: str, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Change]:
    for name in [*old, *(name for name in new if name not in old)]:
        if name not in _NOT_COMPARED:
            yield from _changed(f"{path}.{name}", _text(old.get(name)), _text(new.get(name)))


def _changed(path: str, was: str | None, now: str | None) -> Iterator[Change]:
    if was != now:
        yield Change(path, "added" if was is None else "removed" if now is None else "changed", was, now)


def _dump(entry: Content | None) -> dict[str, object]:
    return {} if entry is None else entry.model_dump()


def _text(value: object) -> str | None:
    """A value as it is shown; empty where there is none."""
    if isinstance(value, tuple | list):
        return ", ".join(map(str, filter(None, value))) or None
    if isinstance(value, bool):
        return "হ্যাঁ / yes" if value else "না / no"
    return None if value in (None, "") else str(value)
