"""Small rooms: no module, function or argument list too long to hold in the head."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.house import ROOT, SOURCE, functions, length, modules, text, tree, where

OURS = modules(SOURCE, ROOT / "tools")
ALL = modules(SOURCE, ROOT / "tools", ROOT / "tests")
SHAPELESS = re.compile(r"(^|_)(utils?|helpers?|misc|common|stuff)(_|$)")
SELF = ("self", "cls")


def _ninth_decile(sizes: list[int]) -> int:
    return sorted(sizes)[len(sizes) * 9 // 10]


def test_no_module_is_longer_than_300_lines() -> None:
    sizes = {where(path): text(path).count("\n") for path in ALL}
    assert {place: size for place, size in sizes.items() if size > 300} == {}
    assert _ninth_decile(list(sizes.values())) <= 200


def test_no_function_is_longer_than_50_lines() -> None:
    sizes = {where(path, function.lineno): length(function) for path in ALL for function in functions(path)}
    assert {place: size for place, size in sizes.items() if size > 50} == {}
    assert _ninth_decile(list(sizes.values())) <= 25


COMPILED = {"mark"}
"""The law of marks takes a row as it is stored, column by column; what is compiled has no arguments by name."""


def test_no_function_takes_more_than_five_positional_arguments() -> None:
    long = {}
    for path in OURS:
        for function in functions(path):
            if function.name in COMPILED:
                continue
            names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
            count = len(names) - (names[:1] != [] and names[0] in SELF)
            if count > 5:
                long[where(path, function.lineno)] = count
    assert long == {}


def test_everything_is_annotated() -> None:
    bare = []
    for path in ALL:
        for function in functions(path):
            given = function.args
            arguments = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
            untyped = [each.arg for each in arguments if each and not each.annotation and each.arg not in SELF]
            if untyped or function.returns is None:
                bare.append((where(path, function.lineno), function.name, untyped))
    assert bare == []


@pytest.mark.parametrize("path", ALL, ids=where)
def test_a_module_opens_with_the_sentence_that_says_what_it_is_for(path: object) -> None:
    said = ast.get_docstring(tree(path)) or ""  # type: ignore[arg-type]
    first = said.split("\n\n")[0]
    assert len(first.split()) >= 4, "the module opens with no sentence"
    assert re.search(r"[.:।\"”]$", first), "the opening sentence does not end"


def test_every_module_has_a_clear_name() -> None:
    assert [where(path) for path in ALL if SHAPELESS.search(path.stem) or SHAPELESS.search(path.parent.name)] == []


def test_what_others_use_says_what_it_does() -> None:
    silent = [
        where(path, node.lineno)
        for path in OURS
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []
