"""Paths into a paper's content: look a value up, put another in its place, and say what the result shows on its
face.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import copy
from typing import Any

from pydantic import ValidationError

from angikar.history.refusal import Refused
from angikar.papers import sentences
from angikar.papers.naming import place_in_words
from angikar.rules.bangla.dates import looks_like_date, parse_date
from angikar.rules.bangla.digits import canonical, parse_number, to_latin
from angikar.rules.content import Content
from angikar.rules.editable import within
from angikar.rules.kind import Kind
from angikar.rules.plan_table.cells import ClosedWord, read_method, read_unit
from angikar.rules.schedule.parsing import parse_rule
from angikar.rules.schedule.rule import ScheduleError

Json = dict[str, Any]

_SEVERAL = re.compile(r"\s*[;\n]\s*|,\s+")  # a comma without a space groups the digits of one number

_SENTENCES = re.compile(r"[;\n]")
_DASHES = frozenset("-–—")  # among several figures, the place of none

FIGURES = frozenset({"weight", "target", "criteria", "baselines", "projections", "quarter_targets", "quarter_actuals"})
"""Fields whose values are canonical figures: a number or an ISO date."""

DAYS = frozenset({"date", "due", "anchor", "formation", "signed_on"})
"""Fields whose value is an ISO date."""

NUMBERED = frozenset({"memo_number", "code", "number", "month", "time", "fiscal_year", "bangla_date", "pages"})
"""Fields whose value is a text with Latin digits in it."""

_HEADINGS = frozenset({"পরিপত্র", "অফিস আদেশ", "নোটিশ", "বিজ্ঞপ্তি"})  # they say what a letter is, not which

WORDED: dict[str, Callable[[str], ClosedWord[Any] | None]] = {"counting": read_method, "unit": read_unit}
"""Fields whose value is a name of a closed vocabulary, and who knows the official words for it."""


def at(content: object, path: str) -> object:
    """The value at `areas.1.weight`. Raises `Refused` when the path leads nowhere; the empty path is the whole
    content.
    """
    here = content
    for name in path.split(".") if path else ():
        if isinstance(here, Mapping) and name in here:
            here = here[name]
        elif isinstance(here, list) and name.isdecimal() and int(name) < len(here):
            here = here[int(name)]
        else:
            raise _nowhere(content, path)
    return here


def put(content: Json, path: str, value: object) -> Json:
    """The content with `value` at `path`; a list takes one more item at its end, a mapping a new name. What is not on the way there is
    shared with the content given, which stays as it is.
    """
    changed = dict(content)
    here: Any = changed
    for name in path.split(".")[:-1]:
        inner = within(here, name)
        if not isinstance(inner, dict | list):
            break  # the path leads nowhere, which is said where the value is put
        here[int(name) if isinstance(here, list) else name] = here = copy(inner)
    put_into(changed, path, value)
    return changed


def put_into(content: Json, path: str, value: object) -> None:
    """The same in the content itself."""
    *way, last = path.split(".")
    parent = at(content, ".".join(way))
    if isinstance(parent, list) and last.isdecimal() and int(last) <= len(parent):
        parent[int(last) : int(last) + 1] = [_shaped(value, parent[int(last)] if int(last) < len(parent) else None)]
    elif isinstance(parent, dict) and last:
        parent[last] = _shaped(value, parent.get(last))
    else:
        raise _nowhere(content, path)


def figure(path: str, value: object) -> object:
    """A value typed by a person, made canonical where the path leads to figures: `৭` is `"7"`, `৩১.০৭.২০১৮` is `"2018-07-31"`,
    and several between commas, semicolons or lines are a list, in which a dash is none.

    Sentences of a schedule are its rules. An empty text is `None`. Raises `Refused` where a figure is wanted and none can be read.
    """
    if isinstance(value, list):
        return [figure(path, item) for item in value]
    if not isinstance(value, str):
        return value
    if not value.strip():
        return None
    names = path.split(".")
    if names[-1] in NUMBERED:
        return to_latin(value.strip())
    if names[-1] in DAYS:
        return _day(value)
    if names[-1] == "schedule":
        return _rules(value)
    if names[-1] in WORDED:
        return _meant(value, WORDED[names[-1]])
    if not FIGURES.intersection(names):
        return value.strip()
    several, dated = _SEVERAL.split(value.strip()), names[-1] != "weight"  # no day is a mark
    if len(several) == 1:
        return _canonical(value, dated=dated)
    return [None if each in _DASHES else _canonical(each, dated=dated) for each in several]


def _rules(text: str) -> list[Json]:
    """The rules that sentences set, one a line or between semicolons."""
    try:
        rules = [parse_rule(each) for each in _SENTENCES.split(text) if each.strip()]
    except ScheduleError as wrong:
        raise Refused(wrong.sentence, **wrong.facts) from wrong
    return [rule.model_dump(mode="json", by_alias=True) for rule in rules]


def _meant(text: str, read: Callable[[str], ClosedWord[Any] | None]) -> str:
    """The name that an official word stands for; any other text as it is, for the kind to refuse."""
    word = read(text)
    return str(word.value) if word else text.strip()


def _day(text: str) -> str:
    day = parse_date(text)
    if day is None:
        raise Refused(sentences.NOT_A_DAY, text=text)
    return day.isoformat()


def _canonical(text: str, *, dated: bool) -> str:
    if looks_like_date(text):
        day = parse_date(text)
        if day is not None and dated:
            return day.isoformat()
    elif (number := parse_number(text)) is not None:
        return canonical(number.value)
    raise Refused(sentences.NOT_A_FIGURE, text=text)


def valid(kind: Kind, content: Json) -> Json:
    """The content as its kind stores it. Raises `Refused` naming the place that does not fit."""
    stored: Json = _value(kind, content).model_dump(mode="json", by_alias=True)
    return stored


def _value(kind: Kind, content: Json) -> Content:
    try:
        return kind.content.model_validate(content)
    except ValidationError as wrong:
        where = ".".join(map(str, wrong.errors(include_url=False)[0]["loc"]))
        raise Refused(sentences.VALUE_UNFIT, place=place_in_words(content, where)) from wrong


def changed(kind: Kind, before: Json, after: Json) -> Json:
    """A changed content as its kind stores it, with what follows of the change. Raises `Refused` like `valid`."""
    value = _value(kind, after)
    if kind.follow is not None:
        value = kind.follow(kind.content.model_validate(before), value)
    whole: Json = value.model_dump(mode="json", by_alias=True)
    return whole


def overlap(one: str, other: str) -> bool:
    """Whether two paths touch the same value: equal, or one inside the other."""
    a, b = one.split("."), other.split(".")
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


def face(content: Json) -> dict[str, str]:
    """What lists show of a paper, taken from its content: title, fiscal year, memo number."""
    letter = content.get("letter") or {}
    title = content.get("title") or content.get("subject") or content.get("body") or ""
    if isinstance(title, str) and title in _HEADINGS and content.get("subject"):
        title = f"{title}: {content['subject']}"
    return {
        "title": (title if isinstance(title, str) else "")[:500],
        "fiscal_year": str(content.get("fiscal_year") or "")[:7],
        "memo_number": str(letter.get("memo_number") or "")[:60],
    }


def _shaped(value: object, before: object) -> object:
    """A text in the place of a list is its lines."""
    return value.split("\n") if isinstance(before, list) and isinstance(value, str) else value


def _nowhere(content: object, path: str) -> Refused:
    return Refused(sentences.NO_SUCH_PLACE, place=place_in_words(content, path))
