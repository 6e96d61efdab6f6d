"""What last year's figures show of this year's targets: a running total cannot fall, a reached level asks no work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from angikar.rules.cached import KEPT_ROWS, cached
from angikar.rules.plan import Indicator, Plan
from angikar.rules.plan_table import sentences
from angikar.rules.plan_table.check import at, listed
from angikar.rules.plan_table.order import is_date, reaches
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Facts


def baseline_laws(plan: Plan) -> Iterator[Doubt]:
    """`target-below-baseline`, `baseline-already-scores`: a running total goes on from last year's figure."""
    for path, _, _, row in plan.indicators():
        yield from _after_last_year(path, row)


@cached(most=KEPT_ROWS)
def _after_last_year(path: str, row: Indicator) -> Iterator[Doubt]:
    last = next((figure for _, figure in sorted(row.baselines.items(), reverse=True) if figure), None)
    criteria = [figure for figure in row.criteria if figure]
    if row.counting == "cumulative" and last and criteria and is_date(last) == is_date(criteria[0]):
        yield from _against(path, row, last, criteria)


def _against(path: str, row: Indicator, last: str, criteria: list[str]) -> Iterator[Doubt]:
    met = [level for level in criteria if reaches(last, level, criteria)]
    if criteria[0] in met and last != criteria[0]:
        facts: Facts = {"code": row.code, "target": criteria[0], "last": last}
        yield Doubt(sentences.TARGET_BELOW_BASELINE, "warning", facts, f"{path}.criteria", at(row.lines))
    elif met:
        facts = {"code": row.code, "last": last, "criteria": listed(met)}
        yield Doubt(sentences.BASELINE_ALREADY_SCORES, "warning", facts, f"{path}.criteria", at(row.lines))


def month_ends(plan: Plan) -> Iterator[Doubt]:
    """`date-near-month-end`: a day before the last of its month, where other rows of the same level name the last."""
    rows = [(path, row) for path, _, _, row in plan.indicators()]
    named = Counter((level, figure) for _, row in rows for level, figure in enumerate(row.criteria))
    for path, row in rows:
        for level, figure in enumerate(row.criteria):
            if figure is None or not is_date(figure):
                continue
            following = date.fromisoformat(figure) + timedelta(days=1)
            likely = following.isoformat()
            if (following + timedelta(days=1)).day == 1 and named[level, likely] > 1 and named[level, figure] == 1:
                facts: Facts = {"code": row.code, "day": figure, "likely": likely}
                where = f"{path}.criteria.{level}"
                yield Doubt(sentences.DATE_NEAR_MONTH_END, "info", facts, where, at(row.lines), likely)
