"""Reads old and open office files (DOC, RTF, ODT) as the DOCX that LibreOffice makes of them, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from angikar.formats import sentences
from angikar.formats.errors import Unreadable
from angikar.formats.intake import damaged
from angikar.rules.document import Document

INSTALL = "sudo apt install libreoffice-writer-nogui"
"""The line that brings the converter to a Debian or Ubuntu machine."""

SECONDS = 120

SOCKETS = "/tmp"  # noqa: S108 - it is not ours to choose
"""Where LibreOffice makes its socket, whatever it is given."""

_PROGRAMS = ("soffice", "libreoffice")


def program() -> str | None:
    """LibreOffice, where it is installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def read_office(data: bytes) -> Document:
    """The Document of a DOC, RTF or ODT file; places count as in the DOCX it becomes. Its macros are never run.

    Raises Unreadable with the line that installs LibreOffice where it is missing, and for a file it cannot open.
    """
    converter = program()
    if converter is None:
        raise Unreadable(sentences.LIBREOFFICE_MISSING, install=INSTALL)
    with tempfile.TemporaryDirectory(prefix="angikar-") as folder:
        paper = Path(folder, "paper")
        paper.write_bytes(data)
        try:
            subprocess.run(  # noqa: S603 - no word of a stranger is on its command line
                [
                    converter,
                    "--headless",
                    "--norestore",
                    f"-env:UserInstallation=file://{folder}/profile",
                    "--convert-to",
                    "docx:MS Word 2007 XML",
                    "--outdir",
                    folder,
                    str(paper),
                ],
                env={**os.environ, "HOME": folder},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=SECONDS,
                check=True,
            )
            made = Path(folder, "paper.docx").read_bytes()
        except (OSError, subprocess.SubprocessError) as cause:
            raise damaged() from cause
    from angikar.formats.readers.docx import read_docx

    return read_docx(made)
