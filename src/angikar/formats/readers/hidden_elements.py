"""Hidden in HTML: which elements are open at a place of the source, and whether one of them is not shown."""

from __future__ import annotations

import re

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_UNSHOWN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*[0.]+(?:px|pt|em|%)?\s*(?:;|!|$)",
    re.IGNORECASE,
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
_MOST = 2000


class OpenElements:
    """The elements that are open, as a browser counts them; CSS outside an element is not looked at."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []
        self._hidden = 0

    @property
    def are_hidden(self) -> bool:
        """Whether what comes now is not shown."""
        return self._hidden > 0

    def begin(self, tag: str, given: dict[str, str | None]) -> None:
        """An element begins; it may end others."""
        if tag in _ENDS_PARAGRAPH and self._open and self._open[-1][0] == "p":
            self._end_from(len(self._open) - 1)
        for at in range(len(self._open) - 1, -1, -1):
            name = self._open[at][0]
            if name in _FENCES:
                break
            if name in _SIBLINGS.get(tag, ()):
                self._end_from(at)
        if tag not in _VOID and len(self._open) < _MOST:
            hidden = "hidden" in given or bool(_UNSHOWN.search(given.get("style") or ""))
            self._open.append((tag, hidden))
            self._hidden += hidden

    def end(self, tag: str) -> None:
        """An element ends, and all in it; an end without a beginning is none."""
        at = next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at][0] == tag), None)
        if at is not None:
            self._end_from(at)

    def _end_from(self, at: int) -> None:
        self._hidden -= sum(hidden for _, hidden in self._open[at:])
        del self._open[at:]
