"""Reads PDF: our own by the data inside it, others by their text layer, laid into the grid that their lines draw."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from threading import Lock

import pdfplumber
import pikepdf
import pypdfium2

from angikar.formats.errors import Unreadable
from angikar.formats.intake import ATTACHMENT, damaged
from angikar.formats.page import blocks
from angikar.rules.document import Block, Document

PAGE_LIMIT = 500
_ATTACHMENT_LIMIT = 20 * 1024 * 1024

logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # it complains of every spoilt byte on stderr

_ONE_AT_A_TIME = Lock()  # PDFium keeps global state


def read_pdf(data: bytes) -> Document:
    """The Document of a PDF, with `attached` when it carries our own data; `Place` has page, line on the page and box.

    Raises Unreadable for a damaged, locked or endless file and for one without a text layer that can be trusted.
    """
    attached = _attached(data)
    with _ONE_AT_A_TIME:
        try:
            found = tuple(_blocks(data))
        except Exception as cause:
            raise damaged() from cause
    document = Document(found, attached=attached)
    if attached is None:
        _refuse_unread(document.text)
    return document


def _attached(data: bytes) -> str | None:
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > PAGE_LIMIT:
                raise Unreadable(
                    f"PDF-টিতে {PAGE_LIMIT} পৃষ্ঠার বেশি আছে; ভাগ করে দিন।",
                    f"The PDF has more than {PAGE_LIMIT} pages; split it.",
                )
            if ATTACHMENT not in pdf.attachments:
                return None
            content = pdf.attachments[ATTACHMENT].get_file().read_bytes()
    except pikepdf.PasswordError as cause:
        raise Unreadable(
            "PDF-টি পাসওয়ার্ড দিয়ে বন্ধ করা; পাসওয়ার্ড ছাড়া কপি দিন।", "The PDF is locked by a password; give a copy without one."
        ) from cause
    except (pikepdf.PdfError, ValueError) as cause:
        raise damaged() from cause
    try:
        return content.decode("utf-8") if len(content) <= _ATTACHMENT_LIMIT else None
    except UnicodeDecodeError:
        return None


def _blocks(data: bytes) -> Iterator[Block]:
    text_layer = pypdfium2.PdfDocument(data)
    try:
        with pdfplumber.open(io.BytesIO(data)) as geometry:
            for number, (shape, text) in enumerate(zip(geometry.pages, text_layer, strict=True), start=1):
                yield from blocks(shape, text, number)
                shape.close()
    finally:
        text_layer.close()


def _refuse_unread(text: str) -> None:
    letters = [char for char in text if not char.isspace()]
    lost = sum(char in "\ufffd\ufffe" or "\ue000" <= char <= "\uf0ff" for char in letters) + 5 * text.count("(cid:")
    if not letters or lost * 5 > len(letters):
        raise Unreadable(
            "এই PDF-এ পড়ার মতো লেখা নেই (স্ক্যান করা ছবি)। ছবি থেকে লেখা পেতে Tesseract লাগে: "
            "sudo apt install tesseract-ocr tesseract-ocr-ben",
            "This PDF holds no text that can be read (a scanned picture). Text from pictures needs Tesseract: "
            "sudo apt install tesseract-ocr tesseract-ocr-ben",
        )
