"""The two commands stand on an empty machine: they say in plain words what is missing and ask for nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

TOOLS = ("sh", "make", "cat", "id", "ls", "rm", "mkdir", "touch", "test", "echo", "env", "dirname", "sleep", "grep")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A copy of what the commands are made of, and a path with no Python, browser or package manager on it."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        if found:
            (tmp_path / "bin" / tool).symlink_to(found)
    return tmp_path


def _run(command: list[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(folder / "bin"), "HOME": str(folder), "LC_ALL": "C.UTF-8", **variables}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60)


def _program(folder: Path, name: str, script: str) -> None:
    path = folder / "bin" / name
    path.unlink(missing_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_without_a_python_setup_says_which_one_it_needs(bare: Path) -> None:
    done = _run(["make", "setup"], bare)
    assert done.returncode != 0
    assert "Angikar needs Python 3.11 or newer" in done.stdout
    assert not (bare / ".boot").exists()


def test_an_old_python_is_passed_over(bare: Path) -> None:
    _program(bare, "python3", "exit 1")
    assert "Angikar needs Python 3.11 or newer" in _run(["make", "setup"], bare).stdout


def test_a_python_that_cannot_make_environments_gets_the_one_line_that_helps(bare: Path) -> None:
    _program(bare, "python3", 'case "$1" in -c) exit 0 ;; *) exit 1 ;; esac')
    done = _run(["make", "setup"], bare)
    assert done.returncode != 0
    assert "apt install python3-venv" in done.stdout
    assert not (bare / ".boot").exists()


def test_what_the_system_lacks_is_one_sentence_and_no_failure(bare: Path) -> None:
    done = _run(["sh", "tools/system_packages.sh"], bare)
    names = re.fullmatch(
        r"The tests need:( chromium)?( postgresql)?( tesseract-ocr tesseract-ocr-ben)?( libreoffice-writer-nogui libreoffice-calc-nogui)?( nginx-light)?"
        r"\. On Debian or Ubuntu: sudo apt install.*\n",
        done.stderr,
    )
    assert done.returncode == 0
    assert names, done.stderr
    assert names[1], "the browser is not on this path and must be asked for"


def test_the_run_of_a_nation_asks_for_a_java_and_nothing_else(bare: Path) -> None:
    said = _run(["sh", "tools/system_packages.sh", "nation"], bare).stderr
    assert said.startswith("The tests need: default-jre-headless. On Debian or Ubuntu")


def test_where_the_code_is_judged_a_missing_program_is_a_failure(bare: Path) -> None:
    assert _run(["sh", "tools/system_packages.sh"], bare, CI="true").returncode == 1


def test_a_machine_that_has_every_program_is_left_alone(bare: Path) -> None:
    for name in ("chromium", "initdb", "tesseract", "soffice", "nginx"):
        _program(bare, name, "echo ben")
    done = _run(["sh", "tools/system_packages.sh"], bare, CI="true")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_judge_runs_the_same_command_and_stops_at_the_first_failure() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    said = script.read_text()
    assert "set -euo pipefail" in said
    assert re.findall(r"^(?:exec )?(make .*)$", said, re.MULTILINE) == ["make test", "make test-nation"]


def test_no_file_names_a_host_of_ours() -> None:
    said = (ROOT / "Makefile").read_text() + "".join(
        path.read_text() for path in (ROOT / "tools").iterdir() if path.suffix in {".py", ".sh", ".json", ".txt"}
    )
    assert re.findall(r"https?://(?!127\.0\.0\.1)[\w.]+", said) == []


def test_a_second_setup_has_nothing_to_do() -> None:
    if not (ROOT / ".venv" / "setup.stamp").exists():
        pytest.skip("this environment was not made by `make setup`")
    done = subprocess.run(["make", "-q", "setup"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
