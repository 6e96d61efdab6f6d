"""Old letters: a paper typed in Bijoy, judged as a whole, comes as Unicode; a line alone may have none of its typical signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from angikar.formats.pdf_text.lines import split_label
from angikar.rules.bangla.bijoy import is_bijoy, is_bijoy_paper, line_to_unicode, signs_in
from angikar.rules.document import Block, Document, FileRepair, Heading, PageBreak, Row, Signature, Table

_BANGLA = re.compile(r"[\u0980-\u09fe]")
_LATIN = re.compile(r"[A-Za-z]")
_MOST = 0.5
"""Share of the lines in Latin letters that must have a sign of Bijoy, where the paper has Bangla letters too, for the others to be Bijoy."""


def in_unicode(document: Document) -> Document:
    """The document, every text of it in Unicode where the whole of it is Bijoy. In a paper that has Bangla letters too, a text without
    any is converted where it has a sign of Bijoy itself, or where most such texts have.
    """
    text = document.text
    if is_bijoy_paper(text):
        repair = FileRepair("bijoy", signs_in(text))
        blocks = tuple(_block(block, line_to_unicode) for block in document.blocks)
        return replace(document, blocks=blocks, repairs=(*document.repairs, repair))
    latin = [each for each in _texts(document.blocks) if _LATIN.search(each) and not _BANGLA.search(each)]
    signed = [each for each in latin if is_bijoy(each)]
    if not is_bijoy_paper("\n".join(signed)):
        return document
    mostly = len(signed) >= _MOST * len(latin)

    def converted(each: str) -> str:
        return line_to_unicode(each) if is_bijoy(each) or (mostly and each in latin) else each

    blocks = tuple(_block(block, converted) for block in document.blocks)
    repair = FileRepair("bijoy-part", signs_in("\n".join(signed)))
    return replace(document, blocks=blocks, repairs=(*document.repairs, repair))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row.cells)
        elif isinstance(block, Signature):
            yield from block.lines
        elif not isinstance(block, PageBreak):
            yield block.text


def _block(block: Block, converted: Callable[[str], str]) -> Block:
    if isinstance(block, Table):
        rows = (
            Row(tuple(replace(cell, text=converted(cell.text)) for cell in row.cells), row.place) for row in block.rows
        )
        return replace(block, rows=tuple(rows))
    if isinstance(block, Signature):
        return replace(block, lines=tuple(map(converted, block.lines)))
    if isinstance(block, PageBreak):
        return block
    text = converted(block.text)
    if isinstance(block, Heading) or text == block.text:
        return replace(block, text=text)
    label, text = converted(block.label), text.strip()
    label, text = (label, text) if label else split_label(text)
    return replace(block, text=text, label=label)
