"""Places: the line or cell of the source that prints the value a check, which sees the content alone, has a doubt about."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, takewhile

from pydantic import BaseModel

from angikar.rules.bangla.text import key, normal
from angikar.rules.document import Document, Place
from angikar.rules.reading import Doubt
from angikar.rules.tracing.fidelity import PrintedText, printed
from angikar.rules.tracing.values import ContentValue, content_values
from angikar.rules.tracing.words import is_figure, words

_Spot = tuple[int | None, int | None, int | None]
"""Page, line and cell of a place."""
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
    rows = _rows(pages)
    for doubt in doubts:
        value, place = values.get(doubt.path), doubt.place
        if value is None or place.cell is not None:
            yield doubt
        elif place.line is not None:
            yield replace(doubt, place=_Places(rows.get(place.line, ())).only(value) or place)
        else:
            yield replace(doubt, place=everywhere.only(value) or place)


def at_values(doubts: Iterable[Doubt], content: BaseModel, source: Document) -> Iterator[Doubt]:
    """The doubts about places of a source, each with the path of what was read there; of several values the path they share.

    A proposal is one for the whole place: it stays only where that is the whole value.
    """
    doubted = tuple(doubts)
    read = _read_from(content, source) if doubted else {}
    for doubt in doubted:
        values = read.get(_spot(doubt.place), [])
        path = _shared([value.path for value in values])
        whole = not path or normal(values[0].text) == normal(str(doubt.facts.get("text", "")))
        yield replace(doubt, path=path, suggestion=doubt.suggestion if whole else None)


def _read_from(content: BaseModel, source: Document) -> dict[_Spot, list[ContentValue]]:
    """The values of a content by the place that alone prints them."""
    pages = tuple(map(_Printed, printed(source)))
    everywhere, rows = _Places(pages), _rows(pages)
    read: dict[_Spot, list[ContentValue]] = defaultdict(list)
    for value in content_values(content):
        own = (_Places(rows[line]).only(value.text) for line in value.lines if line in rows)
        place = next(filter(None, own), None) or everywhere.only(value.text)
        if place is not None:
            read[_spot(place)].append(value)
    return read


def _spot(place: Place) -> _Spot:
    return place.page, place.line, place.cell


def _shared(paths: Sequence[str]) -> str:
    """The path that leads to all of these.

    >>> _shared(["letter.date", "letter.memo_number"]), _shared(["office", "title"]), _shared(["areas.0.title"])
    ('letter', '', 'areas.0.title')
    """
    parts = [path.split(".") for path in dict.fromkeys(paths)]
    return ".".join(part for part, *others in takewhile(_is_one, zip(*parts, strict=False))) if parts else ""


def _is_one(parts: tuple[str, ...]) -> bool:
    return len(set(parts)) == 1


def _rows(pages: Iterable[_Printed]) -> dict[int, list[_Printed]]:
    """The cells of each line that has any."""
    rows: dict[int, list[_Printed]] = defaultdict(list)
    for each in pages:
        if each.is_cell and each.place.line is not None:
            rows[each.place.line].append(each)
    return rows


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
