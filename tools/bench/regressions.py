"""Regressions: the ratios of this run beside those of the last one, which are kept in `build/bench.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tools.bench.measure import Row

LAST = Path("build") / "bench.json"
_SLOWER = 1.2
"""From so many times the last ratio on, a row is named."""


def ratios(rows: Iterable[Row]) -> dict[str, float]:
    """The ratio of every row that has one, by what was done."""
    return {row.what.strip(): round(row.ratio, 2) for row in rows if row.floor}


def slower(now: Mapping[str, float], before: Mapping[str, float]) -> Iterator[str]:
    """What takes over a fifth longer than it did, measured against the floor of its own run.

    >>> list(slower({"today": 15.0, "grid": 11.0}, {"today": 12.0, "grid": 10.0}))
    ['slower than in the last run: today, 12.0 × then, 15.0 × now']
    """
    for what, ratio in now.items():
        if what in before and ratio > _SLOWER * before[what]:
            yield f"slower than in the last run: {what}, {before[what]:.1f} × then, {ratio:.1f} × now"


def compared(rows: Iterable[Row], last: Path = LAST) -> Iterator[str]:
    """What has become slower since the last run; afterwards this run is the last one. Rows that were not measured keep their figure."""
    before: dict[str, float] = json.loads(last.read_text(encoding="utf-8")) if last.exists() else {}
    now = ratios(rows)
    yield from slower(now, before)
    last.parent.mkdir(parents=True, exist_ok=True)
    last.write_text(json.dumps({**before, **now}, ensure_ascii=False, indent=2, sort_keys=True), encoding="utf-8")
