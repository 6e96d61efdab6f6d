"""Limits: what the process that opens a file may take, by the kind of the file, and how large a paper may be."""

from __future__ import annotations

from dataclasses import dataclass

from angikar.formats import sentences
from angikar.formats.errors import Unreadable
from angikar.formats.intake import Kind
from angikar.rules.bangla.digits import MOST_DIGITS, is_endless
from angikar.rules.document import Document, Table

_MB = 1024**2


@dataclass(frozen=True, slots=True)
class Limits:
    """Megabytes of address space, seconds of the processor and on the clock."""

    memory: int
    seconds: int


LIMITS: dict[Kind, Limits] = {
    "text": Limits(1024, 120),
    "html": Limits(1024, 120),
    "docx": Limits(1024, 120),
    "sheet": Limits(1536, 120),
    "pdf": Limits(3072, 300),
    "picture": Limits(3072, 300),
    "office": Limits(4096, 180),
    "bundle": Limits(1024, 60),
}
"""Engines reserve more address space than they use: a process that has only begun holds a quarter of a gigabyte."""

FILE_SIZE = 512 * _MB
"""Bytes of the largest file a reader may write."""
ANSWER_SIZE = 64 * _MB
COPY_SIZE = 256 * _MB
"""Bytes of the longest answer that is taken from a reader, and of a marked copy, which is as large as the file it is of."""
OPEN_FILES = 256
PROCESSES = 64
"""Processes and threads of one reader: Tesseract and LibreOffice are programs of their own."""
NICE = 10
"""How far a reader steps back where others want the processor: a page is answered before a file is read."""

CHARACTERS = 1_000_000
"""Characters of the longest paper that is read: some four hundred printed pages."""
CELLS = 200_000
BLOCKS = 50_000


def refuse_endless(document: Document) -> Document:
    """The Document, where a paper can be so long and have such figures. Raises Unreadable."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    cells = sum(len(row.cells) for table in tables for row in table.rows)
    if len(document.blocks) > BLOCKS or cells > CELLS or len(document.text) > CHARACTERS:
        raise Unreadable(sentences.PAPER_TOO_LONG, characters=CHARACTERS, cells=CELLS)
    if is_endless(document.text):
        raise Unreadable(sentences.FIGURE_TOO_LONG, digits=MOST_DIGITS)
    return document
