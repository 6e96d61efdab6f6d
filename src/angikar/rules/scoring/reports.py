"""What was reported: one row per indicator and quarter, claimed and accepted, and how such rows are read from a CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from angikar.rules.bangla.dates import parse_date
from angikar.rules.bangla.digits import canonical, parse_number, to_latin
from angikar.rules.document import Place
from angikar.rules.plan import MOST_PLACES, IndicatorId, Part
from angikar.rules.reading import Doubt
from angikar.rules.scoring import sentences
from angikar.rules.scoring.figures import is_date, scaled
from angikar.rules.sentence import Explained, Fact, Sentence

COLUMNS = ("part", "code", "quarter", "value", "accepted")
MORE_COLUMNS = ("numerator", "denominator", "excused", "words")
"""Columns that may be left out: the part and the whole of a rate, what of the whole was excused, the words of the report."""
PART_PLACES = 2
MOST_PART = 10_000_000
"""A part and its whole are below this, with at most `PART_PLACES` decimals."""
NOT_APPLICABLE = ("not_applicable", "n/a", "প্রযোজ্য নয়")
_PARTS: dict[str, Part] = {"own": "own", "governance": "governance"}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What one quarter (1-4) reports: the value claimed and the value accepted so far, or that it does not apply.

    A rate may come with its `numerator` and `denominator` (canonical figures), and with so many of the latter `excused`
    by a countersigned report. `words` are those of the report.
    """

    part: Part
    code: str
    quarter: int
    value: str | None
    accepted: str | None = None
    not_applicable: bool = False
    numerator: str | None = None
    denominator: str | None = None
    excused: str | None = None
    words: str = ""

    @property
    def indicator(self) -> IndicatorId:
        """The indicator that is reported on."""
        return IndicatorId(self.part, self.code)

    def has_parts(self, sort: Literal["value", "accepted"] = "value") -> bool:
        """Whether the figure claimed (or accepted) came as a part and its whole that can be counted."""
        if self.numerator is None or (sort == "accepted" and self.accepted != self.value):
            return False
        return not isinstance(parts_of(self.numerator, self.denominator or "", self.excused or ""), Sentence)

    @property
    def parts(self) -> tuple[int, int]:
        """The part and what it was due of, less what was excused, in hundredths."""
        due, excused = (scaled(figure or "0", PART_PLACES) for figure in (self.denominator, self.excused))
        return scaled(self.numerator or "0", PART_PLACES), due - excused


class ReportsError(Explained, ValueError):
    """Reports that cannot be read; `doubts` says line by line why, the sentence is the first and how many more there are."""

    def __init__(self, doubts: Sequence[Doubt]) -> None:
        self.doubts = tuple(doubts)
        first = doubts[0].message, doubts[0].message_en
        if len(doubts) == 1:
            super().__init__(REPORTS_WRONG_ONCE, first=first)
        else:
            super().__init__(REPORTS_WRONG, first=first, more=len(doubts) - 1)


REPORTS_WRONG_ONCE = Sentence("reports-wrong/once", "{first}", "{first}")
REPORTS_WRONG = Sentence("reports-wrong", "{first} (আরও {more}টি ভুল আছে)", "{first} (and {more} more)")


def read_reports(csv_text: str) -> tuple[ReportRow, ...]:
    """The rows of a CSV with the columns `part,code,quarter,value,accepted` and, where it has them, those of
    `MORE_COLUMNS`; digits and dates as papers write them.

    A row without a value is a quarter not reported. `ReportsError` lists every line that cannot be understood.
    """
    rows, doubts = [], []
    seen: set[tuple[str, str, int]] = set()
    for line, cells in _records(csv_text):
        found = _row(cells, line)
        if isinstance(found, Doubt):
            doubts.append(found)
            continue
        identity = (found.part, found.code, found.quarter)
        if identity in seen:
            doubts.append(_doubt(line, sentences.REPORT_TWICE))
        seen.add(identity)
        if found.value is not None or found.not_applicable:
            rows.append(found)
    if doubts:
        raise ReportsError(doubts)
    return tuple(rows)


def _records(csv_text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The lines of the CSV by column, with their 1-based number; blank lines are passed over."""
    table = _cells(csv_text.removeprefix("\ufeff"))
    _, first = next(table, (1, []))
    heads = [head.strip().lower() for head in first]
    absent = [name for name in COLUMNS if name not in heads]
    if absent:
        raise ReportsError([_doubt(1, sentences.COLUMN_MISSING, columns=", ".join(absent))])
    for line, cells in table:
        if any(cell.strip() for cell in cells):
            yield line, {head: cell.strip() for head, cell in zip(heads, cells, strict=False)}


def _cells(text: str) -> Iterator[tuple[int, list[str]]]:
    table = csv.reader(io.StringIO(text, newline=""))
    try:
        for cells in table:
            yield table.line_num, cells
    except csv.Error as wrong:
        raise ReportsError([_doubt(table.line_num, sentences.ROW_UNREADABLE, reason=str(wrong))]) from wrong


def _row(cells: Mapping[str, str], line: int) -> ReportRow | Doubt:
    part = _PARTS.get(cells.get("part", ""))
    if part is None:
        return _doubt(line, sentences.PART_UNKNOWN)
    code = to_latin(cells.get("code", "")).strip("[] ")
    if not code:
        return _doubt(line, sentences.CODE_MISSING)
    quarter = to_latin(cells.get("quarter", ""))
    if quarter not in ("1", "2", "3", "4"):
        return _doubt(line, sentences.QUARTER_UNKNOWN)
    claimed, agreed = cells.get("value", ""), cells.get("accepted", "")
    if claimed.lower() in NOT_APPLICABLE:
        return ReportRow(part, code, int(quarter), None, not_applicable=True)
    value, accepted = _figure(claimed), _figure(agreed)
    if (claimed and value is None) or (agreed and accepted is None):
        return _doubt(line, sentences.VALUE_UNREADABLE, text=claimed or agreed, places=MOST_PLACES)
    if accepted is not None and value is None:
        return _doubt(line, sentences.ACCEPTED_ALONE)
    parts = parts_of(cells.get("numerator", ""), cells.get("denominator", ""), cells.get("excused", ""))
    if isinstance(parts, Sentence):
        return _doubt(line, parts)
    return ReportRow(part, code, int(quarter), value, accepted, False, *parts, words=cells.get("words", ""))


Parts = tuple[str | None, str | None, str | None]


def parts_of(numerator: str, denominator: str, excused: str = "") -> Parts | Sentence:
    """A part, its whole and what of the whole was excused, as typed, made canonical; or the sentence that says what is
    wrong with them.

    >>> parts_of("৯", "১২", "২"), parts_of("", ""), parts_of("৯", "").code
    (('9', '12', '2'), (None, None, None), 'parts-incomplete')
    """
    typed = (numerator.strip(), denominator.strip(), excused.strip())
    if not any(typed):
        return None, None, None
    if not typed[0] or not typed[1]:
        return sentences.PARTS_INCOMPLETE
    part, whole, less = (_figure(text) if text else None for text in typed)
    given = [figure for figure, text in zip((part, whole, less), typed, strict=True) if text]
    if not all(figure is not None and _is_part(figure) for figure in given):
        return sentences.PARTS_UNREADABLE
    due = scaled(whole or "0", PART_PLACES) - scaled(less or "0", PART_PLACES)
    if due < 0 or (due == 0 and scaled(part or "0", PART_PLACES) > 0):
        return sentences.PARTS_CONTRADICT
    return part, whole, less


def _is_part(figure: str) -> bool:
    if is_date(figure) or figure.startswith("-") or len(figure.partition(".")[2]) > PART_PLACES:
        return False
    return Decimal(figure) < MOST_PART


def _figure(text: str) -> str | None:
    """The canonical figure of a cell, `None` where it is empty or not one figure that can be kept exactly."""
    day = parse_date(text)
    if day is not None:
        return day.isoformat()
    number = parse_number(text)
    if number is None or number.high is not None:
        return None
    figure = canonical(number.value)
    return figure if len(figure.partition(".")[2]) <= MOST_PLACES else None


def _doubt(line: int, sentence: Sentence, **facts: Fact) -> Doubt:
    return Doubt(sentence, "error", {"line": line, **facts}, place=Place(line=line))
