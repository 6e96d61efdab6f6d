"""Running figures: since when one runs, and whether it ever fell without a word."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from angikar.rules.frameworks.framework import Framework, Running
from angikar.rules.plan import Indicator
from angikar.rules.reading import Doubt
from angikar.rules.scoring import sentences
from angikar.rules.scoring.figures import is_date
from angikar.rules.scoring.reports import ReportRow


def running_since(indicator: Indicator, framework: Framework) -> Running:
    """Since when a running figure runs: as the framework says; a row whose best criterion lies below what stood before
    the year can only mean the year.
    """
    before = before_the_year(indicator)
    best = next((value for value in indicator.criteria if value), None)
    if before is not None and best is not None and not is_date(best) and Decimal(best) < Decimal(before):
        return "year"
    return framework.running


def before_the_year(indicator: Indicator) -> str | None:
    """The figure of the latest year before the plan's, `None` where the row has none or it is a date."""
    latest = max(indicator.baselines, default=None)
    figure = indicator.baselines[latest] if latest is not None else None
    return None if figure is None or is_date(figure) else figure


def falls(indicator: Indicator, framework: Framework, rows: Mapping[int, ReportRow]) -> list[Doubt]:
    """A running figure that fell and whose report does not say why: kept as reported, and said.

    One that runs since the project began may not begin below what stood before the year.
    """
    before = before_the_year(indicator) if running_since(indicator, framework) == "project" else None
    last, over_the_year = before, before is not None
    for quarter in sorted(rows):
        figure = rows[quarter].value
        if figure is None or is_date(figure):
            continue
        if last is not None and Decimal(figure) < Decimal(last) and not rows[quarter].words.strip():
            fell = sentences.RUNNING_FIGURE_BELOW_LAST_YEAR if over_the_year else sentences.RUNNING_FIGURE_FELL
            return [Doubt(fell, "warning")]
        last, over_the_year = figure, False
    return []
