"""Bad input: whatever comes in, the answer is one clear sentence in two languages and exit code 2, never a traceback."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from angikar.formats import read, write_docx, write_pdf
from angikar.rules.kinds import kind_named, understand
from tests.cli.shell import Shell, is_bangla, sample

DEEP = 100_000


def _printed(ending: str) -> bytes:
    source = sample("plain-letter-demo")
    reading = understand(read(source.read_bytes(), source.name))
    document = kind_named(reading.kind).write(reading.content)
    return write_docx(document) if ending == "docx" else write_pdf(document)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)


MAKE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "empty": ("empty", lambda path: path.write_bytes(b"")),
    "blank": ("empty", lambda path: path.write_bytes(b" \r\n\t\0")),
    "binary": ("not text", lambda path: path.write_bytes(random.Random(7).randbytes(4096))),
    "cut-docx": ("cut short", lambda path: path.write_bytes(_printed("docx")[:2000])),
    "cut-pdf": ("cut short", lambda path: path.write_bytes(_printed("pdf")[:3000])),
    "huge": ("larger than 50 MB", _sparse),
    "deep-json": ("not the content", lambda path: path.write_text('{"kind": "minutes", "content": ' + "[" * DEEP)),
    "closed-deep-json": ("not the content", lambda path: path.write_text('{"a":' * DEEP + "1" + "}" * DEEP)),
    "json-of-nothing": ("not the content", lambda path: path.write_text("{}")),
    "json-misspelt": (
        "not the content",
        lambda path: path.write_text('{"kind": "minutes", "framework": null, "content": {"colour": "red"}}'),
    ),
    "json-unknown-kind": ("no kind of paper", lambda path: path.write_text('{"kind": "poem", "content": {}}')),
    "wrong-encoding": ("encoding", lambda path: path.write_bytes("বিষয়: সভা".encode("utf-16")[:-1])),
    "latin-1": ("encoding", lambda path: path.write_bytes("Überprüfung der Straße".encode("latin-1"))),
    "cut-picture": ("again", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))),
    "old-word": (".docx", lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64))),
    "folder": ("is a folder", lambda path: path.mkdir()),
    "missing": ("There is no file", lambda path: None),
}


@pytest.mark.parametrize("command", ["read", "check", "print"])
@pytest.mark.parametrize("name", MAKE)
def test_a_bad_file_is_refused_in_both_languages(name: str, command: str, angikar: Shell, tmp_path: Path) -> None:
    reason, make = MAKE[name]
    path = tmp_path / "paper.bin"
    make(path)
    more = ("-o", tmp_path / "out.pdf") if command == "print" else ()
    said = angikar(command, path, *more)
    assert (said.code, said.out) == (2, "")
    bangla, english = said.err.splitlines()
    assert is_bangla(bangla)
    assert reason in english
    assert not (tmp_path / "out.pdf").exists()


def test_an_unknown_ending_is_no_reason_to_refuse(angikar: Shell, tmp_path: Path) -> None:
    strange = tmp_path / "paper.xyz"
    strange.write_bytes(sample("circular-demo").read_bytes())
    assert angikar("read", strange, "--json").json["kind"] == "circular"


def test_a_paper_of_utf_16_is_read(angikar: Shell, tmp_path: Path) -> None:
    wide = tmp_path / "paper.txt"
    wide.write_bytes(sample("circular-demo").read_text(encoding="utf-8").encode("utf-16"))
    assert angikar("check", wide).code == 0


@pytest.mark.parametrize(("option", "reason"), [("--kind", "no kind of paper"), ("--framework", "poem")])
def test_an_unknown_kind_or_framework_is_refused(option: str, reason: str, angikar: Shell) -> None:
    said = angikar("read", sample("agreement-demo"), option, "poem")
    assert (said.code, said.out) == (2, "")
    bangla, english = said.err.splitlines()
    assert is_bangla(bangla)
    assert reason in english


def test_a_file_that_cannot_be_opened_is_refused(angikar: Shell) -> None:
    said = angikar("read", sample("agreement-demo") / "below-a-file.txt")
    assert (said.code, said.out) == (2, "")
    assert "could not be opened" in said.err.splitlines()[1]


@pytest.mark.parametrize("call", [("read",), ("poem",), ("print", "x"), ("schedule", "x"), ("score", "x"), ("date",)])
def test_a_wrong_call_shows_its_usage(call: tuple[str, ...], angikar: Shell) -> None:
    said = angikar(*call)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("usage: angikar")


def test_without_a_command_the_help_is_shown(angikar: Shell) -> None:
    said = angikar()
    assert (said.code, said.err) == (0, "")
    for command in ("read", "check", "print", "score", "schedule", "date", "unicode", "frameworks", "serve", "demo"):
        assert any(line.strip().startswith(command) for line in said.lines)


def test_the_process_itself_ends_without_a_traceback(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    command = [sys.executable, "-m", "angikar.cli.main", "read", str(empty)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "ফাইলটি খালি।\nThe file is empty.\n"


def test_a_reader_that_closes_its_end_is_no_error() -> None:
    command = f'"{sys.executable}" -m angikar.cli.main read "{sample("agreement-demo")}" --json | head -c 10'
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout[:1], done.stderr) == (0, "{", "")
