"""Brings answers into a form that two runs of the same code share: noise is taken out, and each tag has its line."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

GONE = "…"
_QUOTE = r"(?:\"|'|&quot;|&#34;|&#39;)"
NOISE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(csrfmiddlewaretoken{_QUOTE} value={_QUOTE})\w+"), rf"\1{GONE}"),
    (re.compile(rf"(X-CSRFToken{_QUOTE}: ?{_QUOTE})\w+"), rf"\1{GONE}"),
    (re.compile(rf"(name={_QUOTE}token{_QUOTE} value={_QUOTE})\w+"), rf"\1{GONE}"),
    (re.compile(r"( at 0x)[0-9a-f]+"), rf"\1{GONE}"),
    (re.compile(rf"(\bnonce={_QUOTE})[\w+/=-]+"), rf"\1{GONE}"),
    (re.compile(r"(/static/[\w./-]+?)\.[0-9a-f]{12}(?=\.\w)"), r"\1"),
    (re.compile(r"(/(?:letter|calendar)/)[\w-]{16,}"), rf"\1{GONE}"),
    (re.compile(r"\b(?:127\.0\.0\.1|localhost):\d+"), "house"),
    (re.compile(r"(?m)^(DTSTAMP|CREATED|LAST-MODIFIED)(.*?):\d{8}T\d{6}"), rf"\1\2:{GONE}"),
    (re.compile(r"(<dcterms:\w+[^>]*>)\d{4}-[^<]*"), rf"\1{GONE}"),
)
"""What changes on each run: tokens of forms and sessions, names of packed files, the port, seconds in files, places in memory."""
_PIECES = re.compile(r"<[^>]*>|[^<]+")


def quiet(text: str) -> str:
    """The text without what changes on each run."""
    for pattern, instead in NOISE:
        text = pattern.sub(instead, text)
    return text


def lines_of(markup: str) -> str:
    """Markup with one line for each tag and each text between tags; the spaces around these are not kept."""
    pieces = (" ".join(piece.split()) for piece in _PIECES.findall(quiet(markup)))
    return "".join(f"{piece}\n" for piece in pieces if piece)


def pattern_of(address: str) -> str:
    """What addresses of one kind have in common, as a file name: numbers and the values of a query are left out."""
    parts = urlsplit(address)
    path = re.sub(r"\d+", "n", parts.path.strip("/")) or "start"
    names = sorted({name for name, _value in parse_qsl(parts.query, keep_blank_values=True)})
    return re.sub(r"[^\w.=-]+", "-", "-".join((path, *(f"{name}=" for name in names))))
