"""The one addressee of a letter without a list: above the subject, or between the text and the signature."""

from __future__ import annotations

import re
from itertools import takewhile

from angikar.rules.bangla.dates import looks_like_date
from angikar.rules.letters.head import SUBJECT, LetterLine
from angikar.rules.letters.memo_line import memo_in
from angikar.rules.letters.plain_signature import is_post

ACTION = re.compile(r"^(বিতরণ(?: তালিকা)?|কার্যার্থে|প্রাপক(?:গণ)?|বরাবর|প্রতি)(?=\s*[:ঃ,(-]|$)")
"""How a list of those who must act is headed, and how an address opens."""
_ADDRESS = re.compile(r"^(?:প্রাপক|বরাবর|প্রতি)(?=\s*[:ঃ,]|$)")
_TOP = 14
"""Lines from the top in which the address of a paper without a subject is printed."""
_LABEL = re.compile(rf"{ACTION.pattern}\s*[:ঃ,(-]*\s*")
_HEADING = re.compile(r"^\W*(?:\S+\s+)?পরিপত্র[^।]{0,30}$")
"""A heading between the address and the subject."""
_HONOURED = re.compile(r"^(?:জনাব|জনাবা|বেগম|মিসেস|সুধী)\s")
_SENDER = re.compile(r"^(?:প্রেরক|হইতে|হতে)\s*[:ঃ-]")
SIGNED = re.compile(r"^স্বাক্ষর(িত)?\s*[:ঃ]?\s*/?-?$")
"""A line that says only that the paper is signed."""
_CLOSING = re.compile(r"(?:একান্ত|বিশ্বস্ত|অনুগত|আন্তরিক|(?:শুভেচ্ছা|ধন্যবাদা|শ্রদ্ধা|বিনয়া)ন্তে|সহকারে)[,।]?$")
"""How a letter closes above a signature."""
_LONGEST = 70
"""Letters of a line of an address at most."""
_PLACE = 40
"""Letters of the last line of an address at most, where a danda ends it as it does a sentence."""
_MOST, _FEWEST = 4, 2
"""Lines of an address above a signature."""


def is_person(text: str) -> bool:
    """Whether a line names the person a letter is written to, as no post begins.

    >>> is_person("জনাব রেজাউল করিম"), is_person("সহকারী সচিব")
    (True, False)
    """
    return _HONOURED.match(text) is not None


def takes_leave(text: str) -> bool:
    """Whether a line closes a letter above who signs it, or says that it is signed.

    >>> takes_leave("আপনার একান্ত,"), takes_leave("স্বাক্ষরিত"), takes_leave("একান্ত সচিব")
    (True, True, False)
    """
    return _CLOSING.search(text) is not None or SIGNED.match(text) is not None


def address_block(lines: tuple[LetterLine, ...]) -> range:
    """The lines of an address that opens with its label above the text of a paper without a subject.

    >>> from angikar.rules.document import NOWHERE
    >>> texts = ("নোটিশ", "প্রাপক:", "মেসার্স নমুনা", "বাজার রোড", "জানানো যাচ্ছে যে, সভা হবে।")
    >>> lines = tuple(LetterLine(text, NOWHERE, n + (n > 3)) for n, text in enumerate(texts))
    >>> address_block(lines)
    range(1, 4)
    """
    top = takewhile(
        lambda n: not lines[n].text.endswith("।") or looks_like_date(lines[n].text), range(min(_TOP, len(lines)))
    )
    start = next((n for n in top if _ADDRESS.match(lines[n].text)), None)
    if start is None or any(_opens_subject(line.text) for line in lines):
        return range(0)
    stop = start + 1
    while stop < len(lines) and lines[stop].number - lines[stop - 1].number == 1 and _is_addressed(lines[stop]):
        stop += 1
    return range(start, stop)


def above_subject(lines: tuple[LetterLine, ...]) -> tuple[str, ...]:
    """The addressee between the memo number and the subject: post, office and place, after বরাবর or প্রতি if it is labelled."""
    subject = next((n for n, line in enumerate(lines) if _opens_subject(line.text)), 0)
    while subject and _HEADING.match(lines[subject - 1].text):
        subject -= 1
    start = subject
    while start and _is_addressed(lines[start - 1]) and not ACTION.match(lines[start].text):
        start -= 1
    block = [_LABEL.sub("", line.text).strip(" ,।") for line in lines[start:subject]]
    above = any(memo_in(line.text) or looks_like_date(line.text) for line in lines[:start])
    named = start < subject and (ACTION.match(lines[start].text) is not None or is_post(block[0]))
    if subject == 0:
        labelled = (_LABEL.sub("", lines[n].text).strip(" ,।") for n in address_block(lines))
        whole = ", ".join(filter(None, labelled))
        return (whole,) if whole else ()
    return (", ".join(filter(None, block)),) if any(block) and above and named else ()


def _opens_subject(text: str) -> bool:
    return text.startswith("বিষয়") or SUBJECT.match(text) is not None


def _is_addressed(line: LetterLine) -> bool:
    other = memo_in(line.text) or looks_like_date(line.text) or line.text.startswith(("তারিখ", "পরিপত্র", "সূত্র"))
    return not other and len(line.text) <= _LONGEST and not _SENDER.match(line.text)


def above_signature(lines: tuple[LetterLine, ...], signed: int) -> range:
    """The lines of an address that stands below the text and above the signature on line `signed`: a post, then office and place.

    >>> from angikar.rules.document import NOWHERE
    >>> texts = ("অনুরোধ করা হলো।", "মহাপরিচালক", "নমুনা অধিদপ্তর", "(রহিম উদ্দিন)")
    >>> above_signature(tuple(LetterLine(text, NOWHERE, n) for n, text in enumerate(texts)), 3)
    range(1, 3)
    >>> texts = ("অনুরোধ করা হলো।", "উপজেলা অফিসার", "নমুনাপুর।", "(রহিম উদ্দিন)")
    >>> above_signature(tuple(LetterLine(text, NOWHERE, n) for n, text in enumerate(texts)), 3)
    range(1, 3)
    """
    stop = signed - 1 if signed and SIGNED.match(lines[signed - 1].text) else signed
    start = stop
    while start and stop - start < _MOST and _is_addressed(lines[start - 1]):
        if lines[start - 1].text.endswith("।") and (start < stop or len(lines[start - 1].text) > _PLACE):
            break
        start -= 1
    whole = start > 0 and lines[start - 1].text.endswith("।") and stop - start >= _FEWEST
    return range(start, stop) if whole and is_post(lines[start].text) else range(signed, signed)
