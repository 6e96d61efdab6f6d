"""Annotates PDF: a coloured mark over each doubtful place, which shows its sentence when it is opened."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf

from angikar.formats.annotate.notes import AUTHOR, note
from angikar.formats.grid import Box
from angikar.formats.intake import damaged
from angikar.formats.scan import picture
from angikar.rules.reading import Doubt

_COLOURS = {"error": (1, 0.35, 0.3), "warning": (1, 0.8, 0.2), "info": (0.5, 0.75, 1)}
_MARGIN = 18.0
"""Points between the notes that have no place and the edge of the page, and from one to the next."""
_PRINTED = 4
"""The flag of a mark that is printed with the page."""


def annotate_pdf(data: bytes, doubts: Sequence[Doubt]) -> bytes:
    """The bytes of a PDF with a mark for every doubt; one without a box is a note in the margin of its page."""
    made = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            loose: dict[int, int] = {}
            for doubt in doubts:
                number = min(max(doubt.place.page or 1, 1), len(pdf.pages))
                page = pdf.pages[number - 1]
                if doubt.place.box is None:
                    loose[number] = loose.get(number, 0) + 1
                    mark = _margin_note(page, doubt, loose[number])
                else:
                    mark = _highlight(page, doubt, doubt.place.box)
                if "/Annots" not in page:
                    page.Annots = pdf.make_indirect(pikepdf.Array())
                page.Annots.append(pdf.make_indirect(mark))
            pdf.save(made)
    except pikepdf.PdfError as cause:
        raise damaged() from cause
    return made.getvalue()


def pdf_of(data: bytes) -> bytes:
    """The pages of a picture file as a PDF in which a point is as large as `read_scan` takes it."""
    first, *others = [(frame, dpi) for frame, dpi in picture.frames(data)]
    made = io.BytesIO()
    frame, dpi = first
    frame.save(made, "PDF", resolution=dpi, save_all=True, append_images=[each for each, _ in others])
    return made.getvalue()


def _highlight(page: pikepdf.Page, doubt: Doubt, box: Box) -> pikepdf.Dictionary:
    left, bottom, right, top = _upright(page, box)
    corners = (left, top, right, top, left, bottom, right, bottom)
    mark = _mark(doubt, pikepdf.Name.Highlight, (left, bottom, right, top))
    mark.QuadPoints = pikepdf.Array(corners)
    return mark


def _margin_note(page: pikepdf.Page, doubt: Doubt, count: int) -> pikepdf.Dictionary:
    left, _, _, top = (float(edge) for edge in page.mediabox)
    top -= _MARGIN * count
    mark = _mark(doubt, pikepdf.Name.Text, (left + 2, top - _MARGIN + 2, left + _MARGIN, top))
    mark.Name = pikepdf.Name.Comment
    return mark


def _mark(doubt: Doubt, kind: pikepdf.Name, place: Box) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=kind,
        Rect=list(place),
        F=_PRINTED,
        C=list(_COLOURS[doubt.severity]),
        T=pikepdf.String(AUTHOR),
        NM=pikepdf.String(doubt.code),
        Contents=pikepdf.String(note(doubt)),
    )


def _upright(page: pikepdf.Page, box: Box) -> Box:
    """A box counted from the upper left corner, as PDF counts: from the lower left."""
    left, _, _, top = (float(edge) for edge in page.mediabox)
    x0, y0, x1, y1 = box
    return left + x0, top - y1, left + x1, top - y0
