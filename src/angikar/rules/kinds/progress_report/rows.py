"""Reads the rows of a progress report in order: an area opens, an indicator follows, its achievement is below it or in its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import key, normal
from angikar.rules.finding import GridRow
from angikar.rules.kinds.progress_report import sentences
from angikar.rules.kinds.progress_report.columns import PROMISED, QUARTERS, Columns, slot_of
from angikar.rules.kinds.progress_report.content import ProgressArea, ProgressRow
from angikar.rules.kinds.progress_report.figures import (
    MARKS,
    STATE_OF,
    figure_of,
    four,
    mark_of,
    number_of,
    parted_of,
    readable,
    states_of,
    unit_of,
)
from angikar.rules.plan import EMPTY_QUARTERS, Part
from angikar.rules.plan_table.cells import figures, split_code
from angikar.rules.plan_table.seen import parted
from angikar.rules.reading import Doubt

_PROMISED, _DONE = re.compile(r"লক্ষ্যমাত্রা$"), re.compile(r"(?:প্রকৃত\s*)?অর্জন$")
_TOTAL = re.compile(r"(?:উপ|সর্ব)?\s*মোট(?![\u0980-\u09ff])")
_WEIGHT = re.compile(
    r"\s*+(?:\(মান\s*+(?P<own>[০-৯0-9.]++)\)|[.…]{3,}+\s*+(?P<dotted>[০-৯0-9.]*+)\s*+$|[:ঃ]\s*+(?P<colon>[০-৯0-9.]++)\s*+$)"
    r"|\s++(?P<last>[০-৯0-9]{1,2}(?:\.[০-৯0-9]++)?)\s*+$"
)
_GOVERNANCE = "সুশাসন"
_SHORT = 3
"""Letters of a numbered line that are too few for a title."""


def is_title_row(row: GridRow) -> bool:
    """Whether a row belongs to the heading: most of its cells are titles, or they number the columns."""
    filled = [text for text in row.texts if text.strip()]
    if len(filled) > 2 and [to_latin(text.strip(" ()[]")) for text in filled] == [
        str(n + 1) for n in range(len(filled))
    ]:
        return True
    known = sum(slot_of(text) is not None for text in filled)
    return len(filled) > 1 and known * 2 > len(filled)


def _aim(text: str) -> str | None:
    """Which of the two rows of a pair a cell opens."""
    words = normal(text)
    return "promised" if _PROMISED.match(words) else "done" if _DONE.match(words) else None


@dataclass(slots=True)
class ReportDraft:
    """The report as far as its rows have been read."""

    doubts: list[Doubt] = field(default_factory=list)
    claimed: str | None = None
    accepted: str | None = None
    full: str | None = None
    found: list[tuple[ProgressArea, list[ProgressRow]]] = field(default_factory=list)
    begun: bool = False
    _part: Part = "own"

    def take(self, rows: Sequence[GridRow], columns: Columns) -> None:
        """The rows of one table below its heading."""
        self.begun = True
        for row in rows:
            if any(text.strip() for text in row.texts) and not is_title_row(row):
                self._one(_ReportCells(row, columns))

    def pass_line(self, text: str) -> None:
        """A line between the tables; it opens an area where it is the numbered title of one."""
        code, title = split_code(text)
        if code is not None and "." not in code and len(title) > _SHORT:
            self._open(text, (None, None))

    def areas(self) -> tuple[ProgressArea, ...]:
        """What was read, frozen."""
        return tuple(area.model_copy(update={"rows": tuple(rows)}) for area, rows in self.found)

    @property
    def last_quarter(self) -> int:
        """The last quarter in which any row has an achievement; the fourth where none has."""
        rows = (row for _, rows in self.found for row in rows)
        return max((n for row in rows for n, each in enumerate(row.quarter_actuals, start=1) if each), default=4)

    def _one(self, cells: _ReportCells) -> None:
        first = next(text for text in cells.texts if text)
        if _TOTAL.match(first):
            weight = _WEIGHT.search(first)
            self.full = number_of(weight["own"]) if weight else None
            self.claimed, self.accepted = cells.mark("claimed"), cells.mark("accepted")
        elif cells.aim == "done" and self.found and self.found[-1][1]:
            self._done(cells)
        elif cells.names_area:
            self._open(first, (cells.mark("claimed"), cells.mark("accepted")))
        elif cells.text("indicator") or cells.text("weight"):
            self._add(cells)
        elif _GOVERNANCE in first:
            self._part = "governance"

    def _open(self, text: str, marks: tuple[str | None, str | None]) -> None:
        """An area in a row or a line of its own; the sums of its marks are in the last columns, if anywhere."""
        code, title = split_code(text)
        printed = _WEIGHT.search(title)
        part: Part = "governance" if printed and _GOVERNANCE in title[printed.end() :] else self._part
        weight = next(filter(None, printed.groups()), None) if printed else None
        claimed, accepted = marks
        self._area(
            ProgressArea(
                part=part,
                code=code or str(len(self.found) + 1),
                title=title[: printed.start()] if printed else title,
                weight=number_of(weight or ""),
                claimed=claimed,
                accepted=accepted,
            )
        )

    def _area(self, area: ProgressArea) -> None:
        last = self.found[-1][0] if self.found else None
        if last is None or (last.part, last.code, last.title) != (area.part, area.code, area.title):
            self.found.append((area, []))

    def _add(self, cells: _ReportCells) -> None:
        if cells.text("area") or not self.found:
            code, title = split_code(cells.text("area"))
            number = code or str(len(self.found) + 1)
            self._area(
                ProgressArea(part=self._part, code=number, title=title, weight=number_of(cells.text("area_weight")))
            )
        area, rows = self.found[-1]
        rows.append(_row_of(cells, area, rows))
        self.doubts += cells.doubts(f"areas.{len(self.found) - 1}.rows.{len(rows) - 1}")

    def _done(self, cells: _ReportCells) -> None:
        """The second row of a pair; its total and marks may be here or in the row of the promise."""
        rows = self.found[-1][1]
        done, seen = parted_of(cells.quarters)
        update = {"quarter_actuals": four(done), "accepted_quarters": four(seen), "quarter_states": states_of(done)}
        row = rows[-1].model_copy(update=update | {"lines": (*rows[-1].lines, *cells.lines)})
        for slot, figure in (
            ("actual", figure_of(parted(cells.after("actual"))[0])),
            ("claimed", mark_of(cells.after("claimed"))),
        ):
            if getattr(row, slot) is None and figure is not None:
                row = row.model_copy(update={slot: figure})
        rows[-1] = row
        self.doubts += cells.doubts(f"areas.{len(self.found) - 1}.rows.{len(rows) - 1}")


@dataclass(frozen=True, slots=True)
class _ReportCells:
    """One row under its columns. The second row of a pair may have only what follows the word অর্জন, so its cells are counted from it."""

    row: GridRow
    columns: Columns

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(map(normal, self.row.texts))

    @property
    def lines(self) -> tuple[int, ...]:
        return (self.row.place.line,) if self.row.place.line else ()

    @property
    def anchor(self) -> int | None:
        """The cell that says whether this is promise or achievement."""
        if "row_kind" not in self.columns.at:
            return None
        return next((n for n, text in enumerate(self.texts) if _aim(text)), None)

    @property
    def aim(self) -> str:
        return (_aim(self.texts[self.anchor]) or "") if self.anchor is not None else ""

    @property
    def names_area(self) -> bool:
        """A row with a title at its head and, at most, the sums of its marks at its end."""
        first, rest = self.texts[0], [text for text in self.texts[1:] if text]
        numbered = "." not in (split_code(first)[0] or ".")
        sums = len(rest) <= 2 and all(map(figures, rest))
        return numbered and sums and self.anchor is None and not self.text("weight")

    @property
    def quarters(self) -> tuple[str, ...]:
        """The texts of the four quarters."""
        return tuple(self.after(slot) for slot in QUARTERS)

    def raw(self, slot: str) -> str:
        """The text of a slot as it was printed, line breaks and all."""
        place = self.columns.at.get(slot)
        return self.row.texts[place] if place is not None and place < len(self.row.texts) else ""

    def text(self, slot: str) -> str:
        return normal(self.raw(slot))

    def after(self, slot: str) -> str:
        """The text of a slot counted from the word লক্ষ্যমাত্রা or অর্জন, in whatever cell that is."""
        place, word = self.columns.at.get(slot), self.columns.at.get("row_kind")
        if place is None:
            return ""
        shift = 0 if self.anchor is None or word is None else self.anchor - word
        return self.texts[place + shift] if 0 <= place + shift < len(self.texts) else ""

    def mark(self, slot: str) -> str | None:
        """A mark as printed, with the places it has; those of a row of sums are at its end."""
        return mark_of(self.text(slot))

    def doubts(self, path: str) -> Iterator[Doubt]:
        """`row-kind-missing`, `cell-unreadable`: a row without its kind, a figure that cannot be read."""
        paired = "row_kind" in self.columns.at
        if paired and not self.aim:
            yield Doubt(sentences.ROW_KIND_MISSING, "warning", {}, path, self.row.place)
        whole = [] if self.aim == "done" else [(slot, slot, self.text(slot)) for slot in ("target", "actual", *MARKS)]
        group = "quarter_targets" if paired and self.aim != "done" else "quarter_actuals"
        for slot, name, text in (*whole, *((slot, group, self.after(slot)) for slot in QUARTERS)):
            if text and key(text) not in STATE_OF and not readable(slot, text):
                yield Doubt(sentences.CELL_UNREADABLE, "error", {"text": text}, f"{path}.{name}", self.row.place)


def _row_of(cells: _ReportCells, area: ProgressArea, rows: Sequence[ProgressRow]) -> ProgressRow:
    """The indicator of a row; the first row of a pair has its targets, a row by itself its achievements."""
    activity = cells.text("activity") or (rows[-1].activity if rows else "")
    code, title = split_code(cells.text("indicator"))
    unit, method = unit_of(cells.raw("unit"), cells.text("counting"))
    is_target = "row_kind" in cells.columns.at and cells.aim != "done"
    done, seen = parted_of(cells.quarters)
    actual, accepted_actual = parted(cells.text("actual"))
    return ProgressRow(
        code=code or _next_code(activity, rows, area),
        activity=activity,
        title=title,
        unit_text=unit,
        counting=method,
        weight=number_of(cells.text("weight")),
        target=figures(cells.text("target")) or (),
        quarter_targets=four(cells.quarters if is_target else tuple(map(cells.text, PROMISED))),
        quarter_actuals=EMPTY_QUARTERS if is_target else four(done),
        quarter_states=(None,) * 4 if is_target else states_of(done),
        accepted_quarters=EMPTY_QUARTERS if is_target else four(seen),
        actual=figure_of(actual),
        accepted_actual=figure_of(accepted_actual),
        claimed=cells.mark("claimed"),
        accepted=cells.mark("accepted"),
        lines=cells.lines,
    )


def _next_code(activity: str, rows: Sequence[ProgressRow], area: ProgressArea) -> str:
    """The code of a row that prints none: the activity's and a running number."""
    own = split_code(activity)[0] or f"{area.code}.1"
    return f"{own}.{sum(row.code.startswith(f'{own}.') for row in rows) + 1}"
