"""Every subcommand runs as a process in an empty folder: a result or a clear sentence, no traceback, no stray file."""

from __future__ import annotations

from pathlib import Path

import pytest

from angikar.cli.commands import COMMANDS
from tests.cli.processes import called, served
from tests.cli.shell import sample

PLAN = str(sample("broken-plan"))
CALLS: dict[str, tuple[str, ...]] = {
    "read": (PLAN,),
    "check": (PLAN,),
    "print": ("missing.txt", "-o", "out.pdf"),
    "score": ("missing.json", "missing.csv"),
    "schedule": ("missing.txt", "--anchor", "2022-10-17"),
    "date": ("2022-10-13",),
    "unicode": ("missing.txt",),
    "standings": ("--year", "2022-23", "--under", "x"),
    "tend": ("--once",),
    "backup": ("out.tar.gz",),
    "restore": ("missing.tar.gz",),
    "verify": ("missing.pdf",),
    "sign": ("missing.pdf", "--p12", "missing.p12", "-o", "out.pdf"),
    "manage": ("check",),
}
"""How a command is called; a command that is not named here is called without arguments."""
MAKES_DATA = frozenset({"demo", "serve", "manage", "found"})
"""The commands that may begin the folder of data."""
MAY_NOT_END = frozenset({"serve"})


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - MAY_NOT_END))
def test_a_command_in_an_empty_folder_ends_in_a_result_or_a_sentence(name: str, tmp_path: Path) -> None:
    done = called(tmp_path, name, *CALLS.get(name, ()))
    assert "Traceback" not in done.stderr + done.stdout
    assert done.returncode in (0, 1, 2)
    assert (done.stdout or done.stderr).strip()
    if done.returncode == 2:
        assert done.stderr.strip(), "it was refused without a sentence"
    assert {path.name for path in tmp_path.iterdir()} <= ({"var"} if name in MAKES_DATA else set())


def test_a_server_in_an_empty_folder_opens_tends_and_ends(tmp_path: Path) -> None:
    with served(tmp_path) as server:
        assert server.get("/account/login/")[0] == 200
        assert server.stop() == 0
    assert "Traceback" not in server.printed
    assert {path.name for path in tmp_path.iterdir()} == {"var", "server.log"}


def test_once_there_is_data_a_round_of_tending_runs(tmp_path: Path) -> None:
    assert called(tmp_path, "manage", "migrate", "-v0").returncode == 0
    done = called(tmp_path, "tend", "--once")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip().endswith("-")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"ANGIKAR_DEBUG": "perhaps"}, "ANGIKAR_DEBUG is 'perhaps'"),
        ({"DATABASE_URL": "postgres://127.0.0.1:1/none"}, "The database does not answer"),
        ({"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL must look like"),
    ],
)
def test_a_wrong_setting_is_a_sentence_in_both_languages(settings: dict[str, str], said: str, tmp_path: Path) -> None:
    done = called(tmp_path, "serve", **settings)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
