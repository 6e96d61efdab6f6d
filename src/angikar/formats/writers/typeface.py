"""Typeface: which characters official papers can print, and the few that are exchanged for a like one without loss."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from angikar import assets
from angikar.formats.errors import Unprintable

HARMLESS = str.maketrans(
    {
        "\u2011": "-",  # non-breaking hyphen
        "\u2012": "\u2013",  # figure dash
        "\u2015": "\u2014",  # horizontal bar
        "\uf0b7": "•",  # bullets of Word's Symbol and Wingdings faces
        "\uf0a7": "•",
        "\u25cf": "•",
        "\u25aa": "•",
        "\u25e6": "•",
        "\u2002": " ",  # en, em, thin and narrow spaces
        "\u2003": " ",
        "\u2009": " ",
        "\u202f": "\u00a0",
        "\t": " ",
        "\v": "\n",  # Word's line break within a paragraph
        "\r": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
        "\u00ad": "",  # marks that are not seen: soft hyphen, byte order, direction
        "\ufeff": "",
        "\u200e": "",
        "\u200f": "",
    }
)
"""Characters without a glyph of their own whose likeness says the same."""


def font_files() -> tuple[Path, ...]:
    """The TrueType files of the family of official papers. Raises FileNotFoundError when they were not built."""
    files = tuple(sorted(assets.FONT_DIR.glob(assets.SERIF.replace(" ", "") + "*.ttf")))
    if not files:
        raise FileNotFoundError(f"no typeface in {assets.FONT_DIR}: run `make assets`")
    return files


def legal(text: str) -> str:
    """The text, when XML can hold it; raises Unprintable for a control character."""
    for char in text:
        if (char < " " and char not in "\t\n\r") or "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff":
            raise Unprintable(char)
    return text.replace("\r\n", "\n").replace("\r", "\n")


@cache
def characters() -> frozenset[str]:
    """The characters that every weight of the family has a glyph for, and the line break."""
    from fontTools.ttLib import TTFont

    maps = [TTFont(path, lazy=True).getBestCmap() for path in font_files()]
    shared = frozenset.intersection(*(frozenset(map(chr, codes)) for codes in maps))
    return shared | {"\n"}


def printable(text: str) -> str:
    """The text with harmless exchanges made. Raises Unprintable at the first character that has no glyph.

    >>> printable("ই\u2011জিপি")
    'ই-জিপি'
    """
    exchanged = text.translate(HARMLESS)
    for character in exchanged:
        if character not in characters():
            raise Unprintable(character)
    return exchanged
