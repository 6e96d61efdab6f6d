"""One trade word for one thing: names and prose use no refused word, and no two classes share a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pytest

from tests.architecture.words import Use, in_names, in_prose, refused, twice

LEFT_IN_NAMES = {
    "cli": 3,
    "cli/demo": 4,
    "desk/letters": 1,
    "desk/meetings": 3,
    "meetings": 2,
    "meetings/agenda": 1,
    "meetings/convening": 1,
    "meetings/register": 7,
    "meetings/sittings": 3,
    "notices": 6,
    "notices/escalation": 1,
    "papers/letters": 2,
    "public": 2,
    "rules": 1,
    "rules/forms": 2,
    "rules/frameworks": 4,
    "rules/scoring": 4,
    "standings": 14,
    "standings/engine": 4,
    "tests": 4,
    "tests/architecture": 5,
    "tests/cli": 11,
    "tests/doors": 4,
    "tests/e2e": 11,
    "tests/meetings": 21,
    "tests/notices": 11,
    "tests/papers": 12,
    "tests/public": 5,
    "tests/rules": 10,
    "tests/rules/bangla": 6,
    "tests/rules/forms": 4,
    "tests/rules/frameworks": 8,
    "tests/rules/schedule": 4,
    "tests/rules/scoring": 38,
    "tests/site": 5,
    "tests/standings": 12,
}
"""How many different names with a refused word a folder still has; a number may only fall."""

LEFT_IN_PROSE = {
    ".": 7,
    "cli": 3,
    "cli/demo": 4,
    "docs": 21,
    "docs/decisions": 9,
    "meetings": 4,
    "meetings/agenda": 2,
    "meetings/convening": 3,
    "meetings/ideas": 1,
    "meetings/models": 1,
    "meetings/register": 7,
    "meetings/sittings": 2,
    "notices": 28,
    "notices/escalation": 8,
    "papers": 4,
    "papers/letters": 8,
    "papers/models": 4,
    "papers/receipts": 5,
    "rules": 10,
    "rules/bangla": 1,
    "rules/forms": 11,
    "rules/frameworks": 2,
    "rules/schedule": 7,
    "rules/scoring": 12,
    "standings": 12,
    "standings/engine": 5,
}
"""How many refused words the prose of a folder still has; a number may only fall."""

SHARED = frozenset(
    {
        "Letter",
        "Line",
        "Place",
        "Rule",
        "Step",
        "Told",
    }
)
"""The names that several classes still share; a name may only go."""


def _too_many(found: dict[str, list[Use]], left: dict[str, int]) -> dict[str, list[str]]:
    return {
        f"{folder}: {len(uses)}, not {left.get(folder, 0)}": [f"{use.place} {use.word}" for use in uses]
        for folder, uses in found.items()
        if len(uses) > left.get(folder, 0)
    }


def _by_folder(uses: Iterable[Use]) -> dict[str, list[Use]]:
    found: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        found[use.folder].append(use)
    return found


def test_no_name_has_a_refused_word() -> None:
    once = {(use.folder, use.word): use for use in reversed([*in_names()])}
    assert _too_many(_by_folder(once.values()), LEFT_IN_NAMES) == {}


def test_no_prose_has_a_refused_word() -> None:
    assert _too_many(_by_folder(in_prose()), LEFT_IN_PROSE) == {}


def test_no_two_classes_share_a_name() -> None:
    assert {name: places for name, places in twice().items() if name not in SHARED} == {}


@pytest.mark.parametrize(("name", "is_refused"), [("laid_out", True), ("ToldPost", True), ("delay", False)])
def test_a_word_is_refused_as_a_whole_part_of_a_name(name: str, is_refused: bool) -> None:
    assert refused(name) == is_refused
