"""Fidelity: no silent change; what a source prints is in the content, and the content in the source, or a doubt names it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, takewhile

from pydantic import BaseModel
from rapidfuzz import fuzz, process

from angikar.rules.bangla.dates import parse_dates, parse_window
from angikar.rules.bangla.digits import parse_number, to_latin
from angikar.rules.bangla.everyday import COMMON
from angikar.rules.bangla.lexicon import WORDS, bare
from angikar.rules.bangla.text import normal
from angikar.rules.document import Document, Place, Table
from angikar.rules.finding import GridRow, grid, lines_of
from angikar.rules.reading import Doubt
from angikar.rules.tracing import sentences
from angikar.rules.tracing.runs import runs_left_out
from angikar.rules.tracing.values import ContentValue, content_values
from angikar.rules.tracing.words import is_figure, words

DERIVED = frozenset({"role", "from_", "until", "on", "time", "month", "due", "code", "codes"})
"""Fields whose value is a word of ours for what the paper says in its own; a code may be counted where none is printed."""

_SET_PHRASES = words(
    "সূচিপত্র পৃষ্ঠা স্বাক্ষর স্বাক্ষরিত স্বা অপর দপ্তরের সংস্থার কার্যালয়ের মন্ত্রণালয়ের প্রতিষ্ঠানের নাম "
    "স্মারক নং নম্বর তারিখ বিষয় সংলগ্নী সংযুক্তি বিতরণ অনুলিপি সদয় অবগতি অবগতির ও প্রয়োজনীয় ব্যবস্থা গ্রহণের জন্য প্রেরণ করা হলো হল হইল জ্যেষ্ঠতার ভিত্তিতে নয়"
)
"""Words of any paper that no content holds."""
_ITEM = re.compile(r"(?:^|(?<=[\s;।]))([০-৯0-9]{1,2})\s*[.)।](?=\s)")
_FEW = 2
"""A row of so many numbers or fewer does not number the columns of its table."""
_COLUMNS = 2
"""Columns of a list of contents: title and page."""
_PAGES = 20
"""Pages between two titles of a list of contents at most."""
_FIGURES_ALONE = re.compile(r"[০-৯0-9][০-৯0-9.,/%-]*+")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_O_CLOCK = "টা(?!কা)|ঘটিকা"
_KNOWN = WORDS | COMMON
_LIKE = 76
"""Per cent of likeness from which a word is a misread word of the form."""
_STEM = 2
"""Letters at the end of two words that are more than an ending they share."""
_MARGIN = 12
"""Per cent of likeness by which the next word of the form must stay behind."""
_ENDING = 6
"""Letters the ending of a case may add to a word of the source, at most."""


@dataclass(frozen=True, slots=True)
class PrintedText:
    """One line or cell of the source."""

    text: str
    place: Place
    table: int | None = None
    """The number of its table, `None` outside tables."""


def printed(document: Document) -> Iterator[PrintedText]:
    """Every line and every filled cell of a source; the numbers of columns and of pages are left out."""
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table):
            rows = grid(block)
            pages = all(len(row.texts) == _COLUMNS for row in rows) and _counts([row.texts[-1] for row in rows], _PAGES)
            for row in rows:
                texts = () if _counts(row.texts) else row.texts[:-1] if pages else row.texts
                found = ((normal(text), row.at(column)) for column, text in enumerate(texts))
                yield from (PrintedText(text, place, number) for text, place in found if text)
        else:
            yield from (PrintedText(line.text, line.place) for line in lines_of((block,)))


def _counts(texts: Sequence[str], step: int = 2) -> bool:
    """Whether a row only numbers the columns of its table, or a column the pages of a list of contents."""
    numbers = [to_latin(text.strip(" ()[].।")) for text in texts if text.strip()]
    whole = [int(number) for number in numbers if number.isdecimal()]
    return len(whole) == len(numbers) > _FEW and all(0 < b - a <= step for a, b in pairwise(whole))


def _summed(text: str) -> str:
    """A figure without the bracket of the parts that make it up; parts that add up to the figure in the content are no loss."""
    number = parse_number(text)
    return text.partition("(")[0] if number is not None and number.agrees else text


def _unnumbered(text: str) -> str:
    """A text without the numbers of its items, 1, 2, 3 … in their turn."""
    expected, parts, start = 1, [], 0
    for found in _ITEM.finditer(text):
        if int(to_latin(found[1])) == expected:
            parts.append(text[start : found.start()])
            expected, start = expected + 1, found.end()
    return "".join((*parts, text[start:]))


def unaccounted(
    source: Document, content: BaseModel, form: frozenset[str], doubts: Iterable[Doubt], written: str = ""
) -> Iterator[Doubt]:
    """`word-misread`, `source-left-out`, `value-not-printed`: what source and content do not share and no doubt names.

    `form` are the words of the forms it may be printed in: headings and set phrases are no loss. A figure of a table is
    accounted for only by a value that was read from its own line; a doubt covers the words it quotes. Of running text whole
    stretches are counted too, against the content and against the paper as `written` from it.
    """
    pages = tuple(printed(source))
    ledger = _Ledger.of(content, form, doubts)
    lost = [doubt for each in pages for doubt in _left_out(each, ledger)]
    yield from lost
    reported = {doubt.place.line for doubt in lost}
    prose = [each for each in pages if each.table is None and each.place.line not in reported]
    yield from _stretches(prose, ledger, written)
    yield from _not_printed(pages, ledger)


@dataclass(frozen=True, slots=True)
class _Ledger:
    """What is accounted for: the words of the content, those of each line's values, those that doubts quote by line and by path."""

    values: tuple[ContentValue, ...]
    form: frozenset[str]
    known: frozenset[str]
    by_line: dict[int, set[str]]
    quoted: dict[int | None, set[str]]
    quoted_of: dict[str, set[str]]

    @classmethod
    def of(cls, content: BaseModel, form: frozenset[str], doubts: Iterable[Doubt]) -> _Ledger:
        found = tuple(content_values(content))
        quoted: dict[int | None, set[str]] = defaultdict(set)
        quoted_of: dict[str, set[str]] = defaultdict(set)
        for doubt in doubts:
            named = words(f"{doubt.message} {doubt.message_en} {doubt.suggestion or ''}")
            quoted[doubt.place.line] |= named
            quoted_of[doubt.path] |= named
        own = frozenset().union(*map(_words_of, found))
        return cls(found, form, own | form | _SET_PHRASES, _by_line(found), quoted, quoted_of)


def _words_of(value: ContentValue) -> frozenset[str]:
    """The words of a value; of a code the codes it begins with too."""
    own = words(value.text)
    parts = value.text.split(".") if value.name == "code" else []
    return own.union(".".join(parts[:depth]) for depth in range(1, len(parts)))


def _by_line(found: tuple[ContentValue, ...]) -> dict[int, set[str]]:
    """The words of every value read from a line, with the codes, titles and marks of what holds it."""
    by_line: dict[int, set[str]] = defaultdict(set)
    above: dict[str, set[str]] = defaultdict(set)
    for value in found:
        holder = value.path.rpartition(".")[0]
        above[holder] |= _words_of(value)
        for line in value.lines:
            by_line[line] |= _words_of(value)
            while holder:
                by_line[line] |= above[holder]
                holder = holder.rpartition(".")[0]
    return by_line


def _left_out(each: PrintedText, ledger: _Ledger) -> Iterator[Doubt]:
    """The words of one place that are not accounted for; one that is nearly a word of the form has a doubt of its own."""
    line = each.place.line
    missing = _missing(each, ledger) - ledger.quoted.get(line, set())
    misread = {word: meant for word in sorted(missing) if (meant := _meant(word, ledger.form))}
    for word, meant in misread.items():
        facts = {"printed": word, "meant": meant}
        yield Doubt(sentences.WORD_MISREAD, "info", facts, place=each.place, suggestion=meant)
    left = ", ".join(sorted(missing - misread.keys()))
    if left:
        yield Doubt(sentences.SOURCE_LEFT_OUT, "info", {"text": each.text, "words": left}, place=each.place)


def _missing(each: PrintedText, ledger: _Ledger) -> set[str]:
    """The words of one place that the content does not hold; a figure of a table must be in what was read from its own line."""
    line = each.place.line
    own = ledger.by_line.get(line) if line is not None and each.table is not None else None
    return {
        word
        for word in words(_unnumbered(_summed(each.text)))
        if word not in (own if own is not None and is_figure(word) else ledger.known)
    }


def figures_understood(source: Document, content: BaseModel, form: frozenset[str]) -> tuple[int, int]:
    """How many figures and days of a source are in the content, and how many it prints; what a doubt quotes is not understood. The
    years and months in the heading of a table are no figures of the paper."""
    ledger, heads = _Ledger.of(content, form, ()), _head_lines(source)
    known = everything = 0
    for each in printed(source):
        if each.table is not None and each.place.line in heads:
            continue
        figures = {word for word in words(_unnumbered(_summed(each.text))) if is_figure(word)}
        everything += len(figures)
        known += len(figures - _missing(each, ledger))
    return known, everything


def _head_lines(source: Document) -> set[int | None]:
    """The lines of the rows of each table above the first with two cells of figures alone."""
    rows = (row for table in source.tables() for row in takewhile(_heads, grid(table)))
    return {row.place.line for row in rows} - {None}


def _heads(row: GridRow) -> bool:
    return sum(_FIGURES_ALONE.fullmatch(text.strip()) is not None for text in row.texts) < _COLUMNS


def _stretches(prose: Sequence[PrintedText], ledger: _Ledger, written: str) -> Iterator[Doubt]:
    """Stretches of running text whose words are all in the content, but not so often as the source prints them."""
    for run in runs_left_out([each.text for each in prose], [value.text for value in ledger.values], [written]):
        facts = {"text": " ".join(run.words)}
        yield Doubt(sentences.SOURCE_PRINTS_MORE_OFTEN, "info", facts, place=prose[run.lines[0]].place)


def _meant(word: str, form: frozenset[str]) -> str | None:
    """The word of the form that was likely misread as this one, where exactly one comes near."""
    if is_figure(word) or len(word) < 4 or word.isascii() or not _KNOWN.isdisjoint(bare(word)):
        return None
    known = [each for each in form if not is_figure(each) and each not in word and word not in each]
    near = process.extract(word, known, scorer=fuzz.ratio, limit=4)
    meant, best, _ = near[0] if near else ("", 0.0, 0)
    others = [likeness for other, likeness, _ in near[1:] if meant not in other and other not in meant]
    if _is_ending(meant, word):
        return None
    return meant if best >= _LIKE and best - max(others, default=0.0) >= _MARGIN else None


def _is_ending(word: str, other: str) -> bool:
    """Whether two words differ in their endings alone: forms of one word, neither of them misread."""
    before = _shared(zip(word, other, strict=False))
    after = _shared(zip(reversed(word), reversed(other), strict=False))
    return before * 2 > max(len(word), len(other)) and after < _STEM


def _shared(pairs: Iterable[tuple[str, str]]) -> int:
    """How many letters two words have in common from where they are read."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _not_printed(pages: tuple[PrintedText, ...], ledger: _Ledger) -> Iterator[Doubt]:
    at: dict[int | None, set[str]] = defaultdict(set)
    for each in pages:
        at[each.place.line] |= words(each.text)
    everywhere = set().union(*at.values())
    ordered = sorted(everywhere)
    for value in ledger.values:
        own = words(value.text)
        alone = len(own) == 1 and is_figure(next(iter(own)))
        there = (
            set().union(*(at[line] | ledger.quoted.get(line, set()) for line in value.lines)) if alone else everywhere
        )
        missing = own - (there or everywhere) - ledger.quoted_of.get(value.path, set())
        added = [word for word in missing if is_figure(word) or not _begins(word, ordered)]
        if added and value.name not in DERIVED and not _is_said(value, pages):
            facts = {"value": value.text, "words": ", ".join(sorted(added))}
            place = Place(value.lines[0]) if value.lines else Place()
            yield Doubt(sentences.VALUE_NOT_PRINTED, "warning", facts, value.path, place)


def _is_said(value: ContentValue, pages: tuple[PrintedText, ...]) -> bool:
    """Whether a fiscal year, a day or an hour is in the source in other words: a window of days, a day with its weekday, `বেলা ৪টা`."""
    if value.name == "fiscal_year":
        windows = (parse_window(each.text) for each in pages if each.table is None)
        return any(window and value.text == _fiscal_year(*window) for window in windows)
    if clock := _CLOCK.fullmatch(value.text):
        return any(_prints_hour(each.text, int(clock[1]), clock[2]) for each in pages)
    if not _ISO.fullmatch(value.text) or value.lines:
        return False
    return any(value.text in {day.isoformat() for day in parse_dates(each.text)} for each in pages)


def _prints_hour(text: str, hour: int, minute: str) -> bool:
    """Whether a text prints a time of day, on the clock of twelve hours or of twenty-four."""
    named = rf"|\s*(?:{_O_CLOCK})" if minute == "00" else ""
    printed_hour = rf"(?<![\d.:])0?(?:{hour}|{hour % 12 or 12})(?:[.:]{minute}(?!\d){named})"
    return re.search(printed_hour, to_latin(normal(text))) is not None


def _fiscal_year(first: date, last: date) -> str | None:
    """The fiscal year two days bound, first and last."""
    whole = (first.month, first.day, last.month, last.day) == (7, 1, 6, 30) and last.year == first.year + 1
    return f"{first.year}-{last.year % 100:02}" if whole else None


def _begins(word: str, ordered: Sequence[str]) -> bool:
    """Whether one of the words, given in order, is this one with the ending of a case."""
    following = (ordered[place] for place in range(bisect_left(ordered, word), len(ordered)))
    return any(len(each) - len(word) <= _ENDING for each in takewhile(lambda each: each.startswith(word), following))
