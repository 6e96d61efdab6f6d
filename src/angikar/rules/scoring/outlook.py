"""Outlook: what a row could still earn and by which further figure, and the fewest rows that would bring a plan to its goal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from angikar.rules.frameworks.framework import Framework
from angikar.rules.plan import Indicator, Part, Plan
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year
from angikar.rules.scoring.counting import MISSING
from angikar.rules.scoring.figures import marks_text, scaled
from angikar.rules.scoring.flat import FlatLine, flattened, weight_of
from angikar.rules.scoring.further import Further, further
from angikar.rules.scoring.grades import half_up, mark
from angikar.rules.scoring.laws import Shares
from angikar.rules.scoring.lines import ScoredLine
from angikar.rules.scoring.pace import Pace, pace
from angikar.rules.scoring.scorecard import Scorecard
from angikar.rules.scoring.wording import Said

GOAL = 90
"""Per cent of all marks; from here on a plan counts as excellent (অসাধারণ is the level above it)."""


class Way(NamedTuple):
    """A further figure for one row and what it would bring: the raw score and marks then, and how many more they are."""

    words: Said
    raw: str
    marks: str
    gain: str


@dataclass(frozen=True, slots=True)
class RowOutlook:
    """One row ahead: its pace, its ways up (least first), or in words why there is none."""

    part: Part
    code: str
    title: str
    pace: Pace
    ways: tuple[Way, ...]
    stuck: Said | None


@dataclass(frozen=True, slots=True)
class Reach:
    """The way of the whole plan to `goal` marks: what it has `now`, the `most` it could have, and the fewest rows, each with the
    least of its ways that is enough. The rows are empty where the goal is reached already or cannot be reached.
    """

    goal: str
    now: str
    most: str
    rows: tuple[tuple[RowOutlook, Way], ...]
    then: str

    @property
    def is_there(self) -> bool:
        """Whether the goal is reached already."""
        return _hundredths(self.now) >= _hundredths(self.goal)

    @property
    def is_possible(self) -> bool:
        """Whether the goal can still be reached."""
        return _hundredths(self.most) >= _hundredths(self.goal)


@dataclass(frozen=True, slots=True)
class Outlook:
    """Every row by part and code, and the way of the whole; `None` where the framework gives no marks."""

    rows: dict[tuple[Part, str], RowOutlook]
    reach: Reach | None


def outlook(plan: Plan, framework: Framework, card: Scorecard) -> Outlook:
    """What lies ahead of a plan on the day of its scorecard."""
    year = FiscalYear.parse(canonical_year(plan.fiscal_year or "") or framework.fiscal_years[0])
    lines = {(line.part, line.code): line for line in card.lines}
    rows = {}
    for _, area, _, indicator in plan.indicators():
        here = area.part, indicator.code
        rows[here] = _row(_Place(indicator, framework, year, card.on), lines[here])
    return Outlook(rows, _reach(rows.values(), card) if framework.scoring != "none" else None)


@dataclass(frozen=True, slots=True)
class _Place:
    """A row of a plan, and the day on which it is looked at."""

    indicator: Indicator
    framework: Framework
    year: FiscalYear
    on: date


def _row(place: _Place, line: ScoredLine) -> RowOutlook:
    found = further(line, place.indicator, place.on)
    ways, stuck = ((), found) if isinstance(found, tuple) else (_ways(place, line, found), None)
    return RowOutlook(
        part=line.part,
        code=line.code,
        title=line.title,
        pace=pace(line, place.indicator, place.year, place.on),
        ways=ways,
        stuck=stuck,
    )


def _ways(place: _Place, line: ScoredLine, found: Iterable[Further]) -> tuple[Way, ...]:
    weight = weight_of(place.indicator, place.framework)
    if line.law is None or isinstance(weight, Doubt) or (isinstance(line.law, Shares) and not line.law.scored):
        return ()
    row = flattened(line.law, line.counting, weight, place.indicator.unit)
    reported = [MISSING if value is None else row.scale.number(value) for value in line.quarters]
    now = _hundredths(_marks(line))
    return tuple(way for each in found if (way := _way(row, reported, each, now)) is not None)


def _way(row: FlatLine, reported: Sequence[int], more: Further, now: int) -> Way | None:
    """The row marked again as if the further figures had been reported, which come without parts and wholes; `None` where that brings
    nothing.
    """
    quarters = list(reported)
    for quarter, value in more.quarters:
        quarters[quarter - 1] = row.scale.number(value)
    raw, marks, _ = mark(row.law, row.how, quarters, row.values, row.levels, row.weight)
    gain = marks - now
    return Way(more.words, marks_text(raw), marks_text(marks), marks_text(gain)) if gain > 0 else None


def _reach(rows: Iterable[RowOutlook], card: Scorecard) -> Reach:
    """The fewest rows: those that can bring most come first, and then each takes the least way that still is enough."""
    goal, now = half_up(card.marks.full * GOAL, 100), card.marks.claimed
    movable = sorted((row for row in rows if row.ways), key=lambda row: -_hundredths(row.ways[-1].gain))
    most = now + sum(_hundredths(row.ways[-1].gain) for row in movable)
    chosen: list[tuple[RowOutlook, Way]] = []
    then = now
    for row in movable if most >= goal else ():
        if then >= goal:
            break
        chosen.append((row, row.ways[-1]))
        then += _hundredths(row.ways[-1].gain)
    for index in reversed(range(len(chosen))):
        row, best = chosen[index]
        without = then - _hundredths(best.gain)
        least = next(way for way in row.ways if without + _hundredths(way.gain) >= goal or way is best)
        chosen[index], then = (row, least), without + _hundredths(least.gain)
    return Reach(marks_text(goal), marks_text(now), marks_text(most), tuple(chosen), marks_text(then))


def _marks(line: ScoredLine) -> str | None:
    return line.claimed.marks if line.claimed else None


def _hundredths(marks: str | None) -> int:
    return scaled(marks or "0", 2)
