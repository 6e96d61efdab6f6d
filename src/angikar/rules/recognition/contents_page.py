"""The contents page: the titles of a paper named once more before they come, each with its page; they are no part of what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from angikar.rules.bangla.text import key, normal
from angikar.rules.document import Block, Document, Heading, Paragraph

_TITLES = frozenset(key(title) for title in ("সূচিপত্র", "সূচীপত্র", "সূচি", "Contents", "Table of contents"))
_PAGE = re.compile(r"[\s.…·_-]*[০-৯0-9]{1,3}$")
"""The page of a title, behind dots that lead to it."""
_LINES = 3
"""Lines over which one title may go on."""
_LEAST = 3
"""Titles that make a list of contents; fewer are left where they are."""


def without_contents(document: Document) -> Document:
    """The same Document without its contents page. A line is left out only where the paper prints it again further on, so
    that nothing is lost with it.

    >>> titles = [Paragraph("সূচিপত্র"), *(Paragraph(f"{name} ..... {page}") for name, page in (("ক", "১"), ("খ", "২"), ("গ", "২")))]
    >>> paper = Document((*titles, *map(Heading, "কখগ"), Paragraph("শেষ ২")))
    >>> [block.text for block in without_contents(paper).blocks]
    ['ক', 'খ', 'গ', 'শেষ ২']
    """
    blocks = document.blocks
    begins = next((at for at, block in enumerate(blocks) if key(_text(block)) in _TITLES), None)
    if begins is None:
        return document
    last = {key(_text(block)): at for at, block in enumerate(blocks)}
    entries, at = 0, begins + 1
    while lines := _lines_of_entry(blocks, at, last):
        entries, at = entries + 1, at + lines
    if entries < _LEAST:
        return document
    return replace(document, blocks=(*blocks[:begins], *blocks[at:]))


def _lines_of_entry(blocks: Sequence[Block], at: int, last: dict[str, int]) -> int:
    """Over how many blocks the title goes on that begins at a place and comes again behind it; 0 where none does."""
    whole = ""
    for lines, block in enumerate(blocks[at : at + _LINES], start=1):
        if not (text := _text(block)):
            return 0
        whole = f"{whole} {text}".strip()
        if any(last.get(key(each), 0) >= at + lines for each in (whole, _PAGE.sub("", whole)) if key(each)):
            return lines
    return 0


def _text(block: Block) -> str:
    """The text of a line outside tables, behind its label."""
    if isinstance(block, Paragraph):
        return normal(f"{block.label} {block.text}")
    return normal(block.text) if isinstance(block, Heading) else ""
