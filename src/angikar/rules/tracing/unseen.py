"""Unseen: what a file holds that whoever looks at its pages does not see, and what they see that was not read; each is doubted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, islice

from angikar.rules.bangla.text import normal
from angikar.rules.document import Document, Unseen, Way
from angikar.rules.reading import Doubt, Severity
from angikar.rules.sentence import Sentence
from angikar.rules.tracing import sentences

_MOST = 40
"""Unseen texts that are named one by one."""
_LONG = 200
"""Letters of a text that a sentence quotes."""
_GRAVE = re.compile(r"[0-9০-৯]|হবে|হইবে|করবেন|করিবেন|করুন|নির্দেশ|আদেশ|জনাব|বেগম|মোঃ|মো:|ডাঃ|ড\.")
"""A figure, a day, an order, a name: what changes the meaning of a paper."""
_SENTENCES: dict[Way, Sentence] = {
    "hidden": sentences.HIDDEN_LEFT_OUT,
    "pale": sentences.HIDDEN_PALE,
    "tiny": sentences.HIDDEN_TINY,
    "undrawn": sentences.HIDDEN_READ,
    "ocr": sentences.OCR_LAYER,
    "unknown": sentences.HIDDEN_UNKNOWN,
    "unstyled": sentences.HIDDEN_UNSTYLED,
    "deleted": sentences.CHANGE_DELETED,
    "inserted": sentences.CHANGE_INSERTED,
    "comment": sentences.COMMENT_UNREAD,
}
_SEVERITIES: dict[Way, Severity] = {
    "comment": "info",
    "ocr": "warning",
    "unknown": "warning",
    "unstyled": "warning",
}
"""The ways that weigh the same whatever is said."""


def unseen(document: Document) -> Iterator[Doubt]:
    """A doubt for each text that reader and onlooker do not both see; an error where it holds a figure, a day, a name or an order."""
    joined = (_joined(list(texts)) for _, texts in groupby(document.unseen, key=lambda each: (each.way, each.place)))
    return (_doubt(each) for each in islice((each for each in joined if each.text), _MOST))


def _joined(texts: list[Unseen]) -> Unseen:
    return Unseen(normal(" ".join(each.text for each in texts)), texts[0].way, texts[0].place)


def _doubt(each: Unseen) -> Doubt:
    grave: Severity = "error" if _GRAVE.search(each.text) else "warning"
    quoted = each.text if len(each.text) <= _LONG else f"{each.text[:_LONG]}…"
    severity = _SEVERITIES.get(each.way, grave)
    return Doubt(_SENTENCES[each.way], severity, {"text": quoted}, place=each.place)
