"""The paragraphs of a circular as content holds them, each put together again with its directives."""

from __future__ import annotations

from dataclasses import dataclass, replace

from angikar.rules.bangla.digits import to_latin
from angikar.rules.kinds.circular.content import Circular, CircularParagraph, Directive


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph with its own directive, where its own words are one, and the labelled ones below it."""

    frame: CircularParagraph
    own: tuple[Directive, ...] = ()
    items: tuple[Directive, ...] = ()
    figures: bool = False


def parts_of(content: Circular) -> list[Part]:
    """The paragraphs with their directives; a directive without a paragraph belongs to the last."""
    rest = list(content.directives)
    parts = []
    for frame in content.paragraphs:
        own = [rest.pop(0) for code in frame.codes if rest and rest[0].code == code]
        items = tuple(each for each in own if _labelled(each.code))
        figures = bool(items) and to_latin(items[0].code.partition("(")[2].rstrip(")")).isdecimal()
        parts.append(Part(frame, tuple(each for each in own if not _labelled(each.code)), items, figures))
    if rest:
        last = parts.pop() if parts else Part(CircularParagraph(number="1"))
        parts.append(replace(last, items=(*last.items, *rest)))
    return parts


def _labelled(code: str) -> bool:
    return bool(code) and not code.isdecimal()
