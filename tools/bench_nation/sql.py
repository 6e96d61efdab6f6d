"""The same marks in SQL, for whoever speaks it: ladders of five criteria, whole numbers, one statement in five stages."""

from __future__ import annotations

SIDES = {"q": "0", "a": "1"}
WHOLE = {"duckdb": "//", "sqlite": "/", "postgresql": "/"}
"""How each divides whole numbers; none of ours are below nought."""


def marks(vendor: str, table: str) -> str:
    """A query of the columns of `LineScore` from a table of tallies."""
    kept = "line_id, paper_id, weight, v1, v2, v3, v4, v5, l1, l2, l3, l4, l5, l6"
    reported = f"SELECT {kept}, method, CASE WHEN v1 >= v5 THEN 1 ELSE -1 END AS sign, {_sides(_reported)} FROM {table}"
    placed = f"SELECT s.*, {_sides(_here)} FROM ({reported}) AS s"
    rung = f"SELECT s.*, {_sides(_rung)} FROM ({placed}) AS s"
    way = f"SELECT s.*, {_sides(_way)} FROM ({rung}) AS s"
    divide = WHOLE[vendor]
    return (
        "SELECT line_id, paper_id, "
        f"{_made('0', divide)}, {_made('1', divide, 'accepted_')}, "
        f"CASE WHEN reported0 = 0 THEN -1 ELSE rung0 END AS place FROM ({way}) AS s"
    )


def sums(table: str) -> str:
    """A query of what plans add up to, from a table of scores."""
    added = "COALESCE(SUM(marks), 0) AS claimed, COALESCE(SUM(accepted_marks), 0) AS accepted"
    return f"SELECT paper_id, {added} FROM {table} GROUP BY paper_id"


def _sides(stage: object) -> str:
    return ", ".join(stage(side, number) for side, number in SIDES.items())  # type: ignore[operator]


def _reported(side: str, n: str) -> str:
    count = " + ".join(f"CASE WHEN {side}{quarter} IS NULL THEN 0 ELSE 1 END" for quarter in range(1, 5))
    last = ", ".join(f"{side}{quarter}" for quarter in (4, 3, 2, 1))
    total = " + ".join(f"COALESCE({side}{quarter}, 0)" for quarter in range(1, 5))
    return f"{count} AS reported{n}, CASE WHEN method = 2 THEN COALESCE({last}) ELSE {total} END AS over{n}"


def _here(_: str, n: str) -> str:
    return f"sign * over{n} AS here{n}, sign * (CASE WHEN method = 1 AND reported{n} > 0 THEN reported{n} ELSE 1 END) AS unit{n}"


def _rung(_: str, n: str) -> str:
    steps = " ".join(f"WHEN here{n} >= unit{n} * v{at + 1} THEN {at}" for at in range(5))
    return f"CASE {steps} ELSE 5 END AS rung{n}"


def _way(_: str, n: str) -> str:
    low = " ".join(f"WHEN {at} THEN l{at + 1}" for at in range(6))
    rise = " ".join(f"WHEN {at} THEN l{at} - l{at + 1}" for at in range(1, 5))
    above = " ".join(f"WHEN {at} THEN here{n} - unit{n} * v{at + 1}" for at in range(1, 5))
    width = " ".join(f"WHEN {at} THEN unit{n} * (v{at} - v{at + 1})" for at in range(1, 5))
    return (
        f"CAST(CASE rung{n} {low} END AS bigint) AS low{n}, CAST(CASE rung{n} {rise} ELSE 0 END AS bigint) AS rise{n}, "
        f"CASE rung{n} {above} ELSE 0 END AS above{n}, CASE rung{n} {width} ELSE 1 END AS width{n}"
    )


def _made(n: str, divide: str, name: str = "") -> str:
    raw = f"(200 * low{n} + 200 * rise{n} * above{n} {divide} width{n} + 1) {divide} 2"
    weighed = f"(weight * low{n} + weight * rise{n} * above{n} {divide} width{n} + 5000) {divide} 10000"
    return ", ".join(
        f"CASE WHEN reported{n} > 0 THEN CAST({made} AS int) END AS {name}{what}"
        for what, made in (("raw", raw), ("marks", weighed))
    )
