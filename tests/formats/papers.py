"""Hypothesis: papers of any make, in words that every format can carry."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from angikar.formats.intake import kind_of
from angikar.formats.pdf_text.lines import split_label
from angikar.formats.readers.registry import read_as
from angikar.rules.document import NOWHERE, Block, Cell, Document, Heading, PageBreak, Paragraph, Row, Signature, Table

ALIGNS = st.sampled_from(["left", "center", "right", "justify"])
WORDS = st.text(st.sampled_from("কখগচদনমরসহািীেুূৃ্ংঁ০১৯abcZ129.,/%()-।:'\"&<>#*$_@\\=+"), min_size=1, max_size=12)
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
TEXTS = LINES.filter(lambda text: not split_label(text)[0])
LABELS = st.sampled_from(["", "১।", "(ক)", "[১.২.১]", "•", "-"])
CELLS = st.builds(Cell, TEXTS | st.just(""), st.integers(1, 3), st.integers(1, 3), ALIGNS, st.booleans())
TABLES = st.builds(
    Table,
    st.lists(st.lists(CELLS, min_size=1, max_size=5).map(tuple).map(Row), min_size=1, max_size=5).map(tuple),
    st.integers(0, 2),
    st.just(()),
    st.booleans(),
)
BLOCKS = st.one_of(
    st.builds(Heading, TEXTS, st.integers(1, 5), ALIGNS),
    st.builds(Paragraph, TEXTS, LABELS, ALIGNS, st.booleans(), st.integers(0, 3)),
    TABLES,
    st.builds(Signature, st.lists(LINES, min_size=1, max_size=4).map(tuple), ALIGNS),
    st.builds(PageBreak, st.booleans()),
)
DOCUMENTS = st.builds(Document, st.lists(BLOCKS, max_size=6).map(tuple), TEXTS | st.just(""), st.booleans())


def read_here(data: bytes, name: str = "x") -> Document:
    """The Document of a file, read in this process: thousands of drawn papers cannot each wait for one of their own."""
    kind = kind_of(data)
    return read_as("html" if kind == "text" and name.endswith(".html") else kind, data)


def bare(block: Block) -> Block:
    """A block without its places and measured widths, to be compared with what was written."""
    if isinstance(block, Table):
        cells = [tuple(replace(cell, place=NOWHERE) for cell in row.cells) for row in block.rows]
        return replace(block, rows=tuple(map(Row, cells)), widths=(), place=NOWHERE)
    return replace(block, place=NOWHERE)
