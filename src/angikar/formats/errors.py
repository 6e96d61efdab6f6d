"""What formats refuse: a file that cannot be read, a character that cannot be printed; each with its sentence."""

from __future__ import annotations

from angikar.formats.sentences import CHARACTER_UNPRINTABLE
from angikar.rules.sentence import Explained


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
