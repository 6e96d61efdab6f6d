"""The right reading of a paper, as a person wrote it down: facts by path, and tables of rows with a heading of their own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIX = ".expected.toml"
NONE = "-"
"""A value that must be absent; an empty cell is not measured."""
_TABLES = ("rows", "directives", "items")


@dataclass(frozen=True, slots=True)
class Expected:
    """What the reading of a paper must hold. `doubts` are the codes that the paper deserves and no false cries."""

    kinds: tuple[str, ...]
    facts: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    rows: tuple[dict[str, str], ...]
    doubts: frozenset[str]
    formats: bool = False
    papers: int = 1
    """How many papers its file holds."""
    part: int = 1
    """Which of them it is: `NAME.part-2.expected.toml` is the second."""


def expected_of(path: Path) -> Expected:
    """The right reading a file of ours states. Raises ValueError where a row does not fit its heading."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    kinds = data.pop("kind")
    rows = [row for name in _TABLES for row in _rows(path, data.pop(name, ""))]
    doubts = frozenset(data.pop("doubts", ()))
    papers = int(data.pop("papers", 1))
    several = frozenset({"several-papers"} if papers > 1 else ())
    formats = bool(data.pop("formats", False))
    lists = {name: tuple(value) for name, value in data.items() if isinstance(value, list)}
    facts = {name: value for name, value in data.items() if isinstance(value, str)}
    kinds = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    return Expected(kinds, facts, lists, tuple(rows), doubts | several, formats, papers, part_of(path)[1])


def part_of(path: Path) -> tuple[str, int]:
    """The name of the paper that a right reading belongs to, without its ending, and which of the papers of its file it is.

    >>> part_of(Path("two.part-2.expected.toml")), part_of(Path("one.expected.toml"))
    (('two', 2), ('one', 1))
    """
    name, _, part = path.name.removesuffix(SUFFIX).partition(".part-")
    return name, int(part or 1)


def _rows(path: Path, text: str) -> Iterator[dict[str, str]]:
    lines = [line for line in text.strip().splitlines() if line.strip()]
    head = [name.strip() for name in lines[0].split("|")] if lines else []
    for line in lines[1:]:
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > len(head):
            raise ValueError(f"{path.name}: {line!r} has more cells than its heading")
        yield dict(zip(head, cells, strict=False))
