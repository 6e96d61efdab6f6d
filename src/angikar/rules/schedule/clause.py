"""A clause of time as it is found in running text, and the rule it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_CLAUSE_END = re.compile(r"[।;,:]")


@dataclass(frozen=True, slots=True)
class TimedRule:
    """A rule as a clause gives it: where it stands, and on what vague words it rests. A weak one counts only where it is alone."""

    start: int
    rule: dict[str, object]
    vague: bool = False
    hourless: bool = False
    working: int = 0
    words: str = ""
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that was found: its match, the day of issue where it is known, and whether the paper leads to a poll."""

    match: re.Match[str]
    issued: date | None
    polled: bool

    def __getitem__(self, name: str) -> str | None:
        return self.match.groupdict().get(name)

    @property
    def start(self) -> int:
        """Where it stands in the text."""
        return self.match.start()

    @property
    def before(self) -> str:
        """The words of its sentence that stand before it."""
        return _CLAUSE_END.split(self.match.string[: self.start])[-1].strip()

    def number(self, name: str) -> int:
        """A number; 0 where there is none."""
        return int(self[name] or 0)
