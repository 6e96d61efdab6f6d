"""The one addressee of a letter without a list: above the subject, or between the text and the signature."""

from __future__ import annotations

import re

from angikar.rules.bangla.dates import looks_like_date
from angikar.rules.letters.head import LetterLine
from angikar.rules.letters.memo_line import memo_in
from angikar.rules.letters.plain_signature import is_post

ACTION = re.compile(r"^(বিতরণ|কার্যার্থে|প্রাপক|বরাবর|প্রতি)(?=\s*[:ঃ,(-]|$)")
"""How a list of those who must act is headed, and how an address opens."""
SIGNED = re.compile(r"^স্বাক্ষর(িত)?\s*[:ঃ]?\s*/?-?$")
"""A line that says only that the paper is signed."""
_LONGEST = 70
"""Letters of a line of an address at most."""
_MOST, _FEWEST = 4, 2
"""Lines of an address above a signature."""


def above_subject(lines: tuple[LetterLine, ...]) -> tuple[str, ...]:
    """The addressee between the memo number and the subject: post, office and place, after বরাবর or প্রতি if it is labelled."""
    subject = next((n for n, line in enumerate(lines) if line.text.startswith("বিষয়")), None)
    if subject is None:
        return ()
    start = subject
    while start and _is_addressed(lines[start - 1]):
        start -= 1
    block = [line.text.strip(" ,।") for line in lines[start:subject] if not ACTION.match(line.text)]
    above = any(memo_in(line.text) or looks_like_date(line.text) for line in lines[:start])
    named = len(block) < subject - start or any(is_post(text) for text in block[:1])
    return (", ".join(block),) if block and above and named else ()


def _is_addressed(line: LetterLine) -> bool:
    other = memo_in(line.text) or looks_like_date(line.text) or line.text.startswith(("তারিখ", "পরিপত্র", "সূত্র"))
    return not other and len(line.text) <= _LONGEST


def above_signature(lines: tuple[LetterLine, ...], signed: int) -> range:
    """The lines of an address that stands below the text and above the signature on line `signed`: a post, then office and place.

    >>> from angikar.rules.document import NOWHERE
    >>> texts = ("অনুরোধ করা হলো।", "মহাপরিচালক", "নমুনা অধিদপ্তর", "(রহিম উদ্দিন)")
    >>> above_signature(tuple(LetterLine(text, NOWHERE, n) for n, text in enumerate(texts)), 3)
    range(1, 3)
    """
    stop = signed - 1 if signed and SIGNED.match(lines[signed - 1].text) else signed
    start = stop
    while (
        start and stop - start < _MOST and _is_addressed(lines[start - 1]) and not lines[start - 1].text.endswith("।")
    ):
        start -= 1
    whole = start > 0 and lines[start - 1].text.endswith("।") and stop - start >= _FEWEST
    return range(start, stop) if whole and is_post(lines[start].text) else range(signed, signed)
