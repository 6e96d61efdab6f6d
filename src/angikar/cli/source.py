"""Where the command line gets a paper from: a file of any readable format, JSON of `read`, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo
from angikar.cli.running.keys import vouch
from angikar.formats import SIZE_LIMIT, read
from angikar.rules.kinds import restore, understand
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


def reading_of(name: str, kind: str | None = None, framework: str | None = None) -> Reading[Any]:
    """The reading of a paper; JSON that `read --json` wrote is taken as it is, and checked again; what a PDF
    carries is believed where its seal is known.
    """
    data = bytes_of(name)
    if data.lstrip()[:1] == b"{":
        return restore(data.decode("utf-8", errors="replace"))
    return understand(read(data, name), kind, framework, vouch)
