"""Reading minutes: the facts above the table, the four columns whatever page they broke over, the letter and the attendance below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile

from angikar.rules.bangla.dates import parse_date, parse_dates, parse_month
from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key, normal
from angikar.rules.document import NOWHERE, Block, Document, Table
from angikar.rules.finding import GridRow, grid, lines_of
from angikar.rules.kinds.minutes import sentences
from angikar.rules.kinds.minutes.check import check
from angikar.rules.kinds.minutes.clock import clock
from angikar.rules.kinds.minutes.columns import STANDARD, Columns, columns_of, is_worded, standard_row
from angikar.rules.kinds.minutes.content import Minutes, MinutesItem, Present
from angikar.rules.kinds.minutes.items import read_item
from angikar.rules.kinds.minutes.labels import LABELLED, facts_of
from angikar.rules.kinds.minutes.prose import prose_rows
from angikar.rules.letters.foot import distribution, signatories
from angikar.rules.letters.head import letterhead
from angikar.rules.letters.memo_line import memo_in
from angikar.rules.reading import Doubt, Reading

_MINUTES = r"(?:কার্য\s?বিবর[নণ][ীি]|কার্যবিবরনি|রেজুলেশন|রেজ্যুলেশন)"
_TITLE = re.compile(
    rf"^(?:বিষয়\s*+:\s*+)?(?:(?P<month>.+?)(?<!\s)\s++মাসের\s++)?(?P<body>.+?)(?<!\s)(?:\s++সভার|(?<=সম্মেলন)ের|(?<=বৈঠক)ের)\s++(?:কার্যপত্র\s++ও\s++)?(?:{_MINUTES}|সিদ্ধান্ত)"
)
_NAMED = re.compile(_MINUTES)
_FORWARDED = re.compile(r"প্রেরণ|দাখিল|বিতরণ")
"""What the subject and the text of a letter that forwards minutes say of them."""
_MONTH_IN = re.compile(r"\(([^()]{4,20})\)|(?<!\S)(\S+\s*+[/,]?\s*+[০-৯0-9]{4})\s++মাসের")
_BESIDE = re.compile(r"\s*/\s*(?=[০-৯0-9]{1,2}\s+[\u0980-\u09e3])")
"""Between a Bangla day and the Gregorian one."""
_TOP = 6
"""Lines among which the title of minutes is looked for."""
_CLOSES = re.compile(r"সমাপ্তি ঘোষণা|সভা শেষ|সভার কাজ শেষ")
_ATTENDANCE = re.compile(r"নাম ও পদ|নাম, পদ|মোবাইল")


@dataclass
class _Notes:
    """What the reader gathers on its way."""

    facts: dict[str, str] = field(default_factory=dict)
    items: list[MinutesItem] = field(default_factory=list)
    present: list[Present] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def recognise(document: Document) -> int:
    """Surely minutes where a title says কার্যবিবরণী or the four columns are there; less where only the word does."""
    columns = any(columns_of(rows[0]) is not None for rows in map(grid, document.tables()) if rows)
    top = [line.text for line in lines_of(document.blocks)[:4] if not _FORWARDED.search(line.text)]
    titled = any(_NAMED.search(text) and len(text) < 160 for text in top)
    return 95 if columns and titled else 85 if columns else 60 if titled else 0


def read(document: Document, framework: str | None) -> Reading[Minutes]:
    """The minutes as the paper holds them; what is broken in it is a doubt with its line."""
    notes = _Notes()
    lines = lines_of(document.blocks)
    for line in lines_of(_above_items(document)):
        _fact(notes, line.text)
    for table in document.tables():
        _fact_rows(notes, grid(table))
    for line in lines:
        if line.text.startswith("সভার "):
            _fact(notes, line.text)
    named = next((line.text for line in lines[:_TOP] if _NAMED.search(line.text)), None)
    named = named or next((line.text for line in lines[:_TOP] if _TITLE.match(line.text)), None)
    title = named or (lines[0].text if lines else "")
    month = _month(title, notes)
    for table in document.tables():
        _table(notes, grid(table), month)
    if not notes.items:
        for row in prose_rows(lines):
            _take(notes, row, month)
    head, foot = letterhead(document), distribution(document)
    opening, closing = _prose(document)
    content = Minutes(
        title=title.rstrip("।"),
        body=_body(title),
        month=f"{month[0]}-{month[1]:02}" if month else None,
        date=_iso(notes.facts.get("date")),
        time=clock(notes.facts.get("time")),
        place=_fact_text(notes, "place"),
        chair=_fact_text(notes, "chair"),
        attendance=notes.facts.get("attendance"),
        opening=opening,
        items=tuple(notes.items),
        closing=closing,
        letter=head.letter,
        present=tuple(notes.present),
        copies=foot.copies,
        signatories=tuple(each.signatory for each in signatories(document)),
    )
    memo = head.heads[0].memo_place if head.heads else NOWHERE
    of_memo = (replace(each, place=memo) for each in check(content, framework) if each.path == "letter.memo_number")
    return Reading("minutes", framework, content).with_doubts(*notes.doubts, *head.doubts, *foot.doubts, *of_memo)


def _fact(notes: _Notes, text: str) -> None:
    names, value = facts_of(text)
    for name in names:
        notes.facts.setdefault(name, value)


def _fact_text(notes: _Notes, name: str) -> str | None:
    value = notes.facts.get(name)
    return value.rstrip("।").strip() if value else None


def _month(title: str, notes: _Notes) -> tuple[int, int] | None:
    found = _TITLE.match(title)
    printed = parse_month(found["month"]) if found and found["month"] else None
    inside = (_MONTH_IN.search(title) if printed is None else None) or ()
    printed = (
        printed or next(filter(None, (parse_month(each) for each in (inside[1], inside[2]) if each)), None)
        if inside
        else printed
    )
    day = _iso(notes.facts.get("date"))
    return printed or ((int(day[:4]), int(day[5:7])) if day else None)


def _body(title: str) -> str | None:
    found = _TITLE.match(title)
    return re.sub(r"(?:\s*-?এর|র)$", "", found["body"]).strip() if found else None


def _iso(text: str | None) -> str | None:
    parts = _BESIDE.split(text) if text else []
    days = (parse_date(part) or next(iter(parse_dates(part)), None) for part in (text or "", *parts))
    day = next(filter(None, days), None)
    return day.isoformat() if day else None


def _table(notes: _Notes, rows: tuple[GridRow, ...], month: tuple[int, int] | None) -> None:
    if not rows:
        return
    columns = columns_of(rows[0])
    if columns is not None:
        notes.doubts += _headings(rows[0], columns)
        for row in rows[1:]:
            _take(notes, standard_row(row, columns), month)
    elif any(_ATTENDANCE.search(text) for text in rows[0].texts):
        notes.present += [each for row in rows[1:] if (each := _present(row)) is not None]


def _take(notes: _Notes, row: GridRow, month: tuple[int, int] | None) -> None:
    day = _iso(notes.facts.get("date"))
    item, doubts = read_item(row, len(notes.items), month, date.fromisoformat(day) if day else None)
    notes.items += [item] if item else []
    notes.doubts += doubts


def _fact_rows(notes: _Notes, rows: tuple[GridRow, ...]) -> None:
    for row in rows:
        texts = [text for text in row.texts if normal(text) not in ("", ":")]
        if len(texts) == 2:
            _fact(notes, f"{normal(texts[0]).rstrip(':')}: {normal(texts[1])}")


def _headings(row: GridRow, columns: Columns) -> Iterator[Doubt]:
    """`heading-misread`: a heading of the standard form that is nearly the official one."""
    if list(columns) != ["number", "discussion", "decision", "implementer"]:
        return
    for index, (printed, meant, role) in enumerate(zip(row.texts, STANDARD, columns, strict=False)):
        if index and key(printed) != key(meant) and not is_worded(role, printed):
            facts = {"printed": printed, "meant": meant}
            yield Doubt(sentences.HEADING_MISREAD, "info", facts, place=row.at(index), suggestion=meant)


def _present(row: GridRow) -> Present | None:
    texts = [normal(text) for text in row.texts]
    if len(texts) < 3 or not texts[1]:
        return None
    name, _, post = texts[1].partition(",")
    signed = len(texts) > 3 and "স্বাক্ষর" in texts[3]
    return Present(name=name.strip(), post=post.strip() or None, mobile=to_latin(texts[2]) or None, signed=signed)


def _prose(document: Document) -> tuple[str, str]:
    """The paragraph that opens the meeting and the one that closes it."""
    opening, closing = "", ""
    above = len(lines_of(_above_items(document)))
    for number, line in enumerate(lines_of(document.blocks)[1:], start=1):
        if memo_in(line.text) is not None:
            break
        if _CLOSES.search(line.text):
            closing = line.text
        elif number < above and len(line.text) > 60 and not LABELLED.match(line.text):
            opening = f"{opening} {line.text}".strip()
    return opening, closing


def _above_items(document: Document) -> tuple[Block, ...]:
    """The blocks above the first table of items; all where there is none."""

    def is_items(block: Block) -> bool:
        return isinstance(block, Table) and bool(block.rows) and columns_of(grid(block)[0]) is not None

    return tuple(takewhile(lambda block: not is_items(block), document.blocks))
