"""Any mark explained to its officer: in one sentence, and step by step so that it can be computed again by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from angikar.rules.scoring.figures import is_date, scaled
from angikar.rules.scoring.grades import half_up
from angikar.rules.scoring.laws import Ladder, Shares
from angikar.rules.scoring.lines import Grade, ScoredLine, State
from angikar.rules.scoring.parts import shared, year_counted
from angikar.rules.scoring.wording import Said, figure, plain, said

_WITHOUT: dict[State, Said] = {
    "not_reported": ("প্রতিবেদন নেই, তাই নম্বর নেই।", "Nothing was reported, so there are no marks."),
    "not_due": ("প্রতিবেদনের সময় এখনও হয়নি।", "The report is not due yet."),
    "not_applicable": ("প্রযোজ্য নয় বলে জানানো হয়েছে।", "It was reported as not applicable."),
    "reported": ("এখনও গৃহীত হয়নি।", "Nothing has been accepted yet."),
}


def explain(line: ScoredLine, *, accepted: bool = False) -> Said:
    """How a row came to its claimed (or accepted) marks in one sentence, in Bangla and in English."""
    grade = line.accepted if accepted else line.claimed
    without = _no_marks(line, grade)
    if without is not None or grade is None:
        return without or _WITHOUT[line.state]
    placed = _place(line, grade)
    if grade.marks is None or line.weight is None:
        return said("{}: {}%", "{}: {} %", placed, plain(grade.raw))
    return said("{}: {}", "{}: {}", placed, plain(f"{grade.raw} × {line.weight} ÷ 100 = {grade.marks}"))


def steps(line: ScoredLine, *, accepted: bool = False) -> tuple[Said, ...]:
    """Every step from the quarters to the marks, each a sentence; from the numbers in them the mark can be computed again."""
    grade = line.accepted if accepted else line.claimed
    without = _no_marks(line, grade)
    if without is not None or grade is None:
        return (without or _WITHOUT[line.state],)
    law = line.law
    steps = (
        shared(line, grade, law, accepted=accepted) if isinstance(law, Shares) else _on_ladder(line, grade, accepted)
    )
    return (*steps, *_weighed(line, grade))


def _no_marks(line: ScoredLine, grade: Grade | None) -> Said | None:
    """Why there are no marks: something grave about the row, or that no report came."""
    grave = next((note for note in line.notes if note.severity == "error"), None)
    if grave is not None:
        return grave.message, grave.message_en
    return _WITHOUT[line.state] if grade is None else None


# One sentence.


def _place(line: ScoredLine, grade: Grade) -> Said:
    """Where the figure lies on the ladder, before the sum."""
    actual = figure(grade.actual)
    if grade.between is not None and grade.levels is not None:
        return _rungs(actual, grade.between, grade.levels)
    if isinstance(line.law, Ladder):
        full = figure(line.law.values[0])
        return said("{0} নম্বরের মধ্যে {1} প্রাপ্ত", "{1} of {0} marks were obtained", full, actual)
    return said("অর্জন {}, লক্ষ্যমাত্রার অনুপাতে", "{} was achieved, in proportion to the target", actual)


def _rungs(actual: Said, between: tuple[str | None, str | None], levels: tuple[int | None, int | None]) -> Said:
    worse, better = (_rung(value, level) for value, level in zip(between, levels, strict=True))
    if worse and better:
        return said("{} পড়ে {} ও {}-এর মধ্যে", "{} lies between {} and {}", actual, worse, better)
    if worse:
        return said("{} সর্বোচ্চ স্তর {} পূরণ করে", "{} meets the best level, {}", actual, worse)
    return said("{} শেষ স্তর {}-ও পূরণ করে না", "{} does not meet even the last level, {}", actual, better or ("", ""))


def _rung(value: str | None, level: int | None) -> Said | None:
    if value is None or level is None:
        return None
    return said("{} ({})", "{} ({})", figure(value), plain(str(level)))


# Step by step.


def _on_ladder(line: ScoredLine, grade: Grade, accepted: bool) -> tuple[Said, ...]:
    """The figure of the year, the two criteria it lies between, and the way from the one to the other."""
    law = line.law
    if isinstance(law, Ladder) and law.kind == "linked":
        full, raw = figure(law.values[0]), plain(grade.raw)
        obtained = said("সংযুক্ত পরিকল্পনার নম্বর {}", "The linked plan has {} marks", figure(grade.actual))
        return obtained, said("{} ÷ {} × ১০০ = {}", "{} ÷ {} × 100 = {}", figure(grade.actual), full, raw)
    counted = year_counted(line, grade, accepted=accepted)
    return *counted, _place(line, grade), *_between(line, grade)


def _between(line: ScoredLine, grade: Grade) -> tuple[Said, ...]:
    """The straight way between two criteria; nothing where the figure lies beyond an end."""
    if grade.between is None or grade.levels is None or None in grade.between or None in grade.levels:
        return ()
    worse, better = (each or "" for each in grade.between)
    low, high = (plain(str(each)) for each in grade.levels)
    raw = plain(grade.raw)
    if isinstance(line.law, Ladder) and line.law.step:
        return (said("দুই স্তরের মাঝে নিচের স্তরের নম্বর: {}", "Between two levels the lower one counts: {}", raw),)
    if is_date(worse):
        over, width = (
            abs((date.fromisoformat(each) - date.fromisoformat(worse)).days) for each in (grade.actual, better)
        )
        days = [said("{} দিন", "{} days", plain(str(each))) for each in (over, width)]
        way = said("{} ÷ {}", "{} ÷ {}", *days)
    else:
        sides = [_minus(each, worse, falling=Decimal(better) < Decimal(worse)) for each in (grade.actual, better)]
        way = said("{} ÷ {}", "{} ÷ {}", *sides)
    rise = said("({} − {})", "({} − {})", high, low)
    return (said("{} + {} × {} = {}", "{} + {} × {} = {}", low, rise, way, raw),)


def _minus(one: str, other: str, *, falling: bool) -> Said:
    first, second = (other, one) if falling else (one, other)
    return said("({} − {})", "({} − {})", _signed(first), _signed(second))


def _signed(text: str) -> Said:
    return said("({})", "({})", figure(text)) if text.startswith("-") else figure(text)


def _weighed(line: ScoredLine, grade: Grade) -> tuple[Said, ...]:
    """The marks; rounded once, from the whole fraction, which is said where the rounded score would come to another mark."""
    if grade.marks is None or line.weight is None:
        return (said("নম্বর নেই; লক্ষ্যমাত্রার {}%", "No marks; {} % of the target", plain(grade.raw)),)
    sums = plain(f"{grade.raw} × {line.weight} ÷ 100 = {grade.marks}")
    if half_up(scaled(grade.raw, 2) * scaled(line.weight, 4), 100 * 10**4) == scaled(grade.marks, 2):
        return (sums,)
    return (said("{} (পূর্ণ ভগ্নাংশ থেকে একবারই দুই ঘরে)", "{} (rounded once, from the whole fraction)", sums),)
