"""The compiled law is kept on the disk: only the first process after a change of the system compiles it."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from angikar.standings.engine.kept import folder, seal
from angikar.standings.engine.run import missing
from tests.conftest import absent

_MARK = """
import numpy as np
from angikar.standings.engine import compiled, numbers
compiled.marked(*(np.zeros((1, len(each)), "<i4") for each in (numbers.LAW, numbers.FIGURES)))
print(sum(compiled.compiled(compiled._lines).stats.cache_hits.values()))
"""

SECRET = "a secret of this house"
pytestmark = pytest.mark.nation


@pytest.fixture(autouse=True)
def numba() -> None:
    """What compiles the law."""
    if missing("numba"):
        absent("no numba here (`make test-nation` installs it)")


def test_a_second_process_takes_the_law_from_the_disk(tmp_path: Path) -> None:
    earlier = tmp_path / "law" / "of-an-earlier-version"
    earlier.mkdir(parents=True)
    found = []
    for _ in range(2):
        kept = folder(str(tmp_path), SECRET)
        marking = subprocess.run(
            [sys.executable, "-c", _MARK],
            env={**os.environ, "NUMBA_CACHE_DIR": kept},
            capture_output=True,
            text=True,
            check=True,
        )
        seal(kept, SECRET)
        found.append(marking.stdout.strip())
    assert found == ["0", "1"]
    assert not earlier.exists()


def test_where_no_folder_can_be_made_the_law_is_not_kept(tmp_path: Path) -> None:
    in_the_way = tmp_path / "law"
    in_the_way.write_text("", encoding="utf-8")
    assert folder(str(tmp_path), SECRET) == ""


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """A folder with one compiled file, sealed."""
    kept = Path(folder(str(tmp_path), SECRET))
    (kept / "engine").mkdir()
    (kept / "engine" / "law.nbc").write_bytes(b"compiled")
    seal(str(kept), SECRET)
    return kept


def test_what_was_sealed_here_is_taken_and_only_its_owner_may_open_it(sealed: Path, tmp_path: Path) -> None:
    assert folder(str(tmp_path), SECRET) == str(sealed)
    assert (sealed / "engine" / "law.nbc").read_bytes() == b"compiled"
    assert [stat.S_IMODE(each.stat().st_mode) for each in (sealed, sealed.parent)] == [0o700, 0o700]


def _spoil(kept: Path) -> None:
    (kept / "engine" / "law.nbc").write_bytes(b"compiles")


def _add(kept: Path) -> None:
    (kept / "engine" / "more.nbi").write_bytes(b"")


def _rename(kept: Path) -> None:
    (kept / "engine" / "law.nbc").rename(kept / "engine" / "law.nbi")


def _unseal(kept: Path) -> None:
    (kept / "seal").unlink()


def _seal_with_another_secret(kept: Path) -> None:
    seal(str(kept), "a secret of another house")


def _open_to_others(kept: Path) -> None:
    kept.chmod(0o770)


def _open_above_to_others(kept: Path) -> None:
    kept.parent.chmod(0o707)


@pytest.mark.parametrize(
    "harm", [_spoil, _add, _rename, _unseal, _seal_with_another_secret, _open_to_others, _open_above_to_others]
)
def test_what_was_not_written_here_is_thrown_away_before_it_is_read(
    sealed: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(sealed)
    assert folder(str(tmp_path), SECRET) == str(sealed)
    assert list(sealed.iterdir()) == []
    assert [stat.S_IMODE(each.stat().st_mode) for each in (sealed, sealed.parent)] == [0o700, 0o700]


def test_a_folder_or_file_that_leads_elsewhere_is_not_used(sealed: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (sealed / "engine" / "led.nbc").symlink_to(elsewhere / "led.nbc")
    assert folder(str(tmp_path), SECRET) == ""
    shutil.rmtree(sealed)
    sealed.symlink_to(elsewhere)
    assert folder(str(tmp_path), SECRET) == ""
