"""Picture: the pages of a picture file, each on white, with its dots to the inch."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image, ImageSequence

from angikar.formats import sentences
from angikar.formats.errors import Unreadable
from angikar.formats.intake import damaged
from angikar.formats.progress import counted

DPI = 300
"""Dots to the inch in which pages are read."""

PAGE_LIMIT = 60
"""Pages of a scan that are read; each takes some seconds."""

_DOTS_LIMIT = 60_000_000
_A4_LONG = 11.69
"""Inches of the long side of the paper that is meant when a picture does not state its size."""
_SPOILT = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    EOFError,
    RuntimeError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)
_KINDS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF")


def frames(data: bytes) -> Iterator[tuple[Image.Image, float]]:
    """Every page of a picture file with its dots to the inch. Raises Unreadable for a damaged or huge one."""
    try:
        with Image.open(io.BytesIO(data), formats=_KINDS) as file:
            if getattr(file, "n_frames", 1) > PAGE_LIMIT:
                raise too_many()
            if file.width * file.height > _DOTS_LIMIT:
                raise Unreadable(sentences.PICTURE_TOO_LARGE)
            for frame in counted(ImageSequence.Iterator(file), getattr(file, "n_frames", 1)):
                yield _on_white(frame), _resolution(frame)
    except _SPOILT as cause:  # each format of Pillow raises what it likes for a head that contradicts itself
        raise damaged() from cause


def too_many() -> Unreadable:
    """The refusal of a scan with more pages than can be read in one go."""
    return Unreadable(sentences.SCAN_TOO_LONG, most=PAGE_LIMIT)


def _on_white(frame: Image.Image) -> Image.Image:
    """A frame without transparency: what shows through is paper."""
    if "A" not in frame.getbands() and "transparency" not in frame.info:
        return frame.convert("L")
    clear = frame.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(paper, clear).convert("L")


def _resolution(frame: Image.Image) -> float:
    """Dots to the inch as the file states, where it can be true; else as if the page were A4."""
    given = frame.info.get("dpi")
    stated = float(given[0]) if given else 0.0
    likely = max(frame.size) / _A4_LONG
    return stated if stated >= 100 and 0.4 < stated / likely < 2.5 else max(likely, 30.0)
