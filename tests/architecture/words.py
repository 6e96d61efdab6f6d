"""The refused words: where names and prose still use them; `python -m tests.architecture.words [FOLDER]` lists the places."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.architecture.house import ROOT, SOURCE, modules, text, tracked, tree, where

IN_NAMES = frozenset(
    [
        "told",
        "tell",
        "tells",
        "telling",
        "deed",
        "deeds",
        "anew",
        "laid",
        "lay",
        "lays",
        "laying",
        "turned",
        "brought",
        "stood",
        "stands",
        "reckon",
        "reckons",
        "reckoned",
        "reckoning",
        "whom",
        "spoken",
        "strayed",
        "nobody",
        "nothing",
    ]
)
"""Words that may not be a part of a name."""

IN_PROSE = re.compile(
    r"\b(told|telling|deeds?|anew|laid|laying|reckon\w*|whom|brought|thereof|whence)\b", re.IGNORECASE
)
"""Words that may not stand in a docstring, a comment or a page."""

SUBJECTS = frozenset({"nobody", "nothing"})
"""Words that are refused as the subject of a rule."""

OUTSIDE = frozenset({"tell"})
"""Names of the standard library and of packages."""

PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
QUOTED = re.compile(r"^( *)```.*?^\1```|`+[^`\n]+`+", re.MULTILINE | re.DOTALL)


class Use(NamedTuple):
    """One use of a refused word."""

    folder: str
    word: str
    """In a name the whole name, in prose the word."""
    place: str


def folder_of(path: Path) -> str:
    """The folder of a file as the table of what is left names it: below src/angikar without that beginning."""
    folder = path.parent
    top = SOURCE if folder.is_relative_to(SOURCE) else ROOT
    return folder.relative_to(top).as_posix()


def refused(name: str) -> bool:
    """Whether a part of a name, in snake or camel case, is a refused word; the sentence of a test may not begin with nobody
    or nothing, elsewhere in it they are plain English.
    """
    if name in OUTSIDE:
        return False
    parts = [part.lower() for part in PART.findall(name)]
    if name.startswith("test_"):
        parts = [part for place, part in enumerate(parts) if place == 1 or part not in SUBJECTS]
    return any(part in IN_NAMES for part in parts)


def in_names() -> Iterator[Use]:
    """Every refused name in the code, the tests and the tools: modules, folders, classes, functions, arguments, variables."""
    for path in modules(SOURCE, ROOT / "tools", ROOT / "tests"):
        named = [(0, part) for part in path.relative_to(ROOT).with_suffix("").parts]
        for line, name in [*named, *_identifiers(tree(path))]:
            if refused(name):
                yield Use(folder_of(path), name, where(path, line))


def _identifiers(module: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module):
        line = getattr(node, "lineno", 0)
        for field in ("id", "attr", "arg", "name", "asname", "module"):
            if isinstance(name := getattr(node, field, None), str):
                yield from ((line, part) for part in name.split("."))


def in_prose() -> Iterator[Use]:
    """Every refused word in docstrings and comments of the code and the tools, and in the pages of the documentation."""
    for path in modules(SOURCE, ROOT / "tools"):
        yield from _found(path, [*_docstrings(tree(path)), *_comments(path)])
    for path in tracked():
        if path.suffix == ".md" and (path.parent == ROOT or path.is_relative_to(ROOT / "docs")):
            yield from _found(path, [(1, text(path))])


def _found(path: Path, passages: Iterable[tuple[int, str]]) -> Iterator[Use]:
    for first, passage in passages:
        prose = QUOTED.sub(lambda quoted: re.sub(r"[^\n]", " ", quoted.group()), passage)
        for number, line in enumerate(prose.split("\n"), first):
            for word in IN_PROSE.findall(line):
                yield Use(folder_of(path), word.lower(), where(path, number))


def _docstrings(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string that is a statement: docstrings, and the sentences below constants and fields."""
    for node in ast.walk(module):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.lineno, node.value.value


def _comments(path: Path) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(text(path)).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


@cache
def classes() -> dict[str, list[str]]:
    """The places of every class of the code by its name, without Django's `Meta`."""
    found: dict[str, list[str]] = {}
    for path in modules(SOURCE):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef) and node.name != "Meta":
                found.setdefault(node.name, []).append(where(path, node.lineno))
    return found


def twice() -> dict[str, list[str]]:
    """The names that several classes share, with their places."""
    return {name: places for name, places in sorted(classes().items()) if len(places) > 1}


def main(folder: str = "") -> None:
    """Prints every place below a folder (`rules/kinds`, `tests/desk`, `docs`; all without) as `file:line word`."""
    for title, uses in (("names", in_names()), ("prose", in_prose())):
        print(f"== {title}")
        for use in uses:
            if not folder or f"{use.folder}/".startswith(f"{folder.strip('/').removeprefix('src/angikar/')}/"):
                print(use.place, use.word)
    print("== classes of one name")
    for name, places in twice().items():
        print(name, *places)


if __name__ == "__main__":
    main(*sys.argv[1:2])
