"""The pictures of the guide can be made from the screens as they are: each walk finds its links and each screen answers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.conftest import ROOT
from tools.guide import DESK, PHONE, SHOTS


def test_every_picture_of_the_guide_is_made_of_a_screen_that_is_there(chromium: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.guide", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    sizes = {shot.name: shot.size for shot in SHOTS}
    assert {file.stem for file in tmp_path.glob("*.png")} == sizes.keys()
    for name, size in sizes.items():
        with Image.open(tmp_path / f"{name}.png") as picture:
            assert picture.size == (size["width"], size["height"])
            assert len(picture.getcolors(256) or ()) > 8, name
    assert {tuple(size.values()) for size in sizes.values()} == {tuple(DESK.values()), tuple(PHONE.values())}
