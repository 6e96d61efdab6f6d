"""Flow: joins the lines of a page or a cell into the text they were broken from, by where the lines end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from angikar.formats.grid import Box
from angikar.formats.pdf_text.lines import paragraph, split_label
from angikar.rules.document import Paragraph, Place
from angikar.rules.spelling.misread import is_known

_FOOT = re.compile(r"(?:পৃষ্ঠা|পাতা|Page)\s*[০-৯0-9]+(?:\s*(?:/|of)\s*[০-৯0-9]+)?", re.IGNORECASE)
_FOOT_AFTER = re.compile(r".*\S\s+(?:পৃষ্ঠা|পাতা|Page)\s*[০-৯0-9]+\s*(?:/|of)\s*[০-৯0-9]+", re.IGNORECASE)
"""What else a foot says beside the number of its page and how many there are."""
_FOOT_FROM = 0.88
"""The share of a page's height below which a page number is printed."""
_SMALLER, _ALIKE = 0.95, 1.05
"""The share of a size below which letters are smaller, and up to which they are alike."""
_BROAD = 0.6
"""A line narrower than this share of the text was not broken for want of room."""
_CENTRED = 0.02
"""The share of the text's breadth by which the middles of centred lines differ at most."""
_BLANK = 0.35
"""The breadth of a blank as a share of the height of a line, with what a line may want of its full breadth."""
_FARTHER = 1.2
"""How many of the steps from line to line in a paragraph part it from the next at least."""
_DATE = re.compile(r"[০-৯0-9]{1,2}([./-])[০-৯0-9]{1,2}\1(?:[০-৯0-9]{2}){1,2}")
_FIGURE = re.compile(r"[০-৯0-9.,/%-]*")


class PrintedLine(NamedTuple):
    """One printed line with its box in points; `unsure` is another reading of it, where there is one.

    `head` is the breadth of its first word, `size` that of its face and `level` how far down the page its letters are, 0 where
    they were not measured.
    """

    text: str
    box: Box
    unsure: str | None = None
    head: float = 0.0
    size: float = 0.0
    level: float = 0.0
    is_parted: bool = False


Run = Sequence[tuple[int, PrintedLine]]
"""The lines of one paragraph, each with its number on the page."""


def paragraphs(lines: Sequence[PrintedLine], height: float, page: int) -> Iterator[tuple[float, Paragraph]]:
    """The paragraphs of a page with the height at which each begins; its number and the small print around it are left out.

    `Place.line` is the number of a paragraph's first line on the page, `Place.box` the box around all its lines.
    """
    return ((run[0][1].box[1], joined(run, page)) for run in runs(lines, height))


def runs(lines: Sequence[PrintedLine], height: float, tables: Sequence[Box] = ()) -> Iterator[Run]:
    """The lines of each paragraph of a page between its `tables`; its number and the small print around it are left out."""
    numbered = list(_without_foot(lines, height))
    if not numbered:
        return
    edges = across([*(line.box for _, line in numbered), *tables])
    tall = median(line.box[3] - line.box[1] for _, line in numbered)
    steps = [after.level - line.level for (_, line), (_, after) in pairwise(numbered)]
    usual = median([step for step in steps if 0 < step < 3 * tall] or [0.0])
    run = [numbered[0]]
    for item in numbered[1:]:
        separate = _is_separate(run, item[1], usual) or not _is_below(run[-1][1], item[1], tall)
        if separate or not goes_on(run[-1][1], item[1], edges):
            yield run
            run = []
        run.append(item)
    yield run


def _without_foot(lines: Sequence[PrintedLine], height: float) -> Iterator[tuple[int, PrintedLine]]:
    """The lines of a page with their numbers, but for the number of the page and what is printed beside or below it in letters no
    larger, where these are smaller than the letters above: a sentence of the paper that stands below the number is none of its foot."""
    foot = min((line for line in lines if _is_foot(line, height)), key=lambda line: line.box[1], default=None)
    above = [line.size for line in lines if foot and sum(line.box[1::2]) / 2 < foot.box[1]]
    least = median(above) * _SMALLER if above else height
    for number, line in enumerate(lines, start=1):
        low = foot is not None and sum(line.box[1::2]) / 2 >= foot.box[1]
        small = foot is not None and 0 < line.size < min(least, foot.size * _ALIKE)
        if not (low and (small or _is_foot(line, height))):
            yield number, line


def across(boxes: Sequence[Box]) -> tuple[float, float]:
    """From where to where the boxes of a page reach."""
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def _is_foot(line: PrintedLine, height: float) -> bool:
    text = line.text.strip(" -–।")
    return line.box[1] > _FOOT_FROM * height and bool(_FOOT.fullmatch(text) or _FOOT_AFTER.fullmatch(text))


def _is_below(line: PrintedLine, after: PrintedLine, tall: float) -> bool:
    """Whether a line is the next one below another; `tall` is the height of most lines of the page."""
    tall = max(tall, line.box[3] - line.box[1])
    return -tall < after.box[1] - line.box[3] < 1.2 * tall and after.box[3] > line.box[3]


def _is_separate(run: Run, after: PrintedLine, usual: float) -> bool:
    """Whether a line is lower under a paragraph, or farther left, than its lines are; `usual` is the page's own step."""
    last = run[-1][1]
    if len(run) > 1:
        usual = last.level - run[-2][1].level
        if after.box[0] < min(line.box[0] for _, line in run[1:]) - (last.box[3] - last.box[1]):
            return True
    return 0 < _FARTHER * usual < after.level - last.level


def goes_on(line: PrintedLine, after: PrintedLine, edges: tuple[float, float]) -> bool:
    """Whether a line was broken because the first word of the next had no room in it."""
    left, right = edges
    x0, _, x1, _ = line.box
    whole = right - left
    if line.is_parted or after.is_parted:
        return False
    if x1 - x0 < _BROAD * whole or split_label(after.text)[0] or abs(line.size - after.size) > 0.1 * line.size:
        return False
    middles = [(each.box[0] + each.box[2]) / 2 for each in (line, after)]
    in_the_middle = max(abs(middle - (left + right) / 2) for middle in middles) < _CENTRED * whole
    room = whole - (x1 - x0) if in_the_middle else right - x1
    return (in_the_middle or after.box[0] < left + 0.25 * whole) and room < _needed(line, after)


def _needed(line: PrintedLine, after: PrintedLine) -> float:
    """The room that the first word of the next line would have taken in a line, with the blank before it."""
    x0, top, x1, bottom = line.box
    letters = (x1 - x0) / max(1, len(line.text))
    word = after.head or len(after.text.split(" ", 1)[0]) * letters
    return word + (_BLANK * (bottom - top) if after.head else letters)


def joined(run: Run, page: int, known: Collection[str] = ()) -> Paragraph:
    """The paragraph of a run of lines on a page; `known` are the words of the paper."""
    lines = [line for _, line in run]
    box = (
        min(line.box[0] for line in lines),
        min(line.box[1] for line in lines),
        max(line.box[2] for line in lines),
        max(line.box[3] for line in lines),
    )
    doubted = any(line.unsure is not None for line in lines)
    other = _strung([line.text if line.unsure is None else line.unsure for line in lines], known) if doubted else None
    text = _strung([line.text for line in lines], known)
    return paragraph(text, Place(run[0][0], page, box=box), unsure=other)


def _strung(texts: Sequence[str], known: Collection[str]) -> str:
    made = texts[0]
    for text in texts[1:]:
        made = _put(made, _seam(made, text), text, known)
    return made


def cell_text(lines: Sequence[PrintedLine], right: float, known: Collection[str] = ()) -> str:
    """The text of a cell: its lines joined as they were broken, a line break where one had been set.

    `right` is the edge up to which its lines may reach, `known` the words of the paper.
    """
    whole = "".join(line.text for line in lines)
    if len(lines) < 2 or _DATE.fullmatch(whole):
        return whole
    made = lines[0].text
    for line, after in pairwise(lines):
        if had_room(line, after, lines, right):
            made += "\n" + after.text
        elif _is_broken(line.text, after, _room(line, lines, right), known):
            made += after.text
        else:
            made = _put(made, _seam(line.text, after.text), after.text, known)
    return made


def had_room(line: PrintedLine, after: PrintedLine, lines: Sequence[PrintedLine], right: float) -> bool:
    """Whether the first word of the next line would have had room in a line of a cell, so that the break was meant."""
    return _room(line, lines, right) >= _needed(line, after) and not _is_sign(after.text)


def _room(line: PrintedLine, lines: Sequence[PrintedLine], right: float) -> float:
    """The free breadth next to a line of a cell."""
    return right - line.box[2] + line.box[0] - min(each.box[0] for each in lines)


def _put(made: str, seam: str, text: str, known: Collection[str]) -> str:
    """Two pieces with the seam between; a hyphen that only parted a Latin word goes when the paper knows the word."""
    if not seam and re.search(r"[a-z]-$", made) and text[:1].islower():
        last, first = re.split(r"[\s-]", made[:-1])[-1], re.split(r"\W", text)[0]
        if last + first in known:
            made = made[:-1]
    return made + seam + text


def _seam(text: str, after: str) -> str:
    """The text between two lines where a paragraph was broken: none behind a hyphen or a slash, or before a sign."""
    tied = re.search(r"\S[-/]$", text) is not None and text[-2:] not in ("--", ":-", "।-")
    return "" if tied or _is_sign(after) else " "


def _is_sign(text: str) -> bool:
    """Whether a text begins with a sign that cannot be without a letter before it."""
    return unicodedata.category(text[:1] or " ") in ("Mn", "Mc")


def _is_broken(text: str, after: PrintedLine, room: float, known: Collection[str]) -> bool:
    """Whether a word too long for a line was broken in its middle, which leaves no room for even one letter more."""
    head = after.text.split(" ", 1)[0]
    if " " in text or text.endswith(("-", "/")) or room > 1.3 * after.head / max(1, _broad_letters(head)):
        return False
    if _is_sign(head):
        return True
    if _FIGURE.fullmatch(text) and _FIGURE.fullmatch(head):
        return not (_DATE.fullmatch(text) and _DATE.fullmatch(head)) and not text.endswith("%")
    if text + head in known:
        return True
    tail = re.split(r"[/-]", text)[-1]
    if not (tail[-1:].isalpha() or _is_sign(tail[-1:])) or not head[:1].isalpha():
        return False
    return not any((word in known and _broad_letters(word) > 1) or _is_word(word) for word in (tail, head))


def _is_word(word: str) -> bool:
    """Whether a piece is a word of the language by itself, with its ending or without."""
    normal = unicodedata.normalize("NFC", word.rstrip(",;।"))
    return len(normal) > 2 and is_known(normal)


def _broad_letters(word: str) -> int:
    """How many letters of a word take room of their own."""
    conjunct = word.count("\u09cd")
    return sum(unicodedata.category(char) not in ("Mn", "Mc", "Cf") for char in word) - conjunct
