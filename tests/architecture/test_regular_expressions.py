"""No regular expression of ours takes more than the square of a text's length, whatever the text: each is judged by its parts."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from tests.architecture.growth import EXPONENTIAL, growth, is_simple
from tests.architecture.house import SOURCE, modules, tree

SEARCHES = frozenset({"search", "sub", "subn", "split", "findall", "finditer"})
METHODS = SEARCHES | {"match", "fullmatch"}
OPTIONAL = {"angikar.standings.engine.compiled", "angikar.standings.engine.spark"}
"""They import what a house may lack, and hold no pattern."""
Uses = set[str]


def ways(method: str) -> str:
    return "search" if method in SEARCHES else method


def used() -> dict[str, Uses]:
    """How the pattern of each name is asked, in all of the source."""
    found: dict[str, Uses] = defaultdict(set)
    for path in modules(SOURCE):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                asked: ast.expr = node.value
                while isinstance(asked, ast.Subscript | ast.Call):
                    asked = asked.value if isinstance(asked, ast.Subscript) else asked.func
                found[ast.unparse(asked).rpartition(".")[2]].add(ways(node.attr))
    return found


def patterns(value: Any, depth: int = 4) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value of a module; of a function that makes some, those."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict | list | tuple | set | frozenset):
        for each in (*value, *(value.values() if isinstance(value, dict) else ())):
            yield from patterns(each, depth - 1)


def made(module: Any, value: Any) -> Any:
    """What a function of the module that makes patterns and asks for nothing returns; else the value itself."""
    own = callable(value) and getattr(value, "__module__", "") == module.__name__
    if own and "Pattern" in str(getattr(value, "__annotations__", {}).get("return", "")):
        function = getattr(value, "__wrapped__", value)
        return value() if not function.__code__.co_argcount else [value(each) for each in (True, False)]
    return value


def inline() -> Iterator[tuple[str, str, Uses, int]]:
    """The patterns that are written where they are asked."""
    for path in modules(SOURCE):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
                first, method = node.args[0], ast.unparse(node.func).removeprefix("re.")
                if isinstance(first, ast.Constant) and isinstance(first.value, str) and method in METHODS:
                    yield str(path.relative_to(SOURCE)), first.value, {ways(method)}, re.compile(first.value).flags


def every_pattern() -> Iterator[tuple[str, str, Uses, int]]:
    """Where each pattern stands, what it is, how it is asked, and its flags."""
    uses = used()
    for path in modules(SOURCE):
        name = ".".join(("angikar", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
        if name in OPTIONAL or "migrations" in name or name.endswith("__main__"):
            continue
        module = import_module(name)
        for called, value in list(vars(module).items()):
            for each in patterns(made(module, value)):
                is_text = isinstance(each.pattern, str)
                text = each.pattern if is_text else each.pattern.decode("latin-1")
                yield (
                    f"{name}.{called}",
                    text,
                    uses.get(called) or {"search", "fullmatch"},
                    each.flags if is_text else each.flags & ~re.UNICODE,
                )
    yield from inline()


def test_no_pattern_of_ours_takes_more_than_a_square() -> None:
    judged: dict[tuple[str, int, bool, bool], int] = {}
    beyond = set()
    for where, text, uses, flags in every_pattern():
        if is_simple(text, flags):
            continue
        for searched, whole in {(use == "search", use == "fullmatch") for use in uses}:
            asked = text, flags, searched, whole
            if asked not in judged:
                judged[asked] = growth(text, flags, searched=searched, whole=whole)
            if judged[asked] > 1:
                beyond.add((where, text[:80], judged[asked]))
    assert len(judged) > 150
    assert beyond == set()


@pytest.mark.parametrize(
    ("pattern", "searched", "power"),
    [
        (r"\s+$", False, 0),
        (r"\s+$", True, 1),
        (r"(?<!\s)\s+$", True, 0),
        (r"\s+", True, 0),
        (r"\s*a?\s*b?\s*c", False, 2),
        (r"\s*+a?\s*+b?\s*+c", False, 0),
        (r"x(?=.*y)", True, 1),
        (r"(a*)*b", False, EXPONENTIAL),
        (r"(?:a|a)*b", False, EXPONENTIAL),
        (r"(?:\d+[.,]?)+%", False, EXPONENTIAL),
        (r"(?:\d++[.,]?)+%", False, 0),
        (r"(?:\s*<!--.*?-->\s*)*<", False, EXPONENTIAL),
    ],
)
def test_the_work_of_a_pattern_is_known_by_its_parts(pattern: str, searched: bool, power: int) -> None:
    assert growth(pattern, 0, searched=searched, whole=False) == power
