"""What formats refuse: a file that cannot be read, a character that cannot be printed; each with its sentence."""

from __future__ import annotations

import lzma
import zipfile
import zlib

from angikar.formats.sentences import CHARACTER_UNPRINTABLE
from angikar.rules.sentence import Explained

SPOILT = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    SyntaxError,  # of XML
    LookupError,
    ValueError,
    EOFError,
    RuntimeError,
    OSError,
)
"""What opening a file that is packed as a ZIP raises where it is spoilt."""


class Unreadable(Explained):
    """A file that cannot be read, and why."""


class OutOfTime(Unreadable):
    """A file that was not read in the time it was given; more of it may do."""


class Unprintable(Explained):
    """A text holds a character that the typeface of official papers has no glyph for."""

    def __init__(self, character: str) -> None:
        self.character = character
        self.code_point = f"U+{ord(character):04X}"
        visible = f"“{character}” ({self.code_point})" if character.isprintable() else self.code_point
        super().__init__(CHARACTER_UNPRINTABLE, character=visible)
