"""Workers: each has a name that a lock holds while it lives, so that others see which are gone."""

from __future__ import annotations

import fcntl
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

_LOOKS, _PAUSE = 3, 0.01
"""How often a name is tried that another process may only be looking at, and seconds between."""
_MOST = 1000


@contextmanager
def own_name(folder: Path) -> Iterator[str]:
    """A name that no other worker has while the block runs, and that is given again afterwards: what bears it was left over."""
    for number in range(1, _MOST):
        with _file(folder, number).open("w") as file:
            for _ in range(_LOOKS):
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    time.sleep(_PAUSE)
                    continue
                yield f"{_host()}:{number}"
                return
    raise SystemExit(1)


def count() -> int:
    """How many workers live on this machine."""
    return sum(_is_locked(path) for path in Path(settings.VAR).glob("jobs-*.lock"))


def is_gone(name: str) -> bool:
    """Whether the worker of that name is dead; of another machine that is not known, except where there can be only one."""
    host, _, number = name.rpartition(":")
    if host != _host():
        return connection.vendor == "sqlite"
    return not (number.isdecimal() and _is_locked(_file(Path(settings.VAR), int(number))))


def _is_locked(path: Path) -> bool:
    try:
        with path.open() as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _file(folder: Path, number: int) -> Path:
    return folder / f"jobs-{number}.lock"


def _host() -> str:
    return socket.gethostname()[:40]
