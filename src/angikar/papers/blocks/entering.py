"""Entering values at many places of a content at once: those that fit are taken, each of the others says why it was not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from angikar.history.refusal import Refused
from angikar.papers import content as contents
from angikar.papers import sentences
from angikar.papers.naming import place_in_words
from angikar.rules.editable import is_editable
from angikar.rules.kind import Kind

_CODED = re.compile(r"\[[0-9০-৯.]{1,20}\]\s*")
_PARTED = re.compile(r"\s*[;\n]\s*")


@dataclass(frozen=True, slots=True)
class CellValue:
    """A place of a content with what is to stand there: a text as a person typed it, or a value as the content holds it."""

    path: str
    value: object


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What could not be entered, and why."""

    place: CellValue
    why: Refused


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A place whose value is another than it was."""

    path: str
    was: Any
    now: Any


def entered(kind: Kind, content: contents.Json, places: Iterable[CellValue]) -> tuple[contents.Json, list[Unplaced]]:
    """The content with every value that fits in its place, and the others."""
    after, left, kept = deepcopy(content), list[Unplaced](), list[tuple[CellValue, object]]()
    for place in places:
        try:
            if not is_editable(kind.content, after, place.path):
                raise Refused(sentences.PLACE_NOT_EDITABLE, place=place_in_words(content, place.path))
            was = contents.at(after, place.path)
            value = _typed(place, was)
            contents.put_into(after, place.path, value)
            kept.append((place, was))
        except Refused as refused:
            left.append(Unplaced(place, refused))
    while wrong := _misfits(kind, after):
        bad = [each for each in kept if any(contents.overlap(each[0].path, path) for path in wrong)]
        if not bad:
            raise Refused(sentences.VALUE_UNFIT, place=place_in_words(content, wrong[0]))
        for place, was in bad:
            contents.put_into(after, place.path, was)
            why = Refused(sentences.VALUE_UNFIT, place=place_in_words(content, place.path))
            left.append(Unplaced(place, why))
        kept = [each for each in kept if each not in bad]
    return after, left


def _misfits(kind: Kind, content: contents.Json) -> list[str]:
    """The places whose value the kind does not take."""
    try:
        kind.content.model_validate(content)
    except ValidationError as wrong:
        return [".".join(map(str, each["loc"])) for each in wrong.errors(include_url=False)]
    return []


def _typed(place: CellValue, was: object) -> object:
    """A text as the content holds it, read by what its place holds."""
    if not isinstance(place.value, str):
        return place.value
    text, name = place.value.strip(), place.path.rpartition(".")[2]
    if name == "title":
        text = _CODED.sub("", text, count=1) if _CODED.match(text) else text
        return text or ("" if isinstance(was, str) else None)
    if isinstance(was, list) and name not in contents.FIGURES:
        return [each for each in _PARTED.split(text) if each]
    value = contents.figure(place.path, text)
    if isinstance(was, list):
        return value if isinstance(value, list) else [value] if value is not None else []
    return "" if value is None and isinstance(was, str) and name in ("code", "short", "full") else value


def differences(before: object, after: object, path: str = "") -> Iterator[ValueChange]:
    """The smallest places at which two contents differ; a list or a mapping that has other items as a whole."""
    if before == after:
        return
    pairs = _pairs(before, after)
    if pairs is None:
        yield ValueChange(path, before, after)
    else:
        for name, was, now in pairs:
            yield from differences(was, now, f"{path}.{name}".lstrip("."))


def _pairs(before: object, after: object) -> list[tuple[str, object, object]] | None:
    if isinstance(before, Mapping) and isinstance(after, Mapping) and before.keys() == after.keys():
        return [(str(name), was, after[name]) for name, was in before.items()]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return [(str(number), *pair) for number, pair in enumerate(zip(before, after, strict=True))]
    return None
