"""Pace: which share of its target a row has reached on which share of the time, by the way it is counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from angikar.rules.plan import MOST_PLACES, Indicator
from angikar.rules.schedule.fiscal import FiscalYear
from angikar.rules.scoring.figures import is_date, marks_text, scaled
from angikar.rules.scoring.grades import half_up
from angikar.rules.scoring.laws import Ladder, Law
from angikar.rules.scoring.lines import ScoredLine
from angikar.rules.scoring.wording import Said, figure, plain, said

Verdict = Literal["ahead", "level", "behind", "done", "open", "past", "none"]


@dataclass(frozen=True, slots=True)
class Pace:
    """How a row keeps up. `reached` of the target and the `time` gone are per cents with two places, `None` where there is
    none to tell; of a day `open` says that it is still to come and `past` that it has gone by.
    """

    verdict: Verdict
    words: Said
    reached: str | None = None
    time: str | None = None


def pace(line: ScoredLine, indicator: Indicator, year: FiscalYear, on: date) -> Pace:
    """The pace of one row on a day, or in words why there is none."""
    law = line.law
    without = _without(line, law)
    if without is not None or law is None:
        return Pace("none", without or ("", ""))
    targets = law.values if isinstance(law, Ladder) else tuple(target for _, target in law.targets)
    if is_date(targets[0]):
        return _to_the_day(line, targets, on)
    target, base = _target(law, line), _base(line, indicator)
    if target <= base:
        return Pace(
            "none",
            (
                "লক্ষ্যমাত্রা ভিত্তিমানের উপরে নয়, তাই গতি বলা যায় না।",
                "The target is not above where the row began, so there is no pace.",
            ),
        )
    if line.claimed is None:
        return _without_report(year, on)
    share = (Fraction(line.claimed.actual) - base) / (target - base)
    if line.counting == "average":
        return _mean(share)
    until = _until(line, year, on)
    promised = _promised(line, indicator, law)
    return _verdict(share, _gone(year, until) if promised is None else promised, until)


@lru_cache(maxsize=64)
def _without_report(year: FiscalYear, on: date) -> Pace:
    """The pace of any row of which nothing is reported; one day has the same for all of a plan."""
    time = _percent(_gone(year, on))
    if (
        on > year.shifted(1).quarter(1).end
    ):  # the quarter after it, in which the last figures of a year come in, is over too
        return Pace("past", ("বছর শেষ; কিছু জানানো হয়নি।", "The year is over; nothing was reported."), time=time)
    words = said(
        "এখনও কিছু জানানো হয়নি; সময়ের {}% গেছে।", "Nothing has been reported; {} % of the time is gone.", plain(time)
    )
    return Pace("open", words, time=time)


def _without(line: ScoredLine, law: Law | None) -> Said | None:
    """Why a row has no pace at all."""
    grave = next((note for note in line.notes if note.severity == "error"), None)
    if grave is not None:
        return grave.message, grave.message_en
    if law is None:
        return "হিসাবের নিয়ম নেই, তাই গতি বলা যায় না।", "No law scores the row, so there is no pace."
    if line.state == "not_applicable":
        return "প্রযোজ্য নয়।", "Not applicable."
    if isinstance(law, Ladder) and law.kind == "linked":
        return "সংযুক্ত পরিকল্পনার গতিই এর গতি।", "Its pace is that of the linked plan."
    if isinstance(law, Ladder) and not is_date(law.values[0]) and _is_falling(law):
        return "কম হলে ভালো; সময়ের ভাগে মাপা যায় না।", "Less is better; that cannot be measured against the time gone."
    return None


def _is_falling(law: Ladder) -> bool:
    """Whether less is better."""
    return scaled(law.values[0], MOST_PLACES) < scaled(law.values[-1], MOST_PLACES)


def _to_the_day(line: ScoredLine, days: tuple[str, ...], on: date) -> Pace:
    """A row of days has done what it promised, or so many days are left."""
    best, last = min(days), max(days)
    if line.claimed is not None:
        return Pace("done", said("{} তারিখে সম্পন্ন।", "Done on {}.", figure(line.claimed.actual)))
    left, until = (date.fromisoformat(best) - on).days, (date.fromisoformat(last) - on).days
    if left >= 0:
        return Pace(
            "open", said("{} পর্যন্ত {} দিন বাকি।", "{1} days are left until {0}.", figure(best), plain(str(left)))
        )
    if until >= 0:
        parts = figure(best), figure(last), plain(str(until))
        return Pace(
            "behind",
            said(
                "{} পার হয়েছে; শেষ দিন {} পর্যন্ত {} দিন বাকি।",
                "{0} has gone by; {2} days are left until the last day, {1}.",
                *parts,
            ),
        )
    return Pace(
        "past",
        said(
            "শেষ দিন {} পার হয়েছে {} দিন আগে।",
            "The last day, {}, went by {} days ago.",
            figure(last),
            plain(str(-until)),
        ),
    )


def _target(law: Law, line: ScoredLine) -> Fraction:
    """The figure of the year that is full marks; targets of quarters make it up as the row is counted."""
    if isinstance(law, Ladder):
        return Fraction(law.values[0])
    figures = [Fraction(target) for _, target in law.targets]
    if line.counting == "sum":
        return sum(figures, Fraction(0))
    return sum(figures, Fraction(0)) / len(figures) if line.counting == "average" else figures[-1]


def _base(line: ScoredLine, indicator: Indicator) -> Fraction:
    """Where a running figure began: last year's, where the plan prints one; everything else begins at nought."""
    printed = [value for _, value in sorted(indicator.baselines.items()) if value and not is_date(value)]
    return Fraction(printed[-1]) if line.counting == "cumulative" and printed else Fraction(0)


def _until(line: ScoredLine, year: FiscalYear, on: date) -> date:
    """The day the figures speak of: the end of the last quarter that was reported, or should have been."""
    asked = [q for q, state in enumerate(line.quarter_states, 1) if state in ("reported", "not_reported")]
    return min(on, year.quarter(asked[-1]).end) if asked else on


def _gone(year: FiscalYear, day: date) -> Fraction:
    """The share of the year that has gone by at the end of a day."""
    whole = (year.end - year.start).days + 1
    return Fraction(min(max((day - year.start).days + 1, 0), whole), whole)


def _promised(line: ScoredLine, indicator: Indicator, law: Law) -> Fraction | None:
    """The share of a sum that its own quarters promise by the last one that was asked for; `None` where they promise nothing."""
    asked = [q for q, state in enumerate(line.quarter_states, 1) if state in ("reported", "not_reported")]
    by_quarter = indicator.quarter_targets
    if line.counting != "sum" or not asked or any(each is not None and is_date(each) for each in by_quarter):
        return None
    amounts = [Fraction(each or 0) for each in by_quarter]
    return sum(amounts[: asked[-1]], Fraction(0)) / sum(amounts) if sum(amounts) > 0 else None


def _mean(share: Fraction) -> Pace:
    """A mean does not grow with time: each quarter promises the whole."""
    reached = _percent(share)
    words = said(
        "গড় এখন লক্ষ্যমাত্রার {}%; গড়ে সময়ের ভাগ নেই।",
        "The mean is at {} % of the target; a mean has no share of the time.",
        plain(reached),
    )
    return Pace("level" if share >= 1 else "behind", words, reached)


def _verdict(share: Fraction, time: Fraction, until: date) -> Pace:
    reached, gone = _percent(share), _percent(time)
    verdict: Verdict = "ahead" if share > time else "behind" if share < time else "level"
    word = {"ahead": ("এগিয়ে", "ahead"), "behind": ("পিছিয়ে", "behind"), "level": ("সমান তালে", "keeping level")}[verdict]
    parts = figure(until.isoformat()), plain(reached), plain(gone), word
    words = said(
        "{} পর্যন্ত লক্ষ্যমাত্রার {}%, থাকার কথা {}%: {}।", "By {}, {} % of the target where {} % was to be expected: {}.", *parts
    )
    return Pace(verdict, words, reached, gone)


def _percent(share: Fraction) -> str:
    """A share in per cent with two places, half up; what lies below nought is nought."""
    return marks_text(half_up(max(share.numerator, 0) * 10_000, share.denominator))
