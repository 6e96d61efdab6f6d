"""Commands about one paper: read it, check it, print it in its official form, turn Bijoy into Unicode."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.source import bytes_of, reading_of
from angikar.cli.summary import doubt_line, summary
from angikar.formats import read as read_document
from angikar.formats import write_docx, write_pdf, write_xlsx
from angikar.rules.bangla.bijoy import is_bijoy, to_unicode
from angikar.rules.kinds import as_json, attachment, kind_named


@two_sentences
def read(call: Namespace) -> int:
    """`angikar read`: a readable summary, or the contract's JSON; exit code 1 when the paper has errors."""
    reading = reading_of(call.file, call.kind, call.framework)
    if call.json:
        print(json.dumps(as_json(reading), ensure_ascii=False, indent=1))
    else:
        print("\n".join(summary(reading, english=call.english)))
    return 1 if reading.has_errors else 0


@two_sentences
def check(call: Namespace) -> int:
    """`angikar check`: the doubts alone, one a line."""
    reading = reading_of(call.file, call.kind, call.framework)
    for doubt in reading.doubts:
        print(doubt_line(doubt, english=call.english))
    return 1 if reading.has_errors else 0


@two_sentences
def print_out(call: Namespace) -> int:
    """`angikar print`: the official form as PDF (with its content inside), DOCX or XLSX."""
    reading = reading_of(call.file, call.kind, call.framework)
    document = kind_named(reading.kind).write(reading.content)
    out = Path(call.output)
    if out.suffix == ".pdf":
        data = write_pdf(document, attachment=attachment(reading))
    elif out.suffix == ".docx":
        data = write_docx(document)
    elif out.suffix == ".xlsx":
        data = write_xlsx(document)
    else:
        raise CannotDo("ফাইলের নাম .pdf, .docx বা .xlsx দিয়ে শেষ হতে হবে।", "The output must end in .pdf, .docx or .xlsx.")
    try:
        out.write_bytes(data)
    except OSError as wrong:
        raise CannotDo(f"“{out}” লেখা যায়নি।", f"“{out}” could not be written: {wrong.strerror}.") from wrong
    return 0


@two_sentences
def unicode(call: Namespace) -> int:
    """`angikar unicode`: Bijoy text, or the Bijoy runs of a DOCX, as Unicode text."""
    data = bytes_of(call.file)
    if data[:4] == b"PK\x03\x04":
        print(read_document(data, call.file).text)
        return 0
    for encoding in ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise CannotDo("লেখাটি কোনো জানা সংকেতে নেই।", "The text is in no encoding known here.")
    print("".join(to_unicode(line) if is_bijoy(line) else line for line in text.splitlines(keepends=True)), end="")
    return 0
