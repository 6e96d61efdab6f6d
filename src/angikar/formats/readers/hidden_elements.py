"""Hidden in HTML: which elements are open at a place of the source, and whether what is in them is seen."""

from __future__ import annotations

from collections import Counter

from angikar.formats.readers.looks import Look
from angikar.formats.readers.style_sheets import Element, StyleSheets
from angikar.rules.document import Way

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_ENDS_PARAGRAPH = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "div",
        "dl",
        "fieldset",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
_SIBLINGS = {
    **dict.fromkeys(("td", "th"), frozenset({"td", "th"})),
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd"})),
    **{name: frozenset({name, "td", "th"}) for name in ("tr", "thead", "tbody", "tfoot")},
    "li": frozenset({"li"}),
    "option": frozenset({"option"}),
}
"""Whose beginning ends which open elements, where their own end is left out."""
_FENCES = frozenset({"table", "ul", "ol", "dl", "select"})
_MOST = 512
"""How deep elements are counted; browsers nest no deeper."""


class OpenElements:
    """The elements that are open, as a browser counts them, with the look of each by the style sheets of its page."""

    def __init__(self, styles: StyleSheets | None = None) -> None:
        self._styles = styles or StyleSheets()
        self._open: list[Element] = []
        self._looks = [Look()]
        self._names: Counter[str] = Counter()

    @property
    def way(self) -> Way | None:
        """How what comes now is kept from sight; None where it is seen."""
        return self._looks[-1].way

    def begin(self, tag: str, given: dict[str, str | None]) -> None:
        """An element begins; it may end others."""
        if tag in _ENDS_PARAGRAPH and self._open and self._open[-1].tag == "p":
            self._end_from(len(self._open) - 1)
        siblings = _SIBLINGS.get(tag, frozenset())
        for at in range(len(self._open) - 1, -1, -1) if any(map(self._names.__getitem__, siblings)) else ():
            name = self._open[at].tag
            if name in _FENCES:
                break
            if name in siblings:
                self._end_from(at)
        if tag not in _VOID and len(self._open) < _MOST:
            element = Element(tag, given)
            said = self._styles.declared(element, self._open)
            self._looks.append(self._looks[-1].within(said, given) if said or _says(given) else self._looks[-1])
            self._open.append(element)
            self._names[tag] += 1

    def end(self, tag: str) -> None:
        """An element ends, and all in it; an end without a beginning is none."""
        if self._names[tag]:
            self._end_from(next(at for at in range(len(self._open) - 1, -1, -1) if self._open[at].tag == tag))

    def _end_from(self, at: int) -> None:
        self._names.subtract(element.tag for element in self._open[at:])
        del self._open[at:]
        del self._looks[at + 1 :]


def _says(given: dict[str, str | None]) -> bool:
    """Whether the attributes of an element say how it looks."""
    return not given.keys().isdisjoint(("hidden", "color", "bgcolor"))
