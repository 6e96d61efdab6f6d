"""Flow: joins the lines of a page into the paragraphs they were broken from, by where the lines end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from angikar.formats.grid import Box
from angikar.formats.lines import paragraph, split_label
from angikar.rules.document import Paragraph, Place

_FOOT = re.compile(r"(?:পৃষ্ঠা|পাতা|Page)\s*[০-৯0-9]+(?:\s*(?:/|of)\s*[০-৯0-9]+)?", re.IGNORECASE)
_FOOT_FROM = 0.88
"""The share of a page's height below which a page number stands."""
_BROAD = 0.6
"""A line narrower than this share of the text was not broken for want of room."""


class Line(NamedTuple):
    """One printed line with its box in points; `unsure` is another reading of it, where there is one."""

    text: str
    box: Box
    unsure: str | None = None


def paragraphs(lines: Sequence[Line], height: float, page: int) -> Iterator[tuple[float, Paragraph]]:
    """The paragraphs of a page with the height at which each begins; page numbers at the foot are left out.

    `Place.line` is the number of a paragraph's first line on the page, `Place.box` the box around all its lines.
    """
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if not _is_foot(line, height)]
    if not numbered:
        return
    left, right = min(line.box[0] for _, line in numbered), max(line.box[2] for _, line in numbered)
    run = [numbered[0]]
    for item in numbered[1:]:
        if not _goes_on(run[-1][1], item[1], left, right):
            yield _joined(run, page)
            run = []
        run.append(item)
    yield _joined(run, page)


def _is_foot(line: Line, height: float) -> bool:
    return line.box[1] > _FOOT_FROM * height and bool(_FOOT.fullmatch(line.text.strip(" -–।")))


def _goes_on(line: Line, after: Line, left: float, right: float) -> bool:
    """Whether a line was broken because the first word of the next had no room in it."""
    x0, top, x1, bottom = line.box
    if x1 - x0 < _BROAD * (right - left) or split_label(after.text)[0]:
        return False
    tall = bottom - top
    below = after.box[1] - bottom
    if not -tall < below < 1.2 * tall or after.box[3] <= bottom:
        return False
    word = len(after.text.split(" ", 1)[0]) + 1
    room = right - x1
    return after.box[0] < left + 0.25 * (right - left) and room < word * (x1 - x0) / max(1, len(line.text))


def _joined(run: Sequence[tuple[int, Line]], page: int) -> tuple[float, Paragraph]:
    lines = [line for _, line in run]
    box = (
        min(line.box[0] for line in lines), min(line.box[1] for line in lines),
        max(line.box[2] for line in lines), max(line.box[3] for line in lines),
    )  # fmt: skip
    doubted = any(line.unsure is not None for line in lines)
    other = " ".join(line.text if line.unsure is None else line.unsure for line in lines) if doubted else None
    made = paragraph(" ".join(line.text for line in lines), Place(run[0][0], page, box=box), unsure=other)
    return box[1], made
