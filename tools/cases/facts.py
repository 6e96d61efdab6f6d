"""A reading as flat facts: one record for every row of a plan, a report, a circular or a meeting, each with its path and lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import normal
from angikar.rules.kinds.circular.content import has_printed_code
from angikar.rules.plan_table.cells import split_code

PARTED = ";"
_DECIMAL = re.compile(r"\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its path into the content, the lines it was read from, and its values as texts."""

    path: str
    lines: tuple[int, ...]
    values: Mapping[str, str]


def plain(value: object) -> str:
    """A value as it is compared: tidy, Latin digits, without the marks at its ends; the members of a list parted by `;`."""
    if value is None:
        return ""
    if isinstance(value, str):
        text = to_latin(normal(value)).strip(" ,;।:.-")
        return text.rstrip("0").rstrip(".") if _DECIMAL.fullmatch(text) else text
    if isinstance(value, Mapping):
        return PARTED.join(f"{name}={plain(each)}" for name, each in value.items() if each is not None)
    if isinstance(value, Sequence):
        texts = [plain(each) or "_" for each in value]
        while texts and texts[-1] == "_":
            texts.pop()
        return PARTED.join(texts)
    return str(value)


def at(content: Mapping[str, Any], path: str) -> object:
    """The value at a dotted path, `None` where there is none."""
    found: Any = content
    for name in path.split("."):
        if isinstance(found, Mapping):
            found = found.get(name)
        elif isinstance(found, Sequence) and name.isdecimal() and int(name) < len(found):
            found = found[int(name)]
        else:
            return None
    return found


def named(content: Mapping[str, Any], path: str) -> tuple[str, ...]:
    """The members of a list of the content: of a signatory name and post, of a copy the one who gets it."""
    found = at(content, path)
    members = found if isinstance(found, list | tuple) else ()
    return tuple(_member(each) for each in members)


def _member(each: object) -> str:
    if not isinstance(each, Mapping):
        return plain(each)
    names = ("name", "post") if "post" in each else ("to",) if "to" in each else ("title",)
    return ", ".join(filter(None, (plain(each.get(name)) for name in names)))


def records(content: Mapping[str, Any]) -> Iterator[Record]:
    """Every row of a content in its order."""
    for number, area in enumerate(content.get("areas") or ()):
        yield from _of_area(area, f"areas.{number}")
    for number, each in enumerate(content.get("directives") or ()):
        printed = each["code"] if has_printed_code(each["code"]) else ""
        yield _record(f"directives.{number}", each | {"code": printed}, schedule=_rules(each.get("schedule") or ()))
    for number, each in enumerate(content.get("items") or ()):
        yield _item(each, f"items.{number}")


def _of_area(area: Mapping[str, Any], path: str) -> Iterator[Record]:
    above = {"area": plain(area["title"]), "area_weight": plain(area.get("weight"))}
    for number, row in enumerate(area.get("rows") or ()):
        activity = plain(split_code(row.get("activity") or "")[1])
        yield _record(f"{path}.rows.{number}", row, activity=activity, **above)
    for n, activity in enumerate(area.get("activities") or ()):
        for m, row in enumerate(activity["indicators"]):
            yield _record(f"{path}.activities.{n}.indicators.{m}", row, activity=plain(activity["title"]), **above)


def _record(path: str, row: Mapping[str, Any], **more: str) -> Record:
    values = {name: plain(value) for name, value in row.items()} | more
    short = {"qt": "quarter_targets", "qa": "quarter_actuals", "unit": "unit_text"}
    values |= {name: values.get(whole, "") for name, whole in short.items()}
    return Record(path, tuple(row.get("lines") or ()), values)


def _item(item: Mapping[str, Any], path: str) -> Record:
    decisions = item["decisions"]
    values = {
        "number": plain(item["number"]),
        "title": plain(item["title"]),
        "discussion": plain(item["discussion"]),
        "decision": PARTED.join(plain(each["text"]) for each in decisions),
        "due": PARTED.join(plain(each["due"]) or "_" for each in decisions),
        "recurrence": PARTED.join(_rules(each["recurrence"] or ()) or "_" for each in decisions),
        "implementers": plain(item["implementers"]),
    }
    return Record(path, tuple(item.get("lines") or ()), values)


def _rules(rules: Sequence[Mapping[str, Any]]) -> str:
    """The rules of a schedule in short: `once on=2022-10-20`."""
    return PARTED.join(
        " ".join([str(rule["rule"]), *(f"{name}={value}" for name, value in rule.items() if name != "rule")])
        for rule in rules
    )
