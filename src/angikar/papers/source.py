"""The lines of the file a paper came in, as they are printed there, so that every doubt can be looked up at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from angikar.formats.confined import read_confined
from angikar.formats.intake import kind_named_by
from angikar.papers import store
from angikar.papers.models import Paper
from angikar.rules.document import Block, PageBreak, Paragraph, Place, Signature, Table


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One printed line or table row: its 1-based line and page where the format knows them, and its texts."""

    line: int | None
    page: int | None
    texts: tuple[str, ...]


def source_lines(paper: Paper) -> tuple[SourceLine, ...]:
    """The lines of the file stored with a paper, in order; none for a paper that was drafted here.

    Raises `FileNotFoundError` or `ValueError` when the stored file is missing or was altered (`papers.store`).
    """
    return _lines(paper.source.sha256, paper.source.name) if paper.source else ()


@lru_cache(maxsize=16)
def _lines(sha256: str, name: str) -> tuple[SourceLine, ...]:
    """A file never changes under its digest, so its lines may be cached."""
    data = store.get(sha256)
    document = read_confined(kind_named_by(data, name), data)
    return tuple(line for block in document.blocks for line in _of(block))


def _of(block: Block) -> Iterator[SourceLine]:
    if isinstance(block, Table):
        for row in block.rows:
            if any(text.strip() for text in row.texts):
                yield _line(row.place if row.place != Place() else block.place, *row.texts)
    elif isinstance(block, Signature):
        yield _line(block.place, "\n".join(block.lines))
    elif not isinstance(block, PageBreak) and block.text.strip():
        label = block.label if isinstance(block, Paragraph) else ""
        yield _line(block.place, f"{label} {block.text}".strip())


def _line(place: Place, *texts: str) -> SourceLine:
    return SourceLine(place.line, place.page, texts)
