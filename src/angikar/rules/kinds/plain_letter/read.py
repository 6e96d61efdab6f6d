"""Reads a plain letter: recognises it, makes content of its lines, and stores what belongs to no part as notes."""

from __future__ import annotations

import re

from angikar.rules.bangla.dates import looks_like_date
from angikar.rules.bangla.text import key
from angikar.rules.document import Document
from angikar.rules.kinds.plain_letter import sentences
from angikar.rules.kinds.plain_letter.content import KIND, PlainLetter, is_title
from angikar.rules.letters.body import LetterPassage, body
from angikar.rules.letters.foot import distribution, enclosure, enclosures, foot_start, signatories
from angikar.rules.letters.head import letterhead, lines_of, masthead, subject
from angikar.rules.letters.memo_line import memo_in
from angikar.rules.letters.office import office_of
from angikar.rules.letters.urgency import priority
from angikar.rules.reading import Doubt, Reading

_ADDRESS = re.compile(r"[০-৯0-9@]|www|সরণি|রোড|সড়ক")
_LABEL = re.compile(r"^(স্বাক্ষর|বিতরণ|অনুলিপি|তারিখ|সংলগ্নী|সংযুক্তি|সংযুক্ত)")
_NUMBER = re.compile(r"^[-•]?\s*[০-৯0-9]{1,3}\s*[।.)]\s*")
_PAGES = re.compile(r"\s*\([০-৯0-9]{1,4}\s*পাতা\)$")
_BRACKETS = re.compile(r"[()\[\]]")


def recognise(document: Document) -> int:
    """Never 0, for any paper may be a letter; 30 with memo number or subject, 45 with both."""
    lines = lines_of(document)
    memo = any(memo_in(line.text) is not None for line in lines)
    return 1 + (22 if memo else 0) + (22 if subject(document) is not None else 0)


def read(document: Document, framework: str | None) -> Reading[PlainLetter]:
    """Understand a letter whole; a letter has no framework."""
    above = [line for line in masthead(document) if not looks_like_date(line.text)]
    marks, marked = priority(above)
    top = [line.text for line in above[len(marks) :]]
    found, about, sent = letterhead(document), subject(document), distribution(document)
    inside = enclosure(document)
    content = PlainLetter(
        office=office_of(top) or next((line for line in reversed(top) if _may_be_office(line)), None),
        masthead=tuple(line for line in top if not is_title(line)),
        title=_title(document),
        priority=marks,
        letter=found.letter,
        subject=about.text if about else None,
        body=_body(document),
        enclosure=inside.text if inside else None,
        enclosures=enclosures(document),
        signatories=tuple(signed.signatory for signed in signatories(document)),
        addressees=sent.addressees,
        copies=sent.copies,
    )
    notes, unplaced = _notes(document, content)
    return Reading(KIND, None, content.model_copy(update={"notes": notes})).with_doubts(
        *found.doubts, *marked, *sent.doubts, *unplaced
    )


def _title(document: Document) -> str:
    """The heading, where a line above the foot is one by itself."""
    lines = lines_of(document)
    return next((line.text for line in lines[: foot_start(lines)] if is_title(line.text)), "")


def _may_be_office(line: str) -> bool:
    return not _ADDRESS.search(line) and not is_title(line)


def _body(document: Document) -> tuple[LetterPassage, ...]:
    """The body; where no subject parts the heading from it, the heading is no part of it."""
    found = body(document)
    return found[1:] if found and is_title(found[0].text) and not found[0].label else found


def _notes(document: Document, content: PlainLetter) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """The lines of the foot that belong to no part of the content, and a doubt for each."""
    lines = lines_of(document)
    understood = key(content.model_dump_json())
    notes = tuple(line for line in lines[foot_start(lines) :] if not _is_known(line.text, understood))
    doubts = (
        Doubt(sentences.LINE_UNPLACED, "info", {"text": line.text}, f"notes.{index}", line.place)
        for index, line in enumerate(notes)
    )
    return tuple(line.text for line in notes), tuple(doubts)


def _is_known(text: str, understood: str) -> bool:
    """Whether a line is a label or a date, or is piece by piece in what was understood."""
    if _LABEL.match(text) or memo_in(text) is not None:
        return True
    pieces = (piece for piece in _BRACKETS.split(_PAGES.sub("", _NUMBER.sub("", text))) if not looks_like_date(piece))
    return all(key(piece) in understood for piece in pieces)
