"""Turns what the system sends or writes into text: pages, PDF, office files, data; of anything else its size and digest."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pypdfium2

from tools.behaviour.normal import lines_of, quiet
from tools.behaviour.visitor import Answer

SHOWN = ("Location", "Content-Disposition", "HX-Redirect", "Content-Language")
"""The heads of an answer that belong to what the system does."""


def write(path: Path, text: str) -> None:
    """Write a file of a record, and the folders above it where they are missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def record_of(asked: str, answer: Answer) -> str:
    """An answer as it is kept: what was asked, its status, and its content as text."""
    head = [asked, f"{answer.status} {answer.kind}"]
    head += [f"{name}: {answer.head[name]}" for name in SHOWN if answer.head[name]]
    return quiet("\n".join(head)) + "\n\n" + _body(answer)


def pdf_text(data: bytes) -> str:
    """The text of a PDF, page by page."""
    with pypdfium2.PdfDocument(data) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    return "".join(f"--- page {number}\n{_plain(text)}\n" for number, text in enumerate(texts, 1))


def pretty(text: str) -> str:
    """JSON with its keys in order; what is no JSON stays as it is."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _body(answer: Answer) -> str:
    if answer.kind == "text/html":
        return lines_of(answer.text)
    if answer.kind == "application/json":
        return quiet(pretty(answer.text))
    if answer.kind.startswith("text/"):
        return quiet(_plain(answer.text)) + "\n"
    if answer.body.startswith(b"%PDF"):
        return pdf_text(answer.body)
    if answer.body.startswith(b"PK\x03\x04"):
        return _members(answer.body)
    return f"{len(answer.body)} bytes, {hashlib.sha256(answer.body).hexdigest()}\n"


def _plain(text: str) -> str:
    """Text with one kind of line end."""
    return "\n".join(text.splitlines())


def _members(data: bytes) -> str:
    """The text inside a Word or Excel file, member by member, and the digest of all its markup."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        markup = {name: quiet(archive.read(name).decode("utf-8", "replace")) for name in sorted(archive.namelist())}
    return "".join(
        f"--- {name} {hashlib.sha256(text.encode()).hexdigest()}\n" + "".join(f"{each}\n" for each in _between(text))
        for name, text in markup.items()
    )


def _between(markup: str) -> list[str]:
    """What is written between tags."""
    return [line for line in lines_of(markup).splitlines() if not line.startswith("<")]
