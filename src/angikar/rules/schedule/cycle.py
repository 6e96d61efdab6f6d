"""The cycle of a plan's year: when a quarter is closed, which of its rows are looked at again, what was due and done when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal

Closed = Literal["accepted", "excused", "calendar", "evaluated"]
Stage = Literal["done", "done_late", "late", "soon", "later"]
SAMPLE_PERCENT = 10
"""Of a hundred reported rows so many are looked at again, where the framework says nothing else; a proposal of the house."""
SAMPLE_LEAST = 3
SOON = 7


def closed(
    today: date,
    *,
    accepted: bool,
    evaluated: bool,
    excused: bool = False,
    last: date | None = None,
    reopened: date | None = None,
) -> Closed | None:
    """Why a quarter takes no more reports on a day, `None` while it does.

    It closes when it is `accepted` or, without having been filed, `excused`, after the `last` day of the calendar where
    there is one, and for as long as the year is `evaluated`. It is open again until the day `reopened`, that day included, and then closes by itself.

    >>> closed(date(2022, 11, 1), accepted=True, evaluated=False), closed(date(2022, 11, 1), accepted=False, evaluated=False)
    ('accepted', None)
    >>> closed(date(2022, 11, 1), accepted=True, evaluated=False, reopened=date(2022, 11, 1))
    """
    if evaluated:
        return "evaluated"
    if reopened is not None and today <= reopened:
        return None
    if excused:
        return "excused"
    if accepted:
        return "accepted"
    return "calendar" if last is not None and today > last else None


def sample(seed: str, names: Sequence[str], percent: int = SAMPLE_PERCENT) -> tuple[str, ...]:
    """The names to look at again: of every hundred so many as `percent`, rounded up, at least three; all where there are
    fewer. The same seed draws the same names in whatever order they come; nobody can choose them.

    >>> sample("a", ["1", "2"]), len(sample("a", [str(n) for n in range(60)]))
    (('1', '2'), 6)
    """
    count = max(SAMPLE_LEAST, -(-len(names) * percent // 100))
    drawn = sorted(names, key=lambda name: sha256(f"{seed}\n{name}".encode()).hexdigest())[:count]
    return tuple(name for name in names if name in set(drawn))


@dataclass(frozen=True, slots=True)
class CycleStep:
    """One thing the calendar of the year asks: its name, the quarter it is about (0 for none), the last day, the day it was
    done.
    """

    name: Literal["signing", "amendment", "report", "half_yearly", "evaluation", "publication"]
    due: date | None
    done: date | None = None
    quarter: int = 0

    def days_late(self, today: date) -> int:
        """By how many days it came, or by now is, too late; nought where it is in time or has no last day."""
        return max(((self.done or today) - self.due).days, 0) if self.due else 0

    def stage(self, today: date) -> Stage:
        """How it stands on a day."""
        late = self.days_late(today) > 0
        if self.done is not None:
            return "done_late" if late else "done"
        if late:
            return "late"
        return "soon" if self.due is not None and (self.due - today).days <= SOON else "later"
