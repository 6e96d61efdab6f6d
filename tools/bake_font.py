"""Bake font draws Bengali marks at the height they are wanted, so that text copies whole from a PDF.

A PDF writer starts a new run wherever a mark is lifted off the line, and readers then repeat the cluster ("যু" becomes
"যুযু"). So each mark is drawn at the height most bases want it, and for every other height the face gets a twin of the
mark, drawn there and chosen by its base. The eye sees no change; no mark is lifted any more. The Open Font Licence
asks that a changed face change its name, hence `family`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from fontTools.misc.transform import Offset
from fontTools.otlLib.builder import buildCoverage, buildLookup, buildSingleSubstSubtable
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

STEP = 10
"""Thousandths of an em between the heights at which twins are drawn: a tenth of a millimetre on a headline."""

MARK_TO_BASE, MARK_TO_MARK, EXTENSION, MARK_GLYPH = 4, 6, 9, 3
HINTS = ("fpgm", "prep", "cvt ", "hdmx", "VDMX", "LTSH", "gasp", "DSIG")
SPACES = (0x20, 0xA0)
FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT = 1, 2, 3, 4, 6
TYPOGRAPHIC = (16, 17, 18, 21, 22, 25)

Moves = dict[str, int]
Contexts = dict[int, list[tuple[list[str], list[str]]]]
"""For each height: the bases that want it and the marks that go there."""


def _subtables(font: TTFont, kind: int) -> Iterator[Any]:
    """The positioning subtables of one lookup type, taken out of their extension wrapping."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = table.ExtSubTable if table.LookupType == EXTENSION else table
            if inner.LookupType == kind:
                yield inner


def _bases_first(font: TTFont) -> list[Any]:
    """The mark-to-base tables, the largest first since a glyph moves only once."""
    return sorted(_subtables(font, MARK_TO_BASE), key=lambda table: -len(table.BaseArray.BaseRecord))


def _marks(table: Any, kind: int) -> list[tuple[str, Any]]:
    """Glyph and record of each mark of one class."""
    pairs = zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True)
    return [(glyph, record) for glyph, record in pairs if record.Class == kind]


def _bases(table: Any, kind: int) -> list[tuple[str, Any]]:
    """Glyph and anchor of each base that holds marks of one class."""
    pairs = zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True)
    return [(glyph, record.BaseAnchor[kind]) for glyph, record in pairs if record.BaseAnchor[kind]]


def _level(font: TTFont) -> Moves:
    """Anchor every mark at the height most of its bases share; tells how far each outline must move for it."""
    moves: Moves = {}
    for table in _bases_first(font):
        for kind in range(table.ClassCount):
            heights = Counter(anchor.YCoordinate for _, anchor in _bases(table, kind))
            for glyph, record in _marks(table, kind):
                common = heights.most_common(1)[0][0] if heights else record.MarkAnchor.YCoordinate
                record.MarkAnchor.YCoordinate += moves.setdefault(glyph, common - record.MarkAnchor.YCoordinate)
    for table in _subtables(font, MARK_TO_MARK):
        for glyph, anchors in _stacked(table):
            for anchor in anchors:
                anchor.YCoordinate += moves.get(glyph, 0)
    return {glyph: move for glyph, move in moves.items() if move}


def _stacked(table: Any) -> Iterator[tuple[str, list[Any]]]:
    """Every mark of a mark-to-mark table with its anchors, upper and lower alike."""
    for glyph, upper in zip(table.Mark1Coverage.glyphs, table.Mark1Array.MarkRecord, strict=True):
        yield glyph, [upper.MarkAnchor]
    for glyph, lower in zip(table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True):
        yield glyph, [anchor for anchor in lower.Mark2Anchor if anchor]


def _redraw(font: TTFont, moves: Moves) -> None:
    """Draw the moved marks at their new height, and composites of them flat at their old one."""
    outlines, glyphs = font["glyf"], font.getGlyphSet()
    redrawn = {}
    for name in font.getGlyphOrder():
        if name in moves or _built_of(outlines[name], moves):
            drawing, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
            glyphs[name].draw(drawing)
            drawing.replay(TransformPen(pen, Offset(0, moves.get(name, 0))))
            redrawn[name] = pen.glyph()
    for name, glyph in redrawn.items():
        outlines[name] = glyph


def _built_of(glyph: Any, parts: Iterable[str]) -> bool:
    return bool(glyph.isComposite()) and any(part.glyphName in parts for part in glyph.components)


def _remainders(font: TTFont) -> Contexts:
    """Round each base's height to a step from its marks' own; tells who still wants a mark higher or lower."""
    step = round(STEP * font["head"].unitsPerEm / 1000)
    contexts: Contexts = defaultdict(list)
    for table in _bases_first(font):
        for kind in range(table.ClassCount):
            marks, wanting = _marks(table, kind), defaultdict(list)
            for glyph, anchor in _bases(table, kind) if marks else []:
                level = marks[0][1].MarkAnchor.YCoordinate
                anchor.YCoordinate = level + step * round((anchor.YCoordinate - level) / step)
                for mark, record in marks:
                    wanting[anchor.YCoordinate - record.MarkAnchor.YCoordinate, mark].append(glyph)
            for (height, mark), bases in wanting.items():
                if height:
                    contexts[height].append((bases, [mark]))
    return contexts


def _twin(mark: str, height: int) -> str:
    return f"{mark}.{'up' if height > 0 else 'down'}{abs(height)}"


def _add_twins(font: TTFont, contexts: Contexts) -> None:
    """Draw a twin of each mark at each height wanted of it, anchored so that it needs no lift."""
    twins = {
        _twin(mark, height): (mark, height)
        for height in sorted(contexts)
        for mark in sorted({mark for _, marks in contexts[height] for mark in marks})
    }
    font.setGlyphOrder([*font.getGlyphOrder(), *twins])
    for twin, (mark, height) in twins.items():
        pen = TTGlyphPen(font["glyf"])
        pen.addComponent(mark, (1, 0, 0, 1, 0, height))
        font["glyf"].glyphs[twin] = pen.glyph()
        for metrics in (font[table].metrics for table in ("hmtx", "vmtx") if table in font):
            metrics[twin] = metrics[mark]
        font["GDEF"].table.GlyphClassDef.classDefs[twin] = MARK_GLYPH
    for table in _subtables(font, MARK_TO_BASE):
        _anchor_twins(table.MarkCoverage, table.MarkArray.MarkRecord, twins)
    for table in _subtables(font, MARK_TO_MARK):
        _anchor_twins(table.Mark1Coverage, table.Mark1Array.MarkRecord, twins)
        _anchor_twins(table.Mark2Coverage, table.Mark2Array.Mark2Record, twins)


def _anchor_twins(coverage: Any, records: list[Any], twins: dict[str, tuple[str, int]]) -> None:
    """Enter the twins beside their marks; they come last in the glyph order, so they are appended."""
    known = dict(zip(coverage.glyphs, records, strict=True))
    for twin, (mark, height) in twins.items():
        if mark in known:
            record = deepcopy(known[mark])
            for anchor in [record.MarkAnchor] if hasattr(record, "MarkAnchor") else filter(None, record.Mark2Anchor):
                anchor.YCoordinate += height
            coverage.glyphs.append(twin)
            records.append(record)


def _choose_twins(font: TTFont, contexts: Contexts) -> None:
    """Add the substitution "after this base, that twin of the mark" to the below-base forms of every script."""
    gsub, glyphs = font["GSUB"].table, font.getReverseGlyphMap()
    choice = []
    for height, pairs in sorted(contexts.items()):
        marks = {mark for _, names in pairs for mark in names}
        lookup = buildLookup([buildSingleSubstSubtable({mark: _twin(mark, height) for mark in marks})])
        gsub.LookupList.Lookup.append(lookup)
        choice += [_after(bases, names, len(gsub.LookupList.Lookup) - 1, glyphs) for bases, names in pairs]
    gsub.LookupList.Lookup.append(buildLookup(choice))
    gsub.LookupList.LookupCount = len(gsub.LookupList.Lookup)
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "blws":
            record.Feature.LookupListIndex.append(gsub.LookupList.LookupCount - 1)


def _after(bases: list[str], marks: list[str], lookup: int, glyphs: dict[str, int]) -> Any:
    """One rule: a mark directly after one of the bases goes through `lookup`."""
    rule, then = otTables.ChainContextSubst(), otTables.SubstLookupRecord()
    then.SequenceIndex, then.LookupListIndex = 0, lookup
    rule.Format = 3
    rule.BacktrackCoverage = [buildCoverage(bases, glyphs)]
    rule.InputCoverage = [buildCoverage(marks, glyphs)]
    rule.LookAheadCoverage = []
    rule.SubstLookupRecord = [then]
    rule.BacktrackGlyphCount = rule.InputGlyphCount = rule.SubstCount = 1
    rule.LookAheadGlyphCount = 0
    return rule


def _rename(font: TTFont, family: str, style: str) -> None:
    """Give the face its own name; copyright and licence stay."""
    postscript = f"{family.replace(' ', '')}-{style}"
    new = {FAMILY: family, STYLE: style, UNIQUE: postscript, FULL: f"{family} {style}", POSTSCRIPT: postscript}
    names = font["name"]
    names.names = [record for record in names.names if record.nameID not in TYPOGRAPHIC]
    for identity, text in new.items():
        names.removeNames(nameID=identity)
        names.setName(text, identity, 3, 1, 0x409)


def _unhint(font: TTFont) -> None:
    """Drop the instructions for old screens, which the moved outlines no longer fit."""
    for table in HINTS:
        if table in font:
            del font[table]
    for glyph in font["glyf"].glyphs.values():
        glyph.expand(font["glyf"])
        glyph.removeHinting()


def _ground_spaces(font: TTFont) -> None:
    """Put a speck of half a square unit at either end of the spaces: readers such as PDFium drop glyphs without any
    outline and guess the space from the gap, which they miss after a mark below ("চালু রাখতে" becomes "চালুরাখতে")."""
    cmap = font.getBestCmap()
    for name in {cmap[code] for code in SPACES if code in cmap}:
        advance, _ = font["hmtx"][name]
        pen = TTGlyphPen(None)
        for x in (0, advance - 1):
            pen.moveTo((x, 0))
            pen.lineTo((x, 1))
            pen.lineTo((x + 1, 0))
            pen.closePath()
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (advance, 0)


def bake(source: Path, target: Path, family: str, style: str) -> None:
    """Write `source` (a static TrueType face with mark positioning) to `target` under a new family name, unhinted."""
    font = TTFont(source, recalcTimestamp=False)
    _redraw(font, _level(font))
    contexts = _remainders(font)
    _add_twins(font, contexts)
    _choose_twins(font, contexts)
    _ground_spaces(font)
    _unhint(font)
    _rename(font, family, style)
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)
