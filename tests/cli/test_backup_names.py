"""An archive that is named by the moment takes no name that is taken."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from angikar.cli.backup import named


@pytest.mark.parametrize("ending", [".tar.gz", ".tar.gz.age", ".tar.gz.age.tar", ".tar.gz.part"])
def test_archives_of_the_same_second_have_names_of_their_own(tmp_path: Path, ending: str) -> None:
    (tmp_path / "backups").mkdir()
    for number in ("", "-2", "-3"):
        free = named(tmp_path, "before-upgrade", datetime(2026, 11, 30, 10, 52, 56, tzinfo=UTC))
        assert free == tmp_path / "backups" / f"before-upgrade-20261130-105256{number}.tar.gz"
        free.with_name(free.name.removesuffix(".tar.gz") + ending).touch()
