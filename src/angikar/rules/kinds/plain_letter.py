"""The plain letter: memo, dates, subject, body, signature, addressees; an office order and a notice are letters with a heading.

What no other kind recognises is read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import count

from angikar.rules.bangla.dates import looks_like_date, parse_dates
from angikar.rules.bangla.text import key
from angikar.rules.content import Content
from angikar.rules.document import Block, Cell, Document, Paragraph, Row, Table
from angikar.rules.duty import Ask
from angikar.rules.duty_key import ACKNOWLEDGE, DutyKey
from angikar.rules.kind import Kind, LetterForm
from angikar.rules.letters.arranging import How, arranged
from angikar.rules.letters.body import LetterPassage, body
from angikar.rules.letters.foot import distribution, enclosure, enclosures, foot_start, signatories
from angikar.rules.letters.head import letterhead, lines_of, masthead, memo_in, subject
from angikar.rules.letters.laws import letter_laws
from angikar.rules.letters.passages import arranged_passages
from angikar.rules.letters.printed import addressed, copied, enclosed, head, memo_and_dates, signature
from angikar.rules.letters.urgency import priority
from angikar.rules.letters.values import Copy, Enclosure, Letter, Signatory
from angikar.rules.reading import Doubt, Reading, plain_doubt
from angikar.rules.spelling.prose import prose_laws

KIND = "plain_letter"
TITLES = ("অফিস আদেশ", "নোটিশ", "বিজ্ঞপ্তি")
"""The headings of letters that have one."""

_ADDRESS = re.compile(r"[০-৯0-9@]|www|সরণি|রোড|সড়ক")
_LABEL = re.compile(r"^(স্বাক্ষর|বিতরণ|অনুলিপি|তারিখ|সংলগ্নী|সংযুক্তি|সংযুক্ত)")
_NUMBER = re.compile(r"^[-•]?\s*[০-৯0-9]{1,3}\s*[।.)]\s*")
_PAGES = re.compile(r"\s*\([০-৯0-9]{1,4}\s*পাতা\)$")
_BRACKETS = re.compile(r"[()\[\]]")
_WITHIN = re.compile(r"(?:তারিখের\s+)?মধ্যে")
_NEAR = 40  # so many letters may stand between a day and the words "within"
_ACKNOWLEDGE = re.compile(r"প্রাপ্তি\s*-?\s*স্বীকার")


class PlainLetter(Content):
    """A letter as any office writes it. `title` is the heading of an office order or a notice, `masthead` holds the lines
    above the memo number but the marks of `priority`, `enclosure` what is enclosed where it is one line and no list, `notes` what
    belongs to no part.
    """

    version: int = 1
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


def recognise(document: Document) -> int:
    """Never 0, for any paper may be a letter; 30 with memo number or subject, 45 with both."""
    lines = lines_of(document)
    memo = any(memo_in(line.text) is not None for line in lines)
    return 1 + (22 if memo else 0) + (22 if subject(document) is not None else 0)


def read(document: Document, framework: str | None) -> Reading[PlainLetter]:
    """Understand a letter whole; a letter stands on no framework."""
    above = [line for line in masthead(document) if not looks_like_date(line.text)]
    marks, marked = priority(above)
    top = [line.text for line in above[len(marks) :]]
    found, about, sent = letterhead(document), subject(document), distribution(document)
    inside = enclosure(document)
    content = PlainLetter(
        office=next((line for line in reversed(top) if not _ADDRESS.search(line)), None),
        masthead=tuple(line for line in top if line not in TITLES), title=_title(document), priority=marks,
        letter=found.letter, subject=about.text if about else None, body=_body(document),
        enclosure=inside.text if inside else None, enclosures=enclosures(document),
        signatories=tuple(signed.signatory for signed in signatories(document)),
        addressees=sent.addressees, copies=sent.copies,
    )  # fmt: skip
    notes, unplaced = _notes(document, content)
    return Reading(KIND, None, content.model_copy(update={"notes": notes})).with_doubts(
        *found.doubts, *marked, *sent.doubts, *unplaced
    )


def _title(document: Document) -> str:
    """The heading, where a line above the foot is one and nothing else."""
    lines = lines_of(document)
    return next((line.text for line in lines[: foot_start(lines)] if line.text in TITLES), "")


def _body(document: Document) -> tuple[LetterPassage, ...]:
    """The body; where no subject parts the heading from it, the heading is no part of it."""
    found = body(document)
    return found[1:] if found and found[0].text in TITLES and not found[0].label else found


def _notes(document: Document, content: PlainLetter) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """The lines of the foot that no part of the content holds: kept, and said."""
    lines = lines_of(document)
    understood = key(content.model_dump_json())
    notes = tuple(line for line in lines[foot_start(lines) :] if not _is_known(line.text, understood))
    doubts = (
        plain_doubt(
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
    pieces = (piece for piece in _BRACKETS.split(_PAGES.sub("", _NUMBER.sub("", text))) if not looks_like_date(piece))
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
        (not letter.subject and not letter.title, "subject-missing", "subject", "বিষয় নেই", "subject"),
        (not letter.body, "body-missing", "body", "পত্রের কথা নেই", "body"),
        (not letter.signatories, "signatory-missing", "signatories", "স্বাক্ষরকারী নেই", "signatory"),
    )
    missing = (
        plain_doubt(code, "warning", f"{bangla}।", f"The letter has no {english}.", path)
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
            found.append(Ask(kind="acknowledge", key=str(DutyKey(ACKNOWLEDGE, str(number))), text=text, addressee=to))
        for index, passage in enumerate(letter.body, start=1):
            for day in _deadlines(passage.text):
                found.append(
                    Ask(
                        kind="report", key=str(DutyKey(str(index), str(number), str(day), form="passage")), text=passage.text, addressee=to,
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
    for index, mark in enumerate(letter.priority):
        yield Paragraph(mark, align="right", strong=True, path=f"priority.{index}")
    yield from head(letter.masthead, letter.letter, letter.subject, under="", title=letter.title)
    yield from map(_passage, count(), letter.body)
    if letter.enclosure is not None:
        yield Paragraph(f"সংলগ্নী: {letter.enclosure}", path="enclosure")
    yield from enclosed(letter.enclosures, under="")
    signed = [
        (each.role == "copies", signature(each, path=f"signatories.{n}")) for n, each in enumerate(letter.signatories)
    ]
    yield from (block for below, block in signed if not below)
    yield from addressed(letter.addressees, under="")
    if any(below for below, _ in signed):
        yield memo_and_dates(letter.letter, under="")
    yield from copied(letter.copies, under="")
    yield from (block for below, block in signed if below)
    yield from (Paragraph(note, path=f"notes.{index}") for index, note in enumerate(letter.notes))


def _passage(index: int, passage: LetterPassage) -> Block:
    if passage.rows:
        return Table(tuple(Row(tuple(map(Cell, row))) for row in passage.rows))
    return Paragraph(passage.text, label=passage.label, align="justify", path=f"body.{index}.text")


def arrange(letter: PlainLetter, path: str, how: How, text: str = "") -> PlainLetter:
    """The letter with a passage (`body.2.text`), or an item of one of its lists, added, moved or taken away; `body` alone adds
    at the end.
    """
    name, which, *_ = (*path.split("."), "")
    if name != "body":
        return arranged(letter, path, how, text)
    index = int(which) if which.isdigit() else -1
    return letter.model_copy(update={"body": arranged_passages(letter.body, index, how, text)})


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
