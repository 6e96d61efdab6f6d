"""How many papers were read so far, by reader, in `build/fuzz`: the numbers add up over all runs, and so do the findings."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

KEPT = Path("build/fuzz")
_COUNTS = "counts.json"
SAME = 3
"""Papers that are kept of one finding."""


@dataclass(slots=True)
class Count:
    """What became of the papers of one reader; `following` is the number of the paper that comes next, `aborted` how many of those
    refused ended their process.
    """

    inputs: int = 0
    read: int = 0
    refused: int = 0
    findings: int = 0
    following: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_number: int = 0
    memory_mb: int = 0
    aborted: int = 0


@dataclass(slots=True)
class Ledger:
    """The counts of every reader, and how often each finding was made."""

    seed: str
    counts: dict[str, Count] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)

    @classmethod
    def opened(cls, seed: str, kept: Path = KEPT) -> Ledger:
        """The ledger of earlier runs with that seed, or a new one."""
        path = kept / _COUNTS
        if not path.exists():
            return cls(seed)
        stored = json.loads(path.read_text())
        names = {each.name for each in fields(Count)}
        counts = {
            reader: Count(**{n: v for n, v in count.items() if n in names})
            for reader, count in stored["counts"].items()
        }
        if stored["seed"] != seed:
            for count in counts.values():
                count.following = 0
        return cls(seed, counts, stored["found"])

    @property
    def inputs(self) -> int:
        """All papers of all readers."""
        return sum(count.inputs for count in self.counts.values())

    @property
    def findings(self) -> int:
        """All papers that were neither read nor refused."""
        return sum(count.findings for count in self.counts.values())

    def save(self, kept: Path = KEPT) -> None:
        """Write it down, whole or not at all."""
        kept.mkdir(parents=True, exist_ok=True)
        stored = {
            "seed": self.seed,
            "counts": {name: asdict(count) for name, count in self.counts.items()},
            "found": self.found,
        }
        fresh = kept / f"{_COUNTS}.new"
        fresh.write_text(json.dumps(stored, indent=1, sort_keys=True))
        fresh.replace(kept / _COUNTS)

    def keep(self, finding: str, reader: str, number: int, data: bytes, *, what: str = "", kept: Path = KEPT) -> None:
        """Keep a paper that was neither read nor refused, or that ended its process, a few of each kind."""
        self.found[finding] = self.found.get(finding, 0) + 1
        if self.found[finding] <= SAME:
            folder = kept / "findings"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{reader}-{number}").write_bytes(data)
            (folder / f"{reader}-{number}.txt").write_text(f"{finding}\n\n{what}")

    def table(self) -> str:
        """The counts as lines to read."""
        head = f"{'reader':9}{'papers':>9}{'read':>9}{'refused':>9}{'found':>7}{'seconds':>9}{'slowest':>9}{'MB':>6}"
        rows = [
            f"{name:9}{c.inputs:9}{c.read:9}{c.refused:9}{c.findings:7}{c.seconds:9.0f}{c.slowest:9.2f}{c.memory_mb:6}"
            for name, c in sorted(self.counts.items())
        ]
        return "\n".join(
            [head, *rows, f"{'all':9}{self.inputs:9}", *(f"{n} × {what}" for what, n in sorted(self.found.items()))]
        )
