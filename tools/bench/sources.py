"""Sources on the bench: one paper as every kind of file an office may send it, made by the house or by a stranger's program."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pypdfium2

from angikar.assets import FONT_DIR
from angikar.formats import read, write_docx, write_pdf, write_xlsx
from angikar.formats.scan import tesseract
from angikar.rules.document import Document
from angikar.rules.kinds import attachment, kind_named, restore, understand
from angikar.rules.reading import Reading

DPI = 300
_OFFICE = ("soffice", "libreoffice")
_OFFICE_SECONDS = 180


@dataclass(frozen=True)
class Paper:
    """A paper as its text gives it, and as the official form prints what was understood of it."""

    name: str
    text: bytes

    @cached_property
    def reading(self) -> Reading[Any]:
        """What was understood of the text."""
        return understand(read(self.text, self.name))

    @cached_property
    def form(self) -> Document:
        """The official form of it."""
        return kind_named(self.reading.kind).write(self.reading.content)

    @cached_property
    def pdf(self) -> bytes:
        """Our own PDF of it, with the content inside."""
        return write_pdf(self.form, attachment=attachment(self.reading))

    @cached_property
    def docx(self) -> bytes:
        """Our own DOCX of it."""
        return write_docx(self.form)


def paper_at(path: Path) -> Paper:
    """The paper of a text file."""
    return Paper(path.stem, path.read_bytes())


def opened(source: str, data: bytes) -> Reading[Any]:
    """What is understood of a paper in one of the SOURCES."""
    return restore(data.decode()) if source == "JSON" else understand(read(data, "paper"))


def bare(pdf: bytes) -> bytes:
    """A PDF without the files it carries: what is left is what is printed."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened_:
        for name in list(opened_.attachments):
            del opened_.attachments[name]
        opened_.save(made)
    return made.getvalue()


def scan(pdf: bytes) -> bytes | None:
    """The first page of a PDF as a clean scanner gives it; nothing where no program reads pictures."""
    if not tesseract.installed():
        return None
    made = io.BytesIO()
    page = pypdfium2.PdfDocument(pdf)[0]
    page.render(scale=DPI / 72, grayscale=True).to_pil().save(made, "PNG", dpi=(DPI, DPI))
    return made.getvalue()


def by_libreoffice(docx: bytes, form: str) -> bytes | None:
    """What LibreOffice makes of a DOCX (`pdf`, `html`), in our face for the one it asks for; nothing where it is not installed."""
    program = next(filter(None, map(shutil.which, _OFFICE)), None)
    if program is None:
        return None
    with TemporaryDirectory(prefix="angikar-bench-") as folder:
        Path(folder, "paper.docx").write_bytes(docx)
        shutil.copytree(FONT_DIR, Path(folder, ".fonts"))  # a machine without a Bangla face prints boxes
        subprocess.run(
            [
                program,
                "--headless",
                "--norestore",
                f"-env:UserInstallation=file://{folder}/profile",
                "--convert-to",
                form,
                "--outdir",
                folder,
                f"{folder}/paper.docx",
            ],
            env={**os.environ, "HOME": folder},
            capture_output=True,
            timeout=_OFFICE_SECONDS,
            check=True,
        )
        return Path(folder, f"paper.{form}").read_bytes()


SOURCES: Mapping[str, Callable[[Paper], bytes | None]] = {
    "text": lambda paper: paper.text,
    "JSON": lambda paper: attachment(paper.reading).encode(),
    "DOCX": lambda paper: paper.docx,
    "XLSX": lambda paper: write_xlsx(paper.form),
    "own PDF": lambda paper: paper.pdf,
    "PDF, text layer": lambda paper: bare(paper.pdf),
    "LibreOffice PDF": lambda paper: by_libreoffice(paper.docx, "pdf"),
    "LibreOffice HTML": lambda paper: by_libreoffice(paper.docx, "html"),
    "scan, page 1": lambda paper: scan(paper.pdf),
}
"""Every source with its maker; one that gives nothing is not measured on this machine."""

WHOLE = tuple(name for name in SOURCES if name not in {"text", "scan, page 1"})
"""The sources that hold the whole paper as the house printed it, so that what is read back can be compared."""
