"""The browser of this machine that tests and tools drive: the one without a window first, in which a page costs half the work."""

from __future__ import annotations

import shutil
from typing import Final

BROWSERS: Final = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def browser() -> str | None:
    """The path of the first that is there."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)
