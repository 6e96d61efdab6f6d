"""Places: the line or cell of the source that prints the value a check, which sees the content alone, has a doubt about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pydantic import BaseModel

from angikar.rules.bangla.text import key
from angikar.rules.document import Document, Place
from angikar.rules.reading import Doubt
from angikar.rules.tracing.fidelity import PrintedText, printed
from angikar.rules.tracing.values import content_values
from angikar.rules.tracing.words import is_figure, words

_OPENING = 30
"""Letters of a paragraph, without spaces and marks, that find its first line."""


def located(doubts: Iterable[Doubt], content: BaseModel, source: Document) -> Iterator[Doubt]:
    """The doubts of a check with the cell or the line of their value, where exactly one place of the source holds it.

    A doubt that knows its line is given its cell on that line; one that knows its cell already is left as it is.
    """
    values = {value.path: value.text for value in content_values(content)}
    pages = tuple(printed(source))
    for doubt in doubts:
        value, place = values.get(doubt.path), doubt.place
        if value is None or place.cell is not None:
            yield doubt
        elif place.line is not None:
            row = [each for each in pages if each.table is not None and each.place.line == place.line]
            yield replace(doubt, place=_only(row, value) or place)
        else:
            yield replace(doubt, place=_only(pages, value) or place)


def _only(pages: Iterable[PrintedText], value: str) -> Place | None:
    """The one place that prints a value: by itself, else among other words."""
    own = words(value)
    alone = [each.place for each in pages if words(each.text) == own]
    among = [each.place for each in pages if _holds(each.text, value, own)]
    return next((found[0] for found in (alone, among) if len(found) == 1), None)


def _holds(text: str, value: str, own: frozenset[str]) -> bool:
    if len(own) == 1 and is_figure(next(iter(own))):
        return own <= words(text)
    opening = key(value)[:_OPENING]
    return bool(opening) and opening in key(text)
