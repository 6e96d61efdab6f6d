"""How an action says no: what may not be done, what is not one's own, and what somebody else has changed meanwhile."""

from __future__ import annotations

from django.http import Http404

from angikar.rules.sentence import Explained, Fact, Sentence


class Refused(Explained):
    """What may not be done, in one sentence of Bangla and one of English; the front shows the sentence of its
    language.
    """

    def __init__(self, sentence: Sentence | str, message_en: str = "", **facts: Fact) -> None:
        # Two finished texts are the old way: to be replaced by a Sentence at every call.
        if isinstance(sentence, str):
            super().__init__(Sentence("plain", "{message}", "{message}"), message=(sentence, message_en))
        else:
            super().__init__(sentence, **facts)


class NotYours(Http404):
    """There is no such thing for this person. A front answers 404, so that a stranger does not even learn that it
    exists.
    """

    def __init__(self, message: str = "এমন কিছু পাওয়া গেল না।", message_en: str = "There is no such thing here.") -> None:
        self.message = message
        self.message_en = message_en
        super().__init__(message_en)


class Conflict(Refused):
    """Two people changed the same thing. `mine` was not saved, `theirs` stands, `who` wrote it; `version` is what
    stands now.
    """

    def __init__(self, *, mine: object, theirs: object, who: str, version: int) -> None:
        self.mine = mine
        self.theirs = theirs
        self.who = who
        self.version = version
        super().__init__(
            f"এই ঘরটি এর মধ্যে {who or 'অন্য একজন'} বদলেছেন; দুটি মানই দেখে একটি বেছে নিন।",
            f"{who or 'Somebody else'} has changed this meanwhile; look at both values and choose one.",
        )
