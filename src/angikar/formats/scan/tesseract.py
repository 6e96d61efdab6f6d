"""Tesseract: asks the system's program of that name for the words in pictures, many pictures in one call."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from angikar.formats import sentences
from angikar.formats.errors import Unreadable

INSTALL = "sudo apt install tesseract-ocr tesseract-ocr-ben"
"""The line that brings the program and its Bangla to a Debian or Ubuntu machine."""

SECONDS = 120
"""How long one call may take."""

_WORD = "5"
"""The level of a line of the program's table that stands for a word."""


class Word(NamedTuple):
    """A word with its box in dots (x0, top, x1, bottom), its certainty from 0 to 100, and the number of its line."""

    text: str
    box: tuple[int, int, int, int]
    certainty: float
    line: tuple[int, int, int]


def words(pictures: Sequence[Image.Image], languages: str, *, mode: int = 6, only: str = "") -> list[list[Word]]:
    """The words of each picture in reading order; `mode` is the program's page mode, `only` the signs it may use.

    Raises Unreadable with the line that installs it when the program or its Bangla is missing, and when it takes too long.
    """
    if not installed():
        raise Unreadable(sentences.TESSERACT_MISSING, install=INSTALL)
    if not pictures:
        return []
    with tempfile.TemporaryDirectory(prefix="angikar-") as folder:
        names = [f"{folder}/{number}.png" for number in range(len(pictures))]
        for name, picture in zip(names, pictures, strict=True):
            picture.save(name, compress_level=1)
        listed = Path(folder, "pictures.txt")
        listed.write_text("\n".join(names) + "\n")
        options = ["-l", languages, "--psm", str(mode), *(["-c", f"tessedit_char_whitelist={only}"] if only else [])]
        table = _run(str(listed), "-", *options, "tsv")
    found: list[list[Word]] = [[] for _ in pictures]
    for fields in (line.split("\t") for line in table.splitlines()):
        text = fields[-1].strip(" _")
        if len(fields) == 12 and fields[0] == _WORD and text:
            page, block, part, line, _, left, top, width, height = map(int, fields[1:10])
            box = (left, top, left + width, top + height)
            found[page - 1].append(Word(text, box, float(fields[10]), (block, part, line)))
    return found


def turn(picture: Image.Image, dpi: int) -> tuple[int, float]:
    """By how many quarters to the right a page must be turned to stand upright, and how sure that is; (0, 0) where too few letters
    show it, or the program cannot tell.
    """
    if not installed() or "osd" not in _languages():
        return 0, 0.0
    with tempfile.TemporaryDirectory(prefix="angikar-") as folder:
        name = f"{folder}/page.png"
        picture.save(name, compress_level=1)
        try:
            said = _run(name, "-", "-l", "osd", "--psm", "0", "--dpi", str(dpi))
        except Unreadable:  # so the program ends where it sees too few letters
            return 0, 0.0
    facts = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)
    return int(facts.get("Rotate", "0")) // 90, float(facts.get("Orientation confidence", "0"))


def installed() -> bool:
    """Whether the program and its Bangla are there."""
    return "ben" in _languages()


@cache
def _languages() -> tuple[str, ...]:
    return tuple(_run("--list-langs").split()) if shutil.which("tesseract") else ()


def _run(*arguments: str) -> str:
    """What the program prints. One thread: on small machines more of them only get in each other's way."""
    try:
        done = subprocess.run(  # noqa: S603 - no word of a stranger is on its command line
            ["tesseract", *arguments],  # noqa: S607 - the system's program, wherever the system has it
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as cause:
        raise Unreadable(sentences.PICTURE_UNREADABLE) from cause
    return done.stdout.decode("utf-8", errors="replace")
