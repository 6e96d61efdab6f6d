"""Reads a circular: recognises it, makes content of its lines, and says at every doubtful place what is doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from angikar.rules.bangla.digits import to_latin
from angikar.rules.document import Document
from angikar.rules.finding import TextLine
from angikar.rules.kinds.circular.check import signed_late
from angikar.rules.kinds.circular.content import Circular
from angikar.rules.kinds.circular.directives import frames
from angikar.rules.kinds.circular.meaning import CircularFrame, meaning
from angikar.rules.kinds.circular.paragraphs import Block, blocks, sentences, spaced
from angikar.rules.letters.foot import Signed, distribution, enclosures, foot_start, signatories
from angikar.rules.letters.head import SUBJECT, LetterLine, following, letterhead, lines_of, masthead
from angikar.rules.letters.office import office_of
from angikar.rules.letters.urgency import priority
from angikar.rules.reading import Reading
from angikar.rules.schedule.time_words import obliges

NAME = "circular"
_SORT = r"\(?(?:সম্পূরক|বিশেষ|সংশোধিত|সংশোধনী|জরুরি|জরুরী)\)?"
_BEFORE = r"(?:(?!\S*র\s)\(?[\u0980-\u09e3২-৯]{1,14}\)?\s++){0,3}"
"""What may stand before the word: special, office, second; no word in the genitive, which names the circular of another."""
_TITLE = re.compile(
    rf"^[\"'“”‘’\s]*+{_BEFORE}(?:পরিপত্র|সার্কুলার(?: লেটার)?|circular(?: letter)?)\s*+(?:নং|নম্বর|সংখ্যা|no)?\s*+[-–—:.]*+\s*+(?P<number>[০-৯0-9]++)?"
    rf"(?:\s*+/\s*+[০-৯0-9]{{2,4}}(?:-[০-৯0-9]{{2}})?)?\s*+(?:{_SORT}|\([^()]{{2,24}}\))?(?:\s*+,?\s*+তারিখ\s*+[:ঃ]?[^।]{{4,30}})?[\"'“”‘’\s।]*+$",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"সচিবালয়|মন্ত্রণালয়|বিভাগ|অধিদপ্তর|দপ্তর|কার্যালয়|কমিশন|পরিষদ|ব্যুরো|কর্তৃপক্ষ|বোর্ড|ব্যাংক")
_UNIT = re.compile(r"শাখা|অনুবিভাগ|@|www")
_FOOT = re.compile(r"^(স্বাক্ষর|বিতরণ|অনুলিপি|কার্যার্থে|(সংলগ্নী|সংযুক্তি)\s*[:ঃ])")


def recognise(document: Document) -> int:
    """How surely a paper is a circular: it says পরিপত্র on a line of its own."""
    return 95 if _title(lines_of(document)) is not None else 0


def read(document: Document, framework: str | None = None) -> Reading[Circular]:
    """The circular with the doubts that need its source; those that hold of the content alone come from `check`."""
    lines = lines_of(document)
    head, foot, signed = letterhead(document), distribution(document), signatories(document)
    top = tuple(line for line in masthead(document) if not _TITLE.match(line.text))
    about = _subject(lines)
    printed = blocks(tuple(_body(lines, about, signed)))
    paragraphs, preamble = _opened(printed)
    subject = SUBJECT.sub("", " ".join(line.text for line in about))
    said = meaning(paragraphs, CircularFrame(subject, preamble, foot.addressees, foot.copies, head.letter.date))
    marks, marked = priority(top)
    heading = _title(lines)
    content = Circular(
        office=_office(top[len(marks) :]),
        letterhead=tuple(line.text for line in top[len(marks) :]),
        title=heading.string if heading else "",
        number=_latin(heading["number"]) if heading else None,
        subject=subject,
        priority=marks,
        letter=head.letter,
        preamble=preamble,
        paragraphs=frames(paragraphs),
        bodies=said.bodies,
        directives=tuple(each.directive for each in said.asked),
        enclosures=enclosures(document),
        acknowledgement=said.acknowledgement,
        addressees=foot.addressees,
        copies=foot.copies,
        signatories=tuple(each.signatory for each in signed),
    )
    late = signed_late(content, [each.place for each in signed])
    doubts = (*head.doubts, *foot.doubts, *marked, *late)
    return Reading(NAME, framework, content).with_doubts(*doubts)


def _title(lines: Iterable[TextLine]) -> re.Match[str] | None:
    return next((found for line in lines if (found := _TITLE.match(line.text))), None)


def _latin(number: str | None) -> str | None:
    return str(int(to_latin(number))) if number else None


def _office(top: Sequence[TextLine]) -> str | None:
    """The office that writes: the last line above the memo number that names an office and not a branch of one."""
    named = [line.text for line in top if _OFFICE.search(line.text) and not _UNIT.search(line.text)]
    return office_of([line.text for line in top]) or (named[-1] if named else None)


def _subject(lines: tuple[LetterLine, ...]) -> tuple[TextLine, ...]:
    """The lines of the subject; where no empty lines part a source, every line is a paragraph and the subject is one."""
    for index, line in enumerate(lines):
        if SUBJECT.match(line.text):
            return (line, *(following(lines, index) if spaced(lines) else ()))
    return ()


def _body(lines: Sequence[LetterLine], about: Sequence[TextLine], signed: Sequence[Signed]) -> Iterator[TextLine]:
    """The lines between the subject (or the heading) and the first signature or list."""
    heads = [line for line in lines if _TITLE.match(line.text)]
    above = [lines.index(part[-1]) for part in (about, heads[:1]) if part]
    start = max(above) + 1 if above else len(lines)
    for line in lines[start : foot_start(tuple(lines), start)]:
        if _FOOT.match(line.text) or any(_signs(line, each) for each in signed[:1]):
            return
        yield line


def _signs(line: TextLine, signed: Signed) -> bool:
    """Whether a line is the bracketed name that opens a signature block; formats without places need the name
    itself."""
    return line.place == signed.place and line.text.startswith("(") and (signed.signatory.name or "") in line.text


def _opened(printed: tuple[Block, ...]) -> tuple[tuple[Block, ...], str]:
    """The paragraphs, and the text that opens them where the first has no number and asks nothing; items below it stay paragraphs."""
    if not printed or printed[0].number is not None or not (printed[0].items or any(each.number for each in printed)):
        return printed, ""
    if any(map(obliges, sentences(printed[0].text))):
        return printed, ""
    first = replace(printed[0], text="", own=())
    return (first, *printed[1:]) if first.items else printed[1:], printed[0].text
