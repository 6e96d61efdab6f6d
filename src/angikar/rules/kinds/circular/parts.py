"""The paragraphs of a circular as content holds them, each put together again with its directives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from angikar.rules.bangla.digits import to_latin
from angikar.rules.kinds.circular.content import UNPRINTED, Circular, CircularParagraph, Directive, has_printed_code


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
    return bool(code) and not code.isdecimal() and has_printed_code(code)


def own_codes(paragraphs: Iterable[tuple[str | None, str, bool]]) -> Iterator[str]:
    """The code of what each paragraph asks for itself, by its number, the number above it and whether it asks.

    A paragraph without a number belongs to the one above it, and has its number where that asks nothing itself; else its code says
    that none is printed.

    >>> list(own_codes([(None, "", True), ("1", "1", False), (None, "1", True), (None, "1", True)]))
    ['*1', '1', '1', '*2']
    """
    taken: set[str] = set()
    unprinted = 0
    for number, above, asks in paragraphs:
        code = number or ("" if above in taken else above)
        if asks and not code:
            unprinted += 1
            code = f"{UNPRINTED}{unprinted}"
        if asks:
            taken.add(code)
        yield code
