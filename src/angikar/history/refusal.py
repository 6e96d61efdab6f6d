"""Refusing an action: what may not be done, what is not one's own, and what somebody else has changed meanwhile."""

from __future__ import annotations

from django.http import Http404

from angikar.rules.sentence import Explained, Sentence

CHANGED_MEANWHILE = Sentence(
    "changed-meanwhile",
    "এই ঘরটি এর মধ্যে {who} বদলেছেন; দুটি মানই দেখে একটি বেছে নিন।",
    "{who} has changed this meanwhile; look at both values and choose one.",
)
SOMEBODY_ELSE = ("অন্য একজন", "Somebody else")
"""Who changed it, where that is not known."""


class Refused(Explained):
    """What may not be done, in one sentence of Bangla and one of English; the front shows the sentence of its
    language.
    """


def need_words(text: str, sentence: Sentence) -> str:
    """The text without the spaces around it. Raises `Refused` with the sentence where it is empty."""
    if not text.strip():
        raise Refused(sentence)
    return text.strip()


class NotYours(Http404):
    """There is no such thing for this person. A front answers 404, so that a stranger does not even learn that it
    exists.
    """

    def __init__(self, message: str = "এমন কিছু পাওয়া গেল না।", message_en: str = "There is no such thing here.") -> None:
        self.message = message
        self.message_en = message_en
        super().__init__(message_en)


class Conflict(Refused):
    """Two people changed the same thing. `mine` was not saved, `theirs` is stored, `who` wrote it; `version` is the
    version stored.
    """

    def __init__(self, *, mine: object, theirs: object, who: str, version: int) -> None:
        self.mine = mine
        self.theirs = theirs
        self.who = who
        self.version = version
        super().__init__(CHANGED_MEANWHILE, who=who or SOMEBODY_ELSE)
