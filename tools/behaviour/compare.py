"""Compares two records file by file."""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice
from pathlib import Path

MOST = 40
"""So many lines of difference are shown for one file."""


def report(before: Path, after: Path) -> tuple[str, bool]:
    """What differs between two records, and whether anything does; the last line counts the files."""
    one, other = _names(before), _names(after)
    shown, differing = list[str](), 0
    for name in sorted(one & other):
        found = difference(name, _text(before / name), _text(after / name))
        differing += bool(found)
        shown += found
    alone = [*((name, before) for name in one - other), *((name, after) for name in other - one)]
    shown += [f"only in {folder}: {name}" for name, folder in sorted(alone)]
    equal = len(one & other) - differing
    shown.append(f"{equal} files equal, {differing} differ, {len(alone)} only in one")
    return "\n".join(shown), bool(differing or alone)


def difference(name: str, before: str, after: str) -> list[str]:
    """The first lines of the difference between two versions of one file; none where they are equal."""
    if before == after:
        return []
    every = unified_diff(before.splitlines(), after.splitlines(), f"before/{name}", f"after/{name}", "", "", 2, "")
    shown = list(islice(every, MOST + 1)) or [f"{name} differs in nothing but the ends of its lines"]
    return [*shown[:MOST], *(["… and more"] if len(shown) > MOST else [])]


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
