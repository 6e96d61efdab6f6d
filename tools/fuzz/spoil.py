"""How a paper is spoilt: bytes, words of a text, values of a JSON, parts and elements of a packed file; always the same by its number."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
from copy import deepcopy
from random import Random
from typing import Any

from tools.fuzz.seeds import seeds

_TOKENS = (
    b"",
    b"\0",
    b"\xff" * 4,
    b"-1",
    b"99999999999",
    b"1e309",
    b"<",
    b">",
    b"&x;",
    b'"',
    b"%PDF-",
    b"PK\x03\x04",
    b"<<",
    b">>",
    b" 0 R",
    b"w:tbl",
    b"/Page",
)
_WORDS = (
    "৩১.০২.২০১৮",
    "00.00.0000",
    "৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯",
    "1e999",
    "৯" * 5000,
    "-০",
    "১০০%%",
    "৩০ ফাল্গুন ০০০০",
    "প্রতি মাসের ৩২ তারিখের মধ্যে",
    "নির্বাচনের ১০ (দশ) দিন পূর্বে",
    "২০১৮-২০১৭",
    "\u202e",
    "\u200c\u200d",
    "\ufeff",
    "\ud7ff\ue000",
    "়়়়",
    "্",
    "।",
    "\t",
    "\t\t\t\t\t\t\t\t\t\t",
    "\n",
    "\r",
    "\x0b\x85\u2028",
    "(((((",
    ")",
    "**",
    "##",
    "- (ক) ",
    "নং-৮৮.০১",
    "বিষয়:",
    "তারিখ: ",
    "অনুলিপি:",
    "১.১.১",
    "٣١",
    "²",
    "①",
    "𑄶",
    "{",
    "}",
    '"',
    "'",
    ";;;",
    "$-5000445]0.2f%",
)
_VALUES: tuple[Any, ...] = (
    None,
    "",
    [],
    {},
    True,
    -1,
    10**30,
    1.5,
    "৩১.০২.২০১৮",
    "\u202e",
    "0000-00-00",
    [[]],
    "0" * 400,
    float("inf"),
)
_ATTRIBUTES = (b"", b"-1", b"0", b"99999999999", b"1e9", b"nan", b"zz", b"\xe0\xa7\xa7", b"true", b"R1C1", b"9" * 5000)
_TAG = re.compile(rb"<[^<>]{1,200}>")
_VALUE = re.compile(rb"""=(["'])[^"'<>]{0,80}\1""")
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_NUMBERS = (b"0", b"-1", b"99999999999", b"3", b"0.0000001", b"1e9", b"65536", b"2147483648")


def spoilt(reader: str, number: int, seed: str) -> bytes:
    """The paper of that number."""
    chance = Random(f"{seed}:{reader}:{number}")  # noqa: S311 - nothing is secret here
    data = chance.choice(seeds(reader))
    match reader:
        case "values" | "text" | "papers" | "csv":
            return _text(data, chance)
        case "json":
            return _json(data, chance)
        case "html":
            return _marked_up(data, chance)
        case "pdf":
            return _pdf(data, chance)
        case "picture":
            return _picture(data, chance)
        case _:
            return _zip(data, chance) if data.startswith(b"PK") else _bytes(data, chance)


def _bytes(data: bytes, chance: Random, most: int = 6) -> bytes:
    for _ in range(chance.randint(1, most)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data = data[:at] + chance.choice(_TOKENS) + data[at + chance.randrange(40) :]
            case 1:
                data = data[:at] + chance.randbytes(chance.randrange(1, 13)) + data[at:]
            case 2:
                end = min(len(data), at + chance.randrange(200))
                data = data[:end] + data[at:end] * chance.choice((1, 1, 2, 50)) + data[end:]
            case 3:
                data = data[:at] + data[at + chance.randrange(200) :]
            case _ if data and at < len(data):
                data = data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    return data if chance.random() > 0.03 else data[: chance.randrange(len(data) + 1)]


def _text(data: bytes, chance: Random) -> bytes:
    """Words, lines and figures changed; at times also the bytes."""
    encoding = "utf-16" if data.startswith(b"\xff\xfe") else "utf-8"
    text = data.decode(encoding)
    for _ in range(chance.randint(1, 5)):
        text = _words(text, chance)
    made = text.encode(encoding, errors="replace")
    return _bytes(made, chance, 2) if chance.random() < 0.1 else made


def _words(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    match chance.randrange(7):
        case 0:
            return text[:at] + chance.choice(_WORDS) + text[at + chance.randrange(12) :]
        case 1:
            return text[:at] + chance.choice(_WORDS) * chance.choice((1, 2, 3, 40)) + text[at:]
        case 2:
            lines = text.split("\n")
            one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            lines[one], lines[other] = lines[other], lines[one]
            return "\n".join(lines)
        case 3:
            lines = text.split("\n")
            one = chance.randrange(len(lines))
            return "\n".join([*lines[:one], *([lines[one]] * chance.choice((0, 2, 2, 20))), *lines[one + 1 :]])
        case 4:
            return re.sub(
                r"[0-9০-৯]", lambda found: chance.choice("0189০৯") if chance.random() < 0.3 else found[0], text
            )
        case 5:
            return (
                text[:at]
                + chr(chance.choice((chance.randrange(0xD800), 0x980 + chance.randrange(128))))
                + text[at + 1 :]
            )
        case _:
            return text.replace(
                chance.choice((" ", "\n", "\t", "।", ".", "-")),
                chance.choice(("", "\t", "\n", " ", ".")),
                chance.randrange(1, 5),
            )


def _json(data: bytes, chance: Random) -> bytes:
    """Values of another kind, keys gone or doubled; at times the letters of the JSON itself."""
    if chance.random() < 0.15:
        return _text(data, chance)
    whole: Any = json.loads(data)
    for _ in range(chance.randint(1, 3)):
        _change(whole, chance)
    made = json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode(errors="replace")
    return made if chance.random() > 0.02 else b"{" + b'"a":[' * chance.choice((10, 2000)) + made


def _change(whole: Any, chance: Random) -> None:
    """One value somewhere below, changed."""
    holder, name = whole, chance.choice(list(whole))
    while isinstance(holder[name], dict | list) and holder[name] and chance.random() < 0.85:
        holder = holder[name]
        name = chance.choice(list(holder)) if isinstance(holder, dict) else chance.randrange(len(holder))
    match chance.randrange(4):
        case 0 if isinstance(holder, dict):
            del holder[name]
            holder.setdefault("kind", "circular")
        case 1 if isinstance(holder, list):
            holder[name:name] = [deepcopy(holder[name]) for _ in range(chance.choice((1, 3, 100)))]
        case 2 if isinstance(holder[name], str):
            holder[name] = _words(holder[name], chance)
        case _:
            holder[name] = deepcopy(chance.choice(_VALUES))


def _marked_up(data: bytes, chance: Random) -> bytes:
    """Elements doubled, lost, crossed, deep; attributes that say what they cannot."""
    for _ in range(chance.randint(1, 5)):
        tags = list(_TAG.finditer(data))
        if not tags:
            break
        one, other = sorted((chance.choice(tags), chance.choice(tags)), key=lambda found: found.start())
        match chance.randrange(6):
            case 0:
                data = data[: one.start()] + data[one.end() :]
            case 1:
                data = data[: one.end()] + one[0] * chance.choice((1, 2, 60, 600)) + data[one.end() :]
            case 2:
                data = (
                    data[: other.end()]
                    + data[one.start() : other.end()] * chance.choice((1, 2, 8))
                    + data[other.end() :]
                )
            case 3:
                data = data[: one.start()] + data[other.end() :]
            case 4 if values := list(_VALUE.finditer(data)):
                found = chance.choice(values)
                data = data[: found.start() + 2] + chance.choice(_ATTRIBUTES) + data[found.end() - 1 :]
            case _:
                data = data[: one.end()] + chance.choice(_WORDS).encode(errors="replace") + data[one.end() :]
        data = data[: 1 << 18]
    return _bytes(data, chance, 3) if chance.random() < 0.15 else data


def _zip(data: bytes, chance: Random) -> bytes:
    """One part spoilt and packed again; at times a part gone, twice there or empty, and the wrapping itself."""
    if chance.random() < 0.1:
        return _bytes(data, chance, 3)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as packed:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        weighty = [name for name in names if name.endswith("ml") and archive.getinfo(name).file_size > 300]
        chosen = chance.choice(weighty if weighty and chance.random() < 0.8 else names)
        for name in names:
            content = archive.read(name)
            if name == chosen:
                content = (
                    b""
                    if chance.random() < 0.02
                    else _marked_up(content, chance)
                    if name.endswith("ml")
                    else _bytes(content, chance)
                )
                if chance.random() < 0.01:
                    continue
            packed.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def _pdf(data: bytes, chance: Random) -> bytes:
    """Numbers, names and operators changed; at times any bytes."""
    if chance.random() < 0.3:
        return _bytes(data, chance)
    for _ in range(chance.randint(1, 4)):
        found = chance.choice(list(_NUMBER.finditer(data)))
        data = data[: found.start()] + chance.choice(_NUMBERS) + data[found.end() :]
    return data


def _picture(data: bytes, chance: Random) -> bytes:
    """Mostly the head, where sides and depths are said."""
    if chance.random() < 0.5:
        at = chance.randrange(min(len(data), 64))
        side = struct.pack(chance.choice((">I", "<I")), chance.choice((0, 1, 0xFFFF, 100_000, 0x7FFFFFFF, 0xFFFFFFFF)))
        return data[:at] + side + data[at + 4 :]
    return _bytes(data, chance, 3)
