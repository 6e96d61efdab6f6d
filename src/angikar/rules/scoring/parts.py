"""How the quarters of a row came to its figure of the year, and how the targets of a row shared its weight, in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from angikar.rules.scoring.figures import is_date
from angikar.rules.scoring.laws import Shares
from angikar.rules.scoring.lines import Figures, Grade, LineScore, State
from angikar.rules.scoring.wording import ORDINALS, Said, figure, joined, plain, said

SILENT: dict[State | None, Said] = {
    "not_reported": ("প্রতিবেদন নেই", "not reported"),
    "not_due": ("সময় হয়নি", "not due yet"),
    "not_applicable": ("প্রযোজ্য নয়", "not applicable"),
    "reported": ("গৃহীত হয়নি", "not accepted yet"),
    None: ("চাওয়া হয়নি", "not asked"),
}
"""Why a quarter has no figure; "reported" is one that was claimed and is not accepted yet."""


def year_counted(line: LineScore, grade: Grade, *, accepted: bool = False) -> tuple[Said, ...]:
    """How the quarters became the figure of the year, and which of them were not counted."""
    quarters = line.accepted_quarters if accepted else line.quarters
    return _counted(line, grade, quarters), *_left_out(line, quarters)


def _counted(line: LineScore, grade: Grade, quarters: Figures) -> Said:
    """How the quarters became the figure of the year; every quarter with its number."""
    told = [(figure(text), ORDINALS[q]) for q, text in enumerate(quarters) if text is not None]
    terms = joined([said("{} ({})", "{} ({})", *pair) for pair in told], " + ")
    actual, last = figure(grade.actual), said("{} ({})", "{} ({})", *told[-1])
    if line.counting == "date":
        return said("তারিখ: {}", "Date: {}", last)
    if line.counting == "cumulative":
        return said("ক্রমপুঞ্জিভূত: সর্বশেষ জানানো মান {}", "Cumulative: the figure last reported, {}", last)
    if line.counting == "average":
        count, sign = plain(str(len(told))), ("=" if _ends(quarters, grade.actual) else "≈",) * 2
        return said("গড়: ({}) ÷ {} {} {}", "Average: ({}) ÷ {} {} {}", terms, count, sign, actual)
    return (
        said("সমষ্টি: {} = {}", "Sum: {} = {}", terms, actual) if len(told) > 1 else said("সমষ্টি: {}", "Sum: {}", terms)
    )


def _ends(quarters: Figures, actual: str) -> bool:
    """Whether a mean is written out whole; one that never ends is reckoned with as the fraction it is."""
    told = [Fraction(text) for text in quarters if text is not None]
    return sum(told, Fraction(0)) / len(told) == Fraction(actual)


def _left_out(line: LineScore, quarters: Figures) -> tuple[Said, ...]:
    """The quarters nothing was counted of, each with its reason; a missing quarter is not nought."""
    silent = [
        said("{} ({})", "{} ({})", ORDINALS[q], SILENT[line.quarter_states[q]])
        for q, text in enumerate(quarters)
        if text is None and line.quarter_states[q] is not None
    ]
    return (said("ধরা হয়নি: {}", "Not counted: {}", joined(silent, ", ")),) if silent else ()


def shared(line: LineScore, grade: Grade, law: Shares, *, accepted: bool = False) -> tuple[Said, ...]:
    """What each target earned, and what the parts come to."""
    quarters = line.accepted_quarters if accepted else line.quarters
    earned, told = [], list(() if law.quarters else year_counted(line, grade, accepted=accepted))
    for target, got, name, silence in _pairs(line, law, quarters, grade.actual):
        earned.append(_part(target, got))
        achieved = silence if got is None else figure(got)
        told.append(
            said(
                "{}লক্ষ্যমাত্রা {}, অর্জন {}: {}", "{}target {}, achieved {}: {}", name, figure(target), achieved, earned[-1]
            )
        )
    raw, count = plain(grade.raw), plain(str(len(earned)))
    if len(earned) == 1:
        return *told, said("{} × ১০০ = {}", "{} × 100 = {}", earned[0], raw)
    return *told, said("({}) ÷ {} × ১০০ = {}", "({}) ÷ {} × 100 = {}", joined(earned, " + "), count, raw)


_Pair = tuple[str, str | None, Said, Said]
"""A target, what was achieved of it, the words before it, and what is said where nothing was."""


def _pairs(line: LineScore, law: Shares, quarters: Figures, actual: str) -> list[_Pair]:
    if law.quarters:
        return [
            (target, quarters[q - 1], said("{}: ", "{}: ", ORDINALS[q - 1]), SILENT[line.quarter_states[q - 1]])
            for q, target in law.targets
            if q is not None
        ]
    none: Said = ("এখনও নেই", "nothing yet")
    if is_date(law.targets[0][1]) and len(law.targets) > 1:
        done: list[str | None] = [*sorted(each for each in quarters if each is not None)]
        done += [None] * len(law.targets)
        return [(target, got, ("", ""), none) for (_, target), got in zip(law.targets, done, strict=False)]
    return [(law.targets[0][1], actual, ("", ""), none)]


def _part(target: str, got: str | None) -> Said:
    """The part of a target that was earned: never below nought, never above the whole; a day is kept or not."""
    if is_date(target):
        return plain("1" if got is not None and got <= target else "0")
    earned = min(max(Decimal(got or "0"), Decimal(0)), Decimal(target))
    return said("{} ÷ {}", "{} ÷ {}", figure(str(earned)), figure(target))
