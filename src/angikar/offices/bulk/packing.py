"""The sheets of a list as they are stored: JSON, compressed."""

from __future__ import annotations

import zlib

from angikar.formats.lists import LISTS, ListSheet


def packed(sheets: tuple[ListSheet, ...]) -> bytes:
    """Sheets as bytes to store."""
    return zlib.compress(LISTS.dump_json(sheets))


def unpacked(stored: bytes | memoryview) -> tuple[ListSheet, ...]:
    """The sheets that `packed` stored."""
    return LISTS.validate_json(zlib.decompress(bytes(stored)))
