"""Any mark told to the officer it belongs to, in one sentence of Bangla and one of English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from angikar.rules.bangla.dates import write_date
from angikar.rules.bangla.digits import group, to_bangla
from angikar.rules.scoring.figures import is_date
from angikar.rules.scoring.laws import Ladder
from angikar.rules.scoring.lines import Grade, LineScore, State

_WITHOUT: dict[State, tuple[str, str]] = {
    "not_reported": ("প্রতিবেদন নেই, তাই নম্বর নেই।", "Nothing was reported, so there are no marks."),
    "not_due": ("প্রতিবেদনের সময় এখনও হয়নি।", "The report is not due yet."),
    "not_applicable": ("প্রযোজ্য নয় বলে জানানো হয়েছে।", "It was reported as not applicable."),
    "reported": ("এখনও গৃহীত হয়নি।", "Nothing has been accepted yet."),
}


def explain(line: LineScore, *, accepted: bool = False) -> tuple[str, str]:
    """How a row came to its claimed (or accepted) marks, in Bangla and in English."""
    grade = line.accepted if accepted else line.claimed
    grave = next((note for note in line.notes if note.severity == "error"), None)
    if grave is not None:
        return grave.message, grave.message_en
    if grade is None:
        return _WITHOUT[line.state]
    bangla, english = _place(line, grade)
    if grade.marks is None or line.weight is None:
        return f"{bangla}: {to_bangla(grade.raw)}%", f"{english}: {grade.raw} %"
    sum_of = f"{grade.raw} × {line.weight} ÷ 100 = {grade.marks}"
    return f"{bangla}: {to_bangla(sum_of)}", f"{english}: {sum_of}"


def _place(line: LineScore, grade: Grade) -> tuple[str, str]:
    """Where the figure stands, before the sum."""
    bangla, english = _said(grade.actual)
    if grade.between is not None and grade.levels is not None:
        return _on_ladder((bangla, english), grade.between, grade.levels)
    if isinstance(line.law, Ladder):
        full_bangla, full_english = _said(line.law.values[0])
        return f"{full_bangla} নম্বরের মধ্যে {bangla} প্রাপ্ত", f"{english} of {full_english} marks were obtained"
    return f"অর্জন {bangla}, লক্ষ্যমাত্রার অনুপাতে", f"{english} was achieved, in proportion to the target"


def _on_ladder(
    actual: tuple[str, str], between: tuple[str | None, str | None], levels: tuple[int | None, int | None]
) -> tuple[str, str]:
    worse, better = (_rung(value, level) for value, level in zip(between, levels, strict=True))
    bangla, english = actual
    if worse and better:
        return (
            f"{bangla} পড়ে {worse[0]} ও {better[0]}-এর মধ্যে",
            f"{english} lies between {worse[1]} and {better[1]}",
        )
    if worse:
        return f"{bangla} সর্বোচ্চ স্তর {worse[0]} পূরণ করে", f"{english} meets the best level, {worse[1]}"
    last = better or ("", "")
    return f"{bangla} শেষ স্তর {last[0]}-ও পূরণ করে না", f"{english} does not meet even the last level, {last[1]}"


def _rung(value: str | None, level: int | None) -> tuple[str, str] | None:
    if value is None or level is None:
        return None
    bangla, english = _said(value)
    return f"{bangla} ({to_bangla(str(level))})", f"{english} ({level})"


def _said(figure: str) -> tuple[str, str]:
    """A canonical figure as people read it."""
    if is_date(figure):
        day = date.fromisoformat(figure)
        return write_date(day), f"{day.day} {day:%B %Y}"
    number = Decimal(figure)
    return group(number), group(number, bangla=False)
