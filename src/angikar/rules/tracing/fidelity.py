"""Fidelity: no silent change. What a source prints stands in the content, and the content in the source, or a doubt says so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pydantic import BaseModel
from rapidfuzz import fuzz, process

from angikar.rules.bangla.digits import parse_number, to_bangla, to_latin
from angikar.rules.bangla.text import normal
from angikar.rules.document import Document, Place, Table
from angikar.rules.finding import grid, lines_of
from angikar.rules.reading import Doubt, plain_doubt
from angikar.rules.tracing.runs import runs_left_out
from angikar.rules.tracing.values import ContentValue, content_values
from angikar.rules.tracing.words import is_figure, words

DERIVED = frozenset({"role", "from_", "until", "on", "time", "month", "due", "code", "codes"})
"""Fields whose value is a word of ours for what the paper says in its own; a code may be counted where none is printed."""

_SET_PHRASES = words(
    "সূচিপত্র পৃষ্ঠা স্বাক্ষর স্বাক্ষরিত স্বা অপর দপ্তরের সংস্থার কার্যালয়ের মন্ত্রণালয়ের প্রতিষ্ঠানের নাম "
    "স্মারক নং নম্বর তারিখ বিষয় সংলগ্নী সংযুক্তি বিতরণ অনুলিপি সদয় অবগতি অবগতির ও প্রয়োজনীয় ব্যবস্থা গ্রহণের জন্য প্রেরণ করা হলো হল হইল জ্যেষ্ঠতার ভিত্তিতে নয়"
)
"""Words of any paper that say nothing a content could hold."""
_ITEM = re.compile(r"(?:^|(?<=[\s;।]))([০-৯0-9]{1,2})\s*[.)।](?=\s)")
_FEW = 2
_COLUMNS = 2
_PAGES = 20
"""A list of contents has a title and a page, and no title goes on for so many pages."""
_LIKE, _MARGIN = 76, 12
"""Per cent of likeness from which a word is a word of the form misread, if no other of its words comes near."""
_ENDING = 6
"""A word of the source may go on for so many letters: the ending of its case."""


@dataclass(frozen=True, slots=True)
class PrintedText:
    """One line or cell of the source."""

    text: str
    place: Place
    table: int | None = None
    """Which of the tables it stands in, `None` outside tables."""


def printed(document: Document) -> Iterator[PrintedText]:
    """Every line and every filled cell of a source; the numbers of columns and of pages say nothing and are left out."""
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
    """A figure without the bracket of the parts that make it up; what adds up to the figure kept is no loss."""
    number = parse_number(text)
    return text.partition("(")[0] if number is not None and number.agrees else text


def _unnumbered(text: str) -> str:
    """A text without the numbers of its items, 1, 2, 3 … in their turn."""
    expected, kept, start = 1, [], 0
    for found in _ITEM.finditer(text):
        if int(to_latin(found[1])) == expected:
            kept.append(text[start : found.start()])
            expected, start = expected + 1, found.end()
    return "".join((*kept, text[start:]))


def unaccounted(
    source: Document, content: BaseModel, form: frozenset[str], doubts: Iterable[Doubt], written: str = ""
) -> Iterator[Doubt]:
    """`word-misread`, `source-left-out`, `value-not-printed`: what source and content do not share and no doubt names.

    `form` are the words of the forms it may be printed in: headings and set phrases are no loss. A figure of a table counts
    as kept only in a value that was read from its own line; a doubt covers the words it quotes. Of running text whole
    stretches are counted too, against the content and against the paper as `written` from it.
    """
    pages = tuple(printed(source))
    ledger = _Ledger.of(content, form, doubts)
    lost = [doubt for each in pages for doubt in _left_out(each, ledger)]
    yield from lost
    told = {doubt.place.line for doubt in lost}
    prose = [each for each in pages if each.table is None and each.place.line not in told]
    yield from _stretches(prose, ledger, written)
    yield from _not_printed(pages, ledger)


@dataclass(frozen=True, slots=True)
class _Ledger:
    """What is accounted for: the words kept, those of each line's values, those that doubts quote by line and by value."""

    values: tuple[ContentValue, ...]
    form: frozenset[str]
    kept: frozenset[str]
    by_line: dict[int, set[str]]
    quoted: dict[int | None, set[str]]
    said_of: dict[str, set[str]]

    @classmethod
    def of(cls, content: BaseModel, form: frozenset[str], doubts: Iterable[Doubt]) -> _Ledger:
        found = tuple(content_values(content))
        quoted: dict[int | None, set[str]] = defaultdict(set)
        said_of: dict[str, set[str]] = defaultdict(set)
        for doubt in doubts:
            said = words(f"{doubt.message} {doubt.message_en} {doubt.suggestion or ''}")
            quoted[doubt.place.line] |= said
            said_of[doubt.path] |= said
        own = frozenset().union(*map(_kept, found))
        return cls(found, form, own | form | _SET_PHRASES, _by_line(found), quoted, said_of)


def _kept(value: ContentValue) -> frozenset[str]:
    """The words of a value; a code keeps the codes it begins with too."""
    own = words(value.text)
    parts = value.text.split(".") if value.name == "code" else []
    return own.union(".".join(parts[:depth]) for depth in range(1, len(parts)))


def _by_line(found: tuple[ContentValue, ...]) -> dict[int, set[str]]:
    """The words of every value read from a line, with the codes, titles and marks of what it stands under."""
    by_line: dict[int, set[str]] = defaultdict(set)
    above: dict[str, set[str]] = defaultdict(set)
    for value in found:
        holder = value.path.rpartition(".")[0]
        above[holder] |= _kept(value)
        for line in value.lines:
            by_line[line] |= _kept(value)
            while holder:
                by_line[line] |= above[holder]
                holder = holder.rpartition(".")[0]
    return by_line


def _left_out(each: PrintedText, ledger: _Ledger) -> Iterator[Doubt]:
    """The words of one place that nothing accounts for, those apart that are nearly a word of the form."""
    line = each.place.line
    own = ledger.by_line.get(line) if line is not None and each.table is not None else None
    missing = {
        word
        for word in words(_unnumbered(_summed(each.text))) - ledger.quoted.get(line, set())
        if word not in (own if own is not None and is_figure(word) else ledger.kept)
    }
    misread = {word: meant for word in sorted(missing) if (meant := _meant(word, ledger.form))}
    for word, meant in misread.items():
        yield plain_doubt(
            "word-misread", "info", f"“{word}” শব্দটি সম্ভবত “{meant}”।", f"“{word}” is likely “{meant}”.", "",
            each.place, meant,
        )  # fmt: skip
    left = ", ".join(sorted(missing - misread.keys()))
    if left:
        yield plain_doubt(
            "source-left-out", "info", f"“{each.text}”: এখানকার “{to_bangla(left)}” বিষয়বস্তুতে আসেনি।",
            f"“{each.text}”: of this, “{left}” is not in what was understood.", "", each.place,
        )  # fmt: skip


def _stretches(prose: Sequence[PrintedText], ledger: _Ledger, written: str) -> Iterator[Doubt]:
    """Stretches of running text whose words all stand somewhere, but not so often as the source prints them."""
    held = [value.text for value in ledger.values]
    for run in runs_left_out([each.text for each in prose], held, [written]):
        said = " ".join(run.words)
        yield plain_doubt(
            "source-left-out", "info", f"“{said}”: এই লেখাটি উৎসে যতবার ছাপা, বিষয়বস্তুতে ততবার নেই।",
            f"“{said}”: the source prints this more often than it is in what was understood.", "",
            prose[run.lines[0]].place,
        )  # fmt: skip


def _meant(word: str, form: frozenset[str]) -> str | None:
    """The word of the form that a misread one stands for, where exactly one comes near."""
    if is_figure(word) or len(word) < 4:
        return None
    known = [each for each in form if not is_figure(each) and each not in word and word not in each]
    near = process.extract(word, known, scorer=fuzz.ratio, limit=4)
    meant, best, _ = near[0] if near else ("", 0.0, 0)
    others = [likeness for other, likeness, _ in near[1:] if meant not in other and other not in meant]
    return meant if best >= _LIKE and best - max(others, default=0.0) >= _MARGIN else None


def _not_printed(pages: tuple[PrintedText, ...], ledger: _Ledger) -> Iterator[Doubt]:
    at: dict[int | None, set[str]] = defaultdict(set)
    for each in pages:
        at[each.place.line] |= words(each.text)
    everywhere = set().union(*at.values())
    for value in ledger.values:
        own = words(value.text)
        alone = len(own) == 1 and is_figure(next(iter(own)))
        there = (
            set().union(*(at[line] | ledger.quoted.get(line, set()) for line in value.lines)) if alone else everywhere
        )
        missing = own - (there or everywhere) - ledger.said_of.get(value.path, set())
        added = [word for word in missing if is_figure(word) or not _begins(word, everywhere)]
        if added and value.name not in DERIVED:
            said = ", ".join(sorted(added))
            yield plain_doubt(
                "value-not-printed", "warning", f"“{value.text}”: এর “{to_bangla(said)}” উৎসে নেই।",
                f"“{value.text}”: the source does not print “{said}” there.", value.path,
                Place(value.lines[0]) if value.lines else Place(),
            )  # fmt: skip


def _begins(word: str, everywhere: set[str]) -> bool:
    return any(each.startswith(word) and len(each) - len(word) <= _ENDING for each in everywhere)
