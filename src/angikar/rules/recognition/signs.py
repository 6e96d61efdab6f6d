"""Signs: what a paper shows of its kind before it is read as one: words of its title, heads of its tables, rows that have figures.

No sign proves a kind by itself, for titles are worded freely and one form of table serves plans and the reports about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from angikar.rules.bangla.dates import MONTHS
from angikar.rules.bangla.digits import parse_number
from angikar.rules.bangla.text import key
from angikar.rules.document import Block, Document, Table
from angikar.rules.finding import GridRow, TextLine, grid, lines_of
from angikar.rules.schedule.fiscal import canonical_year

_TOP = 14
"""Lines above the first table among which a title is looked for; papers put letterhead and parties before it."""
_LONG = 160
"""Letters: a longer line is a sentence, no title."""
_HEAD_ROWS = 4
"""Rows of a table, at most, that are its heading."""
_PASTED = 4
"""Lines that are heads of a table, at least, where a table was copied one cell a line."""
_CELL = 40
"""Letters of such a line at most."""
_FEW = 3
"""Heads of the table of a plan that tell it from any other table: indicator and so many more."""

_CONTENTS = re.compile(r"^(?:সূচি\s?পত্র|সূচীপত্র|প্রস্তাবনা|উপক্রমণিকা|.*সার্বিক চিত্র|preamble|contents)", re.IGNORECASE)
"""Where the title has ended: the list of contents, or the first text of an agreement."""

_TITLE: dict[str, re.Pattern[str]] = {
    "of_agreement": re.compile(r"কর্ম\s?-?\s?সম্পাদন\s+চুক্তি|এপিএ|performance agreement", re.IGNORECASE),
    "signed": re.compile(r"মধ্যে\s+(?:\S+\s+){0,3}স্বাক্ষরিত|^between$", re.IGNORECASE),
    "integrity": re.compile(r"শুদ্ধাচার|শুল্কচার|শূদ্ধাচার|শুদ্ধাচর"),
    "reform": re.compile(r"উদ্ভাবন|ইনোভেশন|নাগরিক সনদ|ই-গভর্ন|অভিযোগ|সেবা প্রদান প্রতিশ্রুতি|সিটিজেন|তথ্য অধিকার"),
    "plan": re.compile(r"কর্ম\s?-?\s?পরিকল্পনা"),
    "report": re.compile(r"প্রতিবেদন|অর্জন|মূল্যায়ন|অগ্রগতি(?!\s*(?:পরিবীক্ষণ|পরিবিক্ষণ))"),
    "named": re.compile(r"প্রতিবেদন[\s,()[\]০-৯0-9/–-]*$"),
    "period": re.compile(r"ত্রৈমাসিক|কোয়ার্টার|প্রান্তিক|অর্ধ-?বার্ষিক|বার্ষিক\s+(?:স্ব-?)?(?:মূল্যায়ন|অগ্রগতি|প্রতিবেদন)"),
    "of_minutes": re.compile(
        r"(?:কার্য\s?বি[বি]?ব[রি]*ণ[ীি]|কার্য\s?বিবর[নণ][ীি]|রেজুলেশন|রেজ্যুলেশন|রেজোলিউশন"
        r")(?!\S*\s+(?:প্রেরণ|দাখিল|বিতরণ))"
    ),
    "of_circular": re.compile(
        r"^\W*(?:(?!\S*র\s)\S+\s+){0,2}(?:পরিপত্র|সার্কুলার)(?!\S*\s+\S*(?:অনুযায়ী|মোতাবেক|অনুসারে))[^।]{0,40}$"
    ),
}
_HEADS: dict[str, re.Pattern[str]] = {
    "indicator": re.compile(
        r"সূচক(?!(?:সমূহ)?ের (?:মান|নম্বর|ওজন))|performance indicator(?!s?\))|^indicators?\b", re.IGNORECASE
    ),
    "unit": re.compile(r"^(?:পরিমাপের |পরিমাপ )?একক|^পরিমাপক$|^unit\b", re.IGNORECASE),
    "weight": re.compile(r"সূচকের (?:মান|নম্বর|ওজন)|^(?:মান|নম্বর)$|^weight", re.IGNORECASE),
    "target": re.compile(r"লক্ষ্যমাত্রা|লক্ষ্য$|target", re.IGNORECASE),
    "level": re.compile(r"অসাধারণ|উত্তম|চলতি মান|excellent|very good", re.IGNORECASE),
    "quarter": re.compile(r"কোয়ার্টার|ত্রৈমাসিক|[১-৪](?:ম|য়|র্থ) প্রান্তিক"),
    "pair": re.compile(r"^লক্ষ্যমাত্রা\s*/\s*(?:প্রকৃত\s*)?অর্জন"),
    "marks": re.compile(r"অর্জিত (?:মান|নম্বর)|প্রাপ্ত (?:মান|নম্বর)|দাবিকৃত"),
    "done": re.compile(r"অর্জন(?!ের)"),
    "span": re.compile(rf"অর্জন\s?\((?:{'|'.join(MONTHS)})"),
    "discussion": re.compile(r"আলোচনা|আলোচ্য"),
    "decision": re.compile(r"সিদ্ধান্ত"),
    "implementer": re.compile(r"বাস্তবায়ন"),
}
_OF_PLAN = ("unit", "weight", "target", "level", "quarter", "done", "marks")
_BLANK = frozenset({"", "-", "--", "–", "—"})


@dataclass(frozen=True, slots=True)
class TableSigns:
    """The heads a table has, and the share of its rows, 0 to 1, whose achievement is filled in."""

    table: Table
    heads: frozenset[str]
    reported: float = 0.0

    @property
    def is_of_plan(self) -> bool:
        """Whether it holds indicators with what is measured of them: it is the table of a plan or of a report on one."""
        return "indicator" in self.heads and sum(name in self.heads for name in _OF_PLAN) >= _FEW

    @property
    def is_of_minutes(self) -> bool:
        """Whether its heads are those of decisions and who carries them out."""
        return {"decision", "implementer"} <= self.heads and "indicator" not in self.heads


@dataclass(frozen=True, slots=True)
class Signs:
    """What a whole paper shows: the words of its title that were found, and its tables."""

    words: frozenset[str]
    tables: tuple[TableSigns, ...]

    @property
    def heads(self) -> frozenset[str]:
        """The heads of its tables of indicators together."""
        return frozenset().union(*(each.heads for each in self.of_plan))

    @property
    def of_plan(self) -> tuple[TableSigns, ...]:
        """Its tables of indicators."""
        return tuple(each for each in self.tables if each.is_of_plan)

    @property
    def reported(self) -> float:
        """The share of rows with an achievement in the table that has most of them."""
        return max((each.reported for each in self.of_plan), default=0.0)


def signs_of(document: Document) -> Signs:
    """The signs of a paper, by its lines above the first table and the heads of every table."""
    found = titles(document)
    return Signs(
        frozenset().union(*(title_words(line.text) for line in found)), tuple(map(table_signs, document.tables()))
    )


def title_words(text: str) -> frozenset[str]:
    """The words of titles that a line has, by the names of their signs."""
    return frozenset(name for name, pattern in _TITLE.items() if pattern.search(text))


def titles(document: Document) -> tuple[TextLine, ...]:
    """The lines that may be the title: short ones above the first table, those at the very top where a table comes first."""
    above = tuple(takewhile(lambda block: not _is_table(block), document.blocks))
    lines = lines_of(above) or lines_of(document.blocks)
    lead = takewhile(lambda line: not _CONTENTS.search(line.text), lines[: 2 * _TOP])
    short = (line for line in lead if len(line.text) <= _LONG and not line.text.endswith(":"))
    return tuple(line for line in short if line.text.startswith("বিষয়") or not line.text.endswith("।"))[:_TOP]


def _is_table(block: Block) -> bool:
    """Whether a block is a table of several rows; a memo number beside its date is a line of a letter."""
    return isinstance(block, Table) and len(block.rows) > 1


def pasted_heads(document: Document) -> TextLine | None:
    """The first of the lines that are heads of a table of indicators, one cell a line, as a table copied from a web page is."""
    found = [
        line for line in lines_of(document.blocks) if len(line.text) <= _CELL and any(_names(line.text.strip(" |।")))
    ]
    named = {name for line in found for name in _names(line.text.strip(" |।"))}
    return found[0] if "indicator" in named and len(found) >= _PASTED else None


def heads_of(rows: Sequence[GridRow]) -> dict[str, list[int]]:
    """Which columns have which head, by the rows of a heading; a head of a year gone by is a baseline and no achievement."""
    found: dict[str, list[int]] = {}
    for depth, row in enumerate(rows):
        below = rows[depth + 1 :]
        for place, text in enumerate(row.texts):
            years = any(place < len(each.texts) and canonical_year(each.texts[place]) for each in below)
            for name in _names(text):
                if not (years and name in ("done", "span")):
                    found.setdefault(name, []).append(place)
    return found


def _names(text: str) -> Iterator[str]:
    words = " ".join(text.split())
    if not words or len(words) > _LONG:
        return
    for name, pattern in _HEADS.items():
        if pattern.search(words) and not (name in ("done", "span") and (canonical_year(words) or "লক্ষ্য" in words)):
            yield name


def table_signs(table: Table) -> TableSigns:
    """The heads of a table, and how many of its rows are reported."""
    rows = grid(table)
    head = _heading(rows)
    heads = heads_of(head)
    done = sorted({*heads.get("done", ()), *(() if "pair" in heads else heads.get("quarter", ()))})
    body = [row for row in rows[len(head) :] if sum(bool(text.strip()) for text in row.texts) > _FEW]
    filled = sum(any(_has_figure(row, place) for place in done) for row in body)
    return TableSigns(table, frozenset(heads), filled / len(body) if body and done else 0.0)


def _heading(rows: Sequence[GridRow]) -> tuple[GridRow, ...]:
    """The rows before the first that has a figure of its own, at most a few."""
    lead = tuple(takewhile(lambda row: not _has_data(row), rows[:_HEAD_ROWS]))
    return lead or tuple(rows[:1])


def _has_data(row: GridRow) -> bool:
    return sum(parse_number(text) is not None and "%" not in text for text in row.texts if text.strip()) > 1


def _has_figure(row: GridRow, place: int) -> bool:
    text = row.texts[place].strip() if place < len(row.texts) else ""
    return key(text) not in _BLANK and any(char.isdecimal() for char in text)
