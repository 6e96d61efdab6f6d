"""The folder that keeps the compiled law, so that only the first run after a change of the system compiles it.

What lies there is executed: only this system may write it, and a seal by its own secret says that it did. A folder that others may write, or
whose files are not those that were sealed, is emptied before anything in it is read.
"""

from __future__ import annotations

import hmac
import os
import shutil
import stat
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_LAW = Path(__file__).parents[2]
_SOURCES = ("rules/scoring", "standings/engine")
"""The folders whose code is compiled, or named in it."""
_SEAL = "seal"
_PRIVATE = 0o700


def folder(cache: str, secret: str) -> str:
    """A folder below `cache` for exactly this law and these compilers, with nothing in it but what `seal` sealed with the same secret;
    those of earlier ones are removed. Empty where none can be written, or where another user owns it.
    """
    try:
        law = Path(cache) / "law"
        law.parent.mkdir(parents=True, exist_ok=True)
        own = law / _digest()
        for each in (law, own):
            _make_private(each)
        if not _is_sealed(own, secret):
            shutil.rmtree(own)
            own.mkdir(mode=_PRIVATE)
    except (OSError, PackageNotFoundError):
        return ""
    for other in law.iterdir():
        if other != own:
            with suppress(OSError):
                shutil.rmtree(other)
    return str(own)


def seal(kept: str, secret: str) -> None:
    """Say of everything in a folder that it was written here."""
    with suppress(OSError):
        (Path(kept) / _SEAL).write_text(_sum(Path(kept), secret), encoding="ascii")


def _make_private(place: Path) -> None:
    """A folder that only our own user can write or open; one that others could write is emptied. Raises OSError where it is not ours."""
    place.mkdir(mode=_PRIVATE, exist_ok=True)
    found = place.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise PermissionError(place)
    if stat.S_IMODE(found.st_mode) != _PRIVATE:
        shutil.rmtree(place)
        place.mkdir(mode=_PRIVATE)


def _is_sealed(own: Path, secret: str) -> bool:
    """Whether a folder holds exactly what was sealed with the secret."""
    try:
        said = (own / _SEAL).read_bytes()
    except FileNotFoundError:
        return False
    return hmac.compare_digest(said, _sum(own, secret).encode("ascii"))


def _sum(own: Path, secret: str) -> str:
    """The sum of all files of a folder but the seal, by name and content. Raises OSError where something else than files lies there."""
    made = hmac.new(secret.encode(), digestmod=sha256)
    for path in sorted(own.rglob("*")):
        if path.is_symlink():
            raise PermissionError(path)
        if path.is_file() and path != own / _SEAL:
            made.update(f"{path.relative_to(own)}\0{path.stat().st_size}\0".encode())
            made.update(path.read_bytes())
    return made.hexdigest()


def _digest() -> str:
    """What the compiled law depends on, in short: its sources, Python, numba and its compiler."""
    made = sha256(f"{sys.version} {version('numba')} {version('llvmlite')}".encode())
    for source in sorted(path for place in _SOURCES for path in (_LAW / place).glob("*.py")):
        made.update(source.read_bytes())
    return made.hexdigest()[:32]
