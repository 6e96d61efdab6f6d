"""A new kind of paper is one module: no code outside `rules/kinds` decides by the name of a kind."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from angikar.rules.kinds import KINDS
from tests.architecture.house import SOURCE, modules, text, tree, where


def _decided(tree: ast.AST) -> Iterator[ast.Constant]:
    """The names of kinds that are compared with something, or given as `kind=`."""
    for node in ast.walk(tree):
        inside: list[ast.AST] = []
        if isinstance(node, ast.Compare):
            inside = [node]
        elif isinstance(node, ast.keyword) and node.arg in ("kind", "kind__in"):
            inside = [node.value]
        for part in (each for whole in inside for each in ast.walk(whole)):
            if isinstance(part, ast.Constant) and part.value in KINDS:
                yield part


def test_no_code_outside_the_kinds_decides_by_the_name_of_a_kind() -> None:
    outside = [path for path in modules(SOURCE) if "kinds" not in path.parts]
    found = [f"{where(path, part.lineno)}: {part.value}" for path in outside for part in _decided(tree(path))]
    assert found == []


def test_no_template_decides_by_the_name_of_a_kind() -> None:
    compared = [f'kind {sign} "{name}"' for name in KINDS for sign in ("==", "!=")]
    pages = {path: text(path) for path in SOURCE.rglob("*.html")}
    found = [(path.name, words) for path, page in pages.items() for words in compared if words in page]
    assert found == []
