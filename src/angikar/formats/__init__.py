"""Formats: bytes to Document and back; the one room that knows files, and no Django."""

from __future__ import annotations

from angikar.formats.errors import Unprintable, Unreadable
from angikar.formats.intake import SIZE_LIMIT, decode, kind_of
from angikar.formats.write_docx import write_docx
from angikar.formats.write_pdf import write_pdf
from angikar.formats.write_xlsx import write_xlsx
from angikar.rules.document import Document

__all__ = ["SIZE_LIMIT", "Unprintable", "Unreadable", "read", "write_docx", "write_pdf", "write_xlsx"]


def read(data: bytes, name: str) -> Document:
    """The Document of a file, whatever it calls itself; `name` is asked only for a bare piece of HTML.

    Raises Unreadable with one sentence in Bangla and English when it is empty, damaged, locked, too large or unknown.
    The readers are imported when they are needed: a text file must not wait for a PDF engine.
    """
    kind = kind_of(data)
    if kind == "text" and name.lower().endswith((".html", ".htm")):
        kind = "html"
    match kind:
        case "pdf":
            from angikar.formats.read_pdf import read_pdf

            return read_pdf(data)
        case "docx":
            from angikar.formats.read_docx import read_docx

            return read_docx(data)
        case "xlsx":
            from angikar.formats.read_xlsx import read_xlsx

            return read_xlsx(data)
        case "html":
            from angikar.formats.read_html import read_html

            return read_html(decode(data))
        case "text":
            from angikar.formats.read_text import read_text

            return read_text(decode(data))
