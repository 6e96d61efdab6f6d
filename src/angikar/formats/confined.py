"""Confined: opens a stranger's file in a process of its own, with little memory, little time, no network and no files but its own.

A file made to harm can exhaust or crash the engine that opens it; then that process dies, and the system answers with one sentence.
A process that has the readers imported waits beside each process that opens files, so that a small file costs no start (`spawning`).
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from threading import Lock
from types import MappingProxyType

from angikar.formats import sentences
from angikar.formats.bundles import Bundle, unpacked_bundle
from angikar.formats.errors import OutOfTime, Unreadable
from angikar.formats.intake import Kind, kind_named_by, kind_of
from angikar.formats.limits import ANSWER_SIZE, COPY_SIZE, LIMITS
from angikar.formats.lists import LISTS, ListSheet
from angikar.formats.progress import Report
from angikar.formats.signing.trust import TrustList
from angikar.formats.signing.verify import VERDICTS, Verdict
from angikar.formats.spawning import NUMBER
from angikar.formats.wire import (
    ASKED,
    DONE,
    FAULT,
    PAGES,
    PROGRESS,
    REFUSED,
    SIZES,
    UNDERSTOOD,
    Asked,
    FileReading,
    Sizes,
    unpacked,
    unpacked_refusal,
)
from angikar.rules.document import Document
from angikar.rules.reading import Doubt

_PASSED_ON = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "TMPDIR")
"""What of the environment a reader may see: no address and no secret of the system."""

_READERS = tuple(f"angikar.formats.{name}" for name in ("lists", "readers.docx", "readers.xlsx", "readers.pdf"))
"""What is imported before it is asked for, where files are opened again and again."""


def read_confined(kind: Kind, data: bytes, *, seconds: float | None = None) -> Document:
    """The Document of a file, read in a process of its own; what it sends back is plain JSON, never code.

    Raises Unreadable as the reader does, and when the file needs too much memory or time or crashes its reader.
    """
    return unpacked(_asked(Asked("read", kind), data, seconds))


def understand_confined(
    data: bytes,
    name: str,
    paper: str | None = None,
    framework: str | None = None,
    *,
    known: Mapping[str, str] = MappingProxyType({}),
    part: int | None = None,
    seconds: float | None = None,
    watch: Report = lambda done, of: None,
) -> tuple[FileReading, ...]:
    """What each paper in a file says, read and held against the rules of its kind in a process of its own; `known` are the keys whose
    seals are believed. `part` is the one that is wanted, from 1; 0 takes the file for one paper. Raises Unreadable as above.

    `watch` is called every second with how many pages are read, and of how many; what it raises ends the reading.
    """
    asked = Asked(
        "understand", kind_named_by(data, name), paper=paper, framework=framework, part=part, known=dict(known)
    )
    return UNDERSTOOD.validate_json(_asked(asked, data, seconds, watch))


def annotate_confined(kind: Kind, data: bytes, doubts: tuple[Doubt, ...]) -> bytes:
    """The bytes of a file with its doubts marked in it, made in a process of its own. Raises Unreadable as above."""
    return _asked(Asked("annotate", kind, doubts=doubts), data)


def bundle_confined(data: bytes) -> Bundle:
    """The files of a bundle, taken out in a process of its own. Raises Unreadable as above."""
    return unpacked_bundle(_asked(Asked("unpack", "bundle"), data))


def page_sizes(data: bytes) -> Sizes:
    """Width and height in points of every page; none where a file has no pages to look at (text, Word, workbooks).

    Raises Unreadable as above.
    """
    kind = kind_of(data)
    return SIZES.validate_json(_asked(Asked("measure", kind), data)) if kind in ("pdf", "picture") else ()


def lists_confined(kind: Kind, data: bytes, rows: int) -> tuple[ListSheet, ...]:
    """The rows of every sheet of a workbook, or of a CSV (`lists`). Raises Unreadable as above."""
    return LISTS.validate_json(_asked(Asked("list", kind, rows=rows), data))


def page_picture(data: bytes, number: int) -> bytes:
    """A page of a PDF or picture, from 1, as PNG to look at (`page_images`). Raises Unreadable as above, and without that page."""
    return _asked(Asked("render", kind_of(data), page=number), data)


def verify_confined(data: bytes, trust: TrustList) -> tuple[Verdict, ...]:
    """The signatures of a PDF, verified in a process of its own (`signing.verify`). Raises Unreadable as above."""
    kind = kind_of(data)
    if kind != "pdf":
        raise Unreadable(sentences.NO_PDF)
    return VERDICTS.validate_json(_asked(Asked("verify", kind, trust=trust), data))


_PATIENCE = 60.0
"""Seconds to wait for a process to be begun; whoever waits for another file waits meanwhile."""
_GLANCE = 1.0
"""Seconds after which whoever waits is asked whether he still does."""


class Spawner:
    """The process beside this one that begins the confined ones; it is started when the first file comes.

    It imports `first` before it begins any, and `imported` while it waits.
    """

    def __init__(self, first: tuple[str, ...] = ("angikar.formats.worker",)) -> None:
        self.imported: tuple[str, ...] = ()
        self._first = first
        self._lock = Lock()
        self._control: socket.socket | None = None
        self._of = 0

    def begin(self, end: socket.socket) -> int:
        """Begin a confined process that answers at the other end of a pair of sockets. Returns its number."""
        with self._lock:
            if self._control is not None and self._of == os.getpid():
                with suppress(OSError):
                    return self._begun(self._control, end)
                self._control.close()
            self._control = None
            control = self._started()
            number = self._begun(control, end)
            self._control, self._of = control, os.getpid()
            return number

    def _started(self) -> socket.socket:
        here, there = socket.socketpair()
        here.settimeout(_PATIENCE)
        with there:
            subprocess.Popen(  # noqa: S603 - no word of a stranger is on its command line
                [
                    sys.executable,
                    "-P",  # the folder in which the system was started is no place of modules
                    "-m",
                    "angikar.formats.spawning",
                    str(there.fileno()),
                    ",".join(self._first),
                    *self.imported,
                ],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _PASSED_ON if name in os.environ} | _SURROUNDINGS,
                pass_fds=[there.fileno()],
                start_new_session=True,
            )
        return here

    def _begun(self, control: socket.socket, end: socket.socket) -> int:
        socket.send_fds(control, [b"+"], [end.fileno()])
        number = control.recv(NUMBER, socket.MSG_WAITALL)
        if len(number) < NUMBER:
            raise ConnectionResetError
        return int.from_bytes(number, "big")


_SPAWNER = Spawner()
_SURROUNDINGS = {
    "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}


def keep_ready() -> None:
    """Let the process beside this one import every reader before it is asked for: for whoever opens files again and again."""
    _SPAWNER.imported = _READERS


def _asked(asked: Asked, data: bytes, seconds: float | None = None, watch: Report = lambda done, of: None) -> bytes:
    """What a confined process answers."""
    until = time.monotonic() + (LIMITS[asked.kind].seconds if seconds is None else seconds)
    here, there = socket.socketpair()
    with here, tempfile.TemporaryDirectory(prefix="angikar-") as folder:
        with there:
            number = _begun(there)
        try:
            _send(here, ASKED.dump_json(replace(asked, folder=folder)) + b"\n", data, until)
            answer = _answer(here, COPY_SIZE if asked.task == "annotate" else ANSWER_SIZE, until, watch)
            number = 0
        except TimeoutError as cause:
            raise OutOfTime(sentences.FILE_TOO_HEAVY) from cause
        except OSError as cause:  # it died
            raise Unreadable(sentences.FILE_TOO_HEAVY) from cause
        finally:
            if number:
                _end(number)
    if answer[:1] == REFUSED:
        raise unpacked_refusal(answer[1:])
    if answer[:1] == FAULT:
        raise RuntimeError(answer[1:].decode())
    return answer[1:]


def _begun(end: socket.socket) -> int:
    """The number of a confined process. Raises Unreadable where the system has room for none: another try may do."""
    try:
        return _SPAWNER.begin(end)
    except OSError as cause:
        raise OutOfTime(sentences.FILE_TOO_HEAVY) from cause


def _send(channel: socket.socket, line: bytes, data: bytes, until: float) -> None:
    """Send what is asked, and a file. Raises OSError when it is not taken in time."""
    channel.settimeout(_left(until))
    channel.sendall(line)
    channel.sendall(data)
    channel.shutdown(socket.SHUT_WR)


def _answer(channel: socket.socket, most: int, until: float, watch: Report) -> bytes:
    """What comes back. Raises OSError when nothing whole comes in time, or it is too long."""
    parts, reached = bytearray(), (0, 0)
    while True:
        channel.settimeout(min(_left(until), _GLANCE))
        try:
            part = channel.recv(1 << 20)
        except TimeoutError:
            watch(*reached)
            continue
        if not part:
            break
        parts += part
        while parts[:1] == PROGRESS and len(parts) >= PAGES.size:
            _, *pages = PAGES.unpack_from(parts)
            reached = pages[0], pages[1]
            del parts[: PAGES.size]
        if len(parts) > most:
            raise ConnectionAbortedError
    if parts[:1] not in (DONE, REFUSED, FAULT):
        raise ConnectionResetError
    return bytes(parts)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _end(number: int) -> None:
    """End a confined process and everything it started."""
    with suppress(ProcessLookupError):
        os.killpg(number, signal.SIGKILL)
