"""Repaired: what a reader had to do to a file before its words could be read; what was done may be wrong, so it is said."""

from __future__ import annotations

from collections.abc import Iterator

from angikar.rules.document import Document, FileRepair
from angikar.rules.reading import Doubt
from angikar.rules.tracing import sentences


def repaired(document: Document) -> Iterator[Doubt]:
    """A doubt of severity info for each page that was turned and for letters that were converted; a warning where only a part was."""
    return map(_doubt, dict.fromkeys(document.repairs))


def _doubt(each: FileRepair) -> Doubt:
    if each.way == "rotated":
        return Doubt(sentences.PAGE_ROTATED, "info", {"degrees": each.count}, place=each.place)
    if each.way == "bijoy":
        return Doubt(sentences.BIJOY_CONVERTED, "info", {"signs": each.text}, place=each.place)
    return Doubt(sentences.BIJOY_IN_PART, "warning", {"signs": each.text}, place=each.place)
