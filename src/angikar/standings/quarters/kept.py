"""The text in which a plan keeps how far its four quarters are reported, whatever the day is, and the states it says on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from angikar.standings.models import Turnout
from angikar.standings.queries import QUARTERS, QuarterStateName, answered

_LETTERS: dict[QuarterStateName, str] = {"not_asked": "", "reported": "r", "late": "l", "not_applicable": "n"}
_STATES = {letter: state for state, letter in _LETTERS.items()}
_NO_DAY = "-"


def kept_of(turnouts: Iterable[Turnout]) -> str:
    """The text of a plan with these turnouts: by quarter a letter for a state that no day changes; else the day it is due.

    >>> reported, waits = Turnout(quarter=1, asked=2, reported=2), Turnout(quarter=3, asked=2, due=date(2023, 4, 10))
    >>> kept_of([reported, waits])
    'r,,2023-04-10,'
    """
    by_quarter = {each.quarter: each for each in turnouts}
    return ",".join(_word(by_quarter.get(quarter)) for quarter in QUARTERS)


def states(kept: str, today: date) -> list[QuarterStateName]:
    """The states of the four quarters on a day.

    >>> states("r,,2023-04-10,-", date(2023, 4, 11))
    ['reported', 'not_asked', 'missing', 'not_due']
    """
    day = today.isoformat()
    return [
        _STATES.get(word) or ("not_due" if word == _NO_DAY or word >= day else "missing") for word in kept.split(",")
    ]


def _word(turnout: Turnout | None) -> str:
    state = answered(turnout, date.min).state
    if turnout is None or state in _LETTERS:
        return _LETTERS[state]
    return turnout.due.isoformat() if turnout.due else _NO_DAY
