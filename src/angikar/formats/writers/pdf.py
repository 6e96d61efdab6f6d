"""Writes the official PDF: A4, archival (PDF/A-3a, PDF/UA-1), with the paper's own data inside it."""

from __future__ import annotations

import datetime
import io
import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

from angikar import assets
from angikar.formats.intake import ATTACHMENT
from angikar.formats.writers.official import sections
from angikar.formats.writers.typeface import font_files, printable
from angikar.rules.document import Document, Heading

if TYPE_CHECKING:
    import typst

Lang = Literal["bn", "en"]

_ONE_AT_A_TIME = Lock()


def write_pdf(
    document: Document,
    *,
    attachment: str | None = None,
    stamp: str | None = None,
    timestamp: datetime.datetime | None = None,
    lang: Lang = "bn",
) -> bytes:
    """The bytes of the official PDF of a Document.

    `attachment` is the canonical JSON to carry inside; `stamp` a line for the foot of each page (when it was submitted,
    when printed); `timestamp` an aware moment that makes reruns identical to the byte; `lang` the language of the page
    numbers. Raises Unprintable when a character has no glyph.
    """
    paper = {
        "title": printable(document.title) or _first_heading(document) or "দলিল",
        "lang": lang,
        "family": assets.SERIF,
        "stamp": printable(stamp or ""),
        "sections": sections(document),
    }
    inputs = {"paper": json.dumps(paper, ensure_ascii=False)}
    if attachment is not None:
        inputs |= {"attachment": attachment, "attachment-name": ATTACHMENT}
    return _compress(_compile(inputs, timestamp))


def _first_heading(document: Document) -> str:
    return next((printable(block.text) for block in document.blocks if isinstance(block, Heading)), "")


def _compile(inputs: dict[str, str], timestamp: datetime.datetime | None) -> bytes:
    with _ONE_AT_A_TIME:
        made = _compiler().compile(format="pdf", sys_inputs=inputs, pdf_standards=["a-3a", "ua-1"], timestamp=timestamp)
    assert isinstance(made, bytes)  # noqa: S101 - one PDF is asked for, one comes
    return made


@cache
def _compiler() -> typst.Compiler:
    """One compiler a process: warm, a letter takes some 15 ms instead of 80."""
    import typst

    font_files()
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(assets.FONT_DIR)])
    return typst.Compiler(str(Path(__file__).with_name("official.typ")), font_paths=fonts)


def _compress(made: bytes) -> bytes:
    """Pack the tag tree into object streams (PDF/A-2 and later allow them): a third of the size remains."""
    import pikepdf

    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        pdf.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
        )
    return packed.getvalue()
