"""A stranger's file is opened in a process of its own, which has little memory, little time, no network, no secrets."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given

from angikar.formats import Unreadable, confined, read, sentences, wire
from angikar.formats.confined import read_confined
from angikar.formats.wire import packed, packed_refusal, unpacked, unpacked_refusal
from angikar.formats.writers.docx import write_docx
from angikar.rules.document import Cell, Document, Paragraph, Place, Row, Table
from tests.formats.papers import DOCUMENTS
from tests.formats.samples import letter
from tests.formats.scans import drawn, plan_page, png

BEGIN = "import sys; sys.path[:0] = {path!r}; from angikar.formats import worker; worker.confine(); "


def within(code: str, *, before: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run some code where readers run."""
    begun = before + BEGIN.format(path=list(filter(None, sys.path)))
    return subprocess.run([sys.executable, "-c", begun + code], capture_output=True, check=False)


def running(group: int) -> list[str]:
    """The processes of a group that are not dead; the system may bury the dead later."""
    stats = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            stats.append(path.read_text().rpartition(")")[2].split())
    return [fields[0] for fields in stats if int(fields[2]) == group and fields[0] not in "ZX"]


@given(DOCUMENTS)
def test_a_document_survives_the_way_home(document: Document) -> None:
    assert unpacked(packed(document)) == document


def test_places_doubts_and_attachments_survive_too() -> None:
    cell = Cell("১২", 2, 3, place=Place(1, 2, 3, (0.5, 1, 2, 3)), unsure="১৭")
    document = Document((Table((Row((cell,)),)), Paragraph("ক", unsure="")), "ক", True, "{}")
    assert unpacked(packed(document)) == document
    assert unpacked(packed(document)).attached == "{}"


def test_a_refusal_survives_with_its_code_and_facts() -> None:
    refused = unpacked_refusal(packed_refusal(Unreadable(sentences.SHEET_TOO_LARGE, sheet="পাতা ১")))
    assert refused.code == "sheet-too-large"
    assert "“পাতা ১”" in refused.message


def test_a_refusal_of_another_package_does_not_pass() -> None:
    with pytest.raises(KeyError):
        unpacked_refusal(b'["quarter-closed", {}]')


def test_memory_is_limited() -> None:
    assert b"MemoryError" in within(f"bytearray({wire.MEMORY})").stderr


def test_the_network_is_out_of_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = within(f"import socket; socket.create_connection(('127.0.0.1', {port}), 2)")
    if not done.returncode:
        pytest.skip("this system lets no process give up its network")
    assert b"OSError" in done.stderr or b"Error" in done.stderr


def test_a_reader_sees_no_more_of_the_environment_than_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, str] = {}
    begin: Callable[..., object] = subprocess.Popen

    def popen(*args: object, env: dict[str, str], **options: object) -> object:
        seen.update(env)
        return begin(*args, env=env, **options)

    monkeypatch.setenv("ANGIKAR_SECRET_KEY", "x")
    monkeypatch.setattr(confined.subprocess, "Popen", popen)
    assert read(write_docx(letter()), "x").text
    assert "PYTHONPATH" in seen
    assert not [name for name in seen if name.startswith("ANGIKAR")]


@pytest.mark.usefixtures("reads_pictures")
def test_what_takes_too_long_is_ended_with_all_it_started(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    begin = subprocess.Popen
    monkeypatch.setattr(
        confined.subprocess, "Popen", lambda *args, **options: begun.append(begin(*args, **options)) or begun[0]
    )
    started = time.monotonic()
    with pytest.raises(Unreadable, match="abnormally much time"):
        read_confined("picture", png(drawn(plan_page())), seconds=1.5)
    assert time.monotonic() - started < 8
    assert running(begun[0].pid) == []


def test_a_fault_of_ours_is_not_taken_for_a_bad_file() -> None:
    with pytest.raises(RuntimeError, match="no such kind"):
        read_confined("no such kind", b"")  # type: ignore[arg-type]
