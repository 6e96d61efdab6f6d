"""What was reported: one row per indicator and quarter, claimed and accepted, and how such rows are read from a CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from angikar.rules.bangla.dates import parse_date
from angikar.rules.bangla.digits import canonical, parse_number, to_bangla, to_latin
from angikar.rules.document import Place
from angikar.rules.plan import MOST_PLACES, Part
from angikar.rules.reading import Doubt

COLUMNS = ("part", "code", "quarter", "value", "accepted")
NOT_APPLICABLE = ("not_applicable", "n/a", "প্রযোজ্য নয়")
_PARTS: dict[str, Part] = {"own": "own", "governance": "governance"}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What one quarter (1-4) brought: the value claimed and the value accepted so far, or that it does not apply."""

    part: Part
    code: str
    quarter: int
    value: str | None
    accepted: str | None = None
    not_applicable: bool = False


class ReportsError(ValueError):
    """Reports that cannot be read; `doubts` says line by line why, `message` and `message_en` the first and how many."""

    def __init__(self, doubts: Sequence[Doubt]) -> None:
        self.doubts = tuple(doubts)
        more = len(doubts) - 1
        self.message = doubts[0].message + (f" (আরও {to_bangla(str(more))}টি ভুল আছে)" if more else "")
        self.message_en = doubts[0].message_en + (f" (and {more} more)" if more else "")
        super().__init__(self.message_en)


def read_reports(csv_text: str) -> tuple[ReportRow, ...]:
    """The rows of a CSV with the columns `part,code,quarter,value,accepted`; digits and dates as papers write them.

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
            doubts.append(
                _doubt(line, "report-twice", "একই সূচকের একই ত্রৈমাসিক দুইবার আছে।", "the same quarter stands twice.")
            )
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
        names = ", ".join(absent)
        raise ReportsError([_doubt(1, "column-missing", f"কলাম নেই: {names}।", f"the column is missing: {names}.")])
    for line, cells in table:
        if any(cell.strip() for cell in cells):
            yield line, {head: cell.strip() for head, cell in zip(heads, cells, strict=False)}


def _cells(text: str) -> Iterator[tuple[int, list[str]]]:
    table = csv.reader(io.StringIO(text, newline=""))
    try:
        for cells in table:
            yield table.line_num, cells
    except csv.Error as wrong:
        message = "সারিটি CSV হিসেবে পড়া যায় না।"
        doubt = _doubt(table.line_num, "row-unreadable", message, f"the row is not CSV: {wrong}.")
        raise ReportsError([doubt]) from wrong


def _row(cells: Mapping[str, str], line: int) -> ReportRow | Doubt:
    part = _PARTS.get(cells.get("part", ""))
    if part is None:
        return _doubt(line, "part-unknown", "অংশ own অথবা governance হতে হবে।", "the part must be own or governance.")
    code = to_latin(cells.get("code", "")).strip("[] ")
    if not code:
        return _doubt(line, "code-missing", "সূচকের কোড নেই।", "the indicator's code is missing.")
    quarter = to_latin(cells.get("quarter", ""))
    if quarter not in ("1", "2", "3", "4"):
        return _doubt(line, "quarter-unknown", "ত্রৈমাসিক ১ হতে ৪ হতে হবে।", "the quarter must be 1 to 4.")
    told, agreed = cells.get("value", ""), cells.get("accepted", "")
    if told.lower() in NOT_APPLICABLE:
        return ReportRow(part, code, int(quarter), None, not_applicable=True)
    value, accepted = _figure(told), _figure(agreed)
    if (told and value is None) or (agreed and accepted is None):
        return _doubt(line, "value-unreadable", f"মানটি পড়া যায় না: {told or agreed}", _UNREADABLE.format(told or agreed))
    if accepted is not None and value is None:
        return _doubt(line, "accepted-alone", "দাবিকৃত মান ছাড়া গৃহীত মান।", "a value is accepted that nobody reported.")
    return ReportRow(part, code, int(quarter), value, accepted)


_UNREADABLE = f"neither a number with at most {MOST_PLACES} decimals nor a date: {{}}"


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


def _doubt(line: int, code: str, message: str, message_en: str) -> Doubt:
    return Doubt(
        code, "error", f"লাইন {to_bangla(str(line))}: {message}", f"line {line}: {message_en}", place=Place(line=line)
    )
