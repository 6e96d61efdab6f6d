"""The house as the architecture tests see it: its files, its syntax trees, its rooms."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "angikar"

STAIR = (
    "site",
    "cli",
    "desk",
    "public",
    "api",
    "notices",
    "search",
    "standings",
    "meetings",
    "duties",
    "papers",
    "jobs",
    "offices",
    "history",
    "formats",
)
ROOMS = frozenset((*STAIR, "rules", "assets", "locale"))
"""Every folder there may be in the house; assets and locale hold what is built and what is said."""

KEEPERS = (
    "history",
    "offices",
    "jobs",
    "papers",
    "duties",
    "meetings",
    "standings",
    "search",
    "notices",
    "desk",
    "public",
    "api",
)
"""The rooms that know the database."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that is or is about to be committed."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    names = listing.stdout.decode().split("\0")
    return tuple(path for path in (ROOT / name for name in names if name) if path.is_file())


def modules(*folders: Path) -> list[Path]:
    """The Python files under the folders (the house itself when none is given), without Django's migrations."""
    inside = folders or (SOURCE,)
    return [
        path
        for path in tracked()
        if path.suffix == ".py" and "migrations" not in path.parts and any(path.is_relative_to(top) for top in inside)
    ]


@cache
def text(path: Path) -> str:
    """A file's text."""
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse(text(path), filename=str(path))


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a module, nested ones too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: Function) -> int:
    """Lines from the first decorator or `def` to the last line of the body."""
    first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    return (function.end_lineno or first) - first + 1


def called(call: ast.Call) -> str:
    """A call's name with its dots as written: `date.today`, `open`, `Paper.objects.create`."""
    return ast.unparse(call.func)


def calls(node: ast.AST) -> Iterator[ast.Call]:
    """Every call below a node."""
    return (each for each in ast.walk(node) if isinstance(each, ast.Call))


def where(path: Path, line: int = 0) -> str:
    """A place as editors open it."""
    return f"{path.relative_to(ROOT)}:{line}" if line else str(path.relative_to(ROOT))
