"""Worker: the process that opens one file with limited memory and time and without a network.

`confined` starts it as `python -m angikar.formats.worker TASK KIND` with the file on standard input.
"""

from __future__ import annotations

import ctypes
import resource
import sys
from typing import cast, get_args

from angikar.formats.annotate.copy import annotate_as
from angikar.formats.errors import Unreadable
from angikar.formats.intake import Kind
from angikar.formats.readers.registry import read_as
from angikar.formats.wire import DOUBTS, FILE_SIZE, MEMORY, REFUSED, SECONDS, SIZES, packed, packed_refusal

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def confine() -> None:
    """Give up memory, time, big files, crash dumps and, where the system lets us, the network."""
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: FILE_SIZE,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in limits.items():
        hard = resource.getrlimit(limit)[1]
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (allowed, allowed))
    if sys.platform == "linux":
        ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)


def _serve(task: str, kind: str) -> int:
    """Does a task with the file on standard input; write the result, or the refusal."""
    confine()
    if kind not in get_args(Kind):
        raise ValueError(kind)
    try:
        answer, code = _done(task, cast(Kind, kind), sys.stdin.buffer.read()), 0
    except Unreadable as refused:
        answer, code = packed_refusal(refused), REFUSED
    sys.stdout.buffer.write(answer)
    return code


def _done(task: str, kind: Kind, data: bytes) -> bytes:
    if task == "read":
        return packed(read_as(kind, data))
    if task == "measure":
        from angikar.formats.page_images import measured

        return SIZES.dump_json(measured(kind, data))
    if task == "list":
        from angikar.formats.lists import LISTS, sheets_of

        return LISTS.dump_json(sheets_of(data))
    request, _, paper = data.partition(b"\n")
    if task == "render":
        from angikar.formats.page_images import rendered

        return rendered(kind, paper, int(request))
    return annotate_as(kind, paper, DOUBTS.validate_json(request))


if __name__ == "__main__":
    sys.exit(_serve(*sys.argv[1:]))
