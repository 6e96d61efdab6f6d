"""How a text is found again: its words in one form of letters and digits, and what a person typed as words of that form."""

from __future__ import annotations

import re

from angikar.rules.bangla.text import key, normal

_APART = re.compile(r"[\s,;:।|/()\[\]{}“”\"'‘’–—…-]+")
MOST_WORDS = 12
"""Words of a question that are looked for; what is longer is cut."""


def folded(text: str) -> str:
    """The words of a text as they are searched, a blank between them: one form of Unicode, joiners dropped, look-alike
    letters (ি/ী, ু/ূ, ণ/ন, শ/ষ/স, ড়/ঢ়/র) taken for one another, digits Latin.

    >>> folded("বাড়ী নং ১২, কার্য্যালয়") == folded("বাড়ি নং 12 কার্য্যালয়")
    True
    """
    words = (key(word, fold=True) for word in _APART.split(normal(text)))
    return " ".join(word for word in words if word)


def asked(question: str) -> tuple[str, ...]:
    """The words of a question in the form of `folded`, each once, at most `MOST_WORDS`.

    >>> asked("  সভার  “সিদ্ধান্ত”, সভার ") == ("সভার", "সিদ্ধান্ত")
    True
    """
    return tuple(dict.fromkeys(folded(question).split()))[:MOST_WORDS]
