"""`angikar check` in its other dresses: JSON for programs, colour on a terminal and nowhere else."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys

import pytest

from angikar.cli.main import main
from angikar.cli.summary import doubt_line
from tests.conftest import ROOT
from tests.doubts import doubt_of

BROKEN = str(ROOT / "src" / "angikar" / "cli" / "demo" / "samples" / "broken-plan.txt")


def test_the_doubts_alone_come_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", BROKEN, "--json"]) == 1
    doubts = json.loads(capsys.readouterr().out)
    assert main(["check", BROKEN]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [doubt["code"] for doubt in doubts] == [line.split()[1] for line in lines]
    assert all(doubt["message"] and doubt["message_en"] for doubt in doubts)


def test_a_suggestion_of_several_lines_stays_on_its_line() -> None:
    doubt = doubt_of("latin-digits", "info", ("ক\nখ", "a\tb"), "items.0", suggestion="এক\nদুই")
    assert doubt_line(doubt) == "info latin-digits items.0 ক খ → এক দুই"


def test_a_line_is_painted_only_when_asked() -> None:
    doubt = doubt_of("area-weight-sum", "error", ("ক", "a"))
    assert doubt_line(doubt) == "error area-weight-sum - ক"
    assert doubt_line(doubt, colour=True) == "\x1b[31merror area-weight-sum\x1b[0m - ক"


@pytest.mark.parametrize(("variables", "painted"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_sees_colour_unless_it_refuses(variables: dict[str, str], painted: bool) -> None:
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | variables
    command = [sys.executable, "-m", "angikar.cli.main", "check", BROKEN]
    with subprocess.Popen(command, stdout=theirs, env=environment) as running:
        os.close(theirs)
        seen = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            seen += piece
        running.wait()
    os.close(ours)
    assert (b"\x1b[31m" in seen) is painted
    assert b"area-weight-sum" in seen
