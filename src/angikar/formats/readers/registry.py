"""Registry: which reader opens which kind of file; each is imported when it is needed and not before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from angikar.formats import sentences
from angikar.formats.errors import Unreadable
from angikar.formats.intake import Kind, decoded
from angikar.formats.old_letters import in_unicode
from angikar.formats.residue import understood
from angikar.formats.scan.needed import need_packages
from angikar.rules.document import Document, FileRepair

_READERS: dict[Kind, str] = {"pdf": "pdf", "docx": "docx", "sheet": "xlsx", "office": "office", "picture": "scan"}
"""The module of each kind of file; the reader in it is `read_` and the module's name."""

CONFINED = frozenset(_READERS)
"""What also the command opens only in a process of its own; text and HTML it reads at once, by our own few lines."""


def read_as(kind: Kind, data: bytes) -> Document:
    """The Document of a file of that kind, read in this process. Raises Unreadable."""
    return in_unicode(understood(_read(kind, data)))


def _read(kind: Kind, data: bytes) -> Document:
    if kind == "bundle":
        raise Unreadable(sentences.BUNDLE_INSIDE)
    if kind == "text":
        from angikar.formats.readers.text import read_text

        return _known(data, read_text)
    if kind == "html":
        from angikar.formats.readers.html import read_html

        return _known(data, read_html)
    if kind == "picture":
        need_packages()
    name = _READERS[kind]
    reader: Callable[[bytes], Document] = getattr(import_module(f"angikar.formats.readers.{name}"), f"read_{name}")
    return reader(data)


def _known(data: bytes, reader: Callable[[str], Document]) -> Document:
    """The Document of a text, with the signs by which one in the Windows code page was known as Bijoy."""
    text, signs = decoded(data)
    document = reader(text)
    return replace(document, repairs=(FileRepair("bijoy", signs),)) if signs else document
