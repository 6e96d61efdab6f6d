"""Values of a placed row: the figure of a slot, the mark of a slot, the figures of a group by year."""

from __future__ import annotations

import re
from datetime import date

from angikar.rules.bangla.dates import parse_window
from angikar.rules.plan_table.cells import figures
from angikar.rules.plan_table.form import PlacedRow
from angikar.rules.plan_table.order import is_date

_UNTIL = re.compile(r"থেকে|হতে")


def window_of(text: str) -> tuple[date, date] | None:
    """The first and the last day of a window of days; `None` where the text is none.

    >>> window_of("১ থেকে ৩১ ডিসেম্বর ২০১৮"), window_of("৩১.১২.২০১৮")
    ((datetime.date(2018, 12, 1), datetime.date(2018, 12, 31)), None)
    """
    return parse_window(text) if _UNTIL.search(text) else None


def figure_at(placed: PlacedRow, slot: str) -> str | None:
    """The figure of a slot; of a window of days (`১ থেকে ৩১ ডিসেম্বর`) the last day."""
    text = placed.text(slot)
    window, found = window_of(text), figures(text)
    return window[1].isoformat() if window else found[0] if found else None


def mark_at(placed: PlacedRow, slot: str) -> str | None:
    """The mark of a slot; a day that slipped into it is none, and `row_doubts` reports it."""
    found = figure_at(placed, slot)
    return None if found is None or is_date(found) else found


def by_year(placed: PlacedRow, group: str) -> dict[str, str | None]:
    """The figures of a group of columns by the fiscal year printed over each."""
    years = placed.head.years
    return {years[slot]: figure_at(placed, slot) for slot in placed.group(group) if slot in years}
