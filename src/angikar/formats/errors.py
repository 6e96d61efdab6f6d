"""What formats refuse: a file that cannot be read, a character that cannot be printed; each in one sentence."""

from __future__ import annotations

from angikar.rules.sentence import Explained, Fact, Sentence


class Unreadable(Explained):
    """A file that cannot be read; `message` says why in Bangla, `message_en` in English."""

    def __init__(self, sentence: Sentence | str, message_en: str = "", **facts: Fact) -> None:
        # Two finished texts are the old way: to be replaced by a Sentence at every call.
        if isinstance(sentence, str):
            super().__init__(Sentence("plain", "{message}", "{message}"), message=(sentence, message_en))
        else:
            super().__init__(sentence, **facts)


class Unprintable(Exception):
    """A text holds a character that the typeface of official papers has no glyph for."""

    def __init__(self, character: str) -> None:
        self.character = character
        self.code_point = f"U+{ord(character):04X}"
        shown = f"“{character}” ({self.code_point})" if character.isprintable() else self.code_point
        self.message = f"{shown} অক্ষরটি দাপ্তরিক হরফে নেই; অক্ষরটি বদলে আবার মুদ্রণ করুন।"
        self.message_en = f"The typeface of official papers has no character {shown}; replace it and print again."
        super().__init__(self.message_en)
