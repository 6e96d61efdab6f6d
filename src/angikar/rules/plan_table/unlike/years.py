"""Years of a row: what was achieved, what is promised and what is projected, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from angikar.rules.plan import Indicator, OutcomeIndicator
from angikar.rules.plan_table.check import at, listed
from angikar.rules.plan_table.order import is_date
from angikar.rules.plan_table.unlike import sentences
from angikar.rules.plan_table.unlike.likeness import far_from, is_rougher, least_grain, off_steps
from angikar.rules.reading import Doubt
from angikar.rules.schedule.fiscal import FiscalYear, canonical_year
from angikar.rules.sentence import Facts, Sentence

_KNOWN = 3
"""Figures of years: from fewer no growth can be seen."""
_MANY = 4
"""More than so many times as much as the year before is far."""
_VARIED = Decimal("1.1")
"""So many times as much in one year as in the next is no fault of what was achieved."""
_COUNT = 10
"""What was achieved is seldom round below it."""


@dataclass(frozen=True, slots=True)
class _Year:
    """The figure of one year and the path it stands at."""

    path: str
    text: str

    @property
    def number(self) -> Decimal:
        """The figure as a number."""
        return Decimal(self.text)


def unlike_years(path: str, row: Indicator) -> Iterator[Doubt]:
    """`growth-reversed`, `year-unlike`: figures by year go the way that is better, none of them jumps, and a day is one of its year."""
    yield from _days_outside(path, row)
    years = list(_years(path, row))
    if len(years) < _KNOWN - 1:
        return
    shown: Facts = {"code": row.code, "years": listed([year.text for year in years], " → ")}
    yield from _reversed(path, row, years, shown)
    if len(years) >= _KNOWN:
        for place, sentence, facts in _unlike(path, row, years):
            year = years[place]
            known = shown if "{years}" in sentence.bangla else {"code": row.code}
            yield Doubt(sentence, "warning", {**known, **facts, "figure": year.text}, year.path, at(row.lines))
            return


def _years(path: str, row: Indicator) -> Iterator[_Year]:
    target = {f"{path}.target.0": row.target[0]} if len(row.target) == 1 else {}
    before = {f"{path}.baselines.{year}": figure for year, figure in sorted(row.baselines.items())}
    after = {f"{path}.projections.{year}": figure for year, figure in sorted(row.projections.items())}
    for where, figure in {**before, **target, **after}.items():
        if figure is not None and not is_date(figure):
            yield _Year(where, figure)


def outcome_differs(outcome: OutcomeIndicator, path: str, row: Indicator) -> Iterator[Doubt]:
    """`year-unlike`: the table of outcomes and the plan give different figures of a year for what has one name and unit."""
    if outcome.unit != row.unit:
        return
    for field in ("baselines", "projections"):
        ours, theirs = getattr(row, field), getattr(outcome, field)
        for year, figure in theirs.items():
            if figure and ours.get(year) and figure != ours[year]:
                facts: Facts = {"code": row.code, "year": year, "figure": figure, "other": ours[year]}
                yield Doubt(sentences.OUTCOME_DIFFERS, "warning", facts, f"{path}.{field}.{year}", at(row.lines))


def _falls(row: Indicator) -> bool | None:
    """Whether less is better, by the criteria from best to worst; `None` where they do not say."""
    filled = [Decimal(figure) for figure in row.criteria if figure and not is_date(figure)]
    return None if len(filled) < 2 or filled[0] == filled[-1] else filled[0] < filled[-1]


def _reversed(path: str, row: Indicator, years: list[_Year], shown: Facts) -> Iterator[Doubt]:
    """Last year's figure of a running total has a doubt of its own."""
    falls = _falls(row)
    if falls is None:
        return
    for before, after in pairwise(years):
        own_doubt = row.counting == "cumulative" and after.path == f"{path}.target.0"
        worse = after.number > before.number if falls else after.number < before.number
        if worse and not own_doubt and not _varied(path, before, after):
            where = before.path if after.path == f"{path}.target.0" else after.path
            facts: Facts = {**shown, "figure": before.text, "after": after.text}
            sentence = sentences.FALL_REVERSED if falls else sentences.GROWTH_REVERSED
            yield Doubt(sentence, "warning", facts, where, at(row.lines))


def _varied(path: str, before: _Year, after: _Year) -> bool:
    """Whether two years that achieved something differ by no more than years do."""
    achieved = after.path.startswith(f"{path}.baselines.")
    low, high = sorted((before.number, after.number))
    return achieved and high <= low * _VARIED


def _unlike(path: str, row: Indicator, years: list[_Year]) -> Iterator[tuple[int, Sentence, Facts]]:
    numbers = [year.number for year in years]
    for place, expected in off_steps(numbers) if len(numbers) > _KNOWN + 1 else ():
        step = (numbers[-1] - numbers[0]) / (len(numbers) - 1)
        if years[place].path.startswith(f"{path}.baselines.") and abs(numbers[place] - expected) <= abs(step):
            continue  # what was achieved seldom goes in equal steps
        yield place, sentences.YEAR_STEP, {"expected": f"{expected:f}"}
    yield from _rough(path, row, years)
    strange = _against(numbers) if _falls(row) is None else None
    if strange is not None and not _varies(path, years, strange):
        yield strange, sentences.YEAR_WAY, {}
    for place in (*far_from(numbers), *_many_times(numbers)):
        yield place, sentences.YEAR_FAR, {}


def _days_outside(path: str, row: Indicator) -> Iterator[Doubt]:
    """A day that stands under a fiscal year is one of that year."""
    for field in ("baselines", "projections"):
        for year, figure in getattr(row, field).items():
            if (
                figure
                and is_date(figure)
                and canonical_year(year)
                and date.fromisoformat(figure) not in FiscalYear.parse(year)
            ):
                facts: Facts = {"code": row.code, "year": year, "figure": figure}
                yield Doubt(sentences.YEAR_DAY, "warning", facts, f"{path}.{field}.{year}", at(row.lines))


def _against(numbers: list[Decimal]) -> int | None:
    """The first place without whose figure all others, four at least, go one way; `None` where they all do, or more than one is against it.

    >>> _against([Decimal(each) for each in (180, 195, 270, 220, 230)]), _against([Decimal(each) for each in (1, 2, 3, 4, 5)])
    (2, None)
    """
    if len(numbers) <= _MANY or _is_one_way(numbers):
        return None
    rests = (numbers[:place] + numbers[place + 1 :] for place in range(len(numbers)))
    return next((place for place, rest in enumerate(rests) if _is_one_way(rest)), None)


def _is_one_way(numbers: list[Decimal]) -> bool:
    steps = [after - before for before, after in pairwise(numbers)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)


def _varies(path: str, years: list[_Year], place: int) -> bool:
    """Whether the figure of a year is something achieved, and off the year before or after by no more than years are."""
    near = [*years[max(place - 1, 0) : place], *years[place + 1 : place + 2]]
    return any(_varied(path, each, years[place]) for each in near)


def _many_times(numbers: list[Decimal]) -> Iterator[int]:
    """The place of a figure that the next one is many times, or a small part, of."""
    for place, (before, after) in enumerate(pairwise(numbers)):
        low, high = sorted((before, after))
        if 0 < low * _MANY < high:
            yield place


def _rough(path: str, row: Indicator, years: list[_Year]) -> Iterator[tuple[int, Sentence, Facts]]:
    """What is planned is round together; what was achieved is only judged where the other years achieved something round."""
    levels = [Decimal(figure) for figure in row.criteria if figure and not is_date(figure)]
    achieved = [year for year in years if year.path.startswith(f"{path}.baselines.")]
    for place, year in enumerate(years):
        if year.path == f"{path}.target.0":
            continue
        planned = [each.number for each in years if each not in achieved and each is not year]
        others = levels + planned
        if year in achieved:
            rest = [each.number for each in achieved if each is not year]
            if not rest or year.number < _COUNT or year.number % 1:
                continue
            others = others + rest
        if is_rougher(year.number, others):
            yield place, sentences.YEAR_ROUND, {"grain": f"{least_grain(others):f}"}
