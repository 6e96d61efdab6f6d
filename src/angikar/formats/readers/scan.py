"""Reads scans: the ruled tables cell by cell, the lines around them, every figure by two readers that must agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageOps

from angikar.formats import grid, sentences
from angikar.formats.errors import Unreadable
from angikar.formats.pdf_text.line_joins import PrintedLine, paragraphs
from angikar.formats.pdf_text.tables import with_heads
from angikar.formats.scan import layout, picture, strips
from angikar.formats.scan.figures import Grey, is_dash, is_thrice, number, numbers, thrice
from angikar.formats.scan.layout import Page
from angikar.formats.scan.picture import DPI
from angikar.formats.scan.ruled_tables import Box
from angikar.formats.scan.tesseract import Word, words
from angikar.formats.scan.turning import back_in_place
from angikar.formats.scan.voting import differ, in_order, settled, spelt, voted
from angikar.formats.scan.wording import amended, is_head, is_odd, is_of_two_scripts, tidy
from angikar.rules.document import Block, Cell, Document, FileRepair, Place

_LARGE, _LARGER = 1.5, 2.0
"""Letters are read twice, at their own size and larger: the errors of the two differ. Where they do, a third time, larger still."""
_MARGIN = 20
_INSET = 4
"""Dots cut off a cell on each side, so that none of its ruling is read."""
_FIGURES = "০১২৩৪৫৬৭৮৯.,%/-"
_ONE_LINE = 13
"""The page mode that takes a picture for one line, whatever it looks like: some lines are seen by no other."""
_LOST, _SURE = 60.0, 80.0
"""A word less certain than the one may be of another script; words more certain than the other are taken for it."""
_LEADER = "." * 8
"""What is put for the dots between a title and its figure, however many there are."""
_SHORT = 3
"""A word of so few letters may be a figure taken for letters: হ। is ২।"""
_NUMERIC = re.compile(r"[^\u0985-\u09b9\u09ce\u09dc-\u09dfA-Za-z]*[0-9০-৯%][^\u0985-\u09b9\u09ce\u09dc-\u09df]*")


class Read(NamedTuple):
    """The text of a region, the other reading where there are two, and its lines with their boxes where a strip has several."""

    text: str
    unsure: str | None = None
    lines: tuple[tuple[Box, Read], ...] = ()


def _line(word: Word) -> tuple[int, int, int]:
    return word.line


class _Reading(NamedTuple):
    """The two readings of a region by letters, and the boxes of the words of the better that rest on one of them alone."""

    best: list[Word]
    other: list[Word]
    unsure: frozenset[Box] = frozenset()

    def lines(self) -> Iterator[_Reading]:
        """The reading of each line that the program saw in the region; of all of them together where the other saw fewer or more."""
        best, other = ([list(line) for _, line in groupby(words, _line)] for words in (self.best, self.other))
        if len(best) == len(other) > 1:
            yield from (_Reading(one, two, self.unsure) for one, two in zip(best, other, strict=True))
        else:
            yield self

    @property
    def texts(self) -> tuple[str, str]:
        """Both as texts."""
        return _text_of(self.best), _text_of(self.other)


def read_scan(data: bytes) -> Document:
    """The Document of a picture file; `Place` has page, line on the page and box in points.

    Raises Unreadable for a damaged or huge picture, and without Tesseract (with the line that installs it).
    """
    return read_pages(picture.frames(data))


def read_pages(frames: Iterable[tuple[Image.Image, float]]) -> Document:
    """The Document of pages given as pictures with their dots to the inch."""
    blocks: list[Block] = []
    repairs: list[FileRepair] = []
    landscape = False
    for number_, (frame, dpi) in enumerate(frames, start=1):
        if number_ > picture.PAGE_LIMIT:
            raise picture.too_many()
        page = layout.prepared(frame, dpi)
        landscape = landscape or (number_ == 1 and page.grey.width > page.grey.height)
        if page.quarters:
            repairs.append(FileRepair("rotated", count=90 * page.quarters, place=Place(page=number_)))
        blocks += (back_in_place(block, page.quarters, page.size) for block in _page(page, number_))
    if not blocks:
        raise Unreadable(sentences.SCAN_WITHOUT_TEXT)
    return Document(tuple(with_heads(blocks)), landscape=landscape, repairs=tuple(repairs))


def _page(page: Page, number_: int) -> Iterator[Block]:
    """The blocks of a page from top to bottom."""
    tables = layout.tables(page)
    frames = [
        (min(xs), min(ys), max(xs2), max(ys2)) for xs, ys, xs2, ys2 in (zip(*cells, strict=True) for cells in tables)
    ]
    lines = layout.lines(page, frames)
    inner = [
        (x0 + _INSET, top + _INSET, x1 - _INSET, bottom - _INSET) for cells in tables for x0, top, x1, bottom in cells
    ]
    read = _texts(page, [*inner, *lines])
    found: list[tuple[float, Block]] = []
    for cells in tables:
        cells_read = [
            (page.box(box), Cell(each.text, unsure=each.unsure)) for box, each in zip(cells, read, strict=False)
        ]
        found.append((page.box(cells[0])[1], grid.table_of_boxes(cells_read, number_)))
        read = read[len(cells) :]
    printed = list(
        _printed(page, [pair for line, each in zip(lines, read, strict=True) for pair in each.lines or ((line, each),)])
    )
    made = list(paragraphs(printed, page.grey.height * page.point, number_))
    found += zip(accumulate((top for top, _ in made), max), (each for _, each in made), strict=True)
    return (block for _, block in sorted(found, key=lambda item: item[0]))


def _printed(page: Page, read: Sequence[tuple[Box, Read]]) -> Iterator[PrintedLine]:
    """The lines of a page in their order, each with what is to be known to join it to the next."""
    texts = in_order([each.text for _, each in read])
    others = in_order([each.unsure or each.text for _, each in read])
    for text, other, (box, each) in zip(texts, others, read, strict=True):
        unsure = each.unsure if not each.unsure or differ(text, other) else None
        is_parted = strips.has_gap(page.ink, box) or is_head(text)
        yield PrintedLine(text, page.box(box), unsure, is_parted=is_parted)


def _texts(page: Page, regions: Sequence[Box]) -> list[Read]:
    """The text of each region; what stands before and behind a leader is read by itself."""
    parts = [strips.around_leader(page.ink, box) for box in regions]
    read = iter(_read(page, [part for each in parts for part in each]))
    return [_joined([next(read) for _ in each]) for each in parts]


def _joined(parts: Sequence[Read]) -> Read:
    """The parts of a region with the leader between them, as it is printed."""
    if len(parts) == 1:
        return parts[0]
    others = [each.text if each.unsure is None else each.unsure for each in parts]
    doubted = any(each.unsure is not None for each in parts)
    return Read(_LEADER.join(each.text for each in parts), _LEADER.join(others) if doubted else None)


def _read(page: Page, regions: Sequence[Box]) -> list[Read]:
    """The text of each region; regions without ink have none."""
    inked = [at for at, box in enumerate(regions) if _inked(page, box)]
    grey = (255 - np.asarray(page.grey)).astype(np.float32) / np.float32(255)
    dashes = [at for at in inked if is_dash(_cut(grey, regions[at]))]
    filled = [at for at in inked if at not in dashes]
    dots = [_cut(grey, regions[at]) for at in filled]
    pictures = [page.grey.crop(regions[at]) for at in filled]
    letters = _letters(pictures)
    figures = [numbers(each) for each in dots]
    asked = {at: each for at, each in enumerate(figures) if each and each != "%" and each not in letters[at].texts}
    again = _asked_again({at: (pictures[at], figure) for at, figure in asked.items()})
    read = [Read("-" if at in dashes else "") for at in range(len(regions))]
    for at, place in enumerate(filled):
        figure = figures[at]
        if figure is None:
            read[place] = _text(letters[at], dots[at])._replace(lines=_parts(letters[at], dots[at], regions[place]))
        else:
            second = again.get(at, figure)
            read[place] = Read(figure, None if second == figure else second)
        if read[place].unsure is None and is_odd(read[place].text):
            read[place] = Read(read[place].text, "")
    return read


def _letters(pictures: Sequence[Image.Image]) -> list[_Reading]:
    """Each picture read by its letters twice; once more with English where the words are hardly words."""
    large, plain = (_seen(pictures, scale) for scale in (_LARGE, 1))
    votes = [voted(first, second) for first, second in zip(large, plain, strict=True)]
    asked = [at for at, vote in enumerate(votes) if vote.open]
    for at, third in zip(asked, _seen([pictures[at] for at in asked], _LARGER), strict=True):
        votes[at] = settled(votes[at], third)
    read = [_Reading(vote.words, second, vote.unsure) for vote, second in zip(votes, plain, strict=True)]
    lost = [at for at, each in enumerate(read) if _is_lost(each.best)]
    for at, mixed in zip(lost, words([_framed(pictures[at], _LARGE) for at in lost], "ben+eng"), strict=True):
        if _certainty(mixed) > max(_SURE, _certainty(read[at].best) + 10):
            read[at] = _Reading(mixed, mixed)
    return read


def _seen(pictures: Sequence[Image.Image], scale: float) -> list[list[Word]]:
    """What is read of each picture at a scale; of one in which nothing is seen, as of a single line."""
    framed = [_framed(each, scale) for each in pictures]
    seen = words(framed, "ben")
    silent = [at for at, read in enumerate(seen) if not read]
    for at, line in zip(silent, words([framed[at] for at in silent], "ben", mode=_ONE_LINE), strict=True):
        seen[at] = line
    return seen


def _asked_again(figures: Mapping[int, tuple[Image.Image, str]]) -> dict[int, str]:
    """What the second reader says of figures, each shown three times in a row: alone it takes many a digit for nothing. Where it says
    something else, what it says of the figure alone.
    """
    rows = [_framed(thrice(picture), _LARGE) for picture, _ in figures.values()]
    seen = zip(figures.items(), words(rows, "ben", only=_FIGURES), strict=True)
    said = {at: figure for (at, (_, figure)), read in seen if is_thrice(figure, _text_of(read))}
    others = [at for at in figures if at not in said]
    alone = words([_framed(figures[at][0], _LARGE) for at in others], "ben", only=_FIGURES)
    return said | {at: _text_of(read) for at, read in zip(others, alone, strict=True)}


def _is_lost(read: list[Word]) -> bool:
    foreign = any((word.certainty < _LOST and word.text.isascii()) or is_of_two_scripts(word.text) for word in read)
    return foreign or _certainty(read) < _LOST


def _certainty(read: list[Word]) -> float:
    return sum(word.certainty for word in read) / len(read) if read else 0.0


def _parts(read: _Reading, dots: Grey, region: Box) -> tuple[tuple[Box, Read], ...]:
    """The lines of a region that holds several, each with its box on the page."""
    lines = tuple(read.lines())
    if len(lines) < 2:
        return ()
    boxes = [_around([_shrunk(word.box) for word in line.best], region) for line in lines]
    return tuple((box, _text(line, dots)) for box, line in zip(boxes, lines, strict=True))


def _around(boxes: Sequence[Box], region: Box) -> Box:
    """The box around boxes of a region, on its page."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    x0, top = region[:2]
    return x0 + min(lefts), top + min(tops), x0 + max(rights), top + max(bottoms)


def _text(read: _Reading, dots: Grey) -> Read:
    """The text of a region of letters, the figures in it read by both readers."""
    texts, doubted = [], False
    likely = [each for each in read.best if len(each.text) <= _SHORT or _NUMERIC.fullmatch(each.text)]
    known = {tidy(each.text) for each in read.other}
    others = [spelt(each.text) for each in read.other]
    for word in read.best:
        figure = number(_cut(dots, _shrunk(word.box))) if word in likely else None
        texts.append(figure or spelt(word.text))
        if figure:
            doubted = doubted or figure not in {tidy(word.text), *known}
        else:
            doubted = doubted or word.box in read.unsure or texts[-1] not in {word.text, *others}
    if not texts:
        return Read("", "")
    text, other = (amended(tidy(" ".join(each))) for each in (texts, others))
    return Read(text, other if doubted and differ(text, other) else None)


def _text_of(read: list[Word]) -> str:
    return tidy(" ".join(word.text for word in read))


def _inked(page: Page, box: Box) -> bool:
    x0, top, x1, bottom = box
    return int(page.ink[top:bottom, x0:x1].sum()) > DPI // 30


def _cut(dots: Grey, box: Box) -> Grey:
    x0, top, x1, bottom = (max(0, edge) for edge in box)
    return dots[top:bottom, x0:x1]


def _shrunk(box: Box) -> Box:
    """A box in an enlarged, framed picture as it lies in the region itself, with a dot to spare on every side."""
    x0, top, x1, bottom = (round((edge - _MARGIN) / _LARGE) for edge in box)
    return x0 - 1, top - 1, x1 + 1, bottom + 1


def _framed(region: Image.Image, scale: float) -> Image.Image:
    size = (max(1, round(region.width * scale)), max(1, round(region.height * scale)))
    return ImageOps.expand(region.resize(size, Image.Resampling.LANCZOS), _MARGIN, 255)
