"""The compiled law is kept on the disk: only the first process after a change of the system compiles it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from angikar.standings.engine.kept import folder
from angikar.standings.engine.run import missing
from tests.conftest import absent

_MARK = """
import numpy as np
from angikar.standings.engine import compiled, frame
names = (frame.HOW, frame.VALUES, frame.LEVELS, frame.CLAIMED, frame.ACCEPTED)
compiled.marked(tuple(np.full((len(each), 1), 0, np.int64) for each in names))
print(sum(compiled.compiled(compiled._lines).stats.cache_hits.values()))
"""


@pytest.mark.nation
def test_a_second_process_takes_the_law_from_the_disk(tmp_path: Path) -> None:
    if missing("numba"):
        absent("no numba here (`make test-nation` installs it)")
    earlier = tmp_path / "law" / "of-an-earlier-version"
    earlier.mkdir(parents=True)
    kept = folder(str(tmp_path))
    found = [
        subprocess.run(
            [sys.executable, "-c", _MARK],
            env={**os.environ, "NUMBA_CACHE_DIR": kept},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for _ in range(2)
    ]
    assert found == ["0", "1"]
    assert not earlier.exists()


def test_where_no_folder_can_be_made_the_law_is_not_kept(tmp_path: Path) -> None:
    in_the_way = tmp_path / "law"
    in_the_way.write_text("", encoding="utf-8")
    assert folder(str(tmp_path)) == ""
