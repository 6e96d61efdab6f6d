"""The units of systemd are ones systemd accepts, and call commands that exist."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from angikar.cli.commands import COMMANDS
from tests.architecture.house import ROOT
from tests.conftest import absent

UNITS = ROOT / "deploy" / "systemd"
PROGRAM = "/usr/local/bin/angikar"


def _units(ending: str) -> list[Path]:
    return sorted(UNITS.glob(f"*.{ending}"))


def test_systemd_accepts_every_unit(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        absent("no systemd-analyze on this machine")
    for unit in (*_units("service"), *_units("timer")):
        text = unit.read_text(encoding="utf-8")
        (tmp_path / unit.name).write_text(text.replace(PROGRAM, shutil.which("true") or "/bin/true"), encoding="utf-8")
    listed = [str(path) for path in sorted(tmp_path.iterdir())]
    checked = subprocess.run(
        ["systemd-analyze", "verify", *listed], capture_output=True, text=True, check=False, timeout=60
    )
    ours = [line for line in checked.stderr.splitlines() if "angikar" in line]
    assert (checked.returncode, ours) == (0, [])


@pytest.mark.parametrize("unit", _units("service"), ids=lambda path: path.name)
def test_a_unit_calls_a_command_with_options_it_has(unit: Path) -> None:
    called = re.search(rf"^ExecStart={PROGRAM} (.+)$", unit.read_text(encoding="utf-8"), re.MULTILINE)
    assert called
    name, *rest = called[1].split()
    known = {option for names, _ in COMMANDS[name].arguments for option in names}
    assert {word for word in rest if word.startswith("--")} <= known


def test_every_timer_has_its_service_and_what_recurs_has_a_timer() -> None:
    timers = {path.stem for path in _units("timer")}
    assert (
        timers
        == {path.stem for path in _units("service")} - {"angikar"}
        == {
            "angikar-tend",
            "angikar-tally",
            "angikar-backup",
        }
    )


def test_every_setting_of_the_sample_is_in_the_table() -> None:
    sample = (UNITS / "angikar.env").read_text(encoding="utf-8")
    table = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    named = re.findall(r"^#?([A-Z_]+)=", sample, re.MULTILINE)
    assert named
    assert [name for name in named if f"`{name}`" not in table] == []
