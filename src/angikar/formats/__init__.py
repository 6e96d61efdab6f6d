"""Formats: bytes to Document and back; the one room that knows files, and no Django."""

from __future__ import annotations

from angikar.formats import sentences
from angikar.formats.annotate import annotate
from angikar.formats.errors import Unprintable, Unreadable
from angikar.formats.intake import SIZE_LIMIT, kind_named_by, kind_of
from angikar.formats.limits import refuse_endless
from angikar.formats.readers.registry import CONFINED, read_as
from angikar.formats.writers.docx import write_docx
from angikar.formats.writers.pdf import write_pdf
from angikar.formats.writers.xlsx import write_xlsx
from angikar.rules.document import Document

__all__ = [
    "SIZE_LIMIT",
    "Unprintable",
    "Unreadable",
    "annotate",
    "kind_of",
    "read",
    "write_docx",
    "write_pdf",
    "write_xlsx",
]


def read(data: bytes, name: str) -> Document:
    """The Document of a file, whatever it calls itself; `name` is asked only for a bare piece of HTML.

    Raises Unreadable with one sentence in Bangla and English when it is empty, damaged, locked, too large or unknown.
    What is more than text is opened in a process of its own (see `confined`). Of an e-mail or a ZIP the one file in it is read.
    """
    kind = kind_named_by(data, name)
    if kind == "bundle":
        return _only(data)
    if kind not in CONFINED:
        return refuse_endless(read_as(kind, data))
    from angikar.formats.confined import read_confined

    return read_confined(kind, data)


def _only(data: bytes) -> Document:
    """The Document of the one file of a bundle."""
    from angikar.formats.confined import bundle_confined

    parts = bundle_confined(data).parts
    if len(parts) > 1:
        names = ", ".join(part.name for part in parts)
        raise Unreadable(sentences.BUNDLE_OF_SEVERAL, count=len(parts), names=names)
    if kind_named_by(parts[0].data, parts[0].name) == "bundle":
        raise Unreadable(sentences.BUNDLE_INSIDE)
    return read(parts[0].data, parts[0].name)
