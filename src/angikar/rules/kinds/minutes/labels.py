"""The labels of the facts above the items of minutes: every office words them in its own way."""

from __future__ import annotations

import re

from angikar.rules.bangla.text import normal

_OF = r"(?:সভার? ?)?(?:অনুষ্ঠানের |অনুষ্ঠিত হওয়ার )?"
_JOINED = r" ?(?:,|/|ও|এবং) ?"
_LABELS = {
    "chair": re.compile(r"(?:সভার )?সভাপতি(?:ত্ব|ত্বে|ত্ব করেন|ত্বকারী|র নাম(?: ও পদব[িী])?)?"),
    "date": re.compile(rf"{_OF}(?:(?:দিন|বার){_JOINED})?তারিখ(?:{_JOINED}(?:বার|দিন))?|সভার (?:দিন|বার)"),
    "time": re.compile(rf"{_OF}(?:শুরুর |শুরু হওয়ার |আরম্ভের )?সময়(?:কাল|সূচি)?"),
    "place": re.compile(rf"{_OF}(?:স্থান|স্থল|ভেন্যু)"),
    "attendance": re.compile(r"(?:সভায় )?উপস্থিতি"),
}
_BOTH = re.compile(rf"{_OF}(?:(?:দিন|বার|তারিখ){_JOINED}){{1,2}}সময়")
LABELLED = re.compile(r"^(?P<label>[^:\t]{2,40}?)\s*:\s*(?P<value>.+)$")
_DASHED = re.compile(r"^(?P<label>[^:\t–—-]{2,40}?)\s*[-–—]\s+(?P<value>.+)$")


def facts_of(text: str) -> tuple[tuple[str, ...], str]:
    """The facts a line states behind a label, and its words; none where its label is none of these.

    >>> facts_of("সভাপতির নাম ও পদবি: জনাব ক, পরিচালক"), facts_of("তারিখ, বার ও সময়: ২২ মে ২০২২"), facts_of("বিষয়: সভা")
    ((('chair',), 'জনাব ক, পরিচালক'), (('date', 'time'), '২২ মে ২০২২'), ((), ''))
    """
    found = LABELLED.match(text) or _DASHED.match(text)
    if found is None:
        return (), ""
    label = normal(found["label"])
    names = (
        ("date", "time")
        if _BOTH.fullmatch(label)
        else tuple(name for name, words in _LABELS.items() if words.fullmatch(label))
    )
    return names, found["value"].strip() if names else ""
