"""Sets a circular in its official form: marks, office, memo left and dates right, numbered paragraphs, lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from angikar.rules.bangla.dates import write_date, write_short, write_stored_bangla
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.document import Block, Cell, Document, Heading, Paragraph, Row, Signature, Table
from angikar.rules.kinds.circular import content as circular
from angikar.rules.letters.printed import enclosed
from angikar.rules.letters.values import Copy, Letter, Signatory

_FOR_INFORMATION = "অনুলিপি সদয় অবগতি ও প্রয়োজনীয় ব্যবস্থা গ্রহণের জন্য প্রেরণ করা হলো (জ্যেষ্ঠতার ভিত্তিতে নয়):"


def write(content: circular.Circular) -> Document:
    """The Document of a circular; reading it back gives the same content, but for the lines of the source."""
    blocks = (*_head(content), *_paragraphs(content), *_foot(content))
    return Document(blocks, title=f"{content.title}: {content.subject}".strip(": "))


def _head(content: circular.Circular) -> Iterator[Block]:
    for index, mark in enumerate(content.priority):
        yield Paragraph(mark, align="right", strong=True, path=f"priority.{index}")
    top = "letterhead" if content.letterhead else "office"
    for index, line in enumerate(_letterhead(content)):
        yield Paragraph(line, align="center", strong=True, path=f"{top}.{index}" if content.letterhead else top)
    yield _memo_and_dates(content.letter)
    if content.title:
        yield Heading(content.title, level=1, path="title")
    yield Paragraph(f"বিষয়: {content.subject}", strong=True, path="subject")
    if content.preamble:
        yield Paragraph(content.preamble, align="justify", path="preamble")


def _letterhead(content: circular.Circular) -> tuple[str, ...]:
    return content.letterhead or ((content.office,) if content.office else ())


def _memo_and_dates(letter: Letter) -> Table:
    memo = f"নং-{to_bangla(letter.memo_number)}" if letter.memo_number else ""
    bangla = write_stored_bangla(letter.bangla_date) if letter.bangla_date else ""
    day = write_date(date.fromisoformat(letter.date)) if letter.date else ""
    dates = "\n".join(filter(None, (bangla, day)))
    day_cell = Cell(f"তারিখ: {dates}" if dates else "", align="right", path="letter")
    row = Row((Cell(memo, path="letter.memo_number"), day_cell))
    return Table((row,), widths=(3, 2), borders=False)


def _paragraphs(content: circular.Circular) -> Iterator[Block]:
    rest = list(enumerate(content.directives))
    for number, frame in enumerate(content.paragraphs):
        own = [rest.pop(0) for code in frame.codes if rest and rest[0][1].code == code]
        whole = [(index, each) for index, each in own if not _label(each.code)]
        title = f"{frame.title}:" if frame.title else ""
        text = " ".join(filter(None, (title, *(each.text for _, each in whole), frame.text)))
        label = f"{to_bangla(frame.number)}।" if frame.number else ""
        path = f"directives.{whole[0][0]}" if whole and not frame.text else f"paragraphs.{number}"
        yield Paragraph(text, label=label, align="justify", path=path)
        for index, each in own:
            if _label(each.code):
                yield Paragraph(
                    each.text, label=_label(each.code), align="justify", indent=1, path=f"directives.{index}"
                )


def _label(code: str) -> str:
    """The label an item bears: `(চ)` of `5(চ)`; `৩.১` stays whole; a whole paragraph has none, nor has what bears no number."""
    if not circular.has_printed_code(code):
        return ""
    if "." in code:
        return to_bangla(code)
    bare = "" if code.isdecimal() or not code else f"({code})"
    return code[code.index("(") :] if "(" in code else bare


def _foot(content: circular.Circular) -> Iterator[Block]:
    yield from enclosed(content.enclosures, under="")
    signed = tuple(enumerate(content.signatories))
    yield from (_signature(index, each) for index, each in signed if each.role != "copies")
    if content.addressees:
        yield Paragraph("বিতরণ:", strong=True)
        yield from _list("addressees", content.addressees)
    if content.copies:
        yield _memo_and_dates(content.letter)
        yield Paragraph(_FOR_INFORMATION)
        yield from _list("copies", tuple(map(_copy, content.copies)))
    yield from (_signature(index, each) for index, each in signed if each.role == "copies")


def _list(name: str, texts: tuple[str, ...]) -> Iterator[Paragraph]:
    return (
        Paragraph(text, label=f"{to_bangla(str(index + 1))}।", path=f"{name}.{index}")
        for index, text in enumerate(texts)
    )


def _copy(copy: Copy) -> str:
    return f"{copy.to} [{copy.note}]" if copy.note else copy.to


def _signature(index: int, signatory: Signatory) -> Signature:
    """Name in brackets, post, office, contacts, one below the other; a date printed next to the
    name stays there."""
    signed = f" {write_short(date.fromisoformat(signatory.signed_on))}" if signatory.signed_on else ""
    lines = (f"({signatory.name or ''}){signed}", signatory.post, signatory.office, *signatory.contact)
    return Signature(tuple(line for line in lines if line), path=f"signatories.{index}")
