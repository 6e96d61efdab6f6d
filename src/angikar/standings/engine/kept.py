"""The folder that keeps the compiled law, so that only the first run after a change of the system compiles it."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_LAW = Path(__file__).parents[2]
_SOURCES = ("rules/scoring", "standings/engine")
"""The folders whose code is compiled, or named in it."""


def folder(cache: str) -> str:
    """A folder below `cache` for exactly this law and these compilers; those of earlier ones are removed. Empty where none can be written."""
    try:
        own = Path(cache) / "law" / _digest()
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, PackageNotFoundError):
        return ""
    for other in own.parent.iterdir():
        if other != own:
            with suppress(OSError):
                shutil.rmtree(other)
    return str(own)


def _digest() -> str:
    """What the compiled law depends on, in short: its sources, Python, numba and its compiler."""
    made = sha256(f"{sys.version} {version('numba')} {version('llvmlite')}".encode())
    for source in sorted(path for place in _SOURCES for path in (_LAW / place).glob("*.py")):
        made.update(source.read_bytes())
    return made.hexdigest()[:32]
