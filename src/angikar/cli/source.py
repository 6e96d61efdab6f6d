"""Where the command line gets a paper from: a file of any readable format, JSON of `read`, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo
from angikar.cli.running.keys import vouch
from angikar.formats import SIZE_LIMIT, read
from angikar.rules.kinds import readings, restore
from angikar.rules.reading import Reading


def bytes_of(name: str) -> bytes:
    """The bytes of a file or, for `-`, of standard input; never more than the limit plus one."""
    if name == "-":
        return sys.stdin.buffer.read(SIZE_LIMIT + 1)
    path = Path(name)
    try:
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as missing:
        raise CannotDo(sentences.NO_SUCH_FILE, file=name) from missing
    except IsADirectoryError as folder:
        raise CannotDo(sentences.IS_A_FOLDER, file=name) from folder
    except OSError as wrong:
        raise CannotDo(sentences.FILE_NOT_OPENED, file=name, reason=str(wrong.strerror)) from wrong


def readings_of(
    name: str, kind: str | None = None, framework: str | None = None, part: int | None = None
) -> tuple[Reading[Any], ...]:
    """The reading of every paper in a file, or of one `part` alone (0 takes the file for one paper); JSON that `read --json` wrote is taken
    as it is, and checked again; what a PDF carries is believed where its seal is known.
    """
    data = bytes_of(name)
    if data.lstrip()[:1] == b"{":
        return (restore(data.decode("utf-8", errors="replace")),)
    found = readings(read(data, name), kind, framework, vouch, part=part)
    if part and part > 1 and not any(doubt.code == "several-papers" for doubt in found[0].doubts):
        raise CannotDo(sentences.NO_SUCH_PAPER, number=part)
    return found


def reading_of(
    name: str, kind: str | None = None, framework: str | None = None, part: int | None = None
) -> Reading[Any]:
    """The reading of the one paper of a file, or of the one that is of the kind named. Raises `CannotDo` where it holds several."""
    found = readings_of(name, kind, framework, part)
    of_kind = [each for each in found if each.kind == kind] if len(found) > 1 else found
    if len(of_kind) != 1:
        raise CannotDo(sentences.WHICH_PAPER, count=len(found))
    return of_kind[0]
