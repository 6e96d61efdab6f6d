"""Finding: the parts of a Document by what they say: a table by its headings, a section by its title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from angikar.rules.bangla.text import key, normal
from angikar.rules.document import NOWHERE, Block, Document, Heading, Paragraph, Place, Row, Table


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text outside tables, with its place."""

    text: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table with a text for every column; what a span of another cell covers is empty."""

    texts: tuple[str, ...]
    place: Place = NOWHERE
    places: tuple[Place, ...] = ()

    def at(self, column: int) -> Place:
        """The place of one column of the row."""
        return self.places[column] if column < len(self.places) else self.place.at(column)


def grid(table: Table) -> tuple[GridRow, ...]:
    """Every row of a table spread over the columns its spans cover.

    >>> from angikar.rules.document import Cell
    >>> rows = grid(Table((Row((Cell("ক", rowspan=2), Cell("খ", colspan=2))), Row((Cell("গ"), Cell("ঘ"))))))
    >>> [row.texts for row in rows]
    [('ক', 'খ', ''), ('', 'গ', 'ঘ')]
    """
    hanging: dict[int, int] = {}
    rows = []
    for row in table.rows:
        spread = list(_spread(row, hanging))
        rows.append(GridRow(tuple(text for text, _ in spread), row.place, tuple(place for _, place in spread)))
    return tuple(rows)


def _spread(row: Row, hanging: dict[int, int]) -> Iterator[tuple[str, Place]]:
    """The texts of one row; `hanging` holds for each column how many more rows a cell from above covers it."""
    column = 0

    def covered() -> Iterator[tuple[str, Place]]:
        nonlocal column
        while hanging.get(column, 0):
            hanging[column] -= 1
            yield "", row.place.at(column)
            column += 1

    for cell in row.cells:
        yield from covered()
        for offset in range(cell.colspan):
            if cell.rowspan > 1:
                hanging[column] = cell.rowspan - 1
            place = row.place.at(column) if cell.place == NOWHERE else cell.place
            yield (cell.text if offset == 0 else ""), place
            column += 1
    yield from covered()


def lines_of(blocks: Iterable[Block]) -> tuple[TextLine, ...]:
    """Every text outside tables in order, tidied to the one form; blank lines and page numbers are left out."""
    found = ((normal(text), place) for text, place in Document(tuple(blocks)).lines())
    return tuple(TextLine(text, place) for text, place in found if text and not _PAGE_NUMBER.fullmatch(text))


def titled(block: Block, *titles: str, anywhere: bool = False) -> bool:
    """Whether a short block outside tables opens with one of the titles (or holds it `anywhere`).

    Its number and words such as সেকশন before it do not count.

    >>> titled(Paragraph("১.২ অভিলক্ষ্য (Mission)"), "অভিলক্ষ্য")
    True
    """
    if not isinstance(block, Heading | Paragraph) or len(block.text) > _TITLE:
        return False
    text = key(_bare(block.text))
    return any(key(title) in text if anywhere else text.startswith(key(title)) for title in titles)


def _bare(text: str) -> str:
    """A title without the numbers, and the words section and annex, that stand before it."""
    words = normal(text).split(" ")
    while words and (key(words[0]).replace(".", "").isdecimal() or key(words[0]) in _NUMBERING):
        words = words[1:]
    return " ".join(words)


_PAGE_NUMBER = re.compile(r"(?:পৃষ্ঠা|পাতা)\s*[০-৯0-9]+(?:\s*/\s*[০-৯0-9]+)?")
_TITLE = 160
"""A longer line is a sentence, not a title."""
_NUMBERING = frozenset(key(word) for word in ("সেকশন", "সংযোজনী", "পরিশিষ্ট", "ধারা", "section", "annex"))


def section(
    blocks: Sequence[Block], opens: Callable[[Block], bool], closes: Callable[[Block], bool]
) -> tuple[Block, ...]:
    """What stands below the last block that opens a section, down to the next block that closes it.

    The last, because a list of contents names every title before it comes.
    """
    starts = [index for index, block in enumerate(blocks) if opens(block)]
    if not starts:
        return ()
    return tuple(takewhile(lambda block: not closes(block), blocks[starts[-1] + 1 :]))
