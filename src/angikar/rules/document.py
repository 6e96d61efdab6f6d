"""Document: the one type that every reader of files returns and every writer of files takes.

A Document is a row of blocks in reading order. Readers fill in where each block and cell stood (`Place`), so that a doubt can
point at it; writers look at the typographic fields (`align`, `strong`, `widths` …), which readers may leave at their defaults.
What a kind writes carries the `path` of the value it prints, so that a screen can change the value in its place.
What a reader could not read for certain carries in `unsure` the other reading, which may be empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in its source: 1-based line or page, 0-based cell in its row, box in points (x0, top, x1, bottom)."""

    line: int | None = None
    page: int | None = None
    cell: int | None = None
    box: tuple[float, float, float, float] | None = None

    def at(self, cell: int) -> Place:
        """The same place, narrowed to one cell of the row."""
        return Place(self.line, self.page, cell, self.box)


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Heading:
    """A title or the heading of a section; `level` 1 is the document's own title."""

    text: str
    level: int = 1
    align: Align = "center"
    place: Place = NOWHERE
    path: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text; `label` is the number or letter printed in front of it, as it is printed: `১।`, `(ক)`."""

    text: str
    label: str = ""
    align: Align = "left"
    strong: bool = False
    indent: int = 0
    place: Place = NOWHERE
    path: str = field(default="", compare=False)
    unsure: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; spans count grid cells, and a cell covered by a span of another is not listed."""

    text: str = ""
    colspan: int = 1
    rowspan: int = 1
    align: Align = "left"
    strong: bool = False
    place: Place = NOWHERE
    path: str = field(default="", compare=False)
    unsure: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    place: Place = NOWHERE

    @property
    def texts(self) -> tuple[str, ...]:
        """The bare texts of the cells, from left to right."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first `header_rows` rows repeat on every printed page, `widths` are relative; empty, the content decides."""

    rows: tuple[Row, ...]
    header_rows: int = 0
    widths: tuple[float, ...] = ()
    borders: bool = True
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Signature:
    """A block under which somebody signs: the lines as they stand, from the name (or a blank) downwards."""

    lines: tuple[str, ...]
    align: Align = "right"
    place: Place = NOWHERE
    path: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page; from here on pages are landscape or portrait. With a title of `contents` a page comes first that lists the headings
    below the document's own with their pages under it, as the writer counts them: a screen and a sheet of a workbook have none.
    """

    landscape: bool = False
    place: Place = NOWHERE
    contents: str = ""


Block = Heading | Paragraph | Table | Signature | PageBreak


Way = Literal["hidden", "pale", "tiny", "undrawn", "ocr", "unknown", "unstyled", "deleted", "inserted", "comment"]
"""How a text escapes whoever looks at the page, or the reader: `hidden` by its program, `pale` as the paper, `tiny`, `undrawn` on the
page though its file holds it, `ocr` where a program read it off the picture that the page shows, `unknown` where the kind of file does not
say what it hides, `unstyled` where the style sheets of a page lie elsewhere, `deleted` or `inserted` as a change nobody has accepted, a `comment` beside the page.
"""


@dataclass(frozen=True, slots=True)
class Unseen:
    """A text that the reader and whoever looks at the page do not both see."""

    text: str
    way: Way
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class FileRepair:
    """What a reader had to do to a file before its words could be read: old letters converted, a page turned.

    `bijoy` is the whole file, `bijoy-part` some lines of it; `text` says by what its letters were known, or what was left as it was.
    `rotated` is one page, by so many degrees to the right: `count`.
    """

    way: Literal["bijoy", "bijoy-part", "rotated"]
    text: str = ""
    count: int = 0
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper as blocks in reading order; `landscape` is the orientation of the first page."""

    blocks: tuple[Block, ...]
    title: str = ""
    landscape: bool = False
    carried: tuple[str, ...] = field(default=(), compare=False)
    """What a PDF carries under the name of our own data, unseen: one text in a PDF of ours."""
    unseen: tuple[Unseen, ...] = field(default=(), compare=False)
    repairs: tuple[FileRepair, ...] = field(default=(), compare=False)

    def lines(self) -> Iterator[tuple[str, Place]]:
        """Every text outside tables, in order, with its place."""
        for block in self.blocks:
            if isinstance(block, Heading):
                yield block.text, block.place
            elif isinstance(block, Paragraph):
                yield f"{block.label} {block.text}".strip(), block.place
            elif isinstance(block, Signature):
                for line in block.lines:
                    yield line, block.place

    def tables(self) -> Iterator[Table]:
        """Every table, in order."""
        return (block for block in self.blocks if isinstance(block, Table))

    @property
    def text(self) -> str:
        """Everything as plain text, one block or row a line, cells parted by tabs."""
        return "\n".join(line for block in self.blocks for line in _plain(block))


def _plain(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from ("\t".join(row.texts) for row in block.rows)
    elif isinstance(block, Signature):
        yield from block.lines
    elif isinstance(block, Paragraph):
        yield f"{block.label} {block.text}".strip()
    elif isinstance(block, Heading):
        yield block.text
