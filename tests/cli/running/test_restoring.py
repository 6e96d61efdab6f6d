"""A restore that could not be done leaves a folder into which another one goes."""

from __future__ import annotations

from pathlib import Path

from angikar.cli.running import restoring


def test_what_is_put_away_leaves_no_folder_that_is_taken_for_data(tmp_path: Path) -> None:
    for name in ("files/ab/one", "files/cd/two", "keys/house.pub", "keys/older.pub"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    restoring._put_away(tmp_path, ["files/ab/one", "files/cd/two", "keys/house.pub", "files/ef/missing"])
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["keys", "keys/older.pub"]
