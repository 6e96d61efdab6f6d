"""The body of a letter: the paragraphs and tables between its subject and its foot."""

from __future__ import annotations

from itertools import takewhile

from angikar.rules.bangla.dates import looks_like_date
from angikar.rules.content import Content
from angikar.rules.document import Document, Paragraph, Table
from angikar.rules.finding import TextLine, grid
from angikar.rules.letters.addressed import address_block
from angikar.rules.letters.foot import foot_start
from angikar.rules.letters.head import LetterLine, lines_of, subject_run, tidy, wraps
from angikar.rules.letters.memo_line import memo_in
from angikar.rules.letters.office import opens_letter

_TOP = 15
"""Lines from the top in which memo number and date of a letter are printed."""


class LetterPassage(Content):
    """One paragraph with the number or letter printed before it, or one table as the rows of its texts."""

    label: str = ""
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def body(document: Document) -> tuple[LetterPassage, ...]:
    """Everything between head and foot in order; lines that only the page broke are joined again.

    >>> body(Document((Paragraph("বিষয়: সভা"), Paragraph("সভা হবে।", label="১।"), Paragraph("অনুলিপি:"))))
    (LetterPassage(label='১।', text='সভা হবে।', rows=()),)
    """
    lines = lines_of(document)
    start = _head_end(lines)
    stop = foot_start(lines, start)
    passages: list[LetterPassage] = []
    index, before = 0, None
    for block in document.blocks:
        own = lines_of(Document((block,)))
        if isinstance(block, Table) and not own and start <= index <= stop:
            passages.append(LetterPassage(rows=tuple(tuple(map(tidy, row.texts)) for row in grid(block))))
        label = tidy(block.label) if isinstance(block, Paragraph) else ""
        for line in own[max(start - index, 0) : max(stop - index, 0)]:
            passages, before = _joined(passages, before, line, label), line
        index += len(own)
    return tuple(passages)


def _head_end(lines: tuple[LetterLine, ...]) -> int:
    """The index of the first line below subject, memo number and dates; 0 where the letter has no head."""
    run = subject_run(lines)
    if run is not None:
        return run.stop
    top = list(takewhile(lambda line: not line.text.endswith("।") or looks_like_date(line.text), lines[:_TOP]))
    dated = (n for n, line in enumerate(top) if memo_in(line.text) is not None or looks_like_date(line.text))
    stop = next(dated, -1) + 1 or sum(1 for _ in takewhile(lambda line: opens_letter(line.text), lines))
    while 0 < stop < len(lines) and looks_like_date(lines[stop].text):
        stop += 1
    return max(stop, address_block(lines).stop)


def _joined(passages: list[LetterPassage], before: TextLine | None, line: TextLine, label: str) -> list[LetterPassage]:
    text = line.text.removeprefix(label).strip()
    last = passages[-1] if passages else None
    if before is not None and last is not None and not last.rows and not label and wraps(before, line):
        return [*passages[:-1], last.model_copy(update={"text": f"{last.text} {text}"})]
    return [*passages, LetterPassage(label=label, text=text)]
