"""Confined: opens a stranger's file in a process of its own, with little memory, little time and no network.

A file made to harm can exhaust or crash the engine that opens it; then that process dies, and the system answers with one sentence.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from angikar.formats import sentences
from angikar.formats.errors import Unreadable
from angikar.formats.intake import Kind, kind_of
from angikar.formats.lists import LISTS, ListSheet
from angikar.formats.wire import DOUBTS, REFUSED, SECONDS, SIZES, Sizes, unpacked, unpacked_refusal
from angikar.rules.document import Document
from angikar.rules.reading import Doubt

_PASSED_ON = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "TMPDIR", "HOME")
"""What of the environment a reader may see: no address and no secret of the system."""


def read_confined(kind: Kind, data: bytes, *, seconds: float = SECONDS) -> Document:
    """The Document of a file, read in a process of its own; what it sends back is plain JSON, never code.

    Raises Unreadable as the reader does, and when the file needs too much memory or time or crashes its reader.
    """
    return unpacked(_asked("read", kind, data, seconds))


def annotate_confined(kind: Kind, data: bytes, doubts: tuple[Doubt, ...], *, seconds: float = SECONDS) -> bytes:
    """The bytes of a file with its doubts marked in it, made in a process of its own. Raises Unreadable as above."""
    return _asked("annotate", kind, DOUBTS.dump_json(doubts) + b"\n" + data, seconds)


def page_sizes(data: bytes, *, seconds: float = SECONDS) -> Sizes:
    """Width and height in points of every page; none where a file has no pages to look at (text, Word, workbooks).

    Raises Unreadable as above.
    """
    kind = kind_of(data)
    return SIZES.validate_json(_asked("measure", kind, data, seconds)) if kind in ("pdf", "picture") else ()


def lists_confined(data: bytes, *, seconds: float = SECONDS) -> tuple[ListSheet, ...]:
    """The rows of every sheet of a workbook (`lists`). Raises Unreadable as above."""
    return LISTS.validate_json(_asked("list", "sheet", data, seconds))


def page_picture(data: bytes, number: int, *, seconds: float = SECONDS) -> bytes:
    """A page of a PDF or picture, from 1, as PNG to look at (`page_images`). Raises Unreadable as above, and without that page."""
    return _asked("render", kind_of(data), b"%d\n" % number + data, seconds)


def _asked(task: str, kind: str, data: bytes, seconds: float) -> bytes:
    """What a confined process answers."""
    child = subprocess.Popen(  # noqa: S603 - no word of a stranger is on its command line
        [sys.executable, "-m", "angikar.formats.worker", task, kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={name: os.environ[name] for name in _PASSED_ON if name in os.environ} | _SURROUNDINGS,
        start_new_session=True,
    )
    try:
        answer, complaint = child.communicate(data, timeout=seconds)
    except subprocess.TimeoutExpired as cause:
        raise _too_heavy() from cause
    finally:
        _end(child)
    if child.returncode == REFUSED:
        raise unpacked_refusal(answer)
    if child.returncode < 0:
        raise _too_heavy()
    if child.returncode:
        raise RuntimeError(complaint.decode("utf-8", errors="replace"))
    return answer


_SURROUNDINGS = {
    "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child and everything it started."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()


def _too_heavy() -> Unreadable:
    return Unreadable(sentences.FILE_TOO_HEAVY)
