"""Levels of a row: per cents above a hundred, and a criterion unlike the other four."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from angikar.rules.plan import Indicator
from angikar.rules.plan_table.check import at, listed
from angikar.rules.plan_table.order import is_date, one_way
from angikar.rules.plan_table.unlike import sentences
from angikar.rules.plan_table.unlike.likeness import far_from, is_rougher, least_grain, off_steps
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Facts, Sentence

_LOW = Decimal("0.35")
"""Of the target: a lowest criterion below it is far; of small counts even one is not."""
_SMALL = 20
_WHOLE = 100
_FIVE = 5
_NEARLY_ALL = 98
"""From here on a share that is no multiple of five is usual too."""
_LEAP = Decimal("2.5")
"""A first step so many times the longest of at least two others is far."""


def above_hundred(path: str, row: Indicator) -> Iterator[Doubt]:
    """`percent-above-hundred`: no share of a whole is more than the whole."""
    if row.unit != "percent":
        return
    groups = {
        "target": row.target,
        "criteria": row.criteria,
        "quarter_targets": row.quarter_targets,
        "quarter_actuals": row.quarter_actuals,
        "baselines": tuple(row.baselines.values()),
        "projections": tuple(row.projections.values()),
    }
    for name, figures in groups.items():
        over = [each for each in figures if each and not is_date(each) and Decimal(each) > _WHOLE]
        if over:
            facts: Facts = {"code": row.code, "figure": over[0]}
            yield Doubt(sentences.PERCENT, "warning", facts, f"{path}.{name}", at(row.lines))


def unlike_share(path: str, row: Indicator) -> Iterator[Doubt]:
    """`level-unlike`: a rate that is the only target of its row and no multiple of five, where nothing else in the row is as little round."""
    figure = row.target[0] if len(row.target) == 1 and row.unit == "percent" else None
    beside = [each for each in (*row.criteria, *row.quarter_targets) if each and each != figure]
    years = [each for each in (*row.baselines.values(), *row.projections.values()) if each and not is_date(each)]
    if figure is None or is_date(figure) or beside or any(Decimal(each) % _FIVE for each in years):
        return
    if Decimal(figure) % _FIVE and Decimal(figure) < _NEARLY_ALL:
        facts: Facts = {"code": row.code, "figure": figure}
        yield Doubt(sentences.LEVEL_SHARE, "warning", facts, f"{path}.target.0", at(row.lines))


def unlike_levels(path: str, row: Indicator) -> Iterator[Doubt]:
    """`level-unlike`: of criteria that go one way, the first that breaks their steps, is less round, or far from the others."""
    filled = [(place, each) for place, each in enumerate(row.criteria) if each and not is_date(each)]
    texts = [each for _, each in filled]
    if not one_way(texts):
        return
    for place, figure, doubt in _unlike([Decimal(each) for each in texts]):
        sentence, facts = doubt
        where, levels = f"{path}.criteria.{filled[place][0]}", listed(texts, " / ")
        whole: Facts = {"code": row.code, "levels": levels, "figure": texts[figure], **facts}
        yield Doubt(sentence, "warning", whole, where, at(row.lines))
        return


def _unlike(numbers: list[Decimal]) -> Iterator[tuple[int, int, tuple[Sentence, Facts]]]:
    for place, expected in off_steps(numbers):
        yield place, place, (sentences.LEVEL_STEP, {"expected": f"{expected:f}"})
    for place, number in enumerate(numbers):
        others = numbers[:place] + numbers[place + 1 :]
        if is_rougher(number, others, planned=True):
            yield place, place, (sentences.LEVEL_ROUND, {"grain": f"{least_grain(others):f}"})
    for place in far_from(numbers) if len(numbers) > len(("best", "worst")) + 1 else ():
        yield place, place, (sentences.LEVEL_FAR, {})
    steps = [abs(after - before) for before, after in pairwise(numbers)]
    if len(steps) > 2 and steps[0] >= _LEAP * max(steps[1:]):
        yield 0, 0, (sentences.LEVEL_FAR, {})
    last = len(numbers) - 1
    if last > 1 and numbers[0] >= _SMALL and 0 <= numbers[last] < numbers[0] * _LOW:
        yield last, last, (sentences.LEVEL_FAR, {})
