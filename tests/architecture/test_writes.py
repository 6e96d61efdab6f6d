"""One office verb is one action, one transaction, one entry in the history; nobody else writes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import KEEPERS, SOURCE, Function, called, calls, modules, tree, where

SURE = re.compile(r"\.(save|create|bulk_create|bulk_update|get_or_create|update_or_create|acreate|asave)$")
OF_ROWS = re.compile(r"\.(update|delete)$")
ROWS = re.compile(r"\.objects\b|\.(filter|exclude|all|select_for_update)\(|_set\b")
HISTORY = (SOURCE / "history" / "actions.py", SOURCE / "history" / "chain" / "actions.py")
FOLLOWERS = (
    *sorted(path for path in modules(SOURCE) if path.name == "receivers.py"),
    SOURCE / "duties" / "creating.py",
    SOURCE / "duties" / "cycle" / "turning.py",
    SOURCE / "duties" / "rescheduling.py",
    SOURCE / "jobs" / "counting.py",  # how far a job has come is no act of an office
    SOURCE / "history" / "received.py",  # that a form was taken is part of the action it led to
    SOURCE / "offices" / "guessing" / "counting.py",  # counts of guesses are no acts of an office
    SOURCE / "offices" / "tokens" / "counting.py",  # nor is how often a program asks
)
"""What follows from an action is written inside the transaction of that action and has no entry of its own."""


def _may_write(path: Path) -> bool:
    return path.name == "actions.py" or path in (SOURCE / "duties" / "issue.py", *FOLLOWERS)


def _keepers() -> list[Path]:
    return modules(*(SOURCE / room for room in KEEPERS))


def _actions() -> list[Path]:
    return [path for path in _keepers() if _may_write(path) and path not in (*HISTORY, *FOLLOWERS)]


def _writes(path: Path) -> Iterator[tuple[str, str]]:
    for call in calls(tree(path)):
        name = called(call)
        if name == "super().save":
            continue  # a model that guards its own saving
        if SURE.search(name) or (OF_ROWS.search(name) and ROWS.search(name)):
            yield where(path, call.lineno), name


def test_only_actions_write() -> None:
    assert [write for path in _keepers() if not _may_write(path) for write in _writes(path)] == []


def _local(path: Path) -> dict[str, Function]:
    return {node.name: node for node in tree(path).body if isinstance(node, ast.FunctionDef)}


def _opened(function: Function, beside: dict[str, Function]) -> int:
    """How many transactions a function opens in its own lines, as a decorator or a `with`; where none, how many the verbs of its module
    open that it hands on to.
    """
    handed = [beside[name] for call in calls(function) if (name := called(call)) in beside and not name.startswith("_")]
    said = [ast.unparse(decorator) for decorator in function.decorator_list]
    for node in ast.walk(function):
        if isinstance(node, ast.With):
            said += [ast.unparse(item.context_expr) for item in node.items]
    return sum("atomic" in words for words in said) or sum(_opened(verb, beside) for verb in handed)


def _recorded(function: Function, beside: dict[str, Function], seen: frozenset[str] = frozenset()) -> bool:
    """Whether a function calls `record`, itself or through functions of its own module."""
    names = {called(call) for call in calls(function)}
    if {name.split(".")[-1] for name in names} & {"record", "record_many"}:
        return True
    inner = (names & set(beside)) - seen
    return any(_recorded(beside[name], beside, seen | inner) for name in inner)


def _verbs(path: Path) -> list[Function]:
    return [function for name, function in _local(path).items() if not name.startswith("_")]


@pytest.mark.parametrize("path", _actions(), ids=where)
def test_a_verb_records_in_one_transaction(path: Path) -> None:
    beside = _local(path)
    wrong = [
        (where(path, verb.lineno), verb.name, _opened(verb, beside), _recorded(verb, beside))
        for verb in _verbs(path)
        if _opened(verb, beside) != 1 or not _recorded(verb, beside)
    ]
    assert wrong == []


def test_actions_know_no_web() -> None:
    assert [
        (where(path, node.lineno), node.module)
        for path in _actions()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and re.match(r"django\.(http|shortcuts|views)", node.module or "")
    ] == []
