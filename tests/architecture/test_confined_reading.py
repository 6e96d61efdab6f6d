"""Strangers' files are opened in a process of their own: outside `formats` and the command no reader is called directly."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import SOURCE, modules, tree

ALLOWED = {"cli/papers.py", "cli/source.py"}
"""The command reads the file of whoever started it, in his own process."""
READERS = {
    ("angikar.formats", "read"),
    ("angikar.formats.readers.registry", "read_as"),
    ("angikar.formats.intake", "decode"),
    ("angikar.formats.lists", "lists_of"),
    ("angikar.rules.kinds", "understand"),
    ("angikar.rules.kinds", "restore"),
}


def called(path: Path) -> Iterator[str]:
    """The readers a module names, imported by name or through their module."""
    whole = {module: {name for of, name in READERS if of == module} for module, _ in READERS}
    known: dict[str, str] = {}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                if (node.module, each.name) in READERS:
                    yield f"{node.module}.{each.name}"
                known[each.asname or each.name] = f"{node.module}.{each.name}"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = known.get(node.value.id, "")
            if node.attr in whole.get(module, ()):
                yield f"{module}.{node.attr}"


def test_no_room_opens_a_file_in_its_own_process() -> None:
    outside = {
        path: list(called(path)) for path in modules() if path.relative_to(SOURCE).parts[0] not in ("formats", "rules")
    }
    found = {str(path.relative_to(SOURCE)): names for path, names in outside.items() if names}
    assert found.keys() == ALLOWED, found
