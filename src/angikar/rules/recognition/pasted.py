"""Pasted tables: a table copied from a web page has each cell on a line of its own; by its titles its rows are set again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from angikar.rules.bangla.text import key, normal
from angikar.rules.document import Block, Cell, Document, Heading, Paragraph, Row, Table
from angikar.rules.finding import TextLine, lines_of
from angikar.rules.plan_table.cells import FIGURE, types_of
from angikar.rules.plan_table.worded import quarter_titled, slot_by_words
from angikar.rules.reading import Doubt
from angikar.rules.recognition import sentences

_TITLE = 60
"""Letters of a line that may be the title of a column, at most."""
_LEAST = 4
"""Titles of columns, at least, of which one is that of the indicators."""
_OTHERS = frozenset(map(key, ("ক্রম", "ক্রমিক", "ক্রমিক নং", "নং", "মন্তব্য", "গণনা পদ্ধতি")))
_BRANCHES = frozenset({"area", "area_weight", "activity"})
"""The cells that span the rows below them, so that a copy has them only once."""
_NUMERIC = frozenset({"weight", "area_weight", "target"})


def unpasted(document: Document) -> tuple[Document, tuple[Doubt, ...]]:
    """The document with a pasted table set in rows again, and the doubt that says so; as it was where there is none, or where
    its cells do not fit the titles.
    """
    texts = [_text(block) for block in document.blocks]
    for start, text in enumerate(texts):
        if text is not None and _slot(text):
            slots = [_slot(each) for each in takewhile(lambda each: each is not None and _slot(each), texts[start:])]
            if "indicator" in slots and len(slots) >= _LEAST:
                return _set(document, start, [slot or "" for slot in slots])
    return document, ()


def _set(document: Document, start: int, slots: list[str]) -> tuple[Document, tuple[Doubt, ...]]:
    first = start + len(slots)
    below = list(takewhile(lambda block: _text(block) is not None, document.blocks[first:]))
    lines = [line for block in below for line in lines_of((block,))]
    rows = list(_rows([TextLine(line.text.strip(" |"), line.place) for line in lines], slots))
    used = sum(bool(cell.text) for row in rows for cell in row.cells)
    if not rows or not all(_fits(row, slots) for row in rows):
        return document, ()
    titles = [line for block in document.blocks[start:first] for line in lines_of((block,))]
    head = Row(tuple(Cell(normal(line.text.strip(" |"))) for line in titles), titles[0].place)
    table = Table((head, *rows), 1, place=titles[0].place)
    blocks = (*document.blocks[:start], table, *document.blocks[first + used :])
    facts = {"rows": len(rows), "columns": len(slots)}
    doubt = Doubt(sentences.TABLE_SET_AGAIN, "info", facts, "areas", titles[0].place)
    return replace(document, blocks=blocks), (doubt,)


def _rows(lines: Sequence[TextLine], slots: Sequence[str]) -> Iterator[Row]:
    """The rows, each ending so many cells behind its indicator as the titles have; what spans from above is empty."""
    place = slots.index("indicator")
    behind = len(slots) - place - 1
    begin = 0
    while begin < len(lines):
        coded = (n for n in range(begin, min(begin + place + 1, len(lines))) if "code3" in types_of(lines[n].text))
        indicator = next(coded, begin + place)
        end = indicator + behind + 1
        lead = indicator - begin
        if end > len(lines) or any(slot not in _BRANCHES for slot in slots[: place - lead]):
            return
        cells = [Cell() for _ in range(place - lead)] + [Cell(line.text) for line in lines[begin:end]]
        yield Row(tuple(cells), lines[begin].place)
        begin = end


def _fits(row: Row, slots: Sequence[str]) -> bool:
    """Whether every cell of figures has one, and no other cell of the indicator is empty."""
    return all(
        bool(types_of(cell.text) & (FIGURE | {"empty"}))
        for cell, slot in zip(row.cells, slots, strict=True)
        if slot in _NUMERIC or slot.startswith(("criteria", "quarter"))
    )


def _text(block: Block) -> str | None:
    """The one line of a block outside tables, `None` for any other block."""
    found = lines_of((block,)) if isinstance(block, Heading | Paragraph) else ()
    return found[0].text if len(found) == 1 else None


def _slot(text: str | None) -> str | None:
    bare = normal(text.strip(" |")) if text else ""
    if not bare or len(bare) > _TITLE:
        return None
    number = quarter_titled(bare)
    return slot_by_words(bare) or (f"quarter.{number}" if number else "other" if key(bare) in _OTHERS else None)
