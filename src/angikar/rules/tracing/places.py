"""Places: the line or cell of the source that prints the value a check, which sees the content alone, has a doubt about."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

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
    everywhere = _Places(pages)
    rows: dict[int, list[_Printed]] = defaultdict(list)
    for each in pages:
        if each.is_cell and each.place.line is not None:
            rows[each.place.line].append(each)
    for doubt in doubts:
        value, place = values.get(doubt.path), doubt.place
        if value is None or place.cell is not None:
            yield doubt
        elif place.line is not None:
            yield replace(doubt, place=_Places(rows.get(place.line, ())).only(value) or place)
        else:
            yield replace(doubt, place=everywhere.only(value) or place)


class _Printed:
    """One text of the source with its words."""

    def __init__(self, printed_text: PrintedText) -> None:
        self.place = printed_text.place
        self.is_cell = printed_text.table is not None
        self.words = words(printed_text.text)
        self.text = printed_text.text


class _Places:
    """Where texts of the source stand, found by their words and letters without looking through all of them for each value."""

    def __init__(self, pages: Sequence[_Printed]) -> None:
        self._pages = pages

    def only(self, value: str) -> Place | None:
        """The one place that prints a value: by itself, else among other words."""
        own = words(value)
        alone = self._by_words.get(own, ())
        if len(alone) == 1:
            return alone[0]
        if len(own) == 1 and is_figure(figure := next(iter(own))):
            among: Sequence[Place] = self._by_figure.get(figure, ())
        else:
            among = self._with(key(value[:_FIRST])[:_OPENING])
        return among[0] if len(among) == 1 else None

    @cached_property
    def _by_words(self) -> dict[frozenset[str], list[Place]]:
        found: dict[frozenset[str], list[Place]] = defaultdict(list)
        for each in self._pages:
            found[each.words].append(each.place)
        return found

    @cached_property
    def _by_figure(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = defaultdict(list)
        for each in self._pages:
            for word in filter(is_figure, each.words):
                found[word].append(each.place)
        return found

    @cached_property
    def _letters(self) -> tuple[str, list[int]]:
        """The letters of all texts as they are compared, one after another, and where each ends."""
        letters = [key(each.text) + "\n" for each in self._pages]
        return "".join(letters), list(accumulate(map(len, letters)))

    def _with(self, opening: str) -> list[Place]:
        """The first two places whose letters hold these."""
        letters, ends = self._letters
        found: list[Place] = []
        at = letters.find(opening) if opening else -1
        while at >= 0 and len(found) < 2:
            page = bisect_right(ends, at)
            found.append(self._pages[page].place)
            at = letters.find(opening, ends[page])
        return found
