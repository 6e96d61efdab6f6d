"""The head of a letter, above its body: office, memo number, both dates, subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby, takewhile

from angikar.rules.bangla.calendar import FIRST_DAY, MONTHS, to_bangla_date
from angikar.rules.bangla.dates import parse_bangla_date, parse_date, write_date, write_stored_bangla
from angikar.rules.bangla.digits import to_bangla, to_latin
from angikar.rules.bangla.memo import parse_memo
from angikar.rules.bangla.text import normal
from angikar.rules.document import NOWHERE, Block, Document, Heading, PageBreak, Paragraph, Place, Signature, Table
from angikar.rules.finding import TextLine
from angikar.rules.letters import sentences
from angikar.rules.letters.laws import letter_laws
from angikar.rules.letters.memo_line import memo_in
from angikar.rules.letters.office import opens_letter
from angikar.rules.letters.values import Letter
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Both, Facts

_COUNTED = re.compile(r"\s+(?=\([0-9]+\)$)")
_COPY_COUNT = re.compile(r"/[0-9]+(?:\([0-9]+\))?$|\([0-9]+\)$")
_WORDED = re.compile(r"(?P<day>[০-৯0-9]{1,2})\s+(?P<month>[^\W\d_][^\s,০-৯0-9]*)\s*,?\s*(?P<year>[০-৯0-9]{4})")
_DATE_LABEL = re.compile(r"^(?:তারিখ|তাং|date)\s*[-:ঃ]*\s*", re.IGNORECASE)
SUBJECT = re.compile(r"^(?:বিষয়|প্রসঙ্গ|subject|sub\.?)\s*[:ঃ\-–—]\s*", re.IGNORECASE)
"""The label of a subject; some offices say প্রসঙ্গ."""
_VISARGA = "\ue000"
_LABELLED = re.compile(r"^(\(?[০-৯0-9ক-হ]{1,3}[।.)]|[-•])\s")
_WRAPPED = 60
"""Letters from which a line may have been broken by the page; a shorter line ends where its writer ended it."""
_GAP_BELOW_SIGNATURE = 9
"""Lines counted between a signature block and what follows, so that the next line never belongs to it."""
_ASIDE = re.compile(r"^(?:সূত্র|প্রজ্ঞাপন|আদেশ|বিজ্ঞপ্তি|নোটিশ)")
"""What the number of a paper stands behind only where no memo number is printed."""
_ABOVE = 3
"""Lines above the memo number in which a gazette prints its date."""
_ASUNDER = 8
"""Columns, or tabs, that may keep two parts of a letter apart."""
_NEAR = 6
"""Lines below a memo number in which its date is printed."""


@dataclass(frozen=True, slots=True)
class LetterLine(TextLine):
    """A line with a `number` to measure distance by: its own line, or a count with a gap between two blocks."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class HeadPrinting:
    """One printing of memo number and dates; a circular carries two, the second above its copies."""

    letter: Letter
    memo_place: Place = NOWHERE
    date_place: Place = NOWHERE
    bangla_place: Place = NOWHERE
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """All printings together: a field one printing lost is taken from the next printing of the same paper."""

    letter: Letter
    heads: tuple[HeadPrinting, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def by_columns(document: Document) -> Document:
    """The same, with paragraphs that a page has side by side one column after the other, in the order in which the file has them."""
    runs = groupby(document.blocks, key=lambda each: each.place.page if isinstance(each, Paragraph) else None)
    blocks = (tuple(run) if page is None else sorted(run, key=lambda each: each.place.line or 0) for page, run in runs)
    return Document(tuple(chain.from_iterable(blocks)))


def lines_of(document: Document) -> tuple[LetterLine, ...]:
    """Every line of a letter in order, of tables too that only set its parts side by side."""
    found: list[LetterLine] = []
    shift, free = 0, 1
    for block in document.blocks:
        texts = [(tidy(text), place) for text, place in _texts(block)]
        first = texts[0][1].line if texts else None
        start = max(free + 1 if first is None else first + shift, free)
        shift = start - first if first is not None else shift
        found += [LetterLine(text, place, start + n) for n, (text, place) in enumerate(texts) if text]
        free = start + len(texts) if texts else free
        free += _GAP_BELOW_SIGNATURE if isinstance(block, Signature | PageBreak) else 0
    return tuple(found)


def _texts(block: Block) -> Iterator[tuple[str, Place]]:
    if isinstance(block, Heading):
        yield from ((text, block.place) for text in block.text.split("\n"))
    elif isinstance(block, Paragraph):
        yield from ((text, block.place) for text in f"{block.label} {block.text}".split("\n"))
    elif isinstance(block, Signature):
        yield from ((text, block.place) for line in block.lines for text in line.split("\n"))
    elif isinstance(block, Table) and _sets_side_by_side(block):
        for row in block.rows:
            for n, cell in enumerate(row.cells):
                place = row.place.at(n) if cell.place == NOWHERE else cell.place
                yield from ((text, place) for text in cell.text.split("\n"))


def _sets_side_by_side(table: Table) -> bool:
    """Whether a table only sets parts of a letter side by side: no row has more than two texts, however many columns keep them apart."""
    filled = (sum(bool(cell.text.strip()) for cell in row.cells) for row in table.rows)
    return all(len(row.cells) <= _ASUNDER for row in table.rows) and max(filled, default=0) <= 2


def tidy(text: str) -> str:
    """The normal form with every visarga as printed, for in names (মোঃ) it is no colon."""
    return normal(text.replace("ঃ", _VISARGA)).replace(_VISARGA, "ঃ").strip()


def letterhead(document: Document) -> Letterhead:
    """Memo number, dates and their doubts, out of every printing the paper holds.

    >>> from angikar.rules.document import Document, Paragraph
    >>> letterhead(Document((Paragraph("তারিখঃ ২৬ ভাদ্র ১৪২৫\\n১০ সেপ্টেম্বর ২০১৮"),))).letter.bangla_date
    '1425-05-26'
    """
    heads = tuple(_heads(lines_of(document)))
    if not heads:
        return Letterhead(Letter())
    letter = Letter(**{name: _first_printed(heads, name) for name in Letter.model_fields})
    doubts = [doubt for head in heads for doubt in head.doubts]
    for head in heads:
        doubts += letter_laws(head.letter, memo=head.memo_place, dated=head.bangla_place)
    return Letterhead(letter, heads, (*doubts, *_printings_agree(letter, heads)))


def _first_printed(heads: tuple[HeadPrinting, ...], name: str) -> str | None:
    return next((value for head in heads if (value := getattr(head.letter, name))), None)


def _heads(lines: tuple[TextLine, ...]) -> Iterator[HeadPrinting]:
    anchors = [index for index, line in enumerate(lines) if memo_in(line.text) is not None]
    anchors = [index for index in anchors if not _ASIDE.match(lines[index].text)] or anchors[:1]
    if not anchors:
        anchors = [index for index, line in enumerate(lines) if _DATE_LABEL.match(line.text)][:1]
    for index, end in zip(anchors, [*anchors[1:], len(lines)], strict=False):
        above = lines[max(index - _ABOVE, 0) : index] if index == anchors[0] else ()
        dated = (line for line in above if _DATE_LABEL.match(line.text))
        after = takewhile(lambda line: not SUBJECT.match(line.text), lines[index + 1 : min(end, index + 1 + _NEAR)])
        yield _head(lines[index], (*after, *dated))


def _head(anchor: TextLine, others: Iterable[TextLine]) -> HeadPrinting:
    memo = memo_in(anchor.text)
    number = _canonical(memo[0]) if memo else None
    first = TextLine(memo[1] if memo else anchor.text, anchor.place)
    gregorian: tuple[date, Place] | None = None
    bangla: tuple[str, Place] | None = None
    for line in (first, *others):
        for text in _dates_in(line.text):
            if _is_bangla_year(text):
                bangla = bangla or (text, line.place)
            elif gregorian is None and (parsed := parse_date(text)) is not None:
                gregorian = (parsed, line.place)
    day = gregorian[0] if gregorian else None
    bangla_iso, doubts = _bangla(bangla, day) if bangla else (None, ())
    letter = Letter(memo_number=number, date=day.isoformat() if day else None, bangla_date=bangla_iso)
    return HeadPrinting(
        letter,
        memo_place=anchor.place if memo else NOWHERE,
        date_place=gregorian[1] if gregorian else NOWHERE,
        bangla_place=bangla[1] if bangla else NOWHERE,
        doubts=doubts,
    )


def _dates_in(text: str) -> tuple[str, ...]:
    text = _DATE_LABEL.sub("", text.strip(" -–/,")).strip()
    return tuple(found[0] for found in _WORDED.finditer(text)) or ((text,) if text else ())


def _is_bangla_year(text: str) -> bool:
    found = _WORDED.search(text)
    return found is not None and 1300 <= int(to_latin(found["year"])) <= 1599


def _canonical(number: str) -> str:
    memo = parse_memo(number)
    if "(" in number:
        return _COUNTED.sub("", to_latin(" ".join(number.split())).replace("–", "-"))
    return to_latin(number).replace("–", "-") if memo is None else memo.text


def _bangla(printed: tuple[str, Place], day: date | None) -> tuple[str | None, tuple[Doubt, ...]]:
    text, place = printed
    parsed = parse_bangla_date(text)
    if parsed is not None:
        return str(parsed), ()
    found = _WORDED.search(text)
    month = found["month"] if found else text
    suggestion = str(to_bangla_date(day)) if day is not None and day >= FIRST_DAY else None
    if month in MONTHS:
        sentence, facts = sentences.BANGLA_DATE_IMPOSSIBLE, {"printed": text}
    else:
        sentence, facts = sentences.NOT_A_BANGLA_MONTH, {"month": month, "printed": text}
    return None, (Doubt(sentence, "warning", facts, "letter.bangla_date", place, suggestion),)


def _printings_agree(letter: Letter, heads: tuple[HeadPrinting, ...]) -> Iterator[Doubt]:
    for head in heads[1:]:
        places = {"memo_number": head.memo_place, "date": head.date_place, "bangla_date": head.bangla_place}
        for name, place in places.items():
            first, here = getattr(letter, name), getattr(head.letter, name)
            if here is not None and here != first and not _counts_copies(name, first, here):
                facts: Facts = {"first": _written(name, first), "other": _written(name, here)}
                yield Doubt(sentences.LETTERHEAD_DIFFERS, "warning", facts, f"letter.{name}", place, suggestion=first)


def _counts_copies(name: str, first: str | None, here: str) -> bool:
    """Whether a second memo number is the first with the number of copies behind it: `…-185/1(20)`."""
    return name == "memo_number" and first is not None and _COPY_COUNT.sub("", here) == _COPY_COUNT.sub("", first)


def _written(name: str, value: str) -> Both:
    if name == "date":
        return write_date(date.fromisoformat(value)), value
    if name == "bangla_date":
        return write_stored_bangla(value), value
    return to_bangla(value), value


def subject(document: Document) -> TextLine | None:
    """What follows বিষয়, over as many lines as the page broke it into; None where the paper has no subject line."""
    lines = lines_of(document)
    run = subject_run(lines)
    if run is None:
        return None
    first = SUBJECT.sub("", lines[run.start].text)
    text = " ".join(part for part in (first, *(lines[index].text for index in run[1:])) if part)
    return TextLine(text, lines[run.start].place)


def subject_run(lines: tuple[TextLine, ...]) -> range | None:
    """Which of the lines hold the subject; None where none does."""
    start = next((index for index, line in enumerate(lines) if SUBJECT.match(line.text)), None)
    if start is None:
        return None
    return range(start, start + 1 + sum(1 for _ in following(lines, start)))


def wraps(line: TextLine, after: TextLine) -> bool:
    """Whether a line was broken by the page and goes on in the line after: long, unfinished, with no line between."""
    return (
        len(line.text) >= _WRAPPED
        and not line.text.endswith("।")
        and line.place.line is not None
        and after.place.line == line.place.line + 1
        and not _LABELLED.match(after.text)
    )


def following(lines: tuple[TextLine, ...], index: int) -> Iterator[TextLine]:
    """The lines after `index` into which the page broke that line."""
    for before, line in zip(lines[index:], lines[index + 1 :], strict=False):
        if not wraps(before, line):
            return
        yield line


def masthead(document: Document) -> tuple[TextLine, ...]:
    """The lines above the first memo number or date: priority marks, government, ministry, office, address. A letter without either has
    the lines that name an office at its top."""
    lines = lines_of(document)
    for index, line in enumerate(lines):
        if memo_in(line.text) is not None or _DATE_LABEL.match(line.text) or SUBJECT.match(line.text):
            return lines[:index]
    return tuple(takewhile(lambda line: opens_letter(line.text), lines))
