"""Wire: what a confined process and the system say to each other: limits, a Document, page sizes, doubts, a refusal."""

from __future__ import annotations

from typing import Literal, cast

from pydantic import TypeAdapter

from angikar.rules.document import Document, Heading, PageBreak, Paragraph, Signature, Table
from angikar.rules.reading import Doubt

MEMORY = 3 * 1024**3
"""Bytes of address space; engines reserve much more than they use."""
SECONDS = 300
"""Seconds on the clock, and of the processor: sixty scanned pages."""
FILE_SIZE = 512 * 1024**2
"""Bytes of the largest file a worker may write."""

Sizes = tuple[tuple[float, float], ...]
"""Width and height of every page in points."""

REFUSED = 3
"""The exit code of a worker that answers with the sentences of a refusal."""

_Blocks = tuple[
    tuple[Literal["h"], Heading]
    | tuple[Literal["p"], Paragraph]
    | tuple[Literal["t"], Table]
    | tuple[Literal["s"], Signature]
    | tuple[Literal["b"], PageBreak],
    ...,
]
_WIRE: TypeAdapter[tuple[str, bool, str | None, _Blocks]] = TypeAdapter(tuple[str, bool, str | None, _Blocks])
SENTENCES = TypeAdapter(tuple[str, str])
SIZES = TypeAdapter(Sizes)
DOUBTS = TypeAdapter(tuple[Doubt, ...])
_MARKS: dict[type, str] = {Heading: "h", Paragraph: "p", Table: "t", Signature: "s", PageBreak: "b"}


def packed(document: Document) -> bytes:
    """A Document as JSON, whole."""
    blocks = tuple((_MARKS[type(block)], block) for block in document.blocks)
    return _WIRE.dump_json((document.title, document.landscape, document.attached, cast(_Blocks, blocks)))


def unpacked(data: bytes) -> Document:
    """The Document that `packed` wrote."""
    title, landscape, attached, blocks = _WIRE.validate_json(data)
    return Document(tuple(block for _, block in blocks), title, landscape, attached)
