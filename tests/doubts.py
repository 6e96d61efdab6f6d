"""Doubts for tests that care where a doubt is and what it suggests, not what it says."""

from __future__ import annotations

from angikar.rules.document import NOWHERE, Place
from angikar.rules.reading import Doubt, Severity
from angikar.rules.sentence import Sentence


def doubt_of(
    code: str,
    severity: Severity,
    texts: tuple[str, str],
    path: str = "",
    place: Place = NOWHERE,
    *,
    suggestion: str | None = None,
) -> Doubt:
    """A doubt that says the two texts, in Bangla and in English, without any facts."""
    bangla, english = (text.replace("{", "{{").replace("}", "}}") for text in texts)
    return Doubt(Sentence(code, bangla, english), severity, {}, path, place, suggestion)
