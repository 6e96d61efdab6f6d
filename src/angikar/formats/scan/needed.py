"""Needed: whether the packages that read pictures are installed; they are the extra `scan`."""

from __future__ import annotations

from importlib.util import find_spec

from angikar.formats import sentences
from angikar.formats.errors import Unreadable

INSTALL = "pip install 'angikar[scan]'"
"""The line that brings them."""


def need_packages() -> None:
    """Raises Unreadable with the line that installs them where they are not here."""
    if find_spec("numpy") is None:
        raise Unreadable(sentences.SCAN_PACKAGES_MISSING, install=INSTALL)
