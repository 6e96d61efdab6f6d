"""The page of security is whole: each requirement of the standard has one row, and each row names what there is."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| (\d+\.\d+\.\d+(?:, \d+\.\d+\.\d+)*) \| [^|]+ \| (held|does not apply|short) \| ([^|]+) \|$", re.MULTILINE
)
REQUIREMENTS = (27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7)
"""How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has."""


def test_each_requirement_of_the_standard_has_one_row() -> None:
    numbers = [number for row in ROW.finditer(PAGE) for number in row[1].split(", ")]
    assert len(numbers) == len(set(numbers))
    chapters = Counter(int(number.partition(".")[0]) for number in numbers)
    assert tuple(chapters[chapter] for chapter in range(1, 18)) == REQUIREMENTS
    assert PAGE.count("| held |") + PAGE.count("| short |") + PAGE.count("| does not apply |") == len(ROW.findall(PAGE))


def test_what_a_row_names_is_there() -> None:
    absent = {
        named
        for row in ROW.finditer(PAGE)
        for named in re.findall(r"`((?:tests|docs|deploy)/[^`]+|SECURITY\.md)`", row[3])
        if not _is_there(named)
    }
    assert absent == set()


def _is_there(named: str) -> bool:
    path, _, test = named.partition("::")
    return (ROOT / path).is_file() and (not test or f"def {test}(" in _text(path))


@cache
def _text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")
