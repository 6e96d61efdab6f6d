"""Sandbox: a process gives up every file it needs not, by Landlock, where the kernel has it; nothing is asked of an administrator.

It reads programs, libraries and fonts alone, and writes in one folder. The data of the house and the processes beside it, with
the secrets in their surroundings, are out of its reach, and so they are for whatever it starts.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""The numbers of the system calls, the same on every kind of machine."""
_ASK_VERSION = 1
_PATH_BENEATH = 1
_NO_NEW_PRIVILEGES = 38
_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}
"""How many rights over files each version of Landlock knows, where it knows more than the one before."""
_READ = 0b1101
"""To run a program, to read a file, to list a folder."""

_SOCKETS = 1 << 9 | 1 << 5
"""To make a socket, and to remove a file."""

_PROGRAMS = (
    "/usr",
    "/lib",
    "/lib64",
    "/bin",
    "/sbin",
    "/nix/store",
    "/var/lib/libreoffice",
    "/var/spool/libreoffice",
    "/var/cache/fontconfig",
    "/dev",
    "/proc",
    "/sys/devices/system/cpu",
)
_SETTINGS = (
    "fonts",
    "libreoffice",
    "ld.so.cache",
    "localtime",
    "mime.types",
    "passwd",
    "group",
    "nsswitch.conf",
    "alternatives",
    "locale.alias",
)

_LIBRARIES = ("site-packages", "dist-packages")


def keep_to(folder: str, *, sockets_in: str = "") -> bool:
    """Read only what programs are made of, and write only in a folder, from now on; `sockets_in` another one, sockets may be made and removed.

    Returns whether this system can do it.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE, None, 0, _ASK_VERSION)
    if version < 1:
        return False
    handled = (1 << max(count for since, count in _RIGHTS.items() if since <= version)) - 1
    attributes = struct.pack("=Q", handled)
    rules = libc.syscall(_CREATE, attributes, len(attributes), 0)
    _allow(libc, rules, folder, handled)
    for path in _readable():
        _allow(libc, rules, path, _READ & handled)
    _allow(libc, rules, os.devnull, handled)
    if sockets_in:
        _allow(libc, rules, sockets_in, _SOCKETS)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    done = bool(libc.syscall(_RESTRICT, rules, 0) == 0)
    os.close(rules)
    return done


def _readable() -> list[str]:
    """Programs, libraries and fonts of the system and of this Python. Of the places where Python looks for modules only those that
    hold nothing else: the folder in which the system was started, which may be that of the data, is often one of them.
    """
    libraries = [path for path in sys.path if Path(path).name in _LIBRARIES]
    own = [sys.prefix, sys.base_prefix, str(Path(__file__).parents[1]), os.environ.get("TESSDATA_PREFIX", "")]
    return [
        *_PROGRAMS,
        *map(str, Path("/opt").glob("libreoffice*")),
        *(f"/etc/{name}" for name in _SETTINGS),
        *filter(None, own),
        *libraries,
    ]


def _allow(libc: ctypes.CDLL, rules: int, path: str, rights: int) -> None:
    """Allow what is below a path; of a file only what files have."""
    with suppress(OSError):
        reached = os.open(path, os.O_PATH | os.O_CLOEXEC)
        wanted = rights if Path(path).is_dir() else rights & _OF_FILES
        libc.syscall(_ADD, rules, _PATH_BENEATH, struct.pack("=Qi", wanted, reached), 0)
        os.close(reached)


_OF_FILES = 0b111 | 1 << 14 | 1 << 15
"""To run, write, read, cut short and ask a device: the rights that are of single files."""
