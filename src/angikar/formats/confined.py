"""Confined: opens a stranger's file in a process of its own, with little memory, little time and no network.

A file made to harm can exhaust or crash the engine that opens it; then that process dies, and the house says one sentence.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
from typing import Literal, cast, get_args

from pydantic import TypeAdapter

from angikar.formats.errors import Unreadable
from angikar.formats.intake import Kind, kind_of
from angikar.formats.readers import read_as
from angikar.rules.document import Document, Heading, PageBreak, Paragraph, Signature, Table
from angikar.rules.reading import Doubt

MEMORY = 3 * 1024**3
"""Bytes of address space; engines reserve much more than they use."""
SECONDS = 300
"""Seconds on the clock, and of the processor: sixty scanned pages."""
_FILE = 512 * 1024**2
_KEPT = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "TMPDIR", "HOME")
"""What of the environment a reader may see: no address and no secret of the house."""

Sizes = tuple[tuple[float, float], ...]
"""Width and height of every page in points."""

_REFUSED = 3
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000

_Blocks = tuple[
    tuple[Literal["h"], Heading]
    | tuple[Literal["p"], Paragraph]
    | tuple[Literal["t"], Table]
    | tuple[Literal["s"], Signature]
    | tuple[Literal["b"], PageBreak],
    ...,
]
_WIRE: TypeAdapter[tuple[str, bool, str | None, _Blocks]] = TypeAdapter(tuple[str, bool, str | None, _Blocks])
_SENTENCES = TypeAdapter(tuple[str, str])
_SIZES = TypeAdapter(Sizes)
_DOUBTS = TypeAdapter(tuple[Doubt, ...])
_MARKS: dict[type, str] = {Heading: "h", Paragraph: "p", Table: "t", Signature: "s", PageBreak: "b"}


def read_confined(kind: Kind, data: bytes, *, seconds: float = SECONDS) -> Document:
    """The Document of a file, read in a process of its own; what it sends back is plain JSON, never code.

    Raises Unreadable as the reader does, and when the file needs too much memory or time or crashes its reader.
    """
    return unpacked(_asked("read", kind, data, seconds))


def annotate_confined(kind: Kind, data: bytes, doubts: tuple[Doubt, ...], *, seconds: float = SECONDS) -> bytes:
    """The bytes of a file with its doubts marked in it, made in a process of its own. Raises Unreadable as above."""
    return _asked("annotate", kind, _DOUBTS.dump_json(doubts) + b"\n" + data, seconds)


def page_sizes(data: bytes, *, seconds: float = SECONDS) -> Sizes:
    """Width and height in points of every page; none where a file has no pages to look at (text, Word, workbooks).

    Raises Unreadable as above.
    """
    kind = kind_of(data)
    return _SIZES.validate_json(_asked("measure", kind, data, seconds)) if kind in ("pdf", "picture") else ()


def page_picture(data: bytes, number: int, *, seconds: float = SECONDS) -> bytes:
    """A page of a PDF or picture, from 1, as PNG to look at (`shown`). Raises Unreadable as above, and without that page."""
    return _asked("draw", kind_of(data), b"%d\n" % number + data, seconds)


def _asked(task: str, kind: str, data: bytes, seconds: float) -> bytes:
    """What a confined process answers."""
    child = subprocess.Popen(  # noqa: S603 - no word of a stranger stands on its command line
        [sys.executable, "-m", __name__, task, kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={name: os.environ[name] for name in _KEPT if name in os.environ} | _SURROUNDINGS,
        start_new_session=True,
    )
    try:
        said, complaint = child.communicate(data, timeout=seconds)
    except subprocess.TimeoutExpired as cause:
        raise _too_heavy() from cause
    finally:
        _end(child)
    if child.returncode == _REFUSED:
        raise Unreadable(*_SENTENCES.validate_json(said))
    if child.returncode < 0:
        raise _too_heavy()
    if child.returncode:
        raise RuntimeError(complaint.decode("utf-8", errors="replace"))
    return said


_SURROUNDINGS = {
    "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}


def packed(document: Document) -> bytes:
    """A Document as JSON, whole."""
    blocks = tuple((_MARKS[type(block)], block) for block in document.blocks)
    return _WIRE.dump_json((document.title, document.landscape, document.attached, cast(_Blocks, blocks)))


def unpacked(data: bytes) -> Document:
    """The Document that `packed` wrote."""
    title, landscape, attached, blocks = _WIRE.validate_json(data)
    return Document(tuple(block for _, block in blocks), title, landscape, attached)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Leave nothing of the child behind, nor of what it started."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()


def _too_heavy() -> Unreadable:
    return Unreadable(
        "ফাইলটি পড়তে অস্বাভাবিক বেশি সময় বা মেমরি লাগে, অথবা এটি নষ্ট; ছোট করে বা নতুন করে সংরক্ষণ করে আবার দিন।",
        "The file needs abnormally much time or memory, or is damaged; make it smaller or save it anew and give it again.",
    )


def confine() -> None:
    """Give up memory, time, big files, crash dumps and, where the system lets us, the network."""
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: _FILE,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in limits.items():
        hard = resource.getrlimit(limit)[1]
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (allowed, allowed))
    if sys.platform == "linux":
        ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)


def _serve(task: str, kind: str) -> int:
    """Do a task with the file on standard input; write what came of it, or the two sentences of a refusal."""
    confine()
    if kind not in get_args(Kind):
        raise ValueError(kind)
    try:
        answer, code = _done(task, cast(Kind, kind), sys.stdin.buffer.read()), 0
    except Unreadable as refused:
        answer, code = _SENTENCES.dump_json((refused.message, refused.message_en)), _REFUSED
    sys.stdout.buffer.write(answer)
    return code


def _done(task: str, kind: Kind, data: bytes) -> bytes:
    if task == "read":
        return packed(read_as(kind, data))
    if task == "measure":
        from angikar.formats.shown import measured

        return _SIZES.dump_json(measured(kind, data))
    told, _, paper = data.partition(b"\n")
    if task == "draw":
        from angikar.formats.shown import drawn

        return drawn(kind, paper, int(told))
    from angikar.formats.annotate import annotate_as

    return annotate_as(kind, paper, _DOUBTS.validate_json(told))


if __name__ == "__main__":
    sys.exit(_serve(*sys.argv[1:]))
