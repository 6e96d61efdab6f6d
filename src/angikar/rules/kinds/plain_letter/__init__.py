"""The plain letter: memo, dates, subject, body, signature, addressees; an office order and a notice are letters with a heading.

What no other kind recognises is read as one.
"""

from __future__ import annotations

from angikar.rules.kind import Kind, LetterForm
from angikar.rules.kinds.plain_letter.arrange import arrange
from angikar.rules.kinds.plain_letter.asks import asks
from angikar.rules.kinds.plain_letter.check import check
from angikar.rules.kinds.plain_letter.content import KIND, TITLES, PlainLetter
from angikar.rules.kinds.plain_letter.read import read, recognise
from angikar.rules.kinds.plain_letter.write import write

PLAIN_LETTER = Kind(
    name=KIND,
    title="পত্র",
    title_en="Letter",
    content=PlainLetter,
    recognise=recognise,
    read=read,
    check=check,
    asks=asks,
    write=write,
    arrange=arrange,
    numbered=("body",),
    forms=(
        LetterForm("letter", "সরকারি পত্র", "Official letter", head="masthead"),
        LetterForm("order", "অফিস আদেশ", "Office order", head="masthead", heading="অফিস আদেশ"),
        LetterForm("notice", "নোটিশ", "Notice", head="masthead", heading="নোটিশ"),
        LetterForm("announcement", "বিজ্ঞপ্তি", "Announcement", head="masthead", heading="বিজ্ঞপ্তি"),
    ),
)

__all__ = ["KIND", "PLAIN_LETTER", "TITLES", "PlainLetter", "arrange"]
