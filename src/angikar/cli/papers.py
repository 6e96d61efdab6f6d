"""Commands about one paper: read it, check it, print it in its official form, turn Bijoy into Unicode."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.running.keys import attachment
from angikar.cli.source import bytes_of, reading_of, readings_of
from angikar.cli.summary import doubt_line, summary
from angikar.formats import annotate, write_docx, write_pdf, write_xlsx
from angikar.formats import read as read_document
from angikar.formats.intake import WINDOWS_LETTERS
from angikar.rules.bangla.bijoy import is_bijoy, is_bijoy_paper, line_to_unicode
from angikar.rules.kinds import as_json, kind_named
from angikar.rules.reading import Reading


@two_sentences
def read(call: Namespace) -> int:
    """`angikar read`: a readable summary, or the contract's JSON; exit code 1 when the paper has errors.

    Of a file of several papers each has its summary; the JSON is that of the first, with the others in the same shape under `others`.
    """
    first, *others = found = readings_of(call.file, call.kind, call.framework, call.paper)
    if call.json:
        whole = as_json(first) | ({"others": list(map(as_json, others))} if others else {})
        print(json.dumps(whole, ensure_ascii=False, indent=1))
    else:
        print("\n\n".join("\n".join(summary(each, english=call.english)) for each in found))
    return 1 if any(each.has_errors for each in found) else 0


@two_sentences
def check(call: Namespace) -> int:
    """`angikar check`: the doubts alone, one a line (coloured on a terminal) or as JSON; on demand also a copy of the paper with each marked at its place."""
    if call.annotate and call.file == "-":
        raise CannotDo(sentences.MARKED_COPY_NEEDS_FILE)
    found = readings_of(call.file, call.kind, call.framework, call.paper)
    doubts = tuple(doubt for reading in found for doubt in reading.doubts)
    if call.json:
        print(json.dumps([doubt.as_json() for doubt in doubts], ensure_ascii=False, indent=1))
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        for doubt in doubts:
            print(doubt_line(doubt, english=call.english, colour=colour))
    if call.annotate:
        out = Path(call.annotate)
        data, suffix = annotate(bytes_of(call.file), call.file, doubts)
        if out.suffix.lower() != suffix:
            raise CannotDo(sentences.MARKED_COPY_SUFFIX, suffix=suffix)
        _write(out, data)
    return 1 if any(reading.has_errors for reading in found) else 0


@two_sentences
def print_out(call: Namespace) -> int:
    """`angikar print`: the official form as PDF (with its content inside), DOCX or XLSX."""
    set_in_form(reading_of(call.file, call.kind, call.framework, call.paper), Path(call.output))
    return 0


def set_in_form(reading: Reading[Any], out: Path) -> None:
    """Write a paper in its official form to a file, whose ending says as what. Raises `CannotDo`, `Unprintable`."""
    document = kind_named(reading.kind).write(reading.content)
    if out.suffix == ".pdf":
        data = write_pdf(document, attachment=attachment(reading))
    elif out.suffix == ".docx":
        data = write_docx(document)
    elif out.suffix == ".xlsx":
        data = write_xlsx(document)
    else:
        raise CannotDo(sentences.OUTPUT_SUFFIX)
    _write(out, data)


def _write(out: Path, data: bytes) -> None:
    try:
        out.write_bytes(data)
    except OSError as wrong:
        raise CannotDo(sentences.FILE_NOT_WRITTEN, file=str(out), reason=str(wrong.strerror)) from wrong


@two_sentences
def unicode(call: Namespace) -> int:
    """`angikar unicode`: Bijoy text, or the Bijoy runs of a DOCX, as Unicode text."""
    data = bytes_of(call.file)
    if data[:4] == b"PK\x03\x04":
        print(read_document(data, call.file).text)
        return 0
    for encoding in ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding).translate(WINDOWS_LETTERS)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise CannotDo(sentences.ENCODING_UNKNOWN)
    whole = is_bijoy_paper(text)
    print(
        "".join(line_to_unicode(line) if whole or is_bijoy(line) else line for line in text.splitlines(keepends=True)),
        end="",
    )
    return 0
