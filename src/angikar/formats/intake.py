"""Intake: what a file is by its content, and whether it is safe to open, before any reader touches it."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from typing import Literal

from angikar.formats import sentences
from angikar.formats.errors import SPOILT, Unreadable

Kind = Literal["pdf", "docx", "sheet", "office", "picture", "html", "text", "bundle"]
"""`sheet` is every workbook (XLSX, XLSM, XLSB, XLS, ODS), `office` what LibreOffice must open (DOC, RTF, ODT), `bundle` what holds
several files: an e-mail (.eml, .msg), a ZIP of papers (`bundles`).
"""

SIZE_LIMIT = 50 * 1024 * 1024
"""Bytes of the largest file that is opened at all."""

ATTACHMENT = "data.json"
"""The name under which a PDF of our own carries its canonical JSON."""

UNPACKED_LIMIT = 200 * 1024 * 1024
RATIO_LIMIT = 200
_PACKAGES = ("[Content_Types].xml", "META-INF/", "word/", "xl/", "ppt/")
"""What a file of a program holds that is packed as a ZIP; such a file is no bundle of papers."""
_MIME = 100
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
PARTS_LIMIT = 10_000

_HTML = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype html|html|head|body|table)\b", re.I | re.S
)

_MAIL = re.compile(
    rb"(?:From \S[^\n]*+\n)?+(?:[A-Za-z][A-Za-z0-9-]{1,60}+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?(?:MIME-Version|Message-ID|Received):",
    re.I,
)
"""The headers of an e-mail, down to one that no person writes at the head of a letter."""
_HEADERS = 65536

WINDOWS_LETTERS = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""The letters of Windows for the controls that programs leave of them that take Windows text for Latin-1."""
_NEVER_WRITTEN = ("Cc", "Cs", "Cn")

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The beginning of every file of the old Office, and of every new one that is locked."""
_OUTLOOK = b"\x0b\x0d\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"
"""The class of the root of an Outlook message."""


def kind_of(data: bytes) -> Kind:
    """What the bytes are, judged by the bytes alone. Raises Unreadable for what no reader can open safely."""
    if len(data) > SIZE_LIMIT:
        raise Unreadable(sentences.FILE_TOO_LARGE, most=SIZE_LIMIT // 2**20)
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable(sentences.FILE_EMPTY)
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "picture"
    if data.startswith(_COMPOUND):
        return _compound(data)
    if data.startswith(b"{\\rtf"):
        return "office"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _zipped(data)
    if _MAIL.match(data[:_HEADERS]):
        return "bundle"
    return "html" if _HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) else "text"


def kind_named_by(data: bytes, name: str) -> Kind:
    """What the bytes are; a bare piece of HTML is known by the name of its file alone. Raises Unreadable as `kind_of` does."""
    kind = kind_of(data)
    return "html" if kind == "text" and name.lower().endswith((".html", ".htm")) else kind


def _compound(data: bytes) -> Kind:
    """What an old Office file is, by the names of its streams; an Outlook message by the first of them, for what is attached to it may have
    any.
    """
    if _is_message(data):
        return "bundle"
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable(sentences.FILE_LOCKED)
    if "WordDocument".encode("utf-16-le") in data:
        return "office"
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book\0")):
        return "sheet"
    raise Unreadable(sentences.OLD_OFFICE_FILE)


def _is_message(data: bytes) -> bool:
    """Whether a compound file is an Outlook message: its root says so, or the first of its streams are properties of one."""
    shift, directory = int.from_bytes(data[30:32], "little"), int.from_bytes(data[48:52], "little")
    begin = (directory + 1) << min(shift, 12)
    entries = data[begin : begin + (1 << min(shift, 12))]
    return entries[80:96] == _OUTLOOK or "__substg1.0_".encode("utf-16-le") in entries


def _zipped(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(archive.infolist(), len(data))
            names = set(archive.namelist())
            declared = _begun(archive, "mimetype") if "mimetype" in names else b""
    except SPOILT as cause:
        raise damaged() from cause
    if "word/document.xml" in names:
        return "docx"
    if names & {"xl/workbook.xml", "xl/workbook.bin"} or declared.startswith(_OPEN_DOCUMENT + b"spreadsheet"):
        return "sheet"
    if declared.startswith(_OPEN_DOCUMENT + b"text"):
        return "office"
    if not names or declared or any(name.startswith(_PACKAGES) for name in names):
        raise Unreadable(sentences.ARCHIVE_WITHOUT_DOCUMENT)
    return "bundle"


def _begun(archive: zipfile.ZipFile, name: str) -> bytes:
    """The first bytes of a part, however large it is."""
    with archive.open(name) as part:
        return part.read(_MIME)


def _refuse_bomb(parts: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(part.file_size for part in parts)
    swollen = unpacked > 10 * 1024 * 1024 and unpacked > RATIO_LIMIT * packed
    if unpacked > UNPACKED_LIMIT or swollen or len(parts) > PARTS_LIMIT:
        raise Unreadable(sentences.FILE_GROWS_TOO_LARGE)


def damaged() -> Unreadable:
    """The refusal of a file that is broken or cut short."""
    return Unreadable(sentences.FILE_DAMAGED)


def decode(data: bytes) -> str:
    """The text of a text file: UTF-8 or UTF-16, or Bijoy in the Windows code page, as Unicode.

    Raises Unreadable for binary rubbish and for encodings that cannot be distinguished safely.
    """
    return decoded(data)[0]


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a text file as `decode` gives it, and the signs by which a file in the Windows code page was known as Bijoy, empty for
    any other. Raises Unreadable as `decode` does.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _strictly(data, encoding), ""
    if b"\0" in data:
        return _strictly(data, _utf16_order(data)), ""
    try:
        return _strictly(data, "utf-8"), ""
    except Unreadable:
        return _bijoy(data)


def _utf16_order(data: bytes) -> str:
    """Without a mark: Latin text has its zero bytes, Bangla its 0x09, on the high side."""
    high = sum(data[0:4000:2].count(byte) for byte in (b"\0", b"\x09"))
    low = sum(data[1:4000:2].count(byte) for byte in (b"\0", b"\x09"))
    return "utf-16-be" if high > low else "utf-16-le"


def _strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding).translate(WINDOWS_LETTERS)
    except UnicodeDecodeError as cause:
        raise _not_text() from cause
    if sum(unicodedata.category(char) in _NEVER_WRITTEN and not char.isspace() for char in text) > len(text) // 100:
        raise _not_text()
    return text


def _bijoy(data: bytes) -> tuple[str, str]:
    from angikar.rules.bangla import bijoy

    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as cause:
        raise _not_text() from cause
    if not bijoy.is_bijoy(text):
        raise _not_text()
    return "\n".join(map(bijoy.line_to_unicode, text.split("\n"))), bijoy.signs_in(text)


def _not_text() -> Unreadable:
    return Unreadable(sentences.FILE_NOT_TEXT)
