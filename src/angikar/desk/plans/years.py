"""Over the years: every indicator of a plan compared with the earlier plans of its office, with a small line and its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import officer, page, signed_in, today
from angikar.duties.years import Trend, YearFigure, trends
from angikar.history.refusal import NotYours
from angikar.papers import access
from angikar.papers.models import FROZEN
from angikar.rules.scoring.figures import is_date

WIDE, HIGH, EDGE = 120, 36, 4
"""The small picture in its own units."""


@dataclass(frozen=True, slots=True)
class TrendPicture:
    """One indicator with the picture of its years: dots of what was achieved and of what was promised, in picture units."""

    trend: Trend
    actual: tuple[tuple[int, int], ...]
    target: tuple[tuple[int, int], ...]

    @property
    def line(self) -> str:
        """The corners of the line through what was achieved."""
        return " ".join(f"{x},{y}" for x, y in self.actual)


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The years of an issued plan."""
    by = officer(request)
    paper = access.paper(by, pk)
    if paper.state not in FROZEN:
        raise NotYours
    earlier = access.papers_for(by).filter(
        office=paper.office, kind=paper.kind, state__in=FROZEN, fiscal_year__gt="", fiscal_year__lt=paper.fiscal_year
    )
    found = trends(paper, earlier, today())
    if not found:
        raise NotYours
    years = sorted({year for trend in found for year in trend.years})
    context = {
        "paper": paper,
        "years": years,
        "rows": [_picture(trend, years) for trend in found],
        "wide": WIDE,
        "high": HIGH,
    }
    return page(request, "plans/years", context)


def _picture(trend: Trend, years: list[str]) -> TrendPicture:
    """The dots of a trend; a year without a number has none, and days have no dots."""
    numbers = {
        (slot, years.index(year)): Fraction(value)
        for year, each in trend.years.items()
        for slot, value in _numbers(each)
    }
    if len(numbers) < 2:
        return TrendPicture(trend, (), ())
    low, high = min(Fraction(0), *numbers.values()), max(numbers.values())
    across, up = Fraction(WIDE - 2 * EDGE, max(len(years) - 1, 1)), Fraction(HIGH - 2 * EDGE) / ((high - low) or 1)
    dots = {at: (EDGE + int(at[1] * across), HIGH - EDGE - int((value - low) * up)) for at, value in numbers.items()}
    actual, target = (
        tuple(dot for (kind, _), dot in sorted(dots.items()) if kind == slot) for slot in ("actual", "target")
    )
    return TrendPicture(trend, actual, target)


def _numbers(figure: YearFigure) -> list[tuple[str, str]]:
    pairs = (("actual", figure.actual), ("target", figure.target))
    return [(slot, value) for slot, value in pairs if value is not None and not is_date(value)]
