"""Final outcomes and annexes 1 to 3 of an agreement, read from the tables whose headings are theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from angikar.rules.bangla.digits import to_latin
from angikar.rules.bangla.text import normal
from angikar.rules.document import Table
from angikar.rules.finding import TextLine
from angikar.rules.frameworks.framework import Column
from angikar.rules.kinds.agreement.columns import ACRONYMS, DEPENDENCIES, EVIDENCE, OUTCOMES
from angikar.rules.kinds.agreement.content import Acronym, Dependency, EvidenceRow
from angikar.rules.kinds.agreement.sections import numbered_items
from angikar.rules.plan import Outcome, OutcomeIndicator
from angikar.rules.plan_table.cells import figures, read_unit, split_code
from angikar.rules.plan_table.form import PlacedRow, placed_rows, tables_of
from angikar.rules.plan_table.row_doubts import row_doubts
from angikar.rules.plan_table.row_values import by_year
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear

_ANNEX = re.compile(r"সংযোজনী\s*[-–:]?\s*(?P<number>[০-৯0-9]+(?:\s*[-–]\s*[০-৯0-9]+)?)\s*[:ঃ.–-]*\s*(?P<title>.*)")


def outcomes(tables: Sequence[Table], year: FiscalYear | None) -> tuple[tuple[Outcome, ...], tuple[Doubt, ...]]:
    """Section 2: every outcome with its indicators; an empty first cell continues the outcome above."""
    columns = tuple(column.of_year(year) for column in OUTCOMES) if year else OUTCOMES
    made: list[tuple[str, list[OutcomeIndicator]]] = []
    doubts: list[Doubt] = []
    for placed in _rows(tables, columns, {"outcome", "source"}):
        if placed.text("outcome") or not made:
            made.append((placed.text("outcome"), []))
        doubts += row_doubts(placed, columns, f"outcomes.{len(made) - 1}.indicators.{len(made[-1][1])}")
        made[-1][1].append(_outcome_indicator(placed))
    return tuple(Outcome(title=title, indicators=tuple(rows)) for title, rows in made), tuple(doubts)


def _outcome_indicator(placed: PlacedRow) -> OutcomeIndicator:
    unit, target = read_unit(placed.text("unit")), figures(placed.text("target"))
    return OutcomeIndicator(
        title=split_code(placed.text("indicator"))[1],
        unit=unit.value if unit else ("other" if placed.text("unit") else None),
        unit_text=placed.text("unit") or None,
        baselines=by_year(placed, "baseline"),
        target=target[0] if target else None,
        projections=by_year(placed, "projection"),
        jointly=_offices(placed.text("jointly")),
        source=placed.text("source") or None,
        lines=_lines(placed),
    )


def acronyms(tables: Sequence[Table]) -> tuple[Acronym, ...]:
    """Annex 1."""
    rows = _rows(tables, ACRONYMS, {"short", "full"})
    return tuple(Acronym(short=row.text("short"), full=row.text("full")) for row in rows)


def evidence(tables: Sequence[Table]) -> tuple[EvidenceRow, ...]:
    """Annex 2, one row for each indicator, over every page it was split to."""
    return tuple(
        EvidenceRow(
            code=split_code(row.text("indicator"))[0] or "",
            activity=split_code(row.text("activity"))[1],
            title=split_code(row.text("indicator"))[1],
            implementer=row.text("implementer") or None,
            evidence=row.text("evidence") or None,
            lines=_lines(row),
        )
        for row in _rows(tables, EVIDENCE, {"implementer", "evidence"})
    )


def dependencies(tables: Sequence[Table]) -> tuple[Dependency, ...]:
    """Annex 3."""
    return tuple(
        Dependency(**{slot: row.text(slot) for slot in ("activity", "indicator", "office", "how")}, lines=_lines(row))
        for row in _rows(tables, DEPENDENCIES, {"office", "how"})
    )


def annex_titles(lines: Sequence[TextLine]) -> dict[str, TextLine]:
    """The title line of every annex by its number or range (`4-8`), as printed outside tables."""
    found = ((_ANNEX.match(line.text), line) for line in lines)
    return {
        re.sub(r"\s", "", to_latin(match["number"])).replace("–", "-"): TextLine(normal(match["title"]), line.place)
        for match, line in found
        if match
    }


def _rows(tables: Sequence[Table], columns: Sequence[Column], needs: set[str]) -> list[PlacedRow]:
    return [row for row in placed_rows(tables_of(tables, columns, frozenset(needs)), columns) if not row.banner]


def _lines(placed: PlacedRow) -> tuple[int, ...]:
    return () if placed.row.place.line is None else (placed.row.place.line,)


def _offices(text: str) -> tuple[str, ...]:
    """The offices of a cell, numbered or separated by commas."""
    items = numbered_items(text)
    if len(items) == 1:
        items = tuple(text.split(","))
    return tuple(item.strip() for item in items if item.strip())
