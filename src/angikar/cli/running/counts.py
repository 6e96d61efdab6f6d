"""Where the worker processes count requests together: in memory where there is a folder for that, else beside the data.

The counts are files that are mapped into memory. On a disk that is full such a file cannot grow, and the process that tries to is
ended by the system; so they do not lie on the disk of the data.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108  (a folder of our own is made in it, which nobody else may enter)


def empty_counts(var: Path) -> Path:
    """An empty folder for the counts of the server over these data, in place of the one of its last start."""
    name = f"angikar-{os.getuid()}-{hashlib.sha256(str(var.resolve()).encode()).hexdigest()[:12]}"
    for place in (MEMORY / name, var / "metrics"):
        shutil.rmtree(place, ignore_errors=True)
        try:
            place.mkdir(mode=0o700, parents=place.parent == var)
        except OSError:
            continue  # there is no such memory, or somebody else made a folder of that name
        return place
    return var / "metrics"
