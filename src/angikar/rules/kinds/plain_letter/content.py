"""The content of a plain letter: memo, dates, subject, body, signature, addressees."""

from __future__ import annotations

import re
from typing import Annotated

from angikar.rules.content import READ, Content
from angikar.rules.letters.body import LetterPassage
from angikar.rules.letters.values import Copy, Enclosure, Letter, Signatory

KIND = "plain_letter"
TITLES = ("অফিস আদেশ", "নোটিশ", "বিজ্ঞপ্তি")
"""The headings of the letters we write that have one."""
_TITLE = re.compile(
    r"(?:(?:কারণ দর্শানোর|পুনঃ\s?(?:দরপত্র|নিলাম)|(?!(?:এ|এই|উক্ত|অত্র|সে|এরূপ|কোনো|কোন|বাংলাদেশ)\s)[\u0980-\u09e3]{1,14})\s*)?"
    r"(?:অফিস আদেশ|দপ্তর\s?আদেশ|দপ্তরাদেশ|কার্যাদেশ|আদেশ|নোটিশ|বিজ্ঞপ্তি|প্রজ্ঞাপন|স্মারকলিপি|অফিস স্মারক|গেজেট|ঘোষণা|প্রেস রিলিজ)"
    r"|আধা-?\s?সরকারি পত্র|(?:ফ্যাক্স|বেতার|ই-মেইল) বার্তা|তাগিদ\s?পত্র|প্রত্যয়ন\s?পত্র|ছাড়পত্র|(?:অনাপত্তি|অভিজ্ঞতা|চারিত্রিক) সনদ"
)


def is_title(text: str) -> bool:
    """Whether a line is the heading of a letter: an order, a notice, a notification, a memorandum.

    >>> is_title("প্রজ্ঞাপন"), is_title("‘‘জরুরি নোটিশ’’"), is_title("নোটিশ বোর্ড")
    (True, True, False)
    """
    return _TITLE.fullmatch(text.strip(" \"'“”‘’।:")) is not None


class PlainLetter(Content):
    """A letter as any office writes it. `title` is the heading of an office order or a notice, `masthead` has the lines
    above the memo number but the marks of `priority`, `enclosure` the one line of what is enclosed where there is no list, `notes`
    the lines that belong to no part.
    """

    version: Annotated[int, READ] = 1
    office: str | None = None
    masthead: tuple[str, ...] = ()
    title: str = ""
    priority: tuple[str, ...] = ()
    letter: Letter = Letter()
    subject: str | None = None
    body: tuple[LetterPassage, ...] = ()
    enclosure: str | None = None
    enclosures: tuple[Enclosure, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    addressees: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    notes: tuple[str, ...] = ()
