"""Places: the line or cell of the source that prints the value a check, which sees the content alone, has a doubt about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from pydantic import BaseModel

from angikar.rules.bangla.text import key
from angikar.rules.document import Document, Place
from angikar.rules.reading import Doubt
from angikar.rules.tracing.fidelity import PrintedText, printed
from angikar.rules.tracing.values import content_values
from angikar.rules.tracing.words import is_figure, words

_OPENING = 30
"""Letters of a paragraph, without spaces and marks, that find its first line."""
_FIRST = 500
"""Letters of a value in which its opening lies."""


def located(doubts: Iterable[Doubt], content: BaseModel, source: Document) -> Iterator[Doubt]:
    """The doubts of a check with the cell or the line of their value, where exactly one place of the source holds it.

    A doubt that knows its line is given its cell on that line; one that knows its cell already is left as it is.
    """
    values = {value.path: value.text for value in content_values(content)}
    pages = tuple(map(_Printed, printed(source)))
    for doubt in doubts:
        value, place = values.get(doubt.path), doubt.place
        if value is None or place.cell is not None:
            yield doubt
        elif place.line is not None:
            row = [each for each in pages if each.is_cell and each.place.line == place.line]
            yield replace(doubt, place=_only(row, value) or place)
        else:
            yield replace(doubt, place=_only(pages, value) or place)


class _Printed:
    """One text of the source, its words and letters found once, however many values are looked for."""

    def __init__(self, printed_text: PrintedText) -> None:
        self.place = printed_text.place
        self.is_cell = printed_text.table is not None
        self.words = words(printed_text.text)
        self._text = printed_text.text

    @cached_property
    def letters(self) -> str:
        """The text as it is compared."""
        return key(self._text)


def _only(pages: Iterable[_Printed], value: str) -> Place | None:
    """The one place that prints a value: by itself, else among other words."""
    own = words(value)
    alone = [each.place for each in pages if each.words == own]
    if len(alone) == 1:
        return alone[0]
    if len(own) == 1 and is_figure(next(iter(own))):
        among = [each.place for each in pages if own <= each.words]
    else:
        opening = key(value[:_FIRST])[:_OPENING]
        among = [each.place for each in pages if opening and opening in each.letters]
    return among[0] if len(among) == 1 else None
