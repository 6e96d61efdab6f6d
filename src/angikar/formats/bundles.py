"""Bundles: what holds several files: an e-mail (.eml, .msg) with its attachments, a ZIP of papers. Each file inside is taken by itself.

Only the names and the bytes of the files are taken out, one level deep; what is inside is judged and read like any file that comes alone.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from pydantic import TypeAdapter

from angikar.formats import sentences
from angikar.formats.errors import SPOILT, Unreadable
from angikar.formats.file_names import file_name
from angikar.formats.intake import SIZE_LIMIT, damaged
from angikar.formats.outlook.compound import MAGIC, Broken
from angikar.formats.outlook.message import message

PARTS_MOST = 20
"""Files of one bundle: as many as are given at once on the page of intake."""
_LETTER = 200
"""Characters: a shorter text of an e-mail with attachments only says what is attached."""
_UNSEEN = ("__MACOSX/", ".", "~$", "Thumbs.db", "desktop.ini")
_HIDDEN_FLAG, _UTF8_FLAG = 0x1, 0x800
_LEGACY = "cp437"
_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class HeldFile:
    """One file of a bundle."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of a bundle, and what of it is no file of its own: the short text of an e-mail, the pictures in it."""

    parts: tuple[HeldFile, ...]
    left_out: tuple[str, ...] = ()


_HEAD: TypeAdapter[tuple[tuple[tuple[str, int], ...], tuple[str, ...]]] = TypeAdapter(
    tuple[tuple[tuple[str, int], ...], tuple[str, ...]]
)


def packed_bundle(bundle: Bundle) -> bytes:
    """A bundle as one line of JSON with names and lengths, and the bytes of the files behind it."""
    names = tuple((part.name, len(part.data)) for part in bundle.parts)
    return b"".join((_HEAD.dump_json((names, bundle.left_out)), b"\n", *(part.data for part in bundle.parts)))


def unpacked_bundle(data: bytes) -> Bundle:
    """The bundle that `packed_bundle` wrote.

    >>> unpacked_bundle(packed_bundle(Bundle((HeldFile("a.txt", b"one"), HeldFile("b.txt", b"")), ("c",)))).parts[0].data
    b'one'
    """
    head, _, body = data.partition(b"\n")
    names, left_out = _HEAD.validate_json(head)
    parts, start = [], 0
    for name, length in names:
        parts.append(HeldFile(name, body[start : start + length]))
        start += length
    return Bundle(tuple(parts), left_out)


def bundle_of(data: bytes) -> Bundle:
    """What a bundle holds. Raises Unreadable where it holds nothing, too much, or is locked or damaged."""
    opener = _archive if data.startswith(b"PK") else _outlook if data.startswith(MAGIC) else _mail
    bundle = opener(data)
    if not bundle.parts:
        raise Unreadable(sentences.BUNDLE_EMPTY)
    if len(bundle.parts) > PARTS_MOST:
        raise Unreadable(sentences.BUNDLE_TOO_MANY, count=len(bundle.parts), most=PARTS_MOST)
    return bundle


def _archive(data: bytes) -> Bundle:
    parts: list[HeldFile] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            held = [each for each in archive.infolist() if not each.is_dir() and not _is_unseen(each.filename)]
            if len(held) > PARTS_MOST:
                raise Unreadable(sentences.BUNDLE_TOO_MANY, count=len(held), most=PARTS_MOST)
            if any(each.flag_bits & _HIDDEN_FLAG for each in held):
                raise Unreadable(sentences.FILE_LOCKED)
            left = SIZE_LIMIT
            for each in held:
                with archive.open(each) as opened:
                    content = opened.read(left + 1)  # what a ZIP says of its sizes may be a lie
                left -= len(content)
                if left < 0:
                    raise Unreadable(sentences.FILE_GROWS_TOO_LARGE)
                parts.append(HeldFile(file_name(_named(each)), content))
    except SPOILT as cause:
        raise damaged() from cause
    return Bundle(tuple(parts))


def _is_unseen(name: str) -> bool:
    """Whether an entry is what the program of another system left in the archive."""
    return name.startswith(_UNSEEN[0]) or name.rpartition("/")[2].startswith(_UNSEEN[1:])


def _named(entry: zipfile.ZipInfo) -> str:
    """The name of an entry; programs that do not say that it is UTF-8 often write it so all the same."""
    if entry.flag_bits & _UTF8_FLAG:
        return entry.filename
    try:
        return entry.filename.encode(_LEGACY).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return entry.filename


def _mail(data: bytes) -> Bundle:
    try:
        return _letter(message_from_bytes(data, policy=policy.default))
    except (RecursionError, *SPOILT) as cause:  # parts in parts without end, headers that are none
        raise damaged() from cause


def _letter(mail: Message) -> Bundle:
    if not isinstance(mail, EmailMessage):  # the policy makes no other
        raise damaged()
    subject = file_name(str(mail.get("subject", "")) or "mail")
    texts: list[tuple[str, str]] = []
    attached: list[HeldFile] = []
    left_out: list[str] = []
    for part in _attached(mail):
        name = part.get_filename()
        if not _is_file(part):
            texts.append(_text(part))
            continue
        content = part.get_payload(decode=True)
        if part.get_content_type() == "message/rfc822" or not isinstance(content, bytes):
            left_out.append(file_name(name) if name else part.get_content_type())
        elif part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment":
            left_out.append(file_name(name or ""))  # the picture of a signature or a seal in the text
        else:
            attached.append(HeldFile(file_name(name or ""), content))
    return _of_mail(subject, texts, attached, left_out)


def _outlook(data: bytes) -> Bundle:
    try:
        found = message(data, SIZE_LIMIT)
    except (Broken, struct.error) as cause:
        raise damaged() from cause
    attached, left_out = [], list(found.unread)
    for each in found.files:
        if each.content is None or each.is_shown:
            left_out.append(file_name(each.name))
        else:
            attached.append(HeldFile(file_name(each.name), each.content))
    texts = [(text.strip(), ending) for text, ending in found.texts]
    return _of_mail(file_name(found.subject or "mail"), texts, attached, left_out)


def _of_mail(subject: str, texts: list[tuple[str, str]], attached: list[HeldFile], left_out: list[str]) -> Bundle:
    """The bundle of an e-mail: a text that only says what is attached is no file of its own."""
    letters: list[HeldFile] = []
    for text, ending in texts:
        bare = " ".join((_TAG.sub(" ", text) if ending == "html" else text).split())
        if bare and (not (attached or letters) or len(bare) >= _LETTER):
            letters.append(HeldFile(f"{subject}{f'-{len(letters) + 1}' if letters else ''}.{ending}", text.encode()))
        elif bare:
            left_out.append(bare)
    return Bundle((*letters, *attached), tuple(left_out))


def _attached(message: EmailMessage) -> Iterator[EmailMessage]:
    """Every file and text of an e-mail, however deep, and of texts that say the same in several ways the plain one alone; the parts of an
    e-mail that is attached are its own.
    """
    if not message.is_multipart():
        yield message
        return
    parts = [part for part in message.iter_parts() if isinstance(part, EmailMessage)]
    chosen = message.get_body(("plain", "html")) if message.get_content_subtype() == "alternative" else None
    for part in parts:
        if part.get_content_type() == "message/rfc822":
            yield part
        else:
            is_said = chosen is None or any(each is chosen for each in part.walk())
            yield from (each for each in _attached(part) if is_said or _is_file(each))


def _is_file(part: EmailMessage) -> bool:
    return part.get_content_maintype() != "text" or part.get_filename() is not None


def _text(part: EmailMessage) -> tuple[str, str]:
    """The text of a part and the ending of a file that holds such a text."""
    try:
        text = str(part.get_content())
    except (LookupError, ValueError):  # a character set that does not exist
        content = part.get_payload(decode=True)
        text = content.decode("utf-8", errors="replace") if isinstance(content, bytes) else ""
    return text.strip(), "html" if part.get_content_type() == "text/html" else "txt"
