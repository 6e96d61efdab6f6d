"""A value as a cell of a CSV file that spreadsheets open."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(value: object) -> str:
    """The text of a value; one that a spreadsheet would run as a formula is quoted, nothing is empty.

    >>> plain(None), plain("-3.5"), plain("=1+1")
    ('', '-3.5', "'=1+1")
    """
    text = "" if value is None else str(value)
    number = text.lstrip("-").replace(".", "", 1).isdecimal()
    return f"'{text}" if text.startswith(_FORMULA) and not number else text
