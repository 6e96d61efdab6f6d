"""Opens workbooks; one that claims to hold more than its bytes can is refused before memory is set aside for it."""

from __future__ import annotations

import io
import re
import zipfile

from python_calamine import CalamineWorkbook

from angikar.formats.errors import SPOILT
from angikar.formats.intake import damaged

_TEXTS = "xl/sharedStrings.xml"
_CLAIM = re.compile(rb"""uniqueCount=["']([0-9]{1,30})""")
_HEAD = 4096
"""Bytes in which a part says how much it holds."""


def opened(data: bytes) -> CalamineWorkbook:
    """The workbook in a file. Raises Unreadable where it claims what cannot be, CalamineError where it is damaged."""
    if data.startswith(b"PK") and _claims_too_much(data):
        raise damaged()
    return CalamineWorkbook.from_filelike(io.BytesIO(data))


def _claims_too_much(data: bytes) -> bool:
    """Whether a workbook says that it shares more texts than the part that holds them has bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_TEXTS) as part:
            claim = _CLAIM.search(part.read(_HEAD))
            return claim is not None and int(claim[1]) > archive.getinfo(_TEXTS).file_size
    except SPOILT:
        return False  # the reader says so itself
