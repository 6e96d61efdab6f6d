"""Sets a plain letter in its official form: marks, head, body, lists and signatures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from angikar.rules.document import Block, Cell, Document, Paragraph, Row, Table
from angikar.rules.kinds.plain_letter.content import PlainLetter
from angikar.rules.letters.body import LetterPassage
from angikar.rules.letters.printed import addressed, copied, enclosed, head, memo_and_dates, signature


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
