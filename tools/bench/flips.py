"""Flips on the bench: figures of plans with one digit changed, and the share of them that a warning or an error then stands on.

`python -m tools.bench.flips` reads the invented plans of the tests, and the real ones where they are at hand, changes one digit after
another in what was read of them, and asks the checks again. A change counts as seen where its row or its area has a doubt that the plan
did not have before. The checks of running text are left out: they look at no figure of the table.
"""

from __future__ import annotations

import os
import sys
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from angikar.formats import read
from angikar.rules.kinds import kind_named, understand
from angikar.rules.plan import Indicator, Plan
from angikar.rules.plan_table.order import is_date
from angikar.rules.plan_table.unlike.other_plans import unlike_last_year, year_before
from angikar.rules.reading import Doubt, Reading

ROOT = Path(__file__).parents[2]
OWN = (ROOT / "tests" / "papers_of_others", ROOT / "docs" / "checks")
"""Invented papers."""
REAL = Path(os.environ.get("ANGIKAR_SEEDS") or ROOT.parent / "shared" / "seeds")
"""Real ones, which may be absent."""
GOALS = {
    "dates": 98,
    "codes": 100,
    "weights": 95,
    "targets": 92,
    "quarters": 90,
    "criteria": 85,
    "actuals": 75,
    "baselines": 60,
    "projections": 50,
}
"""The share of changed digits, in per cent, that somebody should be warned of."""
CRIES = 2
"""So many rows of thirty may be doubted that are right."""
ROWS = 30
_SEED = 1427
_OTHERS = 3
"""So many other digits are put in the place of each."""
_PART = 20
"""Of a target whose year before is not printed: last year's was less by one such part."""
_FIELDS = {
    "criteria": "criteria",
    "baselines": "baselines",
    "projections": "projections",
    "quarter_targets": "quarters",
    "quarter_actuals": "actuals",
    "target": "targets",
}
UNLIKE = frozenset(
    (
        "area-weight-form",
        "day-unlike",
        "growth-reversed",
        "level-unlike",
        "percent-above-hundred",
        "quarter-unlike",
        "weight-unlike",
        "year-unlike",
    )
)
"""The codes that only guess by what is usual: on a plan without a fault each of them is a false cry."""


@dataclass(frozen=True, slots=True)
class Flip:
    """One changed figure: the group it belongs to, the paths that print it, and what stands there afterwards; `None` is no day."""

    group: str
    paths: tuple[str, ...]
    before: str
    after: str | None


def plans(folder: Path) -> Iterator[tuple[str, Reading[Any]]]:
    """Every plan among the texts of a folder."""
    for path in sorted(folder.rglob("*.txt")):
        reading = understand(read(path.read_bytes(), path.name))
        if isinstance(reading.content, Plan) and reading.content.areas:
            yield path.name, reading


def figures(plan: Plan) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Every printed figure of a plan: its group, the paths that hold it, and itself."""
    for index, area in enumerate(plan.areas):
        if area.weight is not None:
            yield "weights", (f"areas.{index}.weight",), area.weight
    for path, _, _, row in plan.indicators():
        yield "codes", (f"{path}.code",), row.code
        if row.weight is not None:
            yield "weights", (f"{path}.weight",), row.weight
        first = (f"{path}.criteria.0",) if row.criteria and row.target and row.criteria[0] == row.target[0] else ()
        for field, group in _FIELDS.items():
            values = getattr(row, field)
            named = values.items() if isinstance(values, Mapping) else enumerate(values)
            for key, figure in named:
                here = f"{path}.{field}.{key}"
                if figure is not None and here not in first:
                    also = first if here == f"{path}.target.0" else ()
                    yield ("dates" if is_date(figure) else group), (here, *also), figure


def flips(plan: Plan, others: int = _OTHERS) -> Iterator[Flip]:
    """Every figure of a plan with one digit changed, always the same ones."""
    chance = Random(_SEED)  # noqa: S311 - nothing hangs on it but the same digits every time
    for group, paths, figure in figures(plan):
        for at, digit in enumerate(figure):
            if digit.isdecimal() and not (group == "dates" and at < len("20")):
                for other in chance.sample([each for each in "0123456789" if each != digit], others):
                    after = f"{figure[:at]}{other}{figure[at + 1 :]}"
                    yield Flip(group, paths, figure, _canonical(group, after))


def _canonical(group: str, text: str) -> str | None:
    if group == "codes":
        return text
    if group != "dates":
        whole, dot, rest = text.partition(".")
        return f"{whole.lstrip('0') or '0'}{dot}{rest}"
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def a_year_before(plan: Plan) -> Plan:
    """The plan of the same office for the year before, as the printed one lets one suppose it was: the same rows and marks, every day a year
    earlier, as targets what was achieved since (where that is not printed, a twentieth less), and what was achieved before.
    """
    year = year_before(plan.fiscal_year or "") or ""
    areas = []
    for area in plan.areas:
        activities = (
            act.model_copy(update={"indicators": tuple(_earlier(row, year) for row in act.indicators)})
            for act in area.activities
        )
        areas.append(area.model_copy(update={"activities": tuple(activities)}))
    return plan.model_copy(update={"fiscal_year": year, "areas": tuple(areas)})


def _earlier(row: Indicator, year: str) -> Indicator:
    target = row.target or tuple(filter(None, row.criteria[:1]))
    done = row.baselines.get(year)
    less = done if done and len(target) == 1 and not is_date(target[0]) else None
    return row.model_copy(
        update={
            "target": tuple(less or _less(each) for each in target),
            "criteria": tuple(each and _less(each) for each in row.criteria) if not less else (),
            "baselines": {name: figure for name, figure in row.baselines.items() if name != year},
            "projections": {},
        }
    )


def _less(figure: str) -> str:
    """A day a year earlier; a twentieth less of a number."""
    if not is_date(figure):
        return f"{Decimal(figure) - int(Decimal(figure) / _PART):f}"
    day = date.fromisoformat(figure)
    return day.replace(year=day.year - 1, day=min(day.day, monthrange(day.year - 1, day.month)[1])).isoformat()


def is_seen(
    reading: Reading[Any],
    data: dict[str, Any],
    flip: Flip,
    before: frozenset[tuple[str, str]],
    earlier: Plan | None = None,
) -> bool:
    """Whether a warning or an error stands on the row or the area of the changed figure that was not there before in these words.

    `data` is the content as plain values, `earlier` last year's plan where it is known. A day that the calendar does not have cannot be
    read at all, and the reader says so.
    """
    if flip.after is None:
        return True
    for path in flip.paths:
        _put(data, path, flip.after)
    plan = kind_named(reading.kind).content.model_validate(data)
    for path in flip.paths:
        _put(data, path, flip.before)
    area = ".".join(flip.paths[0].split(".")[:2])
    return any(path.startswith(f"{area}.") or path == area for _, path in _grave(reading, plan, earlier) - before)


def _put(data: Any, path: str, value: str) -> None:
    *way, last = path.split(".")
    for step in way:
        data = data[int(step) if isinstance(data, list) else step]
    data[int(last) if isinstance(data, list) else last] = value


def _grave(reading: Reading[Any], plan: Any, earlier: Plan | None) -> frozenset[tuple[str, str]]:
    beside = unlike_last_year(plan, earlier) if earlier else ()
    said = chain(checked(reading, plan), beside)
    return frozenset((doubt.message_en, doubt.path) for doubt in said if doubt.severity != "info")


def checked(reading: Reading[Any], plan: Any) -> Sequence[Doubt]:
    """What the checks say of a plan, without those of running text."""
    with patch("angikar.rules.plan_table.check.prose_laws", return_value=()):
        return kind_named(reading.kind).check(plan, reading.framework)


@dataclass(slots=True)
class Seen:
    """How many changed figures of a group were made and seen, and some that were not."""

    made: int = 0
    seen: int = 0
    missed: list[str] | None = None

    @property
    def share(self) -> float:
        """In per cent."""
        return 100 * self.seen / max(self.made, 1)


def measured(
    readings: Sequence[tuple[str, Reading[Any]]], others: int = _OTHERS, *, is_known: bool = False
) -> dict[str, Seen]:
    """By group, what is seen of the changed figures of several plans, alone or where last year's plan of the office is known."""
    found: dict[str, Seen] = defaultdict(Seen)
    for name, reading in readings:
        earlier = a_year_before(reading.content) if is_known else None
        before = _grave(reading, reading.content, earlier)
        data = reading.content.model_dump(mode="json", by_alias=True)
        for flip in flips(reading.content, others):
            group = found[flip.group]
            group.made += 1
            if is_seen(reading, data, flip, before, earlier):
                group.seen += 1
            else:
                group.missed = [*(group.missed or ()), f"{name} {flip.paths[0]}: {flip.before} → {flip.after}"]
    return found


def cries(readings: Sequence[tuple[str, Reading[Any]]]) -> tuple[list[str], int]:
    """What the laws of likeness say of plans as they are printed, and how many rows these have."""
    rows = sum(1 for _, reading in readings for _ in reading.content.indicators())
    said = [
        f"{name} {doubt.path}: {doubt.message_en}"
        for name, reading in readings
        for doubt in checked(reading, reading.content)
        if doubt.code in UNLIKE
    ]
    return said, rows


def main() -> int:
    """Print a table for the invented plans and one for the real ones; with `--missed`, what nobody would have seen though last year's was known."""
    groups = {"invented": [each for folder in OWN for each in plans(folder)], "real": list(plans(REAL))}
    for title, readings in groups.items():
        if not readings:
            continue
        found, known = measured(readings), measured(readings, is_known=True)
        print(
            f"\n| {title} ({len(readings)} plans) | flips | warned | last year's known | goal |\n|---|---|---|---|---|"
        )
        for group, goal in GOALS.items():
            shares = f"{found[group].share:.1f} % | {known[group].share:.1f} %"
            print(f"| {group} | {found[group].made} | {shares} | {goal} % |")
        said, rows = cries(readings)
        print(f"| rows doubted as printed | {rows} | {ROWS * len(said) / max(rows, 1):.1f} of {ROWS} | | {CRIES} |")
        if "--missed" in sys.argv:
            print("\n".join([*said, *(line for group in known.values() for line in group.missed or ())]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
