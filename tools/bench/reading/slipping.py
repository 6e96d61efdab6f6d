"""Slipping on the bench: rows whose cells stand off their columns, read by law and, beside it, by the number of the column."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from angikar.formats import read
from angikar.rules.document import Document
from angikar.rules.frameworks import framework
from angikar.rules.frameworks.framework import Column
from angikar.rules.plan_table.align import align
from angikar.rules.plan_table.cells import figures, read_method, read_unit
from angikar.rules.plan_table.form import PlacedRow, TableHead, indicator_tables, placed_rows, slots_of
from angikar.rules.plan_table.read import criteria_law
from tools.bench.measure import Share
from tools.bench.sources import Paper

EXPECTED = Path(__file__).parents[3] / "tests" / "rules" / "kinds" / "expected"
"""What must be read of the real papers, set down by hand from the papers themselves."""

SEED = 1427
COPIES = 20
"""Slipped copies of every row: enough that another seed gives the same share to a percent or two."""

Texts = Mapping[str, str]
_FIGURED = ("weight", "criteria", "baseline", "projection")


def rows(paper: Paper) -> Iterator[Share]:
    """Rows right of the agreement as it stands, where its truth is written down, and of slipped copies of its printed form."""
    columns = framework(paper.reading.framework or "").columns_of(paper.reading.content.fiscal_year)
    yield from _standing(paper, columns)
    whole = [placed for placed in _placed(paper.form, columns) if placed.text("indicator")]
    yield from slipped(whole, columns)


def _placed(document: Document, columns: Sequence[Column]) -> Iterator[PlacedRow]:
    return placed_rows(indicator_tables(tuple(document.tables()), columns), columns, law=criteria_law)


def _standing(paper: Paper, columns: Sequence[Column]) -> Iterator[Share]:
    truth = EXPECTED / f"{paper.name}.toml"
    if not truth.exists():
        yield Share("as it stands", note="no truth is written down for this paper")
        return
    meant = {row["line"]: row for row in tomllib.loads(truth.read_text(encoding="utf-8"))["indicators"]}
    found = [placed for placed in _placed(read(paper.text, paper.name), columns) if placed.row.place.line in meant]
    for name, texts in (("by law", lambda each: each.found.texts), ("by column", by_column)):
        right = sum(_values(texts(each), each.head) == _meant(meant[each.row.place.line], each.head) for each in found)
        yield Share(f"as it stands, {name}", right, len(meant))


def by_column(placed: PlacedRow) -> Texts:
    """What a reader takes who trusts the number of the column and nothing else."""
    return _under(placed.head, placed.row.texts)


def _under(head: TableHead, cells: Sequence[str]) -> Texts:
    return {slot: cells[at] for slot, at in head.columns.items() if at < len(cells)}


def _values(texts: Texts, head: TableHead) -> dict[str, str | None]:
    """The values a row gives: method, unit and every figure that a column has; nothing where a cell cannot be read."""
    found: dict[str, str | None] = {}
    for slot in head.columns:
        if slot.partition(".")[0] in _FIGURED:
            found[slot] = next(iter(figures(texts.get(slot, "")) or ()), None)
    method, unit = read_method(texts.get("counting", "")), read_unit(texts.get("unit", ""))
    return found | {"counting": method.value if method else None, "unit": unit.value if unit else None}


def _meant(row: Mapping[str, Any], head: TableHead) -> dict[str, str | None]:
    """The values of a row as they are written down."""
    years = {"baseline": row["baselines"], "projection": row["projections"]}
    levels = {f"criteria.{number}": level for number, level in enumerate(row["criteria"], 1)}
    figured = {
        slot: years[group].get(head.years.get(slot)) if group in years else levels.get(slot)
        for slot in head.columns
        if (group := slot.partition(".")[0]) in _FIGURED
    }
    return {**figured, "counting": row["counting"], "unit": row["unit"], "weight": row["weight"]}


def slipped(found: Sequence[PlacedRow], columns: Sequence[Column]) -> Iterator[Share]:
    """Rows right of copies slipped at random, always the same ones; what is meant is what stood there before they slipped."""
    chance, law, column, total = Random(SEED), 0, 0, 0  # noqa: S311 - nothing hangs on it but the same copies every time
    for placed in found:
        form = slots_of(placed.head.of_form(columns, len(placed.row.texts)), placed.head)
        meant = _filled(by_column(placed))
        for _ in range(COPIES):
            cells = slip(placed.row.texts, placed.head, chance)
            total += 1
            law += _filled(align(cells, form, law=criteria_law).texts) == meant
            column += _filled(_under(placed.head, cells)) == meant
    yield Share("slipped copies, by law", law, total, "every row is one cell off")
    yield Share("slipped copies, by column", column, total)


def slip(cells: Sequence[str], head: TableHead, chance: Random) -> list[str]:
    """A row one cell off, in a way the papers show: an empty cell more, an empty cell less, or method and unit in one."""
    made, ways = list(cells), list[Callable[[], object]]()
    last = max((at for at, text in enumerate(made) if text.strip()), default=0)
    ways.append(lambda: made.insert(chance.randrange(last + 1), ""))
    if empty := [at for at, text in enumerate(made[:last]) if not text.strip()]:
        ways.append(lambda: made.pop(chance.choice(empty)))
    first, second = head.columns.get("counting", -1), head.columns.get("unit", -1)
    if 0 <= first == second - 1 and made[first] and made[second]:
        ways.append(lambda: made.__setitem__(slice(first, second + 1), [f"{made[first]} {made[second]}", ""]))
    chance.choice(ways)()
    return made


def _filled(texts: Texts) -> dict[str, str]:
    return {slot: text for slot, text in texts.items() if text.strip()}
