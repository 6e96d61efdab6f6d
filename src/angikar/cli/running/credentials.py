"""What is set for this process: variables of the environment, and credentials of the same names that systemd hands to a service alone."""

from __future__ import annotations

import os
from pathlib import Path


def given(name: str) -> str | None:
    """The value of a variable or, where it is not set, of the credential of that name; none where there is neither. Raises `OSError` and
    `UnicodeDecodeError` for one that cannot be read.
    """
    folder = os.environ.get("CREDENTIALS_DIRECTORY", "")
    if name in os.environ or not folder:
        return os.environ.get(name)
    try:
        return (Path(folder) / name).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
