"""`angikar found` as a process in an empty folder: by options and by questions, with clear sentences for what is missing."""

from __future__ import annotations

import os
import pty
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

from tests.cli.test_backup import angikar

OPTIONS = (
    *("--office", "উপজেলা নক্ষত্র কার্যালয়, নদীকূল", "--level", "৭", "--memo", "০৫.৪৭.৪৯০০"),
    *("--post", "উপজেলা নক্ষত্র অফিসার", "--name", "জনাব দোয়েল", "--username", "doel"),
)
QUESTION = (
    "select o.name, o.kind, o.memo_prefix, p.is_head from offices_post p join offices_office o on o.id = p.office_id"
)


def _rows(var: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(var / "db.sqlite3")) as connection:
        return connection.execute(QUESTION).fetchall()


def test_options_found_an_office_in_an_empty_folder_once(tmp_path: Path) -> None:
    password = tmp_path / "password"
    password.write_text("river stone morning\n", encoding="utf-8")
    var = tmp_path / "var"
    call = ("found", *OPTIONS, "--password-file", str(password))
    made, again = angikar(var, *call), angikar(var, *call)
    assert (made.returncode, made.stderr) == (0, "")
    assert "sign in as “doel”" in made.stdout
    assert _rows(var) == [("উপজেলা নক্ষত্র কার্যালয়, নদীকূল", "upazila", "05.47.4900", 1)]
    assert (again.returncode, "There is an office here already" in again.stderr) == (2, True)


def test_without_a_terminal_the_missing_options_are_named(tmp_path: Path) -> None:
    said = angikar(tmp_path / "var", "found", *OPTIONS[:4])
    assert (said.returncode, said.stdout) == (2, "")
    assert "give these: --post, --name, --username" in said.stderr
    assert "Traceback" not in said.stderr


def test_on_a_terminal_it_asks_one_thing_after_the_other(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    kept = {
        name: each for name, each in os.environ.items() if not name.startswith(("ANGIKAR_", "DJANGO_", "DATABASE_"))
    }
    asked = subprocess.Popen(
        [sys.executable, "-m", "angikar.cli.main", "found"],
        env={**kept, "ANGIKAR_VAR": str(tmp_path / "var"), "PYTHONUTF8": "1"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    answers = [*OPTIONS[1::2], "river stone morning", "river stone morning"]
    said = ""
    with suppress(OSError):  # the terminal ends with the process
        while chunk := os.read(ours, 4096):
            said += chunk.decode("utf-8", "replace")
            if said.rstrip(" ").endswith(":") and answers:
                os.write(ours, f"{answers.pop(0)}\n".encode())
                said += "\n"
    assert asked.wait(timeout=60) == 0, said
    assert len(_rows(tmp_path / "var")) == 1
    assert "river stone morning" not in said
