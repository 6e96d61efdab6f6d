"""Quarters of a row: one unlike three equal ones, and an achievement far from its target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from angikar.rules.plan import Indicator, Quarters
from angikar.rules.plan_table.check import at
from angikar.rules.plan_table.order import is_date
from angikar.rules.plan_table.unlike import sentences
from angikar.rules.plan_table.unlike.likeness import is_rougher
from angikar.rules.reading import Doubt
from angikar.rules.sentence import Facts

_ALIKE = 3
_FAR, _FAR_SMALL = Decimal(2), Decimal(3)
"""So many times its target, or a part so small of it, is far; of a target of one figure more is needed."""
_SMALL = 10
_COUNTED = ("number", "money")


def unlike_quarters(path: str, row: Indicator) -> Iterator[Doubt]:
    """`quarter-unlike`: of four quarters three are equal and one is not.

    Counts have their sum for a law. What was achieved varies, so it must be at least twice or half the others,
    or much less round.
    """
    yield from far_actuals(path, row)
    yield from idle_quarter(path, row)
    yield from _beside_met(path, row)
    for field, figures in (("quarter_targets", row.quarter_targets), ("quarter_actuals", row.quarter_actuals)):
        found = _alone(figures)
        if found is None:
            continue
        place, figure, others = found
        if field == "quarter_targets" and row.unit in _COUNTED:
            continue
        if field == "quarter_actuals" and not _strange(Decimal(figure), Decimal(others)):
            continue
        facts: Facts = {"code": row.code, "figure": figure, "others": others}
        yield Doubt(sentences.QUARTER_UNLIKE, "warning", facts, f"{path}.{field}.{place}", at(row.lines))


def far_actuals(path: str, row: Indicator) -> Iterator[Doubt]:
    """`quarter-unlike`: what was achieved is several times its target, or a small part of it; nothing achieved is no slip."""
    for place, (target, actual) in enumerate(zip(row.quarter_targets, row.quarter_actuals, strict=True)):
        if target is None or actual is None or is_date(target) or is_date(actual):
            continue
        far = _FAR if Decimal(target) >= _SMALL else _FAR_SMALL
        if Decimal(actual) > 0 < Decimal(target) and not 1 / far < Decimal(actual) / Decimal(target) < far:
            facts: Facts = {"code": row.code, "quarter": place + 1, "figure": actual, "target": target}
            yield Doubt(sentences.ACTUAL_FAR, "warning", facts, f"{path}.quarter_actuals.{place}", at(row.lines))


def idle_quarter(path: str, row: Indicator) -> Iterator[Doubt]:
    """`quarter-unlike`: a rate of nothing in one quarter beside others that nearly reach what is promised."""
    if row.unit != "percent":
        return
    done = [Decimal(each) if each and not is_date(each) else None for each in row.quarter_actuals]
    goal = [Decimal(each) if each and not is_date(each) else None for each in row.quarter_targets]
    near = [n for n, (a, b) in enumerate(zip(done, goal, strict=True)) if a is not None and b and 2 * a >= b]
    for place, (actual, target) in enumerate(zip(done, goal, strict=True)):
        if actual == 0 and target and near:
            facts: Facts = {"code": row.code, "quarter": place + 1}
            yield Doubt(sentences.QUARTER_EMPTY, "warning", facts, f"{path}.quarter_actuals.{place}", at(row.lines))


def _beside_met(path: str, row: Indicator) -> Iterator[Doubt]:
    """`quarter-unlike`: a small count of nothing, or of twice its target, where every other quarter reported met its own exactly."""
    if row.unit != "number":
        return
    pairs = list(zip(row.quarter_targets, row.quarter_actuals, strict=True))
    reported = [(n, a, b) for n, (a, b) in enumerate(pairs) if a and b and not is_date(a) and not is_date(b)]
    off = [each for each in reported if Decimal(each[1]) != Decimal(each[2])]
    if len(off) != 1 or len(reported) == 1:
        return
    place, target, actual = off[0]
    if Decimal(target) < _SMALL and (
        not Decimal(actual) or 2 * Decimal(target) <= Decimal(actual) < _FAR_SMALL * Decimal(target)
    ):
        facts: Facts = {"code": row.code, "quarter": place + 1, "figure": actual, "target": target}
        yield Doubt(sentences.ACTUAL_BESIDE_MET, "warning", facts, f"{path}.quarter_actuals.{place}", at(row.lines))


def _alone(figures: Quarters) -> tuple[int, str, str] | None:
    """The place of the one quarter that differs from three equal ones, its figure and theirs."""
    filled = [figure for figure in figures if figure and not is_date(figure)]
    others, times = Counter(filled).most_common(1)[0] if filled else ("", 0)
    if len(filled) <= _ALIKE or times != _ALIKE:
        return None
    return next((place, figure, others) for place, figure in enumerate(figures) if figure and figure != others)


def _strange(figure: Decimal, others: Decimal) -> bool:
    return figure >= 2 * others or 2 * figure <= others or is_rougher(figure, [others] * _ALIKE)
