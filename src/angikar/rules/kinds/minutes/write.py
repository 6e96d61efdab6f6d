"""Writing minutes in their official form: title block, four columns, closing, chair, memo and dates, copies, attendance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count

from angikar.rules.bangla.dates import write_date, write_short, write_stored_bangla
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Block, Cell, Document, Heading, PageBreak, Paragraph, Row, Signature, Table
from angikar.rules.kinds.minutes.content import Minutes, MinutesItem
from angikar.rules.letters.values import Copy, Signatory

_HEADINGS = ("ক্রঃ নং", "আলোচনা", "সিদ্ধান্ত", "বাস্তবায়নকারী")


def write(minutes: Minutes) -> Document:
    """The minutes as they are printed and signed."""
    return Document(tuple(_blocks(minutes)), title=minutes.title)


def _blocks(minutes: Minutes) -> Iterator[Block]:
    yield Heading(f"{minutes.title}।", 1, path="title")
    yield _facts(minutes)
    if minutes.opening:
        yield Paragraph(minutes.opening, align="justify", path="opening")
    yield _items(minutes.items)
    if minutes.closing:
        yield Paragraph(minutes.closing, align="justify", path="closing")
    signed = tuple(enumerate(minutes.signatories))
    yield from (_signature(index, each) for index, each in signed if each.role != "copies")
    yield from _memo(minutes)
    if minutes.copies:
        yield Paragraph("অনুলিপি সদয় অবগতি ও প্রয়োজনীয় ব্যবস্থা গ্রহণের জন্য প্রেরণ করা হলো:", strong=True)
        yield from (_copy(number, copy) for number, copy in enumerate(minutes.copies, 1))
    yield from (_signature(index, each) for index, each in signed if each.role == "copies")
    if minutes.present:
        yield PageBreak()
        yield Heading("পরিশিষ্ট- “ক” (স্বাক্ষরের ক্রমানুসারে)", 2)
        yield _present(minutes)


def _facts(minutes: Minutes) -> Table:
    day = f"{write_short(date.fromisoformat(minutes.date)).replace('.', '-')} খ্রিস্টাব্দ।" if minutes.date else ""
    facts = (
        ("সভাপতি", minutes.chair, "chair"),
        ("সভার তারিখ", day, "date"),
        ("সভার সময়", _clock(minutes.time), "time"),
        ("সভার স্থান", minutes.place, "place"),
        ("সভায় উপস্থিতি", minutes.attendance, "attendance"),
    )
    rows = tuple(Row((Cell(label), Cell(":"), Cell(value, path=path))) for label, value, path in facts if value)
    return Table(rows, widths=(3, 0.4, 12), borders=False)


def _clock(time: str | None) -> str:
    if time is None:
        return ""
    hour, minute = map(int, time.split(":"))
    part = "সকাল" if hour < 12 else "দুপুর" if hour < 15 else "বিকাল" if hour < 18 else "সন্ধ্যা"
    return f"{part} {to_bangla(f'{hour if hour <= 12 else hour - 12}:{minute:02}')} ঘটিকা।"


def _items(items: tuple[MinutesItem, ...]) -> Table:
    head = Row(tuple(Cell(text, align="center", strong=True) for text in _HEADINGS))
    return Table((head, *map(_row, count(), items)), header_rows=1, widths=(1, 7, 6, 4))


def _row(index: int, item: MinutesItem) -> Row:
    talk = "\n".join(part for part in (f"{item.title}:" if item.title else "", item.discussion) if part)
    several = len(item.decisions) > 1
    decisions = "\n".join(
        f"{to_bangla(str(number))}) {each.text}" if several else each.text
        for number, each in enumerate(item.decisions, 1)
    )
    at = f"items.{index}"
    whose = f"{at}.decisions" if _differ(item) else f"{at}.implementers"
    number = Cell(to_bangla(item.number), align="center", path=f"{at}.number")
    cells = (Cell(talk, path=at), Cell(decisions, path=f"{at}.decisions"), Cell(_implementers(item), path=whose))
    return Row((number, *cells))


def _implementers(item: MinutesItem) -> str:
    """One list for the item, or one entry for each decision where every decision has its own.

    A numbered list as long as the decisions would give each its own; names that all decisions share are then printed in one line.
    """
    own = [each.implementers for each in item.decisions]
    names = [" ও ".join(each) for each in own] if _differ(item) else list(item.implementers)
    if len(names) == 1 or (len(names) == len(own) and not _differ(item)):
        return " ও ".join(names)
    return "\n".join(f"{to_bangla(str(number))}) {name}" for number, name in enumerate(names, 1))


def _differ(item: MinutesItem) -> bool:
    return any(each.implementers != item.implementers for each in item.decisions)


def _memo(minutes: Minutes) -> Iterator[Block]:
    letter = minutes.letter
    if letter.memo_number is None and letter.date is None:
        return
    bangla = write_stored_bangla(letter.bangla_date) if letter.bangla_date else ""
    day = write_date(date.fromisoformat(letter.date)) if letter.date else ""
    dates = "\n".join(part for part in (f"তারিখ: {bangla}" if bangla else "", day if bangla else f"তারিখ: {day}") if part)
    memo = f"স্মারক নং-{to_bangla(letter.memo_number)}" if letter.memo_number else ""
    row = Row((Cell(memo, path="letter.memo_number"), Cell(dates, align="right", path="letter")))
    yield Table((row,), widths=(3, 2), borders=False)


def _copy(number: int, copy: Copy) -> Paragraph:
    text = f"{copy.to} ({copy.note})।" if copy.note else f"{copy.to}।"
    return Paragraph(text, label=f"{to_bangla(str(number))}।", path=f"copies.{number - 1}")


def _signature(index: int, signatory: Signatory) -> Signature:
    name = f"({signatory.name})" if signatory.name else ""
    return Signature(
        tuple(line for line in (name, signatory.post, signatory.office, *signatory.contact) if line),
        path=f"signatories.{index}",
    )


def _present(minutes: Minutes) -> Table:
    head = Row(tuple(Cell(text, align="center", strong=True) for text in ("ক্রমিক নং", "নাম ও পদবী", "মোবাইল", "স্বাক্ষর")))
    rows = (
        Row(
            (
                Cell(to_bangla(str(number)), align="center"),
                Cell(", ".join(part for part in (each.name, each.post) if part), path=f"present.{number - 1}"),
                Cell(to_bangla(each.mobile or "")),
                Cell("স্বাক্ষরিত" if each.signed else ""),
            )
        )
        for number, each in enumerate(minutes.present, 1)
    )
    return Table((head, *rows), header_rows=1, widths=(1, 7, 3, 3))
