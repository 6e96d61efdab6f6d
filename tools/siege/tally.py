"""What rounds came to: how many, how much that was acknowledged they lost, and in how many something was there by halves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

HEAD = f"{'fault':<34}{'database':<12}{'rounds':>8}{'acts':>9}{'lost':>6}{'broken':>8}"


@dataclass(slots=True)
class Tally:
    """The rounds of one fault over one database."""

    fault: str
    database: str
    rounds: int = 0
    acts: int = 0
    lost: int = 0
    broken: int = 0
    said: Counter[str] = field(default_factory=Counter)

    def add(self, lost: int, wrong: Iterable[str], acts: int = 0) -> None:
        """One round more."""
        found = list(wrong)
        self.rounds += 1
        self.acts += acts
        self.lost += lost
        self.broken += bool(found)
        self.said.update(found)

    @property
    def is_well(self) -> bool:
        """Whether nothing was lost and nothing broken."""
        return not self.lost and not self.broken

    def __str__(self) -> str:
        line = f"{self.fault:<34}{self.database:<12}{self.rounds:>8}{self.acts:>9}{self.lost:>6}{self.broken:>8}"
        return "\n".join([line, *(f"    {count} x {said}" for said, count in self.said.most_common(5))])
