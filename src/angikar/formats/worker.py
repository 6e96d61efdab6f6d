"""Worker: what a confined process does: it gives up all it does not need, opens one file, and answers.

The file comes over a socket behind one line that says what is asked; the answer is one byte and what belongs to it.
"""

from __future__ import annotations

import ctypes
import os
import resource
import socket
import sys
import tempfile
import traceback
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from angikar.formats.annotate.copy import annotate_as
from angikar.formats.intake import Kind
from angikar.formats.limits import FILE_SIZE, LIMITS, NICE, OPEN_FILES, PROCESSES, refuse_endless
from angikar.formats.progress import report_to
from angikar.formats.readers.office import SOCKETS
from angikar.formats.readers.registry import read_as
from angikar.formats.sandbox import keep_to
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
    packed,
    packed_refusal,
)
from angikar.rules.kinds import kind_named, readings, typed
from angikar.rules.reading import Reading
from angikar.rules.sentence import Explained
from angikar.rules.tracing.seals import judged

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def confine(kind: Kind, folder: str) -> None:
    """Give up memory, time, big files, crash dumps and, where the system lets us, the network and all files outside a folder."""
    most = LIMITS[kind]
    limits = {
        resource.RLIMIT_AS: most.memory * 1024**2,
        resource.RLIMIT_CPU: most.seconds,
        resource.RLIMIT_FSIZE: FILE_SIZE,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
    }
    for limit, value in limits.items():
        _limit(limit, value)
    stand_back()
    os.environ["TMPDIR"] = tempfile.tempdir = folder
    if sys.platform == "linux":
        if ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK) == 0:
            _limit(resource.RLIMIT_NPROC, PROCESSES)  # the processes of a user of its own are counted by themselves
        keep_to(folder, sockets_in=SOCKETS if kind == "office" else "")


def stand_back() -> None:
    """Let every page go before this process. Where Linux weighs sessions against each other (autogroup), a process that
    leads one of its own says so a second time: its niceness counts within its session alone.
    """
    os.nice(NICE)
    with suppress(OSError):
        Path("/proc/self/autogroup").write_text(str(NICE), encoding="ascii")


def _limit(limit: int, value: int) -> None:
    hard = resource.getrlimit(limit)[1]
    allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(limit, (allowed, allowed))


def serve(channel: socket.socket) -> None:
    """Do what is asked over a socket; answer with the result, with the refusal, or with what of ours went wrong."""
    with channel.makefile("rb") as came, channel.makefile("wb") as answer, _Faults(answer):
        asked = ASKED.validate_json(came.readline())
        confine(asked.kind, asked.folder)
        report_to(lambda done, of: channel.sendall(PAGES.pack(PROGRESS, done, of)))
        try:
            code, said = DONE, answered(asked, came.read())
        except Explained as refused:
            code, said = REFUSED, packed_refusal(refused)
        answer.write(code + said)


class _Faults:
    """Answers with what of ours went wrong, to be raised where the file was given; want of memory is the file's own fault."""

    def __init__(self, answer: IO[bytes]) -> None:
        self._answer = answer

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, wrong: BaseException | None, _: TracebackType | None) -> None:
        if wrong is not None and not isinstance(wrong, MemoryError):
            self._answer.write(FAULT + "".join(traceback.format_exception(wrong)).encode())


def answered(asked: Asked, data: bytes) -> bytes:
    """What is asked of a file, done in this process. Raises what the readers raise."""
    match asked.task:
        case "read":
            return packed(refuse_endless(read_as(asked.kind, data)))
        case "understand":
            return UNDERSTOOD.dump_json(_understood(asked, data))
        case "annotate":
            return annotate_as(asked.kind, data, asked.doubts)
        case "list":
            from angikar.formats.lists import LISTS, lists_of

            return LISTS.dump_json(lists_of(asked.kind, data, asked.rows))
        case "unpack":
            from angikar.formats.bundles import bundle_of, packed_bundle

            return packed_bundle(bundle_of(data))
        case "measure":
            from angikar.formats.page_images import measured

            return SIZES.dump_json(measured(asked.kind, data))
        case "render":
            from angikar.formats.page_images import rendered

            return rendered(asked.kind, data, asked.page)
        case "verify":
            from angikar.formats.signing.verify import VERDICTS, verify

            return VERDICTS.dump_json(verify(data, asked.trust))


def _understood(asked: Asked, data: bytes) -> tuple[FileReading, ...]:
    vouch = partial(judged, known=asked.known)
    reading = typed(data, vouch) if asked.kind == "text" else None
    if reading is not None:
        return (_checked(reading),)
    document = refuse_endless(read_as(asked.kind, data))
    return tuple(map(_checked, readings(document, asked.paper, asked.framework, vouch, part=asked.part)))


def _checked(reading: Reading[Any]) -> FileReading:
    checked = kind_named(reading.kind).check(reading.content, reading.framework)
    content = reading.content.model_dump(mode="json", by_alias=True)
    return FileReading(reading.kind, reading.framework, content, reading.doubts, tuple(checked))
