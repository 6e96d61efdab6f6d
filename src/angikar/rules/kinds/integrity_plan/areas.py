"""Areas: the rows of an integrity table, one after another, gathered into areas, activities and indicators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from angikar.rules.bangla.text import key
from angikar.rules.finding import GridRow
from angikar.rules.frameworks.framework import Column
from angikar.rules.kinds.integrity_plan import sentences
from angikar.rules.kinds.integrity_plan.doubts import row_doubts
from angikar.rules.kinds.integrity_plan.placing import PlacedCells, place_row
from angikar.rules.kinds.integrity_plan.promise import indicator_of, quarters_of
from angikar.rules.kinds.integrity_plan.rows import PrintedRow, area_line
from angikar.rules.letters.head import tidy
from angikar.rules.plan import Activity, Area, Indicator
from angikar.rules.plan_table.cells import split_code
from angikar.rules.plan_table.form import TableHead, as_printed, head_of
from angikar.rules.reading import Doubt, Severity
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.rules.sentence import Facts, Sentence


@dataclass(slots=True)
class _ActivityRows:
    """An activity while its rows are read."""

    code: str
    title: str
    rows: list[Indicator] = field(default_factory=list)


@dataclass(slots=True)
class _AreaRows:
    """An area while its rows are read."""

    area: Area
    branches: list[_ActivityRows] = field(default_factory=list)


@dataclass(slots=True)
class IntegrityAreaBuilder:
    """The plan as far as its rows have been read; `take` each row, then `areas` and `doubts` give the whole."""

    columns: Sequence[Column]
    year: FiscalYear
    head: TableHead = field(default_factory=TableHead)
    doubts: list[Doubt] = field(default_factory=list)
    fields: list[_AreaRows] = field(default_factory=list)
    _headings: list[GridRow] = field(default_factory=list)

    def take(self, rows: Iterable[PrintedRow]) -> None:
        """Every row in printed order."""
        for printed in rows:
            if printed.kind == "heading":
                self._headings.append(printed.row)
                continue
            if self._headings and printed.kind != "numbers":
                self.columns = as_printed(self._headings, self.columns)
                self.head, self._headings = head_of(self._headings, self.columns), []
            if printed.kind == "area":
                self._open_area(printed.row)
            elif printed.kind == "swallowed":
                self._swallowed(printed.row)
            elif printed.kind == "activity":
                self._activity(self._placed(printed.row))
            elif printed.kind == "second":
                self._second(self._placed(printed.row))

    def areas(self) -> tuple[Area, ...]:
        """What was read, frozen."""
        return tuple(
            each.area.model_copy(
                update={
                    "activities": tuple(
                        Activity(code=branch.code, title=branch.title, indicators=tuple(branch.rows))
                        for branch in each.branches
                    )
                }
            )
            for each in self.fields
        )

    def _placed(self, row: GridRow) -> PlacedCells:
        return place_row(row, self.head, [column.slot for column in self.columns], self.year)

    def _open_area(self, row: GridRow) -> None:
        line = area_line(row.texts[0])
        last = self.fields[-1].area if self.fields else None
        if last is None or (last.code, key(last.title)) != (line.code, key(line.title)):
            number = row.place.line
            area = Area(code=line.code, title=line.title, weight=line.weight, lines=(number,) if number else ())
            self.fields.append(_AreaRows(area))

    def _open_activity(self, code: str, title: str, row: GridRow) -> _ActivityRows:
        if not self.fields:
            self.fields.append(_AreaRows(Area(code=code.partition(".")[0], title="")))
            self._doubt(sentences.AREA_MISSING, "error", row, "areas.0", {})
        self.fields[-1].branches.append(_ActivityRows(code, title))
        return self.fields[-1].branches[-1]

    def _activity(self, cells: PlacedCells) -> None:
        code, own = split_code(tidy(cells.row.texts[0]))
        branch = self._open_activity(code or "", own or cells.text("activity"), cells.row)
        if branch.title or cells.texts:
            self._add(branch, cells)
        else:
            self._doubt(sentences.ROW_EMPTY, "info", cells.row, self._path(), {"code": code or ""})

    def _add(self, branch: _ActivityRows, cells: PlacedCells) -> None:
        branch.rows.append(indicator_of(cells, f"{branch.code}.{len(branch.rows) + 1}", self.year))
        self.doubts += row_doubts(cells, branch.rows[-1], self.columns, self._path())

    def _swallowed(self, row: GridRow) -> None:
        """The row of column numbers has taken the place of this row's cells: only its first cell is left."""
        text = tidy(row.texts[0])
        code, title = split_code(text)
        where = ""
        if code is None:
            self._continue_title(text)
            where = self._path().partition(".indicators")[0] + ".title"
        elif "." not in code:
            self._open_area(row)
        else:
            lines = (row.place.line,) if row.place.line else ()
            branch = self._open_activity(code, title, row)
            if title:
                branch.rows.append(Indicator(code=f"{code}.1", title="", lines=lines))
        numbers = " ".join(filter(None, row.texts[1:]))
        self._doubt(sentences.ROW_SWALLOWED, "error", row, where or self._path(), {"text": text, "numbers": numbers})

    def _continue_title(self, text: str) -> None:
        """A row without a code goes on with the title that the page broke off."""
        if self.fields and self.fields[-1].branches:
            branch = self.fields[-1].branches[-1]
            branch.title = f"{branch.title} {text}".strip()
        else:
            self._open_activity("", text, GridRow((text,)))

    def _second(self, cells: PlacedCells) -> None:
        """A row without a code: the actuals of the row above, or another indicator of the same activity."""
        if not self.fields or not self.fields[-1].branches:
            self._open_activity("", tidy(cells.row.texts[0]), cells.row)
        branch = self.fields[-1].branches[-1]
        title = cells.text("indicator")
        if not cells.anchored and not cells.texts:
            self._continue_title(tidy(cells.row.texts[0]))
        elif branch.rows and cells.aim == "actual" and _same(title, branch.rows[-1].title):
            self._actuals(branch, cells)
        elif not cells.texts:
            return
        else:
            self._add(branch, cells)
            if cells.aim == "actual":
                self._doubt(sentences.ROW_SHIFTED, "warning", cells.row, self._path(), {"title": title})

    def _actuals(self, branch: _ActivityRows, cells: PlacedCells) -> None:
        line = cells.row.place.line
        update = {"quarter_actuals": quarters_of(cells), "lines": (*branch.rows[-1].lines, *((line,) if line else ()))}
        branch.rows[-1] = branch.rows[-1].model_copy(update=update)
        self.doubts += row_doubts(
            cells, branch.rows[-1].model_copy(update={"counting": None}), self.columns, self._path()
        )

    def _path(self) -> str:
        """The path of what was read last: an indicator, an activity or an area."""
        path = f"areas.{len(self.fields) - 1}"
        branches = self.fields[-1].branches
        if not branches:
            return path
        path = f"{path}.activities.{len(branches) - 1}"
        return f"{path}.indicators.{len(branches[-1].rows) - 1}" if branches[-1].rows else path

    def _doubt(self, sentence: Sentence, severity: Severity, row: GridRow, path: str, facts: Facts) -> None:
        self.doubts.append(Doubt(sentence, severity, facts, path, row.at(0)))


def _same(second: str, first: str) -> bool:
    """Whether the title of a second row is that of the row above it, or the end of it that was wrapped."""
    return not second or key(second) in key(first) or key(first) in key(second)
