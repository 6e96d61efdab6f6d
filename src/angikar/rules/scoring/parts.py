"""How the quarters of a row came to its figure of the year, and how the targets of a row shared its weight, in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from angikar.rules.frameworks.framework import Fortnight
from angikar.rules.scoring.figures import is_date
from angikar.rules.scoring.laws import Shares
from angikar.rules.scoring.lines import Figures, Grade, ScoredLine, State
from angikar.rules.scoring.wording import ORDINALS, Said, figure, joined, plain, said

SILENT: dict[State | None, Said] = {
    "not_reported": ("প্রতিবেদন নেই", "not reported"),
    "not_due": ("সময় হয়নি", "not due yet"),
    "not_applicable": ("প্রযোজ্য নয়", "not applicable"),
    "reported": ("গৃহীত হয়নি", "not accepted yet"),
    None: ("চাওয়া হয়নি", "not asked"),
}
"""Why a quarter has no figure; "reported" is one that was claimed and is not accepted yet."""


def year_counted(line: ScoredLine, grade: Grade, *, accepted: bool = False) -> tuple[Said, ...]:
    """How the quarters became the figure of the year, and which of them were not counted."""
    quarters = line.accepted_quarters if accepted else line.quarters
    return _counted(line, grade, quarters), *_left_out(line, quarters)


def _pooled(line: ScoredLine, grade: Grade, quarters: Figures) -> Said:
    """A mean of parts and wholes: all parts by all wholes, in per cent where the figures are; the plain mean beside it."""
    reported = [pair for pair, text in zip(line.parts, quarters, strict=True) if pair is not None and text is not None]
    sums = [joined([figure(pair[side]) for pair in reported], " + ") for side in (0, 1)]
    over, under = (sum((Fraction(pair[side]) for pair in reported), Fraction(0)) for side in (0, 1))
    hundred = ("", "") if abs(over / under - Fraction(grade.actual)) < Fraction(1, 1000) else (" × ১০০", " × 100")
    sign = ("=" if over / under * (100 if hundred[0] else 1) == Fraction(grade.actual) else "≈",) * 2
    whole = *sums, hundred, sign, figure(grade.actual), figure(grade.mean or grade.actual)
    return said(
        "গড়: সব অংশ ÷ সব মোট: ({}) ÷ ({}){} {} {}; ত্রৈমাসিকগুলোর সাধারণ গড় {}",
        "Average: all parts ÷ all wholes: ({}) ÷ ({}){} {} {}; the plain mean of the quarters is {}",
        *whole,
    )


def _counted(line: ScoredLine, grade: Grade, quarters: Figures) -> Said:
    """How the quarters became the figure of the year; every quarter with its number."""
    reported = [(figure(text), ORDINALS[q]) for q, text in enumerate(quarters) if text is not None]
    terms = joined([said("{} ({})", "{} ({})", *pair) for pair in reported], " + ")
    actual, last = figure(grade.actual), said("{} ({})", "{} ({})", *reported[-1])
    if line.counting == "date":
        return said("তারিখ: {}", "Date: {}", last)
    if line.counting == "cumulative":
        return said("ক্রমপুঞ্জিভূত: সর্বশেষ জানানো মান {}", "Cumulative: the figure last reported, {}", last)
    if line.counting == "average" and grade.mean is not None:
        return _pooled(line, grade, quarters)
    if line.counting == "average":
        count, sign = plain(str(len(reported))), ("=" if _ends(quarters, grade.actual) else "≈",) * 2
        return said("গড়: ({}) ÷ {} {} {}", "Average: ({}) ÷ {} {} {}", terms, count, sign, actual)
    return (
        said("সমষ্টি: {} = {}", "Sum: {} = {}", terms, actual)
        if len(reported) > 1
        else said("সমষ্টি: {}", "Sum: {}", terms)
    )


def _ends(quarters: Figures, actual: str) -> bool:
    """Whether a mean is written out whole; one that never ends is computed as the fraction it is."""
    reported = [Fraction(text) for text in quarters if text is not None]
    return sum(reported, Fraction(0)) / len(reported) == Fraction(actual)


def _left_out(line: ScoredLine, quarters: Figures) -> tuple[Said, ...]:
    """The quarters nothing was counted of, each with its reason; a missing quarter is not nought."""
    silent = [
        said("{} ({})", "{} ({})", ORDINALS[q], SILENT[line.quarter_states[q]])
        for q, text in enumerate(quarters)
        if text is None and line.quarter_states[q] is not None
    ]
    return (said("ধরা হয়নি: {}", "Not counted: {}", joined(silent, ", ")),) if silent else ()


def shared(line: ScoredLine, grade: Grade, law: Shares, *, accepted: bool = False) -> tuple[Said, ...]:
    """What each target earned, and what the parts come to."""
    quarters = line.accepted_quarters if accepted else line.quarters
    if law.fortnight is not None:
        return (*year_counted(line, grade, accepted=accepted), *_late(line, grade, law, law.fortnight, quarters))
    earned, sentences = [], list(() if law.quarters else year_counted(line, grade, accepted=accepted))
    for q, target, got, name, silence in _pairs(line, law, quarters, grade.actual):
        earned.append(_part(target, got, line.parts[q - 1] if q else None))
        achieved = silence if got is None else figure(got)
        sentences.append(
            said(
                "{}লক্ষ্যমাত্রা {}, অর্জন {}: {}", "{}target {}, achieved {}: {}", name, figure(target), achieved, earned[-1]
            )
        )
    raw, count = plain(grade.raw), plain(str(len(earned)))
    if len(earned) == 1:
        return *sentences, said("{} × ১০০ = {}", "{} × 100 = {}", earned[0], raw)
    return *sentences, said("({}) ÷ {} × ১০০ = {}", "({}) ÷ {} × 100 = {}", joined(earned, " + "), count, raw)


_Pair = tuple[int | None, str, str | None, Said, Said]
"""The quarter a target is of, the target, what was achieved of it, the words before it, and what is said where nothing was."""


def _pairs(line: ScoredLine, law: Shares, quarters: Figures, actual: str) -> list[_Pair]:
    if law.quarters:
        return [
            (q, target, quarters[q - 1], said("{}: ", "{}: ", ORDINALS[q - 1]), SILENT[line.quarter_states[q - 1]])
            for q, target in law.targets
            if q is not None
        ]
    none: Said = ("এখনও নেই", "nothing yet")
    if is_date(law.targets[0][1]) and len(law.targets) > 1:
        done: list[str | None] = [*sorted(each for each in quarters if each is not None)]
        done += [None] * len(law.targets)
        return [(None, target, got, ("", ""), none) for (_, target), got in zip(law.targets, done, strict=False)]
    return [(None, law.targets[0][1], actual, ("", ""), none)]


def _part(target: str, got: str | None, pair: tuple[str, str] | None = None) -> Said:
    """The part of a target that was earned: never below nought, never above the whole; a day is kept or not. Of a rate
    that came as a part and its whole these are used.
    """
    if is_date(target):
        return plain("1" if got is not None and got <= target else "0")
    if pair is not None and got is not None and Fraction(pair[0]) * 100 < Fraction(target) * Fraction(pair[1]):
        return said("({} ÷ {} × ১০০) ÷ {}", "({} ÷ {} × 100) ÷ {}", figure(pair[0]), figure(pair[1]), figure(target))
    earned = min(max(Decimal(got or "0"), Decimal(0)), Decimal(target))
    return said("{} ÷ {}", "{} ÷ {}", figure(str(earned)), figure(target))


def _late(line: ScoredLine, grade: Grade, law: Shares, cost: Fortnight, quarters: Figures) -> list[Said]:
    """What each day lost for every fortnight begun after it, and what is left of the weight."""
    weight, count = plain(line.weight or "0"), plain(str(len(law.targets)))
    each = Fraction(line.weight or 0) / len(law.targets)
    whole = weight if len(law.targets) == 1 else said("{} ÷ {}", "{} ÷ {}", weight, count)
    sentences, left = [], []
    for _, target, got, _, silence in _pairs(line, law, quarters, grade.actual):
        days = 0 if got is None else max(0, (date.fromisoformat(got) - date.fromisoformat(target)).days)
        begun = -(-days // cost.days)
        if got is None or begun * Fraction(cost.marks) >= each:
            left.append(plain("0"))
        elif begun == 0:
            left.append(whole)
        else:
            left.append(said("{} − {} × {}", "{} − {} × {}", whole, plain(str(begun)), plain(cost.marks)))
        achieved = silence if got is None else figure(got)
        late = said(
            "{} দিন দেরি, শুরু হওয়া পক্ষ {}", "{} days late, {} fortnights begun", plain(str(days)), plain(str(begun))
        )
        sentences.append(said("লক্ষ্যমাত্রা {}, অর্জন {}: {}", "target {}, achieved {}: {}", figure(target), achieved, late))
    sums = joined([said("({})", "({})", part) for part in left], " + ")
    return [*sentences, said("{} ÷ {} × ১০০ = {}", "{} ÷ {} × 100 = {}", sums, weight, plain(grade.raw))]
