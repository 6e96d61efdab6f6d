"""Sets the parts of a letter as they are printed: marks, memo left and dates right, lists, signatures.

Where a kind gives `under`, the name in its content that holds the parts, each part carries its path, so that a person can change it on
the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from angikar.rules.bangla.dates import write_date, write_short, write_stored_bangla
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Align, Block, Cell, Paragraph, Row, Signature, Table
from angikar.rules.letters.values import Copy, Enclosure, Letter, Signatory

_COPIES = "অনুলিপি সদয় অবগতি ও প্রয়োজনীয় ব্যবস্থা গ্রহণের জন্য প্রেরণ করা হলো (জ্যেষ্ঠতার ভিত্তিতে নয়):"


def _path(under: str | None, name: str, index: int | None = None) -> str:
    """The path of a part, empty where the kind gave none."""
    if under is None:
        return ""
    return ".".join(part for part in (under, name, "" if index is None else str(index)) if part)


def head(
    masthead: Sequence[str], letter: Letter, subject: str | None, *, under: str | None = None, title: str = ""
) -> Iterator[Block]:
    """The office above, memo number left and both dates right in two lines, the heading and the subject below."""
    for index, line in enumerate(masthead):
        yield Paragraph(line, align="center", strong=True, path=_path(under, "masthead", index))
    if letter != Letter():
        yield memo_and_dates(letter, under=under)
    if title:
        yield Paragraph(title, align="center", strong=True, path=_path(under, "title"))
    if subject is not None:
        yield Paragraph(f"বিষয়: {subject}", strong=True, path=_path(under, "subject"))
        yield Paragraph("")  # an empty line, so that a long subject does not run into the body


def memo_and_dates(letter: Letter, *, under: str | None = None) -> Table:
    """The memo number left, the Bangla date over the Gregorian right, in one row without borders."""
    days = [write_stored_bangla(letter.bangla_date)] if letter.bangla_date else []
    days += [write_date(date.fromisoformat(letter.date))] if letter.date else []
    dates = "তারিখ: " + "\n".join(days) if days else ""
    memo = f"নং-{to_bangla(letter.memo_number)}" if letter.memo_number else ""
    cells = (
        Cell(memo, path=_path(under, "letter.memo_number")),
        Cell(dates, align="right", path=_path(under, "letter")),
    )
    return Table((Row(cells),), widths=(3.0, 2.0), borders=False)


def signature(signatory: Signatory, align: Align = "right", *, path: str = "") -> Signature:
    """The block under which somebody signs: name in brackets, post, office, telephone and e-mail."""
    signed = f" {write_short(date.fromisoformat(signatory.signed_on))}" if signatory.signed_on else ""
    name = f"({signatory.name or '…………………'}){signed}"
    lines = (name, signatory.post, signatory.office, *signatory.contact)
    return Signature(tuple(line for line in lines if line), align, path=path)


def enclosed(enclosures: Sequence[Enclosure], *, under: str | None = None) -> Iterator[Block]:
    """What goes with the letter: a numbered list under সংলগ্নী, each with its number of pages."""
    if enclosures:
        yield Paragraph("সংলগ্নী:", strong=True)
        pages = (f" ({to_bangla(each.pages)} পাতা)" if each.pages else "" for each in enclosures)
        texts = [f"{each.title}{count}" for each, count in zip(enclosures, pages, strict=True)]
        yield from numbered(texts, at=_path(under, "enclosures"))


def addressed(addressees: Sequence[str], *, under: str | None = None) -> Iterator[Block]:
    """The addressees: one post by itself, several in a numbered list under বিতরণ."""
    at = _path(under, "addressees")
    if len(addressees) == 1:
        yield Paragraph("")  # an empty line, so that it is not taken for the office of who signs above
        yield Paragraph(addressees[0], path=f"{at}.0" if at else "")
    elif addressees:
        yield Paragraph("বিতরণ:", strong=True)
        yield from numbered(addressees, at=at)


def copied(copies: Sequence[Copy], *, under: str | None = None) -> Iterator[Block]:
    """Who gets a copy: a numbered list under অনুলিপি, each with its own instruction in brackets."""
    if copies:
        yield Paragraph(_COPIES)
        texts = [f"{copy.to} [{copy.note}]" if copy.note else copy.to for copy in copies]
        yield from numbered(texts, at=_path(under, "copies"))


def numbered(items: Sequence[str], *, at: str = "") -> Iterator[Paragraph]:
    """A list numbered ১। ২। ৩।; `at` is the path of the list."""
    for number, item in enumerate(items, start=1):
        label = f"{to_bangla(str(number))}।"
        yield Paragraph(item, label=label, indent=1, path=f"{at}.{number - 1}" if at else "")
