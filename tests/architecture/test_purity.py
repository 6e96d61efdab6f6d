"""The rules think and do nothing else: no files, no clock, no chance, no web; and nobody swallows a bug."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.architecture.house import ROOT, SOURCE, called, calls, modules, tree, where

RULES = SOURCE / "rules"
FRAMEWORKS = RULES / "frameworks"
WORLD = re.compile(
    "django|ninja|os|pathlib|glob|time|random|secrets|socket|subprocess|shutil|tempfile|sqlite3|pysqlite3|psycopg|urllib|http"
    "|logging|threading|asyncio|locale"
)
CLOCK = re.compile(r"(^|\.)(now|utcnow|today|localtime|localdate|time_ns|perf_counter|monotonic)$")
READERS = frozenset({"open", "io.open", "print", "input", "exec", "eval", "__import__"})


def _imports(path: Path) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append((node.lineno, node.module or ""))
    return found


def test_rules_import_no_module_of_the_outside() -> None:
    worldly = [
        (where(path, line), name)
        for path in modules(RULES)
        for line, name in _imports(path)
        if WORLD.fullmatch(name.split(".")[0]) or (name.startswith("importlib") and not path.is_relative_to(FRAMEWORKS))
    ]
    assert worldly == []


def test_rules_open_no_file_and_ask_no_clock() -> None:
    asked = [
        (where(path, call.lineno), called(call))
        for path in modules(RULES)
        for call in calls(tree(path))
        if called(call) in READERS or CLOCK.search(called(call))
    ]
    assert asked == []


def test_only_fronts_and_those_who_tend_ask_what_day_it_is() -> None:
    may = ("desk", "public", "api", "cli", "notices", "site")
    asked = [
        (where(path, call.lineno), called(call))
        for path in modules(SOURCE)
        # Whom a signed-in person may act for is asked at the moment he asks.
        if path.relative_to(SOURCE).parts[0] not in may and path.name != "access.py"
        for call in calls(tree(path))
        # The moment of a deed (`timezone.now`) is a fact to be kept; the day judges people and is an argument.
        if re.search(r"(^|\.)(today|localdate)$", called(call))
    ]
    assert asked == []


def test_a_broad_except_is_only_where_strange_files_are_read() -> None:
    broad = []
    for path in modules(SOURCE, ROOT / "tools"):
        if path.parent == SOURCE / "formats" / "readers":
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ExceptHandler):
                caught = ast.unparse(node.type) if node.type else "everything"
                if re.search(r"\b(Exception|BaseException)\b|everything", caught):
                    broad.append(where(path, node.lineno))
    assert broad == []


def test_digits_are_those_that_make_a_number() -> None:
    """`isdigit` is true of ² too, which `int` refuses; `isdecimal` is true of the digits that it reads, in every script."""
    asked = [
        where(path, call.lineno)
        for path in modules(SOURCE, ROOT / "tools")
        for call in calls(tree(path))
        if re.search(r"\.(isdigit|isnumeric)$", called(call))
    ]
    assert asked == []
