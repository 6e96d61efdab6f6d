"""Letters: the text layer of a PDF letter by letter, mended where a program drew signs out of their order."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw

from angikar.formats.grid import Box
from angikar.formats.pdf_text.pen import Pens
from angikar.formats.word import is_bijoy_face
from angikar.rules.bangla import bijoy

ENDS = "\r\n"
BLANK = ENDS + "\t \u00a0"
_HYPHENS = "\x02\ufffe"
"""What PDFium gives for a hyphen at the end of a line."""
_NAME = 128
_NO_GAP, _GAP = 0.14, 0.17
"""The share of a line's height below which a gap that the engine took for a blank is none, and above which any gap is one."""
_INK_GAP = 0.05
"""The share of a line's height that is free of ink at least where a blank is."""
_OTHER_LINE = 0.5
"""The share of the height of a line by which the next one is lower at least."""


class TextLetter(NamedTuple):
    """One character of the text layer: its box, the point where its glyph was drawn, whether its face is a Bijoy one.

    `made` marks a blank that the engine put where it saw a gap, `size` is that of the face in its own unit. Characters of one
    glyph share its point. `word` numbers the word that the glyph stands in, 0 where that is not known; `still` marks a sign
    for which the pen did not move on.
    """

    char: str
    box: Box
    point: tuple[float, float] = (0.0, 0.0)
    is_bijoy: bool = False
    made: bool = False
    size: float = 0.0
    word: int = 0
    still: bool = False


def letters(layer: pypdfium2.PdfTextPage, height: float, pens: Pens) -> list[TextLetter]:
    """Every character of the layer. PDFium may count other characters than its text holds; then each is asked for."""
    count = layer.count_chars()
    text = layer.get_text_range()
    if len(text) != count:
        text = "".join(layer.get_text_range(index, 1) for index in range(count))
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index, char in enumerate(text):
        left, bottom, right, top = layer.get_charbox(index)
        raw.FPDFText_GetCharOrigin(layer, index, x, y)
        blank = char in BLANK
        pen = None if blank else pens.at(x.value, y.value)
        found.append(
            TextLetter(
                "-" if char in _HYPHENS else char,
                (left, height - top, right, height - bottom),
                (x.value, height - y.value),
                not blank and not "\u0900" <= char <= "\u1fff" and _is_bijoy(layer, index),
                blank and raw.FPDFText_IsGenerated(layer, index) == 1,
                raw.FPDFText_GetFontSize(layer, index),
                pen.word if pen else 0,
                pen is not None and pen.advance == 0.0,
            )
        )
    return found


def _is_bijoy(layer: pypdfium2.PdfTextPage, index: int) -> bool:
    """Whether a character is set in SutonnyMJ or its kin."""
    name = ctypes.create_string_buffer(_NAME)
    raw.FPDFText_GetFontInfo(layer, index, name, _NAME, ctypes.c_int())
    return is_bijoy_face(name.value.decode("latin-1"))


def printed(found: Iterable[TextLetter]) -> Iterator[list[TextLetter]]:
    """The letters line by line as they are on the page, each line mended; a line has at least one letter that is seen."""
    line: list[TextLetter] = []
    level = tall = 0.0
    for letter in found:
        if letter.char in BLANK:
            line += [letter] if line else []
            continue
        high = letter.box[3] - letter.box[1]
        if line and abs(letter.point[1] - level) > _OTHER_LINE * max(tall, high):
            yield mended(line)
            line = []
        if not line:
            level, tall = letter.point[1], 0.0
        tall = max(tall, high)
        line.append(letter)
    if line:
        yield mended(line)


def mended(line: Sequence[TextLetter]) -> list[TextLetter]:
    """A line with its signs in the order of reading.

    Some programs draw the signs above and below (reph, kars) after the letters that follow them, and some give such a sign the
    text of its whole cluster once more. A sign that lies over an earlier letter goes there, or away when its text is there.
    Where the pen is known for every glyph, the words are parted by it alone.
    """
    if all(letter.word and not letter.is_bijoy for letter in line if letter.char not in BLANK):
        return list(_by_pen(line))
    glyphs: list[list[TextLetter]] = []
    for _, run in groupby(line, key=lambda letter: (letter.point, letter.char in BLANK)):
        glyph = list(run)
        place = _place(glyphs, glyph) if _is_bangla(glyph[0]) else _place_of_other(glyphs, glyph)
        if place is not None:
            glyphs.insert(place, glyph)
    return list(_blanks_set(glyphs))


def _by_pen(line: Sequence[TextLetter]) -> Iterator[TextLetter]:
    """The letters of a line in the order in which the pen could have drawn them, a blank between its words."""
    seen = [letter for letter in line if letter.char not in BLANK]
    before: TextLetter | None = None
    reached = 0.0
    for _, letters_of_word in groupby(sorted(seen, key=lambda letter: letter.word), key=lambda letter: letter.word):
        drawn = _once([list(run) for _, run in groupby(letters_of_word, key=lambda letter: letter.point)])
        glyphs = sorted((glyph for glyph in drawn if not glyph[0].still), key=lambda glyph: glyph[0].point[0])
        for sign in (glyph for glyph in drawn if glyph[0].still):
            _set_sign(glyphs, sign)
        if before and glyphs and _span(glyphs[0])[0] - reached > _INK_GAP * (before.box[3] - before.box[1]):
            yield before._replace(char=" ", made=True)
        for glyph in glyphs:
            yield from glyph
            before = glyph[-1]
            reached = max(reached, _span(glyph)[1])


def _once(drawn: Sequence[list[TextLetter]]) -> list[list[TextLetter]]:
    """Glyphs in the order they were drawn, without those that have the text of their cluster once more behind a sign."""
    return [
        glyph
        for at, glyph in enumerate(drawn)
        if at < 2 or len(glyph) < 2 or not drawn[at - 1][0].still or _text(drawn[at - 2]) != _text(glyph)
    ]


def _set_sign(glyphs: list[list[TextLetter]], sign: list[TextLetter]) -> None:
    """Put a sign above or below among the glyphs of its word; it goes when it only has the text of its cluster once more."""
    left, right = _span(sign)
    drawn = [at for at, each in enumerate(glyphs) if each[0].point[0] <= sign[0].point[0] + 0.2]
    last = drawn[-1] if drawn else -1
    text = _text(sign)
    if len(text) > 1 and text in "".join(map(_text, glyphs[max(0, last - 2) : last + 3])):
        return
    middle = (left + right) / 2
    over = [at for at, each in enumerate(glyphs) if _span(each)[0] <= middle <= _span(each)[1]]
    if not any(_text(glyphs[at]) == text for at in over):
        glyphs.insert((over[-1] if over else last) + 1, sign)


def _place(glyphs: list[list[TextLetter]], glyph: list[TextLetter]) -> int | None:
    """Where a glyph belongs among those before it; nowhere when its text is there already."""
    left, right = _span(glyph)
    seen = [at for at, each in enumerate(glyphs) if each[0].char not in BLANK]
    if not seen or (left + right) / 2 > _span(glyphs[seen[-1]])[1]:
        return len(glyphs)
    text = _text(glyph)
    over = [at for at in seen if _span(glyphs[at])[0] <= (left + right) / 2 <= _span(glyphs[at])[1]]
    if any(_text(glyphs[at]) == text for at in over):
        return None
    if left >= _span(glyphs[seen[-1]])[0]:
        return len(glyphs)
    near = [at for at in seen if _span(glyphs[at])[0] < right and left < _span(glyphs[at])[1]]
    around = "".join(map(_text, glyphs[near[0] : near[-1] + 2])) if near else ""
    if len(text) > 1 and text in around:
        return None
    return over[-1] + 1 if over else len(glyphs)


def _place_of_other(glyphs: list[list[TextLetter]], glyph: list[TextLetter]) -> int:
    """Where a glyph of no Bangla letter belongs: one of another face may be drawn after the letters that come after it."""
    seen = [at for at, each in enumerate(glyphs) if each[0].char not in BLANK]
    left, right = _span(glyph)
    mixed = glyph[0].char in BLANK or any(letter.is_bijoy for letter in glyph)
    if mixed or not seen or not _span(glyphs[seen[0]])[0] < right <= _span(glyphs[seen[-1]])[0] + (right - left) / 2:
        return len(glyphs)
    after = next(at for at in seen if _span(glyphs[at])[0] > (left + right) / 2)
    before = max(at for at in seen if at < after)
    return before + 1 if left - _span(glyphs[before])[1] < _span(glyphs[after])[0] - right else after


def _blanks_set(glyphs: Sequence[Sequence[TextLetter]]) -> Iterator[TextLetter]:
    """The letters of glyphs in their order, with a blank where there is a gap and none that the engine saw where there is none."""
    boxes = [letter.box for glyph in glyphs for letter in glyph if letter.char not in BLANK]
    tall = max((bottom - top for _, top, _, bottom in boxes), default=0.0)
    reached = 0.0
    before: TextLetter | None = None
    blanks: list[TextLetter] = []
    for glyph in glyphs:
        if glyph[0].char in BLANK:
            blanks += glyph
            continue
        if before and not (before.is_bijoy or glyph[0].is_bijoy):
            gap = _span(glyph)[0] - reached
            if gap < _NO_GAP * tall and all(letter.made for letter in blanks):
                blanks = []
            elif gap > _GAP * tall and not blanks and _is_bangla(before) and _is_bangla(glyph[0]):
                blanks = [before._replace(char=" ", made=True)]
        yield from blanks
        yield from glyph
        before, reached, blanks = glyph[-1], max(reached, _span(glyph)[1]), []


def _is_bangla(letter: TextLetter) -> bool:
    """Whether a letter is of the Bangla script, its digits left out."""
    return "\u0980" <= letter.char <= "\u09e5" or letter.char in "\u200c\u200d"


def _span(glyph: Sequence[TextLetter]) -> tuple[float, float]:
    return min(letter.box[0] for letter in glyph), max(letter.box[2] for letter in glyph)


def _text(glyph: Sequence[TextLetter]) -> str:
    return "".join(letter.char for letter in glyph)


def spelled(line: Sequence[TextLetter]) -> str:
    """The text of letters, runs in a Bijoy face as Unicode; a blank belongs to the run before it."""
    runs: list[tuple[bool, list[str]]] = []
    for letter in line:
        old = letter.is_bijoy if letter.char not in BLANK or not runs else runs[-1][0]
        if not runs or runs[-1][0] != old:
            runs.append((old, []))
        runs[-1][1].append(letter.char)
    pieces = ((old, "".join(chars)) for old, chars in runs)
    text = " ".join("".join(bijoy.to_unicode(piece) if old else piece for old, piece in pieces).split())
    text = text.replace("\u200b", "")
    return bijoy.to_unicode(text) if bijoy.is_bijoy(text) else text
