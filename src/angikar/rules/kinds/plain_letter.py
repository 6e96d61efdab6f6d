"""The plain letter: memo, dates, subject, body, signature, addressees. What no other kind recognises is read as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import count

from angikar.rules.bangla.dates import looks_like_date, parse_dates
from angikar.rules.bangla.text import key
from angikar.rules.document import Block, Cell, Document, Paragraph, Row, Table
from angikar.rules.duty import Ask
from angikar.rules.kind import Kind
from angikar.rules.letter import Content, Copy, Letter, Signatory
from angikar.rules.letterbody import Passage, body
from angikar.rules.letterfoot import distribution, enclosure, foot_start, signatories
from angikar.rules.letterform import addressed, copied, head, memo_and_dates, signature
from angikar.rules.letterhead import letterhead, lines_of, masthead, memo_in, subject
from angikar.rules.letterlaws import letter_laws
from angikar.rules.prose import prose_laws
from angikar.rules.reading import Doubt, Reading

KIND = "plain_letter"
_ADDRESS = re.compile(r"[০-৯0-9@]|www|সরণি|রোড|সড়ক")
_LABEL = re.compile(r"^(স্বাক্ষর|বিতরণ|অনুলিপি|তারিখ|সংলগ্নী|সংযুক্তি|সংযুক্ত)")
_NUMBER = re.compile(r"^[-•]?\s*[০-৯0-9]{1,3}\s*[।.)]\s*")
_BRACKETS = re.compile(r"[()\[\]]")
_WITHIN = re.compile(r"(?:তারিখের\s+)?মধ্যে")
_NEAR = 40  # so many letters may stand between a day and the words "within"
_ACKNOWLEDGE = re.compile(r"প্রাপ্তি\s*-?\s*স্বীকার")


class PlainLetter(Content):
    """A letter as any office writes it. `masthead` holds the lines above the memo number, `notes` what belongs to no part."""

    version: int = 1
    office: str | None = None
    masthead: tuple[str, ...] = ()
    letter: Letter = Letter()
    subject: str | None = None
    body: tuple[Passage, ...] = ()
    enclosure: str | None = None
    signatories: tuple[Signatory, ...] = ()
    addressees: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    notes: tuple[str, ...] = ()


def recognise(document: Document) -> int:
    """Never 0, for any paper may be a letter; 30 with memo number or subject, 45 with both."""
    lines = lines_of(document)
    memo = any(memo_in(line.text) is not None for line in lines)
    return 1 + (22 if memo else 0) + (22 if subject(document) is not None else 0)


def read(document: Document, framework: str | None) -> Reading[PlainLetter]:
    """Understand a letter whole; a letter stands on no framework."""
    top = [line.text for line in masthead(document) if not looks_like_date(line.text)]
    found, about, sent = letterhead(document), subject(document), distribution(document)
    enclosed = enclosure(document)
    content = PlainLetter(
        office=next((line for line in reversed(top) if not _ADDRESS.search(line)), None),
        masthead=tuple(top), letter=found.letter, subject=about.text if about else None, body=body(document),
        enclosure=enclosed.text if enclosed else None,
        signatories=tuple(signed.signatory for signed in signatories(document)),
        addressees=sent.addressees, copies=sent.copies,
    )  # fmt: skip
    notes, unplaced = _notes(document, content)
    return Reading(KIND, None, content.model_copy(update={"notes": notes})).with_doubts(
        *found.doubts, *sent.doubts, *unplaced
    )


def _notes(document: Document, content: PlainLetter) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """The lines of the foot that no part of the content holds: kept, and said."""
    lines = lines_of(document)
    understood = key(content.model_dump_json())
    notes = tuple(line for line in lines[foot_start(lines) :] if not _is_known(line.text, understood))
    doubts = (
        Doubt(
            "line-unplaced", "info", f"“{line.text}” পত্রের কোনো অংশে পড়ে না; টীকা হিসেবে রাখা হয়েছে।",
            f"“{line.text}” belongs to no part of the letter; it is kept as a note.", f"notes.{index}", line.place,
        )
        for index, line in enumerate(notes)
    )  # fmt: skip
    return tuple(line.text for line in notes), tuple(doubts)


def _is_known(text: str, understood: str) -> bool:
    """Whether a line is a label or a date, or stands piece by piece in what was understood."""
    if _LABEL.match(text) or memo_in(text) is not None:
        return True
    pieces = (piece for piece in _BRACKETS.split(_NUMBER.sub("", text)) if not looks_like_date(piece))
    return all(key(piece) in understood for piece in pieces)


def check(letter: PlainLetter, framework: str | None) -> tuple[Doubt, ...]:
    """The laws of memo number and dates, and the parts no letter may lack."""
    gaps = (
        (
            letter.letter.memo_number is None,
            "memo-number-missing",
            "letter.memo_number",
            "স্মারক নম্বর নেই",
            "memo number",
        ),
        (letter.letter.date is None, "date-missing", "letter.date", "তারিখ নেই", "date"),
        (letter.subject is None, "subject-missing", "subject", "বিষয় নেই", "subject"),
        (not letter.body, "body-missing", "body", "পত্রের কথা নেই", "body"),
        (not letter.signatories, "signatory-missing", "signatories", "স্বাক্ষরকারী নেই", "signatory"),
    )
    missing = (
        Doubt(code, "warning", f"{bangla}।", f"The letter has no {english}.", path)
        for absent, code, path, bangla, english in gaps
        if absent
    )
    return (*letter_laws(letter.letter), *prose_laws(letter), *missing)


def asks(letter: PlainLetter, framework: str | None, issued: date) -> tuple[Ask, ...]:
    """An acknowledgement where the letter wants one, and a report for every day by which the body wants something."""
    found = []
    for number, to in enumerate(letter.addressees, start=1):
        if any(_ACKNOWLEDGE.search(passage.text) for passage in letter.body):
            text = letter.subject or ""
            found.append(Ask(kind="acknowledge", key=f"acknowledge:{number}", text=text, addressee=to))
        for index, passage in enumerate(letter.body, start=1):
            for day in _deadlines(passage.text):
                found.append(
                    Ask(
                        kind="report", key=f"{index}:{day}:{number}", text=passage.text, addressee=to,
                        due=day.isoformat(), due_on_issue=day <= issued,
                    )
                )  # fmt: skip
    return tuple(found)


def _deadlines(text: str) -> Iterator[date]:
    """Every day that stands shortly before the words "within"."""
    for found in _WITHIN.finditer(text):
        days = parse_dates(text[max(0, found.start() - _NEAR) : found.start()])
        yield from days[-1:]


def write(letter: PlainLetter) -> Document:
    """The Document of a letter; reading it back gives the same content."""
    return Document(tuple(_blocks(letter)), letter.subject or "")


def _blocks(letter: PlainLetter) -> Iterator[Block]:
    yield from head(letter.masthead, letter.letter, letter.subject)
    yield from map(_passage, count(), letter.body)
    if letter.enclosure is not None:
        yield Paragraph(f"সংলগ্নী: {letter.enclosure}")
    yield from (signature(each) for each in letter.signatories if each.role != "copies")
    yield from addressed(letter.addressees)
    below = tuple(each for each in letter.signatories if each.role == "copies")
    if below:
        yield memo_and_dates(letter.letter)
    yield from copied(letter.copies)
    yield from map(signature, below)
    yield from map(Paragraph, letter.notes)


def _passage(index: int, passage: Passage) -> Block:
    if passage.rows:
        return Table(tuple(Row(tuple(map(Cell, row))) for row in passage.rows))
    return Paragraph(passage.text, label=passage.label, align="justify", path=f"body.{index}.text")


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
)
