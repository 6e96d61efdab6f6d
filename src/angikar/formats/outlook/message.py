"""Message: the subject, the text and the attached files of an Outlook message (MS-OXMSG)."""

from __future__ import annotations

import codecs
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from angikar.formats.outlook.compound import Storage, compound

_PROPERTIES = "__properties_version1.0"
_STREAM = "__substg1.0_"
_ATTACHED = "__attach_version1.0_"
_SUBJECT, _BODY, _HTML, _RTF, _DATA = "0037", "1000", "1013", "1009", "3701"
_LONG_NAME, _SHORT_NAME, _SHOWN_NAME, _MIME, _CONTENT_ID = "3707", "3704", "3001", "370E", "3712"
_CODE_PAGES = (0x3FDE, 0x3FFD)
"""The code page of the text as the internet names it, and that of the strings of the message."""
_LONG = 3
_TOP = 32
"""Bytes before the first property of a message."""
_RTF_ONLY = "RTF"


@dataclass(frozen=True, slots=True)
class MessageFile:
    """A file attached to a message; its content is None where it is a message or an object of a program, in no file of its own."""

    name: str
    content: bytes | None
    is_shown: bool = False
    """Whether it is a picture that stands in the text: that of a signature or a seal."""


@dataclass(frozen=True, slots=True)
class OutlookMessage:
    """A message: its subject, its texts each with the ending of a file that holds such a text, its files, and what cannot be read."""

    subject: str
    texts: tuple[tuple[str, str], ...]
    files: tuple[MessageFile, ...]
    unread: tuple[str, ...] = ()


def message(data: bytes, most: int) -> OutlookMessage:
    """The message in the bytes of a .msg. Raises `Broken` for a spoilt one, and for one whose streams hold more than `most` bytes."""
    root = compound(data, most)
    page = _code_page(root)
    plain, html = _text(root, _BODY, page), _html(root, page)
    texts = ((plain, "txt"),) if plain.strip() else ((html, "html"),) if html.strip() else ()
    held = [root.storages[name] for name in sorted(root.storages) if name.startswith(_ATTACHED)]
    files = tuple(_file(each, page) for each in held)
    unread = (_RTF_ONLY,) if not texts and f"{_STREAM}{_RTF}0102" in root.streams else ()
    return OutlookMessage(_text(root, _SUBJECT, page), texts, files, unread)


def _file(storage: Storage, page: str) -> MessageFile:
    names = (_text(storage, tag, page) for tag in (_LONG_NAME, _SHOWN_NAME, _SHORT_NAME))
    name = next((each for each in names if each.strip("\0 ")), "")
    picture = _text(storage, _MIME, page).lower().startswith("image/") and bool(_text(storage, _CONTENT_ID, page))
    return MessageFile(name, storage.streams.get(f"{_STREAM}{_DATA}0102"), picture)


def _html(storage: Storage, page: str) -> str:
    content = storage.streams.get(f"{_STREAM}{_HTML}0102")
    return _text(storage, _HTML, page) if content is None else content.decode(page, errors="replace")


def _text(storage: Storage, tag: str, page: str) -> str:
    """A property that is a text: in UTF-16, or in the code page of the message."""
    wide, narrow = (storage.streams.get(f"{_STREAM}{tag}{sort}") for sort in ("001F", "001E"))
    if wide is not None:
        return wide.decode("utf-16-le", errors="replace").rstrip("\0")
    return narrow.decode(page, errors="replace").rstrip("\0") if narrow is not None else ""


def _code_page(root: Storage) -> str:
    """The code page of what is not UTF-16; UTF-8 where the message names none that is known."""
    known = dict(_numbers(root.streams.get(_PROPERTIES, b""), _TOP))
    for tag in _CODE_PAGES:
        number = known.get(tag, 0)
        name = "utf-8" if number == 65001 else f"cp{number}"
        try:
            return codecs.lookup(name).name
        except LookupError:
            continue
    return "utf-8"


def _numbers(data: bytes, begin: int) -> Iterator[tuple[int, int]]:
    """The properties that are whole numbers, by their tags."""
    for place in range(begin, len(data) - 15, 16):
        sort, tag, _, value = struct.unpack_from("<HHII", data, place)
        if sort == _LONG:
            yield tag, value
