"""Reads PDF: our own by the data inside it, others by their text layer, placed in the grid of their lines."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import replace
from threading import Lock

import pdfplumber
import pikepdf
import pypdfium2
from PIL import Image

from angikar.formats import sentences
from angikar.formats.errors import Unreadable
from angikar.formats.intake import ATTACHMENT, damaged
from angikar.formats.pdf_text.page import Sheet, blocks, sheet, words
from angikar.formats.pdf_text.page_joins import together
from angikar.formats.pdf_text.tables import with_heads
from angikar.formats.pdf_text.upright import set_upright
from angikar.formats.progress import counted
from angikar.formats.scan import picture
from angikar.formats.scan.needed import need_packages
from angikar.rules.document import Block, Document, FileRepair, Place

PAGE_LIMIT = 500
_ATTACHMENT_LIMIT = 20 * 1024 * 1024
_AREA_LIMIT = 2400 * 2000
"""Square points of the largest page that is rendered: more than A1."""

logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # it complains of every spoilt byte on stderr

_ONE_AT_A_TIME = Lock()  # PDFium has global state


def read_pdf(data: bytes) -> Document:
    """The Document of a PDF, with what it carries under the name of our own data; `Place` has page, line on the page and box.

    One without a text layer that can be trusted is read as a scan. Raises Unreadable for a damaged, locked or endless file.
    """
    carried = _carried(data)
    with _ONE_AT_A_TIME:
        try:
            upright, rotations = set_upright(data)
            sheets = list(_sheets(upright))
            found = tuple(_blocks(sheets))
        except Exception as cause:
            raise damaged() from cause
    unseen = tuple(each for sheet in sheets for each in sheet.unseen)
    repairs = [FileRepair("rotated", count=degrees, place=Place(page=page)) for page, degrees in rotations.items()]
    if any(sheet.old_face for sheet in sheets):
        repairs.append(FileRepair("bijoy", next(sheet.old_face for sheet in sheets if sheet.old_face)))
    document = Document(found, carried=carried, unseen=unseen, repairs=tuple(repairs))
    if _is_text(document.text):
        return document
    try:
        return replace(_scanned(data), carried=carried)
    except Unreadable:
        if not carried:
            raise
        return document  # blank pages with our own data inside: the pages say nothing


def _carried(data: bytes) -> tuple[str, ...]:
    """Every file inside it that bears the name of our own data, wherever in the PDF it hangs; one that is no text counts too."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > PAGE_LIMIT:
                raise Unreadable(sentences.PDF_TOO_LONG, most=PAGE_LIMIT)
            found = [stream.read_bytes() for stream in _embedded(pdf)]
    except pikepdf.PasswordError as cause:
        raise Unreadable(sentences.PDF_LOCKED) from cause
    except (pikepdf.PdfError, ValueError) as cause:
        raise damaged() from cause
    return tuple(each.decode("utf-8", errors="replace") if len(each) <= _ATTACHMENT_LIMIT else "" for each in found)


def _embedded(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The streams of the files in a PDF that are called as our own data is; a stream named twice comes once."""
    seen = set()
    for each in pdf.objects:
        if not isinstance(each, pikepdf.Dictionary) or "/EF" not in each:
            continue
        names = {str(each[name]) for name in ("/UF", "/F") if name in each}
        streams = [each.EF[name] for name in ("/UF", "/F") if name in each.EF]
        for stream in streams if ATTACHMENT in names else ():
            if isinstance(stream, pikepdf.Stream) and stream.objgen not in seen:
                seen.add(stream.objgen)
                yield stream


def _blocks(sheets: list[Sheet]) -> Iterator[Block]:
    known = {word for each in sheets for word in words(each)}
    together(sheets)
    return with_heads(block for each in sheets for block in blocks(each, known))


def _sheets(data: bytes) -> Iterator[Sheet]:
    text_layer = pypdfium2.PdfDocument(data)
    try:
        with pdfplumber.open(io.BytesIO(data)) as geometry:
            pages = zip(geometry.pages, text_layer, strict=True)
            for number, (shape, text) in enumerate(counted(pages, len(text_layer)), start=1):
                yield sheet(shape, text, number)
                shape.close()
    finally:
        text_layer.close()


def _is_text(text: str) -> bool:
    """Whether a text layer can be trusted: it has letters, and few of them are lost."""
    letters = [char for char in text if not char.isspace()]
    lost = sum(char in "\ufffd\ufffe" or "\ue000" <= char <= "\uf0ff" for char in letters) + 5 * text.count("(cid:")
    return bool(letters) and lost * 5 <= len(letters)


def _scanned(data: bytes) -> Document:
    """The Document of a PDF that is pictures of pages, or whose letters are lost: read from how it looks."""
    need_packages()
    from angikar.formats.readers.scan import read_pages

    with _ONE_AT_A_TIME:
        return read_pages(_pictures(data))


def _pictures(data: bytes) -> Iterator[tuple[Image.Image, float]]:
    pages = pypdfium2.PdfDocument(data)
    try:
        if len(pages) > picture.PAGE_LIMIT:
            raise picture.too_many()
        for page in counted(pages, len(pages)):
            if page.get_width() * page.get_height() > _AREA_LIMIT:
                raise damaged()
            yield page.render(scale=picture.DPI / 72, grayscale=True).to_pil(), float(picture.DPI)
    finally:
        pages.close()
