"""Wire: what the system and a confined process exchange: limits, a Document, page sizes, doubts, a refusal."""

from __future__ import annotations

from typing import Literal, cast

from pydantic import TypeAdapter

from angikar.formats import sentences
from angikar.formats.errors import Unreadable
from angikar.rules.document import Document, Heading, PageBreak, Paragraph, Signature, Table
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Fact, catalogue

MEMORY = 3 * 1024**3
"""Bytes of address space; engines reserve much more than they use."""
SECONDS = 300
"""Seconds on the clock, and of the processor: sixty scanned pages."""
FILE_SIZE = 512 * 1024**2
"""Bytes of the largest file a worker may write."""

Sizes = tuple[tuple[float, float], ...]
"""Width and height of every page in points."""

REFUSED = 3
"""The exit code of a worker that answers with a refusal."""

_Blocks = tuple[
    tuple[Literal["h"], Heading]
    | tuple[Literal["p"], Paragraph]
    | tuple[Literal["t"], Table]
    | tuple[Literal["s"], Signature]
    | tuple[Literal["b"], PageBreak],
    ...,
]
_WIRE: TypeAdapter[tuple[str, bool, str | None, _Blocks]] = TypeAdapter(tuple[str, bool, str | None, _Blocks])
SIZES = TypeAdapter(Sizes)
DOUBTS = TypeAdapter(tuple[Doubt, ...])
_REFUSAL = TypeAdapter(tuple[str, dict[str, Fact]])
_SENTENCES = catalogue(vars(sentences))
_MARKS: dict[type, str] = {Heading: "h", Paragraph: "p", Table: "t", Signature: "s", PageBreak: "b"}


def packed(document: Document) -> bytes:
    """A Document as JSON, whole."""
    blocks = tuple((_MARKS[type(block)], block) for block in document.blocks)
    return _WIRE.dump_json((document.title, document.landscape, document.attached, cast(_Blocks, blocks)))


def unpacked(data: bytes) -> Document:
    """The Document that `packed` wrote."""
    title, landscape, attached, blocks = _WIRE.validate_json(data)
    return Document(tuple(block for _, block in blocks), title, landscape, attached)


def packed_refusal(refused: Unreadable) -> bytes:
    """A refusal as JSON: the code of its sentence, and the facts."""
    return _REFUSAL.dump_json((refused.code, dict(refused.facts)))


def unpacked_refusal(data: bytes) -> Unreadable:
    """The refusal that `packed_refusal` wrote; only sentences of this package pass."""
    code, facts = _REFUSAL.validate_json(data)
    return Unreadable(_SENTENCES[code], **facts)
