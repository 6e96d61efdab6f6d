"""Bake font moves the height of Bengali marks from positioning into their outlines, so that text copies whole from a PDF.

A PDF writer starts a new run wherever a mark is lifted off the line, and readers then repeat the cluster ("যু" becomes
"যুযু"). Most marks are lifted by one common amount; drawn that much higher and anchored that much higher they look the
same and need no lift. The Open Font Licence asks that a changed face change its name, hence `family`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.misc.transform import Offset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

NEAR = 50
"""Thousandths of an em within which two anchor heights count as one; more would visibly lower ূ under জ্জ্ব."""

MARK_TO_BASE, MARK_TO_LIGATURE, MARK_TO_MARK, EXTENSION = 4, 5, 6, 9
HINTS = ("fpgm", "prep", "cvt ", "hdmx", "VDMX", "LTSH", "gasp", "DSIG")
FAMILY, UNIQUE, FULL, POSTSCRIPT, STYLE = 1, 3, 4, 6, 2
TYPOGRAPHIC = (16, 17, 18, 21, 22, 25)

Shifts = dict[str, int]


def _subtables(font: TTFont, kind: int) -> Iterator[Any]:
    """The positioning subtables of one lookup type, taken out of their extension wrapping."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = table.ExtSubTable if table.LookupType == EXTENSION else table
            if inner.LookupType == kind:
                yield inner


def _common(heights: list[int], near: int) -> int:
    """The height most anchors share, give or take `near`."""
    counts = Counter(heights)
    return max(counts, key=lambda y: sum(n for other, n in counts.items() if abs(other - y) <= near))


def _marks(table: Any, kind: int) -> list[tuple[str, Any]]:
    """Glyph and record of each mark of one class."""
    pairs = zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True)
    return [(glyph, record) for glyph, record in pairs if record.Class == kind]


def _level_class(table: Any, kind: int, near: int, shifts: Shifts) -> None:
    """Bring marks and bases of one class to one height; remember in `shifts` how far each outline must move."""
    anchors = [base.BaseAnchor[kind] for base in table.BaseArray.BaseRecord if base.BaseAnchor[kind]]
    marks = _marks(table, kind)
    if not anchors or not marks:
        return
    height = _common([anchor.YCoordinate for anchor in anchors], near)
    for glyph, record in marks:
        move = height - record.MarkAnchor.YCoordinate
        record.MarkAnchor.YCoordinate += shifts.setdefault(glyph, move if abs(move) <= 3 * near else 0)
    tops = {record.MarkAnchor.YCoordinate for _, record in marks}
    if len(tops) == 1:
        top = tops.pop()
        for anchor in anchors:
            if abs(anchor.YCoordinate - top) <= near:
                anchor.YCoordinate = top


def _level(font: TTFont) -> Shifts:
    """Level every class of every mark-to-base table, the largest table first since a glyph moves only once."""
    near = round(NEAR * font["head"].unitsPerEm / 1000)
    shifts: Shifts = {}
    tables = sorted(_subtables(font, MARK_TO_BASE), key=lambda table: -len(table.BaseArray.BaseRecord))
    for table in tables:
        for kind in range(table.ClassCount):
            _level_class(table, kind, near, shifts)
    return {glyph: move for glyph, move in shifts.items() if move}


def _follow(font: TTFont, shifts: Shifts) -> None:
    """Move the anchors that other lookups set on the shifted outlines."""
    for table in _subtables(font, MARK_TO_LIGATURE):
        for glyph, record in zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True):
            record.MarkAnchor.YCoordinate += shifts.get(glyph, 0)
    for table in _subtables(font, MARK_TO_MARK):
        for glyph, record in zip(table.Mark1Coverage.glyphs, table.Mark1Array.MarkRecord, strict=True):
            record.MarkAnchor.YCoordinate += shifts.get(glyph, 0)
        for glyph, record in zip(table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True):
            for anchor in filter(None, record.Mark2Anchor):
                anchor.YCoordinate += shifts.get(glyph, 0)


def _redraw(font: TTFont, shifts: Shifts) -> None:
    """Draw the shifted marks at their new height, and composites of them flat at their old one."""
    outlines, glyphs = font["glyf"], font.getGlyphSet()
    touched = {name for name in outlines.keys() if name in shifts or _built_of(outlines[name], shifts)}
    redrawn = {}
    for name in touched:
        drawing, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[name].draw(drawing)
        drawing.replay(TransformPen(pen, Offset(0, shifts.get(name, 0))))
        redrawn[name] = pen.glyph()
    for name, glyph in redrawn.items():
        outlines[name] = glyph
        glyph.recalcBounds(outlines)


def _built_of(glyph: Any, shifts: Shifts) -> bool:
    return bool(glyph.isComposite()) and any(part.glyphName in shifts for part in glyph.components)


def _rename(font: TTFont, family: str, style: str) -> None:
    """Give the face its own name; copyright and licence stay."""
    postscript = f"{family.replace(' ', '')}-{style}"
    new = {FAMILY: family, STYLE: style, UNIQUE: postscript, FULL: f"{family} {style}", POSTSCRIPT: postscript}
    names = font["name"]
    names.names = [record for record in names.names if record.nameID not in TYPOGRAPHIC]
    for identity, text in new.items():
        names.removeNames(nameID=identity)
        names.setName(text, identity, 3, 1, 0x409)


def bake(source: Path, target: Path, family: str, style: str) -> None:
    """Write `source` (a static TrueType face with mark positioning) to `target` under a new family name, unhinted."""
    font = TTFont(source, recalcTimestamp=False)
    shifts = _level(font)
    _follow(font, shifts)
    _redraw(font, shifts)
    for table in HINTS:
        if table in font:
            del font[table]
    for glyph in font["glyf"].glyphs.values():
        glyph.expand(font["glyf"])
        glyph.removeHinting()
    _rename(font, family, style)
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)
