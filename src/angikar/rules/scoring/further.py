"""Further: the smallest figures that would lift a row to its next levels, by how it is counted; or why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from angikar.rules.plan import MOST_PLACES, Indicator
from angikar.rules.scoring.figures import is_date, scaled, written
from angikar.rules.scoring.laws import Ladder, Shares
from angikar.rules.scoring.lines import ScoredLine
from angikar.rules.scoring.wording import ORDINALS, Said, figure, joined, plain, said

_ALL_REPORTED: Said = ("চার ত্রৈমাসিকের প্রতিবেদনই দেওয়া হয়েছে।", "All four quarters have been reported.")
_BEST: Said = ("পূর্ণ নম্বর আছে।", "It has full marks.")
_PAST: Said = ("সব শেষ দিন পার হয়েছে।", "Every last day has gone by.")
_WHOLE = 100
"""Per cent; no share of a whole is more."""


class Further(NamedTuple):
    """Figures that may still be reported, by quarter (1-4), and the sentence that asks for them."""

    quarters: tuple[tuple[int, str], ...]
    words: Said


def further(line: ScoredLine, indicator: Indicator, on: date) -> list[Further] | Said:
    """What could still be reported of a row from a day on, the least first; a sentence instead where there is nothing."""
    law, silent = line.law, line.quarter_states
    grave = next((note for note in line.notes if note.severity == "error"), None)
    if grave is not None:
        return grave.message, grave.message_en
    if law is None:
        return "হিসাবের নিয়ম নেই।", "No law scores the row."
    if line.state == "not_applicable":
        return "প্রযোজ্য নয়।", "Not applicable."
    if line.claimed is not None and scaled(line.claimed.raw, 2) >= _WHOLE * 100:
        return _BEST
    if isinstance(law, Ladder) and law.kind == "linked":
        full = law.values[0]
        words = said("সংযুক্ত পরিকল্পনায় {} নম্বরের সবই", "All {} marks of the linked plan", figure(full))
        return [Further(((4, full),), words)]
    last = max((q for q, value in enumerate(line.quarters, 1) if value is not None), default=0)
    runs = line.counting in ("cumulative", "date") and not (isinstance(law, Shares) and len(law.targets) > 1)
    left = [q for q in range(1, 5) if line.quarters[q - 1] is None and silent[q - 1] != "not_applicable"]
    open_ = tuple(q for q in left if q > last or not runs)
    if not open_:
        return _ALL_REPORTED
    return _of_shares(line, law, open_, on) if isinstance(law, Shares) else _of_ladder(line, law, indicator, open_, on)


def _of_ladder(
    line: ScoredLine, law: Ladder, indicator: Indicator, open_: tuple[int, ...], on: date
) -> list[Further] | Said:
    """One way for every criterion better than what was reached."""
    now = scaled(line.claimed.raw, 2) if line.claimed else -1
    aims = [value for value, level in zip(law.values, law.levels, strict=False) if level * 100 > now][::-1]
    if is_date(law.values[0]):
        return _of_days(line, aims, open_, on)
    rising = scaled(law.values[0], MOST_PLACES) >= scaled(law.values[-1], MOST_PLACES)
    if not rising and line.counting == "sum" and line.claimed is not None:
        return "কম হলে ভালো, আর যোগফল কমে না।", "Less is better, and a sum never falls."
    most = _WHOLE * 10**MOST_PLACES if indicator.unit == "percent" else None
    so_far = _SoFar.of(line, open_)
    found = [_of_number(so_far, aim, rising=rising, most=most) for aim in aims]
    return [each for each in found if each is not None] or (
        "বাকি ত্রৈমাসিকে আর কোনো স্তরে পৌঁছানো যায় না।",
        "No further level can be reached in the quarters left.",
    )


def _of_days(line: ScoredLine, aims: list[str], open_: tuple[int, ...], on: date) -> list[Further] | Said:
    if line.claimed is not None:
        return "সম্পন্নের তারিখ জানানো হয়েছে; তা আর বদলায় না।", "The day it was done has been reported and does not change."
    days = [aim for aim in aims if aim >= on.isoformat()]
    found = (Further(((open_[-1], day),), said("{}-এর মধ্যে সম্পন্ন", "Done by {}", figure(day))) for day in days)
    return list(found) or _PAST


@dataclass(frozen=True, slots=True)
class _SoFar:
    """How a row counts, the quarters that are left, how many were reported and what they add up to in units of the last place kept."""

    counting: str | None
    left: tuple[int, ...]
    times: int
    total: int

    @classmethod
    def of(cls, line: ScoredLine, left: tuple[int, ...]) -> _SoFar:
        reported = [scaled(value, MOST_PLACES) for value in line.quarters if value is not None]
        return cls(line.counting, left, len(reported), sum(reported))


def _of_number(so_far: _SoFar, aim: str, *, rising: bool, most: int | None = None) -> Further | None:
    """The smallest figure of the quarters left that brings the row to an aim; `None` where no figure can, or one above the `most`."""
    open_, total, left = so_far.left, so_far.total, len(so_far.left)
    if so_far.counting == "sum":
        if not rising:
            return Further(
                ((open_[-1], aim),), said("সারা বছরে {}-এর বেশি নয়", "No more than {} in the year", figure(aim))
            )
        more = written(scaled(aim, MOST_PLACES) - total, MOST_PLACES)
        return Further(((open_[-1], more),), said("আরও {} (মোট {})", "{} more ({} in all)", figure(more), figure(aim)))
    if so_far.counting == "average":
        needed = scaled(aim, MOST_PLACES) * (so_far.times + left) - total
        if needed < 0 or (most is not None and needed > most * left):
            return None
        # Rounded to the side on which the aim is still met.
        each = written(-(-needed // left) if rising else needed // left, MOST_PLACES)
        words = said(
            "বাকি {}টি ত্রৈমাসিকের প্রতিটিতে {}", "{1} in each of the {0} quarters left", plain(str(left)), figure(each)
        )
        return Further(tuple((quarter, each) for quarter in open_), words)
    return Further(((open_[-1], aim),), said("{}-এ পৌঁছানো", "Reach {}", figure(aim)))


def _of_shares(line: ScoredLine, law: Shares, open_: tuple[int, ...], on: date) -> list[Further] | Said:
    """The targets still to be met: of the quarters left, of days to come, or of the year."""
    dates = is_date(law.targets[0][1])
    if law.quarters:
        rest = [(q, target) for q, target in law.targets if q in open_ and (not dates or target >= on.isoformat())]
    elif dates:
        done = sum(value is not None for value in line.quarters)
        today, late = on.isoformat(), law.fortnight is not None
        coming = [max(target, today) for _, target in law.targets[done:] if late or target >= today]
        rest = list(zip(open_[-len(coming) :], coming, strict=False)) if coming else []
    else:
        more = _of_number(_SoFar.of(line, open_), law.targets[0][1], rising=True)
        return [more] if more is not None else _ALL_REPORTED
    if not rest:
        return _PAST if dates else _ALL_REPORTED
    names = [said("{} ", "{} ", ORDINALS[(q or 1) - 1]) if law.quarters else ("", "") for q, _ in rest]
    met = joined([said("{}{}", "{}{}", name, figure(aim)) for name, (_, aim) in zip(names, rest, strict=True)], ", ")
    words = said("বাকি লক্ষ্য পূরণ: {}", "Meet what is left: {}", met)
    return [Further(tuple((q or 1, target) for q, target in rest), words)]
