"""The name of a stranger's file as it may be shown, stored and given back: in one line, read in one direction, with its ending."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 255
_LONGEST_ENDING = 20
_LOOKED_AT = 4096
"""Letters at the end of a name with its folders; no system stores a longer one."""
_JOINERS = "\u200c\u200d"
"""They part and join letters of Bangla; all other signs that are not seen go."""
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_ENDING = re.compile(r"\.[^.\s]{1,19}$")
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)


def file_name(name: str, longest: int = LONGEST) -> str:
    """A file's name without folders, without signs that turn it around, break the line or are not seen; one that is too long
    loses its middle and never its ending.

    >>> file_name("..\\\\scan\u202efdp.exe")
    'scanfdp.exe'
    >>> file_name("x" * 20 + ".pdf", longest=10)
    'xxxxxx.pdf'
    >>> file_name(" .. ")
    'file'
    """
    composed = unicodedata.normalize("NFC", name[-_LOOKED_AT:].replace("\\", "/")).rpartition("/")[2]
    seen = "".join(
        sign for sign in composed if sign in _JOINERS or unicodedata.category(sign)[0] not in "CZ" or sign == " "
    )
    plain = " ".join(_FORBIDDEN.sub("_", seen).split()).strip(". ")
    if not plain:
        return "file"
    if _DEVICES.match(plain):
        plain = f"_{plain}"
    if len(plain) <= longest:
        return plain
    ending = _ENDING.search(plain)
    kept = ending[0] if ending and len(ending[0]) <= _LONGEST_ENDING else ""
    return plain[: longest - len(kept)].rstrip() + kept
