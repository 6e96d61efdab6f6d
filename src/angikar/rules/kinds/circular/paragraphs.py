"""Cuts the body of a circular into numbered paragraphs and labelled items, by the labels printed before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from angikar.rules.bangla.digits import to_latin
from angikar.rules.document import NOWHERE, Place
from angikar.rules.finding import TextLine

_BULLET = r"^(?:[-•*]\s*+)?"
_LETTER = "(?:[অ-ঔক-হ]়?)"
_NUMBER = re.compile(
    _BULLET
    + r"(?:(?:অনুচ্ছেদ|দফা|নং|ক্রমিক(?: নং)?)\s*+[-–]?\s*+)?[\[/]?(?P<number>[০-৯0-9]{1,3})\s*+(?:নং\s*+)?(?:[।.)\]:ঃ/]|[-–](?=\s))(?![০-৯0-9])\s*+"
    r"(?P<text>.*)$"
)
_ITEM = re.compile(
    _BULLET
    + rf"(?P<label>(?:\((?:[০-৯0-9]{{1,2}}|{_LETTER}|[ivx]{{1,4}}|[a-hA-H])\)){{1,2}}|{_LETTER}[)।.]|[ivx]{{1,4}}[).]|[a-hA-H][).]"
    r"|\(?[০-৯0-9]{1,2}(?:\.[০-৯0-9]{1,2}){1,3}[।.)]?)\s+(?P<text>.*)$"
)
_BOTH = re.compile(
    _BULLET + rf"(?P<number>[০-৯0-9]{{1,3}})\s*+[।.]?\s*+(?P<label>\({_LETTER}\)|{_LETTER}\))\s*+(?P<text>.*)$"
)
"""The number of a paragraph and the label of its first item on one line: `১(ক)`, `১। (ক)`."""
_BRACKETED = re.compile(r"(?P<upper>\((?:[০-৯0-9]{1,2}|[ক-হ]়?)\))(?P<lower>\((?:[০-৯0-9]{1,2}|[ক-হ]়?)\))?")
_FIRST = ("(ক)", "(১)", "(1)")
_ENDS = ("।", ";", ":", "?", ".")
_TITLE = re.compile(r"^(?P<title>[^:।;]{3,90}?)\s*(?::|ঃ(?=\s|$))")
_RECEIPT = re.compile(r"প্রাপ্তি\s*স্বীকার")
_TITLE_WORDS = 12
"""Words of a heading at most; a longer run up to a colon is a sentence that introduces a list."""


@dataclass(slots=True)
class LabelledItem:
    """A labelled part of a paragraph."""

    label: str
    text: str
    place: Place
    lines: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """A paragraph as printed: `number` is None where it bears none, `under` the number above it, `own` what it asks for
    itself, where that is known already.
    """

    number: str | None
    under: str
    text: str
    place: Place
    items: list[LabelledItem] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    own: tuple[str, ...] | None = None

    @property
    def title(self) -> str | None:
        """The heading before the first colon, where it is short enough to be one."""
        found = _TITLE.match(self.text)
        return found["title"].strip() if found and len(found["title"].split()) <= _TITLE_WORDS else None

    @property
    def rest(self) -> str:
        """The text after the heading."""
        return self.text[len(self.title) :].lstrip(" :ঃ") if self.title else self.text

    def code(self, item: LabelledItem) -> str:
        """The code of an item: `5(চ)`; a label that names its paragraph itself (`৩.১`) is the whole code."""
        label = item.label.rstrip("।.")
        bare = label.strip("()")
        if "." in bare:
            return to_latin(bare)
        return f"{self.under}({bare})" if self.under or bare.isdecimal() else bare


def blocks(lines: Sequence[TextLine]) -> tuple[Block, ...]:
    """The paragraphs of the body; the text before the first number is a block without number, `under` empty.

    A line without a label goes on with the line directly above it; after an empty line it begins a paragraph
    without number. Where the source has no empty lines (DOCX, PDF) the end of a sentence counts as one.
    """
    found: list[Block] = []
    before: TextLine | None = None
    parted = spaced(lines)
    for line in lines:
        above = before if before is not None and _directly_below(before, line, parted) else None
        if not _opens(found, line) and not _goes_on(found, above, line):
            found.append(_block(found, None, line.text, line.place))
        before = line
    return tuple(found)


def _opens(found: list[Block], line: TextLine) -> bool:
    """Add the line as a new paragraph or item if it bears a label."""
    both = _BOTH.match(line.text)
    item = both or _ITEM.match(line.text)
    if item is not None:
        number = str(int(to_latin(both["number"]))) if both else None
        if not found or (number and found[-1].number != number):
            found.append(_block(found, number, "", line.place))
        label = _nested(found[-1].items, item["label"])
        found[-1].items.append(LabelledItem(label, item["text"].strip(), line.place, _numbers(line.place)))
        return True
    numbered = _NUMBER.match(line.text)
    if numbered is not None:
        found.append(_block(found, str(int(to_latin(numbered["number"]))), numbered["text"].strip(), line.place))
        return True
    return False


def _nested(above: list[LabelledItem], label: str) -> str:
    """The label of an item with that of the one it stands under: letters under a figure, figures under a letter, `(১)(ক)`."""
    labels = [_BRACKETED.fullmatch(text) for text in (above[0].label, above[-1].label, label)] if above else []
    if not labels or None in labels:
        return label
    top, last, own = (found for found in labels if found is not None)
    if own["lower"] or _is_figure(own["upper"]) == _is_figure(top["upper"]) or not (last["lower"] or label in _FIRST):
        return label
    return f"{last['upper']}{label}"


def _is_figure(label: str) -> bool:
    return label.strip("()").isdecimal()


def _block(found: list[Block], number: str | None, text: str, place: Place) -> Block:
    under = number or next((block.number for block in reversed(found) if block.number), "")
    return Block(number, under, text, place, lines=_numbers(place))


def _goes_on(found: list[Block], above: TextLine | None, line: TextLine) -> bool:
    """Add the line to the paragraph or item it only goes on with, if there is one above it."""
    if above is None:
        return False
    last: Block | LabelledItem = found[-1].items[-1] if found[-1].items else found[-1]
    last.text = f"{last.text} {line.text}".strip()
    last.lines += _numbers(line.place)
    return True


def spaced(lines: Sequence[TextLine]) -> bool:
    """Whether empty lines part the paragraphs of the source; cells of tables do not count."""
    running = ((above.place, below.place) for above, below in pairwise(lines))
    return any(
        above.line is not None
        and below.line is not None
        and above.cell is None is below.cell
        and below.line - above.line > 1
        for above, below in running
    )


def _directly_below(before: TextLine, line: TextLine, parted: bool) -> bool:
    if not parted or before.place.line is None or line.place.line is None:
        return not before.text.endswith(_ENDS)
    return line.place.line == before.place.line + 1


def _numbers(place: Place) -> list[int]:
    return [] if place.line is None else [place.line]


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, each with the sign that ends it.

    >>> list(sentences("সেল গঠন করা হবে। দায়িত্ব নিম্নরূপ:"))
    ['সেল গঠন করা হবে।', 'দায়িত্ব নিম্নরূপ:']
    """
    yield from (part.strip() for part in re.findall(r".+?(?:।|:(?=\s|$)|$)", text) if part.strip())


def asks_receipt(text: str) -> bool:
    """Whether a text speaks of acknowledging receipt."""
    return _RECEIPT.search(text) is not None


def place_of(lines: Sequence[int]) -> Place:
    """The place of the first of some lines."""
    return Place(lines[0]) if lines else NOWHERE
