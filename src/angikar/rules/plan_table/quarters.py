"""The laws of the four quarters: they make up the target, their days lie in them, and they show how the year is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from angikar.rules.bangla.digits import canonical
from angikar.rules.document import NOWHERE
from angikar.rules.plan import Counting, Indicator, Plan, Quarters, Unit
from angikar.rules.plan_table.check import at, bn
from angikar.rules.plan_table.order import is_date
from angikar.rules.plan_table.repair import Figures, Repair, sole_repair
from angikar.rules.reading import Doubt, plain_doubt
from angikar.rules.schedule.fiscal import FiscalYear, Quarter, canonical_year

_COUNTED = ("number", "money")


def quarter_laws(plan: Plan) -> Iterator[Doubt]:
    """Every breach of the laws of the quarters, and what a row needs before it can be asked of anybody.

    `value-smeared` and `actual-in-plan` name no place: a reader saw the very cell and says the same with it.
    """
    name = canonical_year(plan.fiscal_year or "")
    year = FiscalYear.parse(name) if name else None
    for path, _, _, row in plan.indicators():
        yield from _sums(path, row)
        yield from _kinds(path, row)
        if year is not None:
            yield from _days(path, row, year)
        yield from _gaps(path, row)


def counting_proven(unit: Unit | None, target: tuple[str, ...], quarters: Quarters) -> Counting | None:
    """How the quarters show that they make up the target; `None` where they prove nothing.

    >>> counting_proven("number", ("4",), ("1", "1", "1", "1")), counting_proven("percent", ("80",), ("80",) * 4)
    ('sum', 'average')
    >>> counting_proven("number", ("2",), ("1", "1", "1", "1")), counting_proven("date", ("2018-07-31",), (None,) * 4)
    (None, 'date')
    """
    if unit == "date":
        return "date"
    filled = [quarter for quarter in quarters if quarter is not None and not is_date(quarter)]
    if len(target) != 1 or is_date(target[0]) or not filled:
        return None
    if unit in _COUNTED:
        return "sum" if _sum(filled) == Decimal(target[0]) else None
    return "average" if unit is not None and all(Decimal(each) == Decimal(target[0]) for each in filled) else None


def _sum(figures: list[str]) -> Decimal:
    return sum(map(Decimal, figures), Decimal(0))


def _sums(path: str, row: Indicator) -> Iterator[Doubt]:
    """`quarter-sum`: the quarters of a count add up to the target; those of a rate add up to it, average it or end on it."""
    filled = [quarter for quarter in row.quarter_targets if quarter is not None]
    figures = [*row.target, *filled]
    if len(row.target) != 1 or not filled or any(map(is_date, figures)) or row.unit in {"date", None}:
        return
    target, made = row.target[0], canonical(_sum(filled))
    if not _adds_up(row, target, filled):
        likely = _likely(path, row)
        where, suggestion = _put(path, row, likely) if likely else (f"{path}.quarter_targets", None)
        yield plain_doubt(
            "quarter-sum", "error" if row.unit in _COUNTED else "warning",
            f"সূচক [{bn(row.code)}]-এর লক্ষ্যমাত্রা {bn(target)}, কিন্তু চার কোয়ার্টারের যোগফল {bn(made)}।"
            + (likely.reason if likely else ""),
            f"Indicator [{row.code}] targets {target}, but its quarters add up to {made}."
            + (likely.reason_en if likely else ""),
            where, at(row.lines), suggestion,
        )  # fmt: skip


def _adds_up(row: Indicator, target: str, quarters: list[str]) -> bool:
    goal, total = Decimal(target), _sum(quarters)
    if row.unit in _COUNTED and row.counting in {None, "sum"}:
        return total == goal
    return goal in {total, total / len(quarters), Decimal(quarters[-1])}


def _likely(path: str, row: Indicator) -> Repair | None:
    """The one likely misreading of target or quarters under which they agree."""
    target = f"{path}.target.0"
    quarters = {f"{path}.quarter_targets.{n}": figure for n, figure in enumerate(row.quarter_targets) if figure}

    def holds(figures: Figures) -> bool:
        return _adds_up(row, figures[target], [figure for where, figure in figures.items() if where != target])

    return sole_repair({target: row.target[0], **quarters}, holds)


def _put(path: str, row: Indicator, repair: Repair) -> tuple[str, str | None]:
    """Where a repair is put and what: one figure in its own place, all four quarters as a row."""
    whole = f"{path}.quarter_targets"
    if {f"{whole}.{n}" for n in range(len(row.quarter_targets))} == repair.figures.keys():
        return whole, ", ".join(repair.figures.values())
    return repair.single(whole)


def _kinds(path: str, row: Indicator) -> Iterator[Doubt]:
    """`unit-value-mismatch`: quarters and baselines are dates where the unit is one, and only there."""
    if row.unit is None:
        return
    groups = {"quarter_targets": row.quarter_targets, "baselines": tuple(row.baselines.values())}
    for name, figures in groups.items():
        filled = [figure for figure in figures if figure is not None]
        wrong = [figure for figure in filled if is_date(figure) != (row.unit == "date")]
        if wrong:
            bare = (
                name == "quarter_targets" and row.unit == "date" and wrong == filled and all(map(is_date, row.target))
            )
            yield plain_doubt(
                "unit-value-mismatch", "error",
                f"সূচক [{bn(row.code)}]-এর একক “{row.unit_text}”, কিন্তু ছাপা আছে “{bn(wrong[0])}”।",
                f"Indicator [{row.code}] is measured in “{row.unit_text}”, but “{wrong[0]}” is printed.",
                f"{path}.{name}", at(row.lines), own_quarters(row.target) if bare else None,
            )  # fmt: skip


def own_quarters(days: Iterable[str], year: FiscalYear | None = None) -> str | None:
    """Days as a row of four quarters, each in the one it lies in; `None` where one has no quarter of the year, or two share one.

    >>> own_quarters(["2019-01-31", "2018-07-31"]), own_quarters(["2018-07-31", "2018-08-31"])
    ('2018-07-31, -, 2019-01-31, -', None)
    """
    row = ["-"] * 4
    seen = set()
    for day in days:
        own = Quarter.of(date.fromisoformat(day))
        if own.year != (year or own.year) or row[own.number - 1] != "-":
            return None
        seen.add(own.year)
        row[own.number - 1] = day
    return ", ".join(row) if len(seen) == 1 else None


def _days(path: str, row: Indicator, year: FiscalYear) -> Iterator[Doubt]:
    """`date-outside-quarter`, `quarter-dates-differ`: a quarter's day lies in it and is a day of the target."""
    days = [(n, figure) for n, figure in enumerate(row.quarter_targets, 1) if figure is not None and is_date(figure)]
    if len(days) == len(row.quarter_targets) and len({day for _, day in days}) == 1:
        yield plain_doubt(
            "value-smeared", "warning",
            f"সূচক [{bn(row.code)}]-এর চার কোয়ার্টারেই একই তারিখ {bn(days[0][1])}।",
            f"All four quarters of indicator [{row.code}] hold the same day, {days[0][1]}.",
            f"{path}.quarter_targets", NOWHERE, own_quarters(row.target, year) if row.target == (days[0][1],) else None,
        )  # fmt: skip
        return
    placed = own_quarters((day for _, day in days), year)
    outside = [(number, day) for number, day in days if date.fromisoformat(day) not in year.quarter(number)]
    for number, day in outside[:1] if placed else outside:
        where = f"{path}.quarter_targets" + ("" if placed else f".{number - 1}")
        yield replace(_outside(where, row, (number, day), year), suggestion=placed)
    printed = {day for _, day in days}
    if days and all(map(is_date, row.target)) and printed != set(row.target):
        other = sorted(printed ^ set(row.target))
        yield plain_doubt(
            "quarter-dates-differ", "warning",
            f"সূচক [{bn(row.code)}]-এর লক্ষ্যমাত্রা ও কোয়ার্টারের তারিখ মেলে না: {', '.join(map(bn, other))}।",
            f"The days of target and quarters of indicator [{row.code}] differ: {', '.join(other)}.",
            f"{path}.quarter_targets", at(row.lines),
        )  # fmt: skip


def _outside(path: str, row: Indicator, printed: tuple[int, str], year: FiscalYear) -> Doubt:
    number, day = printed
    own = Quarter.of(date.fromisoformat(day))
    there, there_en = (
        (f"{bn(str(own.number))} নং কোয়ার্টারে পড়ে", f"lies in quarter {own.number}")
        if own.year == year
        else ("অর্থবছরের বাইরে", "lies outside the fiscal year")
    )
    return plain_doubt(
        "date-outside-quarter", "warning",
        f"সূচক [{bn(row.code)}]: {bn(str(number))} নং কোয়ার্টারের তারিখ {bn(day)} {there}।",
        f"Indicator [{row.code}]: {day}, printed for quarter {number}, {there_en}.", path, at(row.lines),
    )  # fmt: skip


def _gaps(path: str, row: Indicator) -> Iterator[Doubt]:
    """`target-missing`, `quarter-targets-missing`, `responsible-missing`, `actual-in-plan`: what is absent or too early."""
    gaps = (
        (not row.target, "target-missing", "target", "লক্ষ্যমাত্রা নেই", "has no target"),
        (bool(row.target) and not any(row.quarter_targets), "quarter-targets-missing", "quarter_targets",
         "লক্ষ্যমাত্রা কোয়ার্টারে ভাগ করা নেই", "spreads its target over no quarter"),
        (not row.responsible, "responsible-missing", "responsible", "দায়িত্বপ্রাপ্ত কেউ নেই", "names nobody responsible"),
    )  # fmt: skip
    for broken, code, field, bangla, english in gaps:
        if broken:
            yield plain_doubt(
                code, "warning", f"সূচক [{bn(row.code)}]-এর {bangla}।",
                f"Indicator [{row.code}] {english}.", f"{path}.{field}", at(row.lines),
            )  # fmt: skip
    if any(row.quarter_actuals):
        yield plain_doubt(
            "actual-in-plan", "warning", f"সূচক [{bn(row.code)}]: পরিকল্পনাতেই প্রকৃত অর্জন লেখা আছে।",
            f"Indicator [{row.code}]: the plan itself already states an achievement.",
            f"{path}.quarter_actuals",
        )  # fmt: skip
