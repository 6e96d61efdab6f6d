"""Letterform: the parts of a letter set as they are printed: memo left and dates right, lists, signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from angikar.rules.bangla.calendar import BanglaDate
from angikar.rules.bangla.dates import write_bangla_date, write_date, write_short
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Align, Block, Cell, Paragraph, Row, Signature, Table
from angikar.rules.letter import Copy, Letter, Signatory

_COPIES = "অনুলিপি সদয় অবগতি ও প্রয়োজনীয় ব্যবস্থা গ্রহণের জন্য প্রেরণ করা হলো (জ্যেষ্ঠতার ভিত্তিতে নয়):"


def head(masthead: Sequence[str], letter: Letter, subject: str | None) -> Iterator[Block]:
    """The office above, memo number left and both dates right in two lines, the subject below."""
    for line in masthead:
        yield Paragraph(line, align="center", strong=True)
    if letter != Letter():
        yield memo_and_dates(letter)
    if subject is not None:
        yield Paragraph(f"বিষয়: {subject}", strong=True)
        yield Paragraph("")  # an empty line, so that a long subject does not run into the body


def memo_and_dates(letter: Letter) -> Table:
    """The memo number left, the Bangla date over the Gregorian right, in one row without borders."""
    bangla = BanglaDate(*map(int, letter.bangla_date.split("-"))) if letter.bangla_date else None
    days = [write_bangla_date(bangla)] if bangla else []
    days += [write_date(date.fromisoformat(letter.date))] if letter.date else []
    dates = "তারিখ: " + "\n".join(days) if days else ""
    memo = f"নং-{to_bangla(letter.memo_number)}" if letter.memo_number else ""
    return Table((Row((Cell(memo), Cell(dates, align="right"))),), widths=(3.0, 2.0), borders=False)


def signature(signatory: Signatory, align: Align = "right") -> Signature:
    """The block under which somebody signs: name in brackets, post, office, telephone and e-mail."""
    signed = f" {write_short(date.fromisoformat(signatory.signed_on))}" if signatory.signed_on else ""
    name = f"({signatory.name or '…………………'}){signed}"
    lines = (name, signatory.post, signatory.office, *signatory.contact)
    return Signature(tuple(line for line in lines if line), align)


def addressed(addressees: Sequence[str]) -> Iterator[Block]:
    """To whom it goes: one post by itself, several in a numbered list under বিতরণ."""
    if len(addressees) == 1:
        yield Paragraph("")  # an empty line, so that it is not taken for the office of who signs above
        yield Paragraph(addressees[0])
    elif addressees:
        yield Paragraph("বিতরণ:", strong=True)
        yield from numbered(addressees)


def copied(copies: Sequence[Copy]) -> Iterator[Block]:
    """Who is told: a numbered list under অনুলিপি, each with its own instruction in brackets."""
    if copies:
        yield Paragraph(_COPIES)
        yield from numbered([f"{copy.to} [{copy.note}]" if copy.note else copy.to for copy in copies])


def numbered(items: Sequence[str]) -> Iterator[Paragraph]:
    """A list numbered ১। ২। ৩।"""
    for number, item in enumerate(items, start=1):
        yield Paragraph(item, label=f"{to_bangla(str(number))}।", indent=1)
