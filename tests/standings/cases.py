"""A hundred thousand lines for the engine: every law, halves on purpose, figures no 64 bits hold; and an exact oracle."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from itertools import groupby, pairwise
from math import floor
from operator import itemgetter
from random import Random

from angikar.rules.scoring.counting import AVERAGE, LAST, SUM, pair
from angikar.rules.scoring.grades import DATES, DATES_BY_QUARTER, FORTNIGHT, LADDER, NO_MARKS, SHARE, SHARE_OF_YEAR
from angikar.standings.engine.numbers import FIGURES, LAW, PlanNumbers, Row, packed

MANY, TIES = 100_000, 20_000
LEVELS = (100, 90, 80, 70, 60, 0)
_DAY = date(2022, 7, 1).toordinal()


@cache
def cases() -> tuple[Row, ...]:
    """Lines, 60 to a plan, always the same ones: the line, its plan, then the numbers of `HOW`, `VALUES`, `LEVELS`, `CLAIMED`, `ACCEPTED`."""
    chance = Random(4)
    makers = (*(_ladder,) * 6, _share, _year, _dates, _fortnight, _pairs, _unmarked)
    rows = []
    for line in range(MANY):
        wide = 10 ** chance.choice((9, 11, 13)) if line % 500 == 0 else 1
        law, how, weight, values, levels, claimed = _tie(chance) if line < TIES else chance.choice(makers)(chance, wide)
        accepted = [figure if chance.random() < 0.8 else None for figure in claimed]
        rows.append(
            (line + 1, line // 60 + 1, law, *how, weight, *_to(5, values), *_to(6, levels), *claimed, *accepted)
        )
    return tuple(rows)


@cache
def plans() -> tuple[PlanNumbers, ...]:
    """The lines of `cases` as the numbers of plans."""
    found = []
    for paper, rows in groupby(cases(), key=itemgetter(1)):
        lines = list(rows)
        law = [(at, *line[2:17], 0, 0, 0, 0) for at, line in enumerate(lines)]
        figures = [(*line[17:], 0, 0) for line in lines]
        found.append(PlanNumbers(paper or 0, packed(law, len(LAW)), packed(figures, len(FIGURES))))
    return tuple(found)


def exact(row: Row, figures: tuple[int | None, ...]) -> tuple[int | None, int | None]:
    """Raw score and marks of a line on a ladder, by the words of the rule, in fractions, rounded half up once."""
    figures_given = [Fraction(figure) for figure in figures if figure is not None]
    if not figures_given:
        return None, None
    method, step, weight = (number or 0 for number in row[3:6])
    actual = {
        SUM: sum(figures_given, Fraction(0)),
        AVERAGE: sum(figures_given, Fraction(0)) / len(figures_given),
        LAST: figures_given[-1],
    }[method]
    values = [value for value in row[6:11] if value is not None]
    levels = [level for level in row[11:17] if level is not None]
    score = _on_ladder(actual, values, levels, step == 1)
    return _rounded(score), _rounded(score * weight / 1_000_000)


def _rounded(number: Fraction) -> int:
    return floor(number * 100 + Fraction(1, 2))


def _on_ladder(actual: Fraction, values: list[int], levels: list[int], step: bool) -> Fraction:
    more = values[0] >= values[-1]
    reached = [actual >= value if more else actual <= value for value in values]
    if reached[0]:
        return Fraction(levels[0])
    for at, (better, worse) in enumerate(pairwise(values)):
        if reached[at + 1]:
            way = Fraction(0) if step else (actual - worse) / Fraction(better - worse)
            return levels[at + 1] + (levels[at] - levels[at + 1]) * way
    return Fraction(levels[len(values)])


def _to(width: int, given: tuple[int, ...]) -> tuple[int | None, ...]:
    return (*given, *(None,) * (width - len(given)))


Case = tuple[int, tuple[int, int], int, tuple[int, ...], tuple[int, ...], list[int | None]]


def _tie(chance: Random) -> Case:
    """A raw score that ends in exactly half a hundredth."""
    stretch = chance.randint(1, 500)
    reached = (2 * chance.randint(0, 999) + 1) * stretch
    return (
        LADDER,
        (LAST, 0),
        chance.randint(1, 400) * 2_500,
        (2000 * stretch, 0),
        (100, 90, 0),
        [reached, None, None, None],
    )


def _figures(chance: Random, low: int, high: int) -> list[int | None]:
    return [None if chance.random() < 0.15 else chance.randint(min(low, high), max(low, high)) for _ in range(4)]


def _ladder(chance: Random, wide: int) -> Case:
    filled = chance.randint(2, 5)
    values = sorted(chance.sample(range(-500, 20_000), filled), reverse=chance.random() < 0.8)
    method, high = chance.choice((SUM, AVERAGE, LAST)), max(values) * wide
    figures = _figures(chance, min(values) * wide // 4, high // (4 if method == SUM else 1) + 10)
    ladder = tuple(value * wide for value in values)
    return (
        LADDER,
        (method, chance.randint(0, 1)),
        chance.randint(0, 200) * 2_500,
        ladder,
        (*LEVELS[:filled], 0),
        figures,
    )


def _share(chance: Random, wide: int) -> Case:
    targets = tuple(chance.choice((0, 1, 3, chance.randint(1, 997))) * wide for _ in range(4))
    return SHARE, (SUM, 0), chance.randint(1, 20) * 5_000, targets, (), _figures(chance, -2, 900 * wide)


def _year(chance: Random, wide: int) -> Case:
    target = chance.randint(1, 10_000) * wide
    return (
        SHARE_OF_YEAR,
        (chance.choice((SUM, AVERAGE, LAST)), 0),
        chance.randint(1, 99) * 777,
        (target,),
        (),
        _figures(chance, -5, target),
    )


def _dates(chance: Random, _: int) -> Case:
    days = sorted(_DAY + chance.randint(0, 364) for _ in range(chance.randint(1, 4)))
    law = DATES if chance.random() < 0.5 else DATES_BY_QUARTER
    return law, (LAST, 0), chance.randint(1, 20) * 5_000, tuple(days), (), _figures(chance, _DAY, _DAY + 364)


def _fortnight(chance: Random, _: int) -> Case:
    days = sorted(_DAY + chance.randint(0, 364) for _ in range(chance.randint(1, 3)))
    return (
        FORTNIGHT,
        (LAST, 0),
        chance.randint(1, 20) * 5_000,
        (15, 2_500, *days),
        (),
        _figures(chance, _DAY, _DAY + 364),
    )


def _pairs(chance: Random, _: int) -> Case:
    figures_given: list[int | None] = []
    for _quarter in range(4):
        whole = chance.randint(0, 1_000)
        figures_given.append(pair(chance.randint(0, whole), whole) if chance.random() < 0.8 else None)
    return LADDER, (AVERAGE + 2 * 4, 0), chance.randint(1, 99) * 5_000, (90, 80, 70, 60, 50), LEVELS, figures_given


def _unmarked(chance: Random, wide: int) -> Case:
    _, how, weight, values, levels, figures = _year(chance, wide)
    return NO_MARKS, (how[0], SHARE_OF_YEAR), weight, values, levels, figures
