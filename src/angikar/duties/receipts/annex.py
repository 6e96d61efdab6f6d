"""The annex of receipts: who was sent a paper and who has acknowledged it when, as a printed list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from angikar.duties.receipts.queries import Receipt
from angikar.papers.models import Outsider, Paper
from angikar.rules.bangla.dates import write_short
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Cell, Document, Heading, Paragraph, Row, Table

_HEADS = ("ক্রঃ নং", "প্রাপক", "কার্যার্থে/অনুলিপি", "প্রথম দেখা", "প্রাপ্তি স্বীকার")
_ROLES = {"action": "কার্যার্থে", "copy": "অনুলিপি"}


def annex(paper: Paper, posts: Iterable[Receipt], outsiders: Iterable[Outsider], today: date) -> Document:
    """The list as it was on a day, posts in the order of their offices and then those outside; what is not known stays
    empty. The hash of the paper is above it.
    """
    rows = [(f"{each.title}, {each.office}", each.role, _day(each.seen_at), _given(each)) for each in posts]
    rows += [
        (str(each), each.role, _day(each.seen_at), _day(each.acknowledged_at)) for each in outsiders if _counts(each)
    ]
    body = [
        Row((Cell(to_bangla(str(number))), Cell(who), Cell(_ROLES[role]), Cell(seen), Cell(given)))
        for number, (who, role, seen, given) in enumerate(rows, 1)
    ]
    head = Row(tuple(Cell(text, align="center", strong=True) for text in _HEADS))
    about = [f"বিষয়: {paper.title}", f"স্মারক: {paper.memo_number}" if paper.memo_number else ""]
    if paper.issued_at:
        about.append(f"জারি: {write_short(paper.issued_at)}")
    if paper.closed_on:
        about.append(f"সব প্রাপ্তি স্বীকার: {write_short(paper.closed_on)}")
    about += [f"হ্যাশ: {paper.hash}", f"{write_short(today)} তারিখের অবস্থা"]
    lines = [Paragraph(text) for text in about if text]
    title = "প্রাপ্তি স্বীকারের তালিকা"
    table = Table((head, *body), header_rows=1, widths=(1, 7, 2.4, 2.4, 4))
    return Document((Heading(title), *lines, table), title=title)


def _counts(each: Outsider) -> bool:
    """Whether somebody outside belongs on the list: who was taken off it does not, unless he has acknowledged."""
    return each.revoked_at is None or each.acknowledged_at is not None


def _given(each: Receipt) -> str:
    if each.excused:
        return "প্রযোজ্য নয়"
    return f"{write_short(each.on)}, {each.by}" if each.on else ""


def _day(moment: datetime | None) -> str:
    return write_short(timezone.localtime(moment).date()) if moment else ""
