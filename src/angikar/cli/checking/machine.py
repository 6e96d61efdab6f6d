"""The machine: Python, fonts and scripts, the reader of pictures."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator

from angikar import assets
from angikar.cli.checking import sentences
from angikar.cli.checking.finding import Finding, bad, some, well


def python() -> Iterator[Finding]:
    """Python's version."""
    version = sys.version.split()[0]
    yield (
        well("Python", version) if sys.version_info >= (3, 11) else bad("Python", sentences.PYTHON_OLD, version=version)
    )


def fonts_and_scripts() -> Iterator[Finding]:
    """What comes with the package for print and for the screens."""
    faces = sorted(path.name for path in assets.FONT_DIR.glob("*.ttf"))
    yield well("print fonts", ", ".join(faces)) if faces else bad("print fonts", sentences.FONTS_MISSING)
    there = (assets.WEB_DIR / "htmx.min.js").exists()
    yield well("scripts", str(assets.WEB_DIR)) if there else bad("scripts", sentences.SCRIPTS_MISSING)


def lines() -> Iterator[Finding]:
    """Whether what leaves this machine is encrypted on its way, by the settings."""
    from angikar.cli.running.lines import open_lines

    found = open_lines()
    if found:
        yield Finding("lines", None, sentences.LINES_OPEN.both(count=len(found), names=some(found)))
    else:
        yield well("lines", "encrypted, or within this machine")


def readers() -> Iterator[Finding]:
    """The programs that read pictures of pages; they are optional."""
    tesseract = shutil.which("tesseract")
    seen = tesseract or "not installed; scans cannot be read"
    yield Finding("tesseract", True if tesseract else None, (seen, seen))
