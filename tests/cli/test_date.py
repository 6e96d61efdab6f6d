"""`angikar date`: the other calendar from a shell."""

from __future__ import annotations

import subprocess
import sys

import pytest

from angikar.cli.date import run


def test_a_gregorian_day_gives_the_bangla_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("2022-10-13") == 0
    assert capsys.readouterr().out == "২৮ আশ্বিন ১৪২৯  1429-06-28\n"


def test_a_bangla_date_gives_the_gregorian_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("২৮ আশ্বিন ১৪২৯") == 0
    assert capsys.readouterr().out == "১৩ অক্টোবর ২০২২  2022-10-13\n"


def test_a_day_that_only_the_older_rule_has_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("৩০ ফাল্গুন ১৪২৯") == 0
    shown = capsys.readouterr().out
    assert "2023-03-14" in shown
    assert "পুরোনো নিয়মে" in shown
    assert "older rule" in shown


@pytest.mark.parametrize(
    ("argument", "reason"),
    [
        ("সভা", "cannot be read"),
        ("", "cannot be read"),
        ("৩১.০২.২০১৮", "no day"),
        ("২৮ আগস্ট ১৪২৯", "no day"),
        ("16 December 1971", "1987"),
    ],
)
def test_a_wrong_date_is_refused_in_both_languages(
    argument: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(argument) == 2
    shown = capsys.readouterr()
    bangla, english = shown.err.splitlines()
    assert shown.out == ""
    assert reason in english
    assert any("\u0980" <= char <= "\u09ff" for char in bangla)


def test_the_command_loads_no_heavy_module() -> None:
    code = "import sys; from angikar.cli.main import main; main(['date', '2022-10-13']); print(' '.join(sys.modules))"
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout
    assert shown.startswith("২৮ আশ্বিন ১৪২৯")
    heavy = {"pydantic", "regex", "django", "dataclasses", "inspect", "shutil", "angikar.rules.sentence"}
    assert not heavy & set(shown.splitlines()[-1].split())
