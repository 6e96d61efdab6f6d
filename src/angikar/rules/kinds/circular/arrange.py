"""Rearranges a circular: adds, moves and removes paragraphs and their directives; numbers and labels run on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from angikar.rules.kinds.circular.content import Circular, CircularParagraph, Directive
from angikar.rules.kinds.circular.labels import before_of, depth_of, end_of, running_labels
from angikar.rules.kinds.circular.parts import Part, own_codes, parts_of
from angikar.rules.letters.arranging import How, arranged, shifted


def arrange(content: Circular, path: str, how: How, text: str = "") -> Circular:
    """The circular with the paragraph or directive at a path (`paragraphs.2`, `directives.5`) or a list of all letters
    rearranged; `paragraphs` alone adds a paragraph at the end. What cannot be done returns it unchanged.
    """
    name, _, which = path.partition(".")
    if name not in ("paragraphs", "directives"):
        return arranged(content, path, how, text)
    parts = parts_of(content)
    if not which:
        return _whole(content, [*parts, _new(text)]) if how == "add" else content
    place = _place(parts, content, name, int(which) if which.isdecimal() else -1)
    if place is None:
        return content
    at, item = place
    if item is None:
        return _whole(content, _of_paragraph(parts, at, how, text))
    return _whole(content, [_of_item(part, item, how, text) if n == at else part for n, part in enumerate(parts)])


def _of_paragraph(parts: list[Part], at: int, how: How, text: str) -> list[Part]:
    part = parts[at]
    if how == "add":
        return [*parts[: at + 1], _new(text), *parts[at + 1 :]]
    if how == "under":
        frame = part.frame.model_copy(update={"number": part.frame.number or "1"})
        below = replace(part, frame=frame, items=(*part.items, Directive(code="", text=text)))
        return [*parts[:at], below, *parts[at + 1 :]]
    if how == "number":
        return [*parts[:at], _renumbered(part), *parts[at + 1 :]]
    return list(shifted(parts, at, how))


def _renumbered(part: Part) -> Part:
    """A paragraph that asks for something bears a number; without it, it only says something. One with labelled directives
    stays as it is.
    """
    if part.items:
        return part
    words = " ".join(filter(None, (*(each.text for each in part.own), part.frame.text)))
    if part.frame.number:
        return Part(part.frame.model_copy(update={"number": None, "text": words}))
    return Part(part.frame.model_copy(update={"number": "1", "text": ""}), (Directive(code="", text=words),))


def _of_item(part: Part, item: int, how: How, text: str) -> Part:
    """A part with one of its labelled directives, and those below it, moved or removed, or a new one of its depth behind them."""
    items, end = part.items, end_of(part.items, item)
    if how in ("add", "under"):
        return replace(part, items=(*items[:end], Directive(code=items[item].code, text=text), *items[end:]))
    if how == "number":
        return replace(part, figures=not part.figures)
    moved = items[item:end]
    if how == "remove":
        return replace(part, items=(*items[:item], *items[end:]))
    if how == "down" and end < len(items) and depth_of(items[end]) == depth_of(items[item]):
        after = end_of(items, end)
        return replace(part, items=(*items[:item], *items[end:after], *moved, *items[after:]))
    if how == "up" and (before := before_of(items, item)) is not None:
        return replace(part, items=(*items[:before], *moved, *items[before:item], *items[end:]))
    return part


def _new(text: str) -> Part:
    return Part(CircularParagraph(number="1"), (Directive(code="", text=text),))


def _place(parts: list[Part], content: Circular, name: str, index: int) -> tuple[int, int | None] | None:
    """Which paragraph a path means, and which of its labelled directives (`None` where it means the paragraph itself)."""
    if name == "paragraphs":
        return (index, None) if 0 <= index < len(parts) else None
    if not 0 <= index < len(content.directives):
        return None
    wanted = content.directives[index]
    for at, part in enumerate(parts):
        if any(each is wanted for each in part.own):
            return at, None
        for item, each in enumerate(part.items):
            if each is wanted:
                return at, item
    return None


def _whole(content: Circular, parts: list[Part]) -> Circular:
    """The circular of these parts: numbers run on through the numbered paragraphs, labels through each paragraph."""
    frames, directives, number = [], [], 0
    for part, code in zip(parts, _own_codes(parts), strict=True):
        number += part.frame.number is not None
        own = [each.model_copy(update={"code": code}) for each in part.own]
        labels = running_labels(part.items, figures=part.figures)
        items = [
            each.model_copy(update={"code": f"{number or 1}{label}"})
            for each, label in zip(part.items, labels, strict=True)
        ]
        codes = tuple(each.code for each in (*own, *items))
        printed = str(number) if part.frame.number is not None else None
        frames.append(part.frame.model_copy(update={"number": printed, "codes": codes}))
        directives += [*own, *items]
    return content.model_copy(update={"paragraphs": tuple(frames), "directives": tuple(directives)})


def _own_codes(parts: list[Part]) -> Iterator[str]:
    numbers = list(accumulate(int(part.frame.number is not None) for part in parts))
    return own_codes(
        (str(number) if part.frame.number is not None else None, str(number or ""), bool(part.own))
        for part, number in zip(parts, numbers, strict=True)
    )
