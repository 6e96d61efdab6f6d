"""Hidden in Word: runs, table rows and text boxes that a page does not show, changes that nobody has accepted, comments beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from angikar.formats.word import NESTED_PARTS, Styles, W, at, on, value, whole, xml
from angikar.rules.document import Unseen, Way

_TINY = 2
"""Half points of the largest letters that nobody sees."""
_PALE = 0xF0
_CHANGES: dict[str, Way] = {
    W + "del": "deleted",
    W + "moveFrom": "deleted",
    W + "ins": "inserted",
    W + "moveTo": "inserted",
}
_COLOURED = frozenset(W + name for name in ("p", "tc", "tr", "tbl"))
_YES = ("1", "true", "on")
_FOLDED_SHAPE = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)


def way(run: etree._Element, paragraph: etree._Element | None, styles: Styles) -> Way | None:
    """How a run is kept from whoever looks at the page; None where it is seen."""
    if is_folded(run):
        return "hidden"
    table = next(run.iterancestors(W + "tbl"), None)
    named = (
        value(at(run, "rPr"), "rStyle"),
        value(paragraph, "pStyle") or styles.usual,
        value(at(table, "tblPr"), "tblStyle"),
    )
    sources = [
        at(run, "rPr"),
        *(at(style, "rPr") for name in named for style in styles.chain(name)),
        at(styles.defaults, "rPr"),
    ]
    if next((hidden for each in sources if (hidden := on(each, "vanish")) is not None), False):
        return "hidden"
    size = next((size for each in sources if (size := value(each, "sz"))), None)
    if size is not None and 0 < whole(size, _TINY + 1) <= _TINY:
        return "tiny"
    colour = next((colour for each in sources if (colour := value(each, "color"))), None)
    return "pale" if _is_pale(colour) and not _has_ground(run, sources) else None


def is_folded(element: etree._Element) -> bool:
    """Whether a run or a paragraph is in a table row or in a text box that is hidden as a whole."""
    return any(
        on(at(each, "trPr"), "hidden") is True
        if each.tag == W + "tr"
        else _FOLDED_SHAPE.search(each.get("style", "")) is not None
        or any(child.get("hidden") in _YES for child in each.iterfind("{*}docPr"))
        for each in element.iterancestors()
    )


def _is_pale(colour: str | None) -> bool:
    """Whether a colour is that of paper, or so near to it that nobody sees letters in it."""
    try:
        parts = bytes.fromhex(colour or "")
    except ValueError:
        return False
    return len(parts) == 3 and min(parts) >= _PALE


def _has_ground(run: etree._Element, sources: list[etree._Element | None]) -> bool:
    """Whether anything around a run may be coloured: its own ground, that of its paragraph, cell or table, the style of its table."""
    if any(value(each, "highlight") or _is_shaded(each) for each in sources):
        return True
    around = [each for each in run.iterancestors() if each.tag in _COLOURED]
    names = ("pPr", "tcPr", "trPr", "tblPr")
    return any(_is_shaded(at(each, name)) or value(at(each, name), "tblStyle") for each in around for name in names)


def _is_shaded(properties: etree._Element | None) -> bool:
    fill = value(properties, "shd", "fill")
    return fill is not None and fill != "auto" and not _is_pale(fill)


def changes(paragraph: etree._Element) -> Iterator[tuple[Way, str]]:
    """What a paragraph holds as changes that nobody has accepted: what is struck, what is put in."""
    for child in paragraph:
        change = _CHANGES.get(str(child.tag))
        if change is not None:
            texts = child.iter(W + "delText", W + "t")
            yield change, "".join(each.text or "" for each in texts)
        elif child.tag in NESTED_PARTS:
            yield from changes(child)


def comments(part: bytes | None) -> Iterator[Unseen]:
    """The comments of a document; a part that is spoilt has none."""
    try:
        root = xml(part) if part else None
    except etree.XMLSyntaxError:
        return
    for comment in () if root is None else root.iter(W + "comment"):
        yield Unseen(" ".join(each.text or "" for each in comment.iter(W + "t")), "comment")
