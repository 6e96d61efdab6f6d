"""How a share may stand: its state with the reason, the word and the day, and what each event makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from angikar.meetings.models import Share, ShareState
from angikar.meetings.register.receivers import stand

SOME_DAY: Final = date.min
"""A day that no entry tells."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the columns of a share say of how it stands; not the row itself."""

    state: str = ShareState.NEW
    reason: str = ""
    word: str = ""
    settled_on: date | None = None

    @classmethod
    def of(cls, share: Share) -> Standing:
        """How a row stands."""
        return cls(share.state, share.reason, share.word, share.settled_on)

    @classmethod
    def said(cls, now: Mapping[str, Any]) -> Standing:
        """How it stands as an entry about it says."""
        settled = date.fromisoformat(now["settled_on"]) if now["settled_on"] else None
        return cls(now["state"], now["reason"], now["word"], settled)

    @classmethod
    def after(cls, state: str, day: date, reason: str = "", word: str = "") -> Standing:
        """How it stands from a day on, by the law of the register."""
        share = Share()
        stand(share, state, day, reason, word)
        return cls.of(share)

    def fits(self, stored: Standing) -> bool:
        """Whether a row may be this."""
        if self.settled_on == SOME_DAY and stored.settled_on is not None:
            return replace(self, settled_on=stored.settled_on) == stored
        return self == stored

    def closed(self, state: str, day: date) -> Standing:
        """The same, where it is still open, taken up elsewhere or no longer asked from a day on."""
        return self if self.settled_on else replace(self, state=state, settled_on=day)

    @property
    def follows_answers(self) -> bool:
        """Whether an answer to the duty still changes it."""
        return self.state not in (ShareState.CARRIED, ShareState.WITHDRAWN)


Standings = frozenset[Standing]
"""In how many ways a share may stand, as far as history tells; mostly one."""


def changed(before: Iterable[Standing], change: Callable[[Standing], Iterable[Standing]]) -> Standings:
    """Every way a share may stand after a change."""
    return frozenset(after for each in before for after in change(each))
