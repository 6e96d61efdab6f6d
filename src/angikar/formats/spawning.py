"""Spawning: a process that has the readers imported already and begins one confined process for each file it is asked to open.

`confined` starts it as `python -m angikar.formats.spawning FD FIRST[,FIRST] [LATER …]`, names of modules, and speaks with it over one end of a pair of sockets. For
each file it gets the end of another pair, forks, and answers with the number of the new process, which does the rest (`worker`).
It ends with whoever started it, and all it began end with it.
"""

from __future__ import annotations

import ctypes
import gc
import os
import select
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

NUMBER = 4
"""Bytes of the number of a process."""
_DIE_WITH_PARENT = 1


def _serve(control: socket.socket, modules: list[str]) -> None:
    """Fork for each request until the other end is closed; import a module whenever there is nothing to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system itself buries what has ended
    while True:
        while modules and not select.select([control], [], [], 0)[0]:
            _import(modules.pop(0))
        sent, ends, _, _ = socket.recv_fds(control, 1, 1)
        if not sent:
            return
        number = os.fork()
        if not number:
            control.close()
            _work(ends[0])
        with suppress(ProcessLookupError):  # it has ended already
            os.setpgid(number, number)
        os.close(ends[0])
        control.sendall(number.to_bytes(NUMBER, "big"))


def _import(*modules: str) -> None:
    for module in modules:
        import_module(module)
    gc.freeze()  # what is never written to stays shared with every process begun


def _work(end: int) -> None:
    """Be a worker for the file that comes over a socket, and end."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    try:
        serve: Callable[[socket.socket], None] = import_module("angikar.formats.worker").serve
        with socket.socket(fileno=end) as channel:
            serve(channel)
    finally:
        os._exit(0)


if __name__ == "__main__":
    _import(*sys.argv[2].split(","))
    _serve(socket.socket(fileno=int(sys.argv[1])), sys.argv[3:])
