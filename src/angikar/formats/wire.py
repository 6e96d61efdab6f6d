"""Wire: what the system and a confined process exchange: what is asked, a Document, a reading, page sizes, a refusal."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from pydantic import TypeAdapter

from angikar.formats import sentences
from angikar.formats.errors import Unreadable
from angikar.formats.intake import Kind
from angikar.formats.signing.trust import TrustList
from angikar.rules.document import Document, FileRepair, Heading, PageBreak, Paragraph, Signature, Table, Unseen
from angikar.rules.kinds import UNKNOWN_CONTENT, UNKNOWN_KIND
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Explained, Fact, catalogue

Sizes = tuple[tuple[float, float], ...]
"""Width and height of every page in points."""

Task = Literal["read", "understand", "annotate", "measure", "list", "render", "unpack", "verify"]

DONE, REFUSED, FAULT, PROGRESS = b"D", b"R", b"F", b"P"
"""The first byte of an answer: what was asked for, a refusal, or what of ours went wrong. Before it may come how far it is."""
PAGES = struct.Struct(">cII")
"""How far it is: how many pages are read, and of how many."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done with a file: which task, what the file is, the folder to write in, and what the task wants to know."""

    task: Task
    kind: Kind
    folder: str = ""
    page: int = 0
    rows: int = 0
    doubts: tuple[Doubt, ...] = ()
    paper: str | None = None
    """The kind of paper to read it as, where that is known."""
    framework: str | None = None
    part: int | None = None
    """Which of the papers of the file is wanted, from 1; 0 takes it for one paper, `None` wants each."""
    known: dict[str, str] = field(default_factory=dict)
    """The keys whose seals are believed, each with the name of its house."""
    trust: TrustList = field(default_factory=TrustList)
    """Whose certificates are trusted, where signatures are verified."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """What was understood of a file: its kind and framework, its content as JSON, every doubt, and those of the check alone."""

    kind: str
    framework: str | None
    content: dict[str, Any]
    doubts: tuple[Doubt, ...] = ()
    checked: tuple[Doubt, ...] = field(default=())


_Blocks = tuple[
    tuple[Literal["h"], Heading]
    | tuple[Literal["p"], Paragraph]
    | tuple[Literal["t"], Table]
    | tuple[Literal["s"], Signature]
    | tuple[Literal["b"], PageBreak],
    ...,
]
_Whole = tuple[str, bool, tuple[str, ...], tuple[Unseen, ...], tuple[FileRepair, ...], _Blocks]
_WIRE: TypeAdapter[_Whole] = TypeAdapter(_Whole)
ASKED = TypeAdapter(Asked)
UNDERSTOOD = TypeAdapter(tuple[FileReading, ...])
SIZES = TypeAdapter(Sizes)
_REFUSAL = TypeAdapter(tuple[str, dict[str, Fact]])
_SENTENCES = catalogue(vars(sentences)) | {each.code: each for each in (UNKNOWN_CONTENT, UNKNOWN_KIND)}
_MARKS: dict[type, str] = {Heading: "h", Paragraph: "p", Table: "t", Signature: "s", PageBreak: "b"}


def packed(document: Document) -> bytes:
    """A Document as JSON, whole."""
    blocks = tuple((_MARKS[type(block)], block) for block in document.blocks)
    beside = (document.carried, document.unseen, document.repairs)
    return _WIRE.dump_json((document.title, document.landscape, *beside, cast(_Blocks, blocks)))


def unpacked(data: bytes) -> Document:
    """The Document that `packed` wrote."""
    title, landscape, carried, unseen, repairs, blocks = _WIRE.validate_json(data)
    return Document(tuple(block for _, block in blocks), title, landscape, carried, unseen, repairs)


def packed_refusal(refused: Explained) -> bytes:
    """A refusal as JSON: the code of its sentence, and the facts."""
    return _REFUSAL.dump_json((refused.code, dict(refused.facts)))


def unpacked_refusal(data: bytes) -> Unreadable:
    """The refusal that `packed_refusal` wrote; only the sentences of reading pass."""
    code, facts = _REFUSAL.validate_json(data)
    return Unreadable(_SENTENCES[code], **facts)
