"""Old letters: a paper typed in Bijoy, judged as a whole, comes as Unicode; a line alone may have none of its typical signs."""

from __future__ import annotations

from dataclasses import replace

from angikar.formats.pdf_text.lines import split_label
from angikar.rules.bangla.bijoy import is_bijoy_paper, line_to_unicode
from angikar.rules.document import Block, Document, Heading, PageBreak, Row, Signature, Table


def in_unicode(document: Document) -> Document:
    """The document, every text of it in Unicode where the whole of it is Bijoy."""
    if not is_bijoy_paper(document.text):
        return document
    return replace(document, blocks=tuple(map(_block, document.blocks)))


def _block(block: Block) -> Block:
    if isinstance(block, Table):
        rows = (
            Row(tuple(replace(cell, text=line_to_unicode(cell.text)) for cell in row.cells), row.place)
            for row in block.rows
        )
        return replace(block, rows=tuple(rows))
    if isinstance(block, Signature):
        return replace(block, lines=tuple(map(line_to_unicode, block.lines)))
    if isinstance(block, PageBreak):
        return block
    if isinstance(block, Heading):
        return replace(block, text=line_to_unicode(block.text))
    label, text = line_to_unicode(block.label), line_to_unicode(block.text)
    label, text = (label, text) if label else split_label(text.strip())
    return replace(block, text=text, label=label)
