"""A paper at a glance, as lines of text for a shell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from angikar.rules.bangla.digits import to_bangla
from angikar.rules.kinds import kind_named
from angikar.rules.plan import Plan
from angikar.rules.reading import Doubt, Reading


def summary(reading: Reading[Any], *, english: bool = False) -> Iterator[str]:
    """What was understood: kind, office, year, the areas with their marks or the parts of a letter, then the doubts."""
    kind = kind_named(reading.kind)
    yield kind.title_en if english else kind.title
    yield from _facts(reading.content)
    yield from _parts(reading.content)
    known, everything = reading.figures
    if everything:
        words = "{} of {} figures understood" if english else "{}টি সংখ্যা বোঝা গেছে, কাগজে আছে {}টি"
        yield "  " + words.format(*((known, everything) if english else map(to_bangla, map(str, (known, everything)))))
    yield ""
    if not reading.doubts:
        yield "No doubts." if english else "কোনো সন্দেহ নেই।"
    for doubt in reading.doubts:
        yield doubt_line(doubt, english=english)


_COLOURS = {"error": "31", "warning": "33", "info": "2"}


def doubt_line(doubt: Doubt, *, english: bool = False, colour: bool = False) -> str:
    """One doubt as one line: severity, code, place, sentence and, where there is one, the suggestion."""
    place = doubt.place
    where = f"p{place.page}" if place.page else ""
    where += f"L{place.line}" if place.line else ""
    where += f":{place.cell}" if place.cell is not None else ""
    sentence = " ".join((doubt.message_en if english else doubt.message).split())
    suggestion = f" → {' '.join(doubt.suggestion.split())}" if doubt.suggestion else ""
    head = f"{doubt.severity} {doubt.code}"
    if colour:
        head = f"\x1b[{_COLOURS[doubt.severity]}m{head}\x1b[0m"
    return f"{head} {where or doubt.path or '-'} {sentence}{suggestion}"


def _facts(content: Any) -> Iterator[str]:
    for field in ("title", "subject", "office", "counterpart", "body", "fiscal_year", "month", "date"):
        value = getattr(content, field, None)
        if value and isinstance(value, str):
            yield f"  {field:12} {value}"
    letter = getattr(content, "letter", None)
    if letter is not None and letter.memo_number:
        yield f"  {'memo':12} {letter.memo_number}  {letter.date or '?'}  {letter.bangla_date or '?'}"


def _parts(content: Any) -> Iterator[str]:
    if isinstance(content, Plan):
        for area in content.areas:
            indicators = [indicator for activity in area.activities for indicator in activity.indicators]
            yield f"  [{area.code}] {area.title} — {to_bangla(area.weight or '?')} ({to_bangla(str(len(indicators)))})"
        return
    for field in ("directives", "items", "bodies", "addressees", "copies", "present", "signatories"):
        value = getattr(content, field, ())
        if value:
            yield f"  {field:12} {to_bangla(str(len(value)))}"
