"""The old steps of the tables can be taken without those that make all tables at once."""

from __future__ import annotations

from tests.architecture.house import SOURCE


def test_a_migration_depends_on_single_steps_alone() -> None:
    """`makemigrations` writes the name of the one that stands for several; whoever comes from an older version has not taken it."""
    steps = sorted(SOURCE.glob("*/migrations/0*.py"))
    assert len(steps) > 20
    assert [
        str(file) for file in steps if "_squashed_" in file.read_text(encoding="utf-8").replace(file.stem, "")
    ] == []
