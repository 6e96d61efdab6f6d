"""The drawing of the house is true: its rooms, its map, its words, its screens."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.architecture.house import ROOMS, ROOT, SOURCE, modules, text, tracked, where

DESK = SOURCE / "desk"
TEMPLATES = DESK / "templates" / "desk"
PAGES = sorted(
    path for path in tracked() if path.is_relative_to(TEMPLATES) and re.search(r"\{%-?\s*extends", text(path))
)
CODE = re.compile(r"`([^`]+)`")
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


def _folders() -> set[str]:
    return {
        path.relative_to(SOURCE).parts[0] for path in tracked() if path.is_relative_to(SOURCE) and path.parent != SOURCE
    }


def _rows(page: str) -> list[list[str]]:
    """The cells of a Markdown page's tables, without heads and rules."""
    lines = text(ROOT / "docs" / page).splitlines()
    rule = re.compile(r"^\|?[\s:|-]+\|?$")
    body = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if "|" in line and not rule.match(line) and "|" in before
    ]
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in body]


def test_there_is_no_room_that_is_not_on_the_stair() -> None:
    assert _folders() - ROOMS == set()


def test_the_map_answers_every_question_once() -> None:
    asked = [row[0] for row in _rows("map.md")]
    assert len(asked) > 100
    assert [question for question in set(asked) if asked.count(question) > 1] == []


def test_the_map_names_every_room() -> None:
    named = set(re.findall(r"[\w./]+", text(ROOT / "docs" / "map.md")))
    parts = {part for name in named for part in name.split("/")}
    assert _folders() - parts == set()


def _looks_like_a_path(name: str) -> bool:
    return "/" in name and not re.search(r"[\s*<>{}()…]|^/|://", name)


@pytest.mark.parametrize("page", ["docs/map.md", "docs/architecture.md", "docs/first-day.md", "CONTRIBUTING.md"])
def test_every_path_a_page_names_exists(page: str) -> None:
    prose = FENCED.sub("", text(ROOT / page))
    named = {name for name in CODE.findall(prose) if _looks_like_a_path(name) and "/" in name.strip("/")}
    assert named
    assert {
        name for name in named if not any((top / name).exists() for top in (ROOT, SOURCE, SOURCE / "rules"))
    } == set()


def test_every_word_of_the_glossary_is_a_name_in_the_code() -> None:
    code = "\n".join(text(path) for path in modules(SOURCE))
    rows = _rows("glossary.md")
    assert len(rows) >= 10
    assert [row for row in rows if len(row) < 3 or not re.search(r"[\u0980-\u09ff]", row[1])] == []
    names = {name for row in rows for name in CODE.findall(row[2])}
    assert names
    assert {name for name in names if not re.search(rf"\b{re.escape(name.split('.')[-1])}\b", code)} == set()


@pytest.mark.parametrize("page", PAGES, ids=where)
def test_a_screen_is_one_module_one_template_one_test(page: Path) -> None:
    place = page.relative_to(TEMPLATES).with_suffix("")
    assert (DESK / f"{place}.py").exists(), f"no view module desk/{place}.py"
    test = ROOT / "tests" / "desk" / place.parent / f"test_{place.name}.py"
    assert test.exists(), f"no test {where(test)}"


LIMIT = 20


def test_no_folder_holds_more_modules_than_one_can_scan() -> None:
    counts = Counter(path.parent for path in modules(SOURCE, ROOT / "tools") if path.name != "__init__.py")
    assert {where(folder): count for folder, count in counts.items() if count > LIMIT} == {}
