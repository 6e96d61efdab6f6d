"""The laws of likeness: levels, years, quarters and days of a plan that are unlike the others of their row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from angikar.rules.cached import KEPT_ROWS, cached
from angikar.rules.plan import Indicator, Plan
from angikar.rules.plan_table.unlike.days import unlike_days
from angikar.rules.plan_table.unlike.levels import above_hundred, unlike_levels, unlike_share
from angikar.rules.plan_table.unlike.quarters import unlike_quarters
from angikar.rules.plan_table.unlike.weights import unlike_weights
from angikar.rules.plan_table.unlike.years import unlike_years
from angikar.rules.reading import Doubt


def likeness_laws(plan: Plan) -> Iterator[Doubt]:
    """`percent-above-hundred`, `level-unlike`, `year-unlike`, `growth-reversed`, `quarter-unlike`, `day-unlike`, `weight-unlike`.

    They guess by what is usual, so each is a warning and none proposes a figure.
    """
    for path, _, _, row in plan.indicators():
        yield from _row_laws(path, row)
    yield from unlike_days(plan)
    yield from unlike_weights(plan)


@cached(most=KEPT_ROWS)
def _row_laws(path: str, row: Indicator) -> Iterator[Doubt]:
    yield from chain(above_hundred(path, row), unlike_levels(path, row), unlike_years(path, row))
    yield from chain(unlike_share(path, row), unlike_quarters(path, row))
