"""Sheet: a paper as it will look in print, with the place of every value and the doubt that rests on it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from angikar.papers.models import Paper
from angikar.papers.stored_doubt import StoredDoubt
from angikar.rules.document import Cell, Document, Heading, PageBreak, Paragraph, Signature, Table
from angikar.rules.kinds import kind_named

_WIDE = 8  # columns, from which on a table is scrolled rather than squeezed
_GRAVE = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Spot:
    """A text on the sheet: its number in order, the path of its value, whether it is in a cell of a table, its
    anchor on the page, and its doubt.
    """

    number: int
    path: str
    text: str
    square: bool = False
    anchor: str = ""
    doubt: str = ""
    severity: str = ""


class _Text(NamedTuple):
    """A text of a document with the path of its value."""

    path: str
    text: str
    square: bool = False


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell of a table on the sheet."""

    spot: Spot
    colspan: int
    rowspan: int
    align: str
    strong: bool


@dataclass(frozen=True, slots=True)
class SheetBlock:
    """One block on the sheet; `shape` is `heading`, `paragraph`, `table`, `signature` or `break`."""

    shape: str
    spot: Spot | None = None
    label: str = ""
    align: str = "left"
    strong: bool = False
    level: int = 0
    head: tuple[tuple[SheetCell, ...], ...] = ()
    rows: tuple[tuple[SheetCell, ...], ...] = ()
    ruled: bool = True
    widths: tuple[int, ...] = ()
    columns: int = 0

    @property
    def wide(self) -> bool:
        """Whether the table has too many columns to be squeezed."""
        return self.columns > _WIDE


def sheet_of(paper: Paper, doubts: Sequence[StoredDoubt] = ()) -> tuple[SheetBlock, ...]:
    """The sheet of a paper, every doubt at the text it is about."""
    document = kind_named(paper.kind).write(paper.value())
    return tuple(_Hand(_at_texts(document, doubts)).pieces(document))


def spot_at(paper: Paper, number: int, path: str, doubts: Sequence[StoredDoubt] = ()) -> Spot | None:
    """The text on the sheet with that number if it prints that path, else the first that does; the sheet is not made for it."""
    document = kind_named(paper.kind).write(paper.value())
    found = [(which, each) for which, each in enumerate(_texts(document), start=1) if each.path == path] if path else []
    if not found:
        return None
    which, each = next((pair for pair in found if pair[0] == number), found[0])
    doubt = _at_texts(document, doubts).get(path)
    anchor = f"at-{path}" if which == found[0][0] else ""
    return Spot(which, path, each.text, each.square, anchor, *((doubt.key, doubt.severity) if doubt else ()))


def in_order(doubts: Iterable[StoredDoubt]) -> list[StoredDoubt]:
    """Doubts as they follow each other in the source; those without a place last."""
    last = 10**9

    def place(doubt: StoredDoubt) -> tuple[int, int, int]:
        where = doubt.place
        return (where.page or 0, where.line or last, -1 if where.cell is None else where.cell)

    return sorted(doubts, key=place)


def spots_of(piece: SheetBlock) -> Iterator[Spot]:
    """Every text of a block."""
    if piece.spot is not None:
        yield piece.spot
    for row in (*piece.head, *piece.rows):
        yield from (square.spot for square in row)


def _texts(document: Document) -> Iterator[_Text]:
    """Every text of a document in the order of the sheet."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (_Text(cell.path, cell.text, True) for row in block.rows for cell in row.cells)
        elif isinstance(block, Signature):
            yield _Text(block.path, "\n".join(block.lines))
        elif not isinstance(block, PageBreak):
            yield _Text(block.path, block.text)


def _at_texts(document: Document, doubts: Sequence[StoredDoubt]) -> dict[str, StoredDoubt]:
    """The gravest open doubt by the path of the text that shows its value, or the nearest text that has to do with it."""
    paths = dict.fromkeys(_paths(document))
    first = first_below(paths)
    found: dict[str, StoredDoubt] = {}
    for doubt in sorted(doubts, key=lambda each: -_GRAVE[each.severity]):
        if doubt.path and (path := nearest(doubt.path, paths, first)):
            found[path] = doubt
    return found


def nearest(wanted: str, paths: Container[str], first: Mapping[str, str]) -> str:
    """The path among those of the texts that shows a place, or is nearest to it; `first` is what `first_below` says of them."""
    above = wanted
    while above:
        if above in paths:
            return above
        above = above.rpartition(".")[0]
    return first.get(wanted, "")


def first_below(paths: Iterable[str]) -> dict[str, str]:
    """By each place the first text of what lies below it."""
    found: dict[str, str] = {}
    for path in paths:
        above = path.rpartition(".")[0]
        while above and above not in found:
            found[above] = path
            above = above.rpartition(".")[0]
    return found


def _paths(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.path for row in block.rows for cell in row.cells if cell.path)
        elif not isinstance(block, PageBreak) and block.path:
            yield block.path


class _Hand:
    """Lays one document out; it counts the texts, for a page must not bear an anchor twice."""

    def __init__(self, doubts: dict[str, StoredDoubt]) -> None:
        self._doubts = doubts
        self._count = 0
        self._seen: set[str] = set()

    def pieces(self, document: Document) -> Iterator[SheetBlock]:
        for block in document.blocks:
            if isinstance(block, Heading):
                yield SheetBlock("heading", self._spot(block.path, block.text), align=block.align, level=block.level)
            elif isinstance(block, Paragraph):
                spot = self._spot(block.path, block.text)
                yield SheetBlock("paragraph", spot, block.label, block.align, block.strong, block.indent)
            elif isinstance(block, Signature):
                yield SheetBlock("signature", self._spot(block.path, "\n".join(block.lines)), align=block.align)
            elif isinstance(block, Table):
                yield self._table(block)
            else:
                yield SheetBlock("break")

    def _table(self, table: Table) -> SheetBlock:
        rows = tuple(tuple(map(self._square, row.cells)) for row in table.rows)
        columns = max((sum(square.colspan for square in row) for row in rows), default=0)
        above, whole = table.header_rows, sum(table.widths)
        widths = tuple(round(100 * width / whole) for width in table.widths)
        return SheetBlock(
            "table", head=rows[:above], rows=rows[above:], ruled=table.borders, widths=widths, columns=columns
        )

    def _square(self, cell: Cell) -> SheetCell:
        return SheetCell(
            self._spot(cell.path, cell.text, square=True), cell.colspan, cell.rowspan, cell.align, cell.strong
        )

    def _spot(self, path: str, text: str, *, square: bool = False) -> Spot:
        self._count += 1
        first = bool(path) and path not in self._seen
        self._seen.add(path)
        doubt = self._doubts.get(path) if path else None
        key, severity = (doubt.key, doubt.severity) if doubt else ("", "")
        return Spot(self._count, path, text, square, f"at-{path}" if first else "", key, severity)
