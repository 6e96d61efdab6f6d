"""What rounds came to: how many, how much that was acknowledged they lost, and in how many something was there by halves. The numbers
add up over all runs in `build/siege`, a file for each fault and database.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

KEPT = Path(__file__).parents[2] / "build" / "siege"
HEAD = f"{'fault':<34}{'database':<12}{'rounds':>8}{'acts':>9}{'lost':>6}{'broken':>8}"
_NUMBERS = ("rounds", "acts", "lost", "broken")


@dataclass(slots=True)
class Tally:
    """The rounds of one fault over one database; `kept` is the file in which they add up."""

    fault: str
    database: str
    rounds: int = 0
    acts: int = 0
    lost: int = 0
    broken: int = 0
    said: Counter[str] = field(default_factory=Counter)
    kept: Path | None = None

    @classmethod
    def opened(cls, fault: str, database: str, folder: Path = KEPT) -> Tally:
        """The tally of all runs so far, which goes on adding up."""
        tally = cls(fault, database, kept=folder / f"{fault.replace(' ', '-')}-{database}.json")
        if tally.kept is not None and tally.kept.exists():
            stored = json.loads(tally.kept.read_text(encoding="utf-8"))
            for name in _NUMBERS:
                setattr(tally, name, stored[name])
            tally.said.update(stored["said"])
        return tally

    def add(self, lost: int, wrong: Iterable[str], acts: int = 0) -> None:
        """One round more."""
        found = list(wrong)
        self.rounds += 1
        self.acts += acts
        self.lost += lost
        self.broken += bool(found)
        self.said.update(found)
        self._keep()

    def spoil(self, wrong: Iterable[str]) -> None:
        """Something that was found after the last of several rounds."""
        found = list(wrong)
        self.broken += bool(found)
        self.said.update(found)
        self._keep()

    @property
    def is_well(self) -> bool:
        """Whether nothing was lost and nothing broken."""
        return not self.lost and not self.broken

    def __str__(self) -> str:
        line = f"{self.fault:<34}{self.database:<12}{self.rounds:>8}{self.acts:>9}{self.lost:>6}{self.broken:>8}"
        return "\n".join([line, *(f"    {count} x {said}" for said, count in self.said.most_common(5))])

    def _keep(self) -> None:
        """Write it down, whole or not at all."""
        if self.kept is None:
            return
        self.kept.parent.mkdir(parents=True, exist_ok=True)
        stored = {name: getattr(self, name) for name in ("fault", "database", *_NUMBERS, "said")}
        fresh = self.kept.with_suffix(".new")
        fresh.write_text(json.dumps(stored, ensure_ascii=False, indent=1), encoding="utf-8")
        fresh.replace(self.kept)
