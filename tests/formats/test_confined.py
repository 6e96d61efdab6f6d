"""A stranger's file is opened in a process of its own, which has little memory, little time, no network, no files but its own, no secrets."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given

from angikar.formats import Unreadable, confined, limits, read, sentences
from angikar.formats.confined import read_confined, understand_confined
from angikar.formats.errors import OutOfTime
from angikar.formats.intake import Kind
from angikar.formats.limits import LIMITS
from angikar.formats.wire import packed, packed_refusal, unpacked, unpacked_refusal
from angikar.formats.writers.docx import write_docx
from angikar.formats.writers.pdf import write_pdf
from angikar.rules import kinds
from angikar.rules.document import Cell, Document, Paragraph, Place, Row, Table
from tests.formats.papers import DOCUMENTS
from tests.formats.samples import letter
from tests.formats.scans import drawn, plan_page, png
from tests.rules.kinds.circulars import SAMPLE as CIRCULAR

INSIDE = """
import json, os, resource, socket, sys
sys.path[:0] = {path!r}
from angikar.formats import sandbox, worker
has_landlock = sandbox.keep_to({folder!r})
worker.confine("text", {folder!r})
found = dict(landlock=has_landlock, network=os.readlink("/proc/self/ns/net"))
for name, code in {tries!r}.items():
    try:
        exec(code)
        found[name] = ""
    except Exception as refused:
        found[name] = type(refused).__name__
print(json.dumps(found))
"""
TRIES = {
    "its own folder": ("open({own!r} + '/made', 'w').write('x')", ""),
    "much memory": ("bytearray({memory})", "MemoryError"),
    "a file that fills the disk": ("open({own!r} + '/big', 'wb').truncate({most} + 1)", "OSError"),
    "many open files": ("kept = [open(os.devnull) for _ in range({files})]", "OSError"),
    "a file of the house": ("open({secret!r})", "PermissionError"),
    "the folder of the house": ("os.listdir({house!r})", "PermissionError"),
    "writing in the house": ("open({house!r} + '/new', 'w')", "PermissionError"),
    "removing from the house": ("os.unlink({secret!r})", "PermissionError"),
    "the secrets of the process beside it": ("open('/proc/{parent}/environ', 'rb').read()", "PermissionError"),
    "an address of this machine": ("socket.create_connection(('127.0.0.1', {port}), 2)", "OSError"),
}
"""What a reader tries, and how it is refused."""


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What became of everything a reader tried, by name."""
    own, house = tmp_path_factory.mktemp("own"), tmp_path_factory.mktemp("house")
    secret = house / "secret"
    secret.write_text("x")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        facts = {
            "own": str(own),
            "house": str(house),
            "secret": str(secret),
            "memory": LIMITS["text"].memory << 20,
            "most": limits.FILE_SIZE,
            "files": limits.OPEN_FILES,
            "parent": os.getpid(),
            "port": port,
        }
        tries = {name: code.format(**facts) for name, (code, _) in TRIES.items()}
        places = [str(house), *filter(None, sys.path)]  # as where the system is started in the folder of its data
        code = INSIDE.format(path=places, folder=str(own), tries=tries)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=house)
    assert secret.exists()
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("what", TRIES)
def test_a_reader_has_little_of_everything_and_reaches_no_file_but_its_own(what: str, inside: dict[str, str]) -> None:
    if what == "an address of this machine" and inside["network"] == os.readlink("/proc/self/ns/net"):
        pytest.skip("this system lets no process give up its network")
    if TRIES[what][1] == "PermissionError" and not inside["landlock"]:
        pytest.skip("this kernel has no Landlock")
    found, wanted = inside[what], TRIES[what][1]
    assert found == wanted or (wanted == "OSError" and found in ("ConnectionRefusedError", "BlockingIOError")), what


def test_a_module_in_the_folder_where_the_system_was_started_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lxml.py").write_text("import os\nos._exit(1)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(confined, "_SPAWNER", confined.Spawner())
    assert read_confined("docx", write_docx(letter())).text == letter().text


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
    document = Document((Table((Row((cell,)),)), Paragraph("ক", unsure="")), "ক", True, ("{}",))
    assert unpacked(packed(document)) == document
    assert unpacked(packed(document)).carried == ("{}",)


def test_a_refusal_survives_with_its_code_and_facts() -> None:
    refused = unpacked_refusal(packed_refusal(Unreadable(sentences.SHEET_TOO_LARGE, sheet="পাতা ১")))
    assert refused.code == "sheet-too-large"
    assert "“পাতা ১”" in refused.message


def test_a_refusal_of_another_package_does_not_pass() -> None:
    with pytest.raises(KeyError):
        unpacked_refusal(b'["quarter-closed", {}]')


def test_a_reader_sees_no_more_of_the_environment_than_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, str] = {}
    begin: Callable[..., object] = subprocess.Popen

    def popen(*args: object, env: dict[str, str], **options: object) -> object:
        seen.update(env)
        return begin(*args, env=env, **options)

    monkeypatch.setenv("ANGIKAR_SECRET_KEY", "x")
    monkeypatch.setattr(confined.subprocess, "Popen", popen)
    monkeypatch.setattr(confined, "_SPAWNER", confined.Spawner())
    assert read(write_docx(letter()), "x").text
    assert "PYTHONPATH" in seen
    assert not [name for name in seen if name.startswith("ANGIKAR")]


@pytest.mark.usefixtures("reads_pictures")
def test_what_takes_too_long_is_ended_with_all_it_started(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    begin = confined._SPAWNER.begin
    monkeypatch.setattr(confined._SPAWNER, "begin", lambda end: begun.append(begin(end)) or begun[0])
    with pytest.raises(Unreadable, match="abnormally much time"):
        read_confined("picture", png(drawn(plan_page())), seconds=1.5)
    for _ in range(100):  # the system buries the dead in its own time
        if not running(begun[0]):
            break
        time.sleep(0.02)
    assert running(begun[0]) == []


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_of_file_is_given_up_after_its_time(kind: Kind) -> None:
    with pytest.raises(Unreadable, match="abnormally much time"):
        read_confined(kind, b"x" * 4000, seconds=0)


ENDLESS = {
    "characters": Document((Paragraph("ক" * (limits.CHARACTERS + 1)),)),
    "cells": Document((Table((Row((Cell(),) * 1000),) * (limits.CELLS // 1000 + 1)),)),
    "lines": Document((Paragraph("ক"),) * (limits.BLOCKS + 1)),
}


@pytest.mark.parametrize("what", ENDLESS)
def test_a_paper_that_no_office_writes_is_refused_with_what_to_do(what: str) -> None:
    with pytest.raises(Unreadable, match="split it into several files") as refused:
        limits.refuse_endless(ENDLESS[what])
    assert "ভাগ করে আলাদা ফাইলে দিন" in refused.value.message


def test_a_paper_with_endless_digits_is_refused_before_anything_counts_with_them() -> None:
    with pytest.raises(Unreadable, match="1000 digits in a row"):
        understand_confined(("সভার কার্যবিবরণী\n" + "৯" * 5000).encode(), "x.txt")
    assert limits.refuse_endless(Document((Paragraph("৯" * 1000),))).blocks


def test_a_text_of_three_megabytes_is_refused_where_it_is_read() -> None:
    with pytest.raises(Unreadable, match="split it into several files"):
        understand_confined("ক".encode() * 1_000_001, "x.txt")


def test_one_endless_word_is_read_in_proportion() -> None:
    (found,) = understand_confined(("ক" * 100_000).encode(), "x.txt", seconds=60)
    assert found.kind == "plain_letter"


def test_what_is_understood_comes_home_whole() -> None:
    text = CIRCULAR.encode()
    here = kinds.understand(read(text, "x"))
    (there,) = understand_confined(text, "x")
    assert (there.kind, there.framework, there.doubts) == (here.kind, here.framework, here.doubts)
    assert there.content == here.content.model_dump(mode="json", by_alias=True)


def test_an_unknown_kind_of_paper_is_refused_where_it_is_typed_and_disbelieved_inside_a_pdf() -> None:
    ballad = '{"kind": "ballad", "content": {}}'
    with pytest.raises(Unreadable, match="There is no kind of paper"):
        understand_confined(ballad.encode(), "x.json")
    (found,) = understand_confined(write_pdf(letter(), attachment=ballad), "x.pdf")
    assert "carried-unreadable" in {each.code for each in found.doubts}


def test_the_process_that_waits_is_begun_again_when_it_died(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_SPAWNER", confined.Spawner())
    assert read_confined("text", b"one").text == "one"
    confined._SPAWNER._control.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]
    assert read_confined("text", b"two").text == "two"


@pytest.mark.skipif(
    not Path("/proc/self/autogroup").exists(), reason="this kernel weighs no sessions against each other"
)
def test_a_process_that_reads_lets_pages_go_first_in_whatever_session_it_runs() -> None:
    code = "from angikar.formats.worker import stand_back; stand_back(); print(open('/proc/self/autogroup').read())"
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, start_new_session=True
    )
    assert found.stdout.split()[-2:] == ["nice", "10"]


def test_several_files_are_opened_at_once() -> None:
    with ThreadPoolExecutor(4) as several:
        texts = [f"line {number}" for number in range(8)]
        assert [each.text for each in several.map(lambda text: read_confined("text", text.encode()), texts)] == texts


def test_the_folder_of_temporary_files_is_empty_afterwards(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    read_confined("text", b"one")
    with pytest.raises(Unreadable):
        read_confined("text", b"one", seconds=0)
    assert not list(tmp_path.iterdir())


def test_a_fault_of_ours_is_not_taken_for_a_bad_file() -> None:
    with pytest.raises(RuntimeError, match="no such kind"):
        read_confined("no such kind", b"", seconds=9)  # type: ignore[arg-type]


def test_where_no_process_can_be_begun_the_file_is_refused_and_the_next_one_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(confined, "_SPAWNER", confined.Spawner(first=("angikar.no_such_module",)))
    with pytest.raises(OutOfTime):
        read_confined("text", "নমুনা".encode())
    monkeypatch.setattr(confined, "_SPAWNER", confined.Spawner())
    assert read_confined("text", "নমুনা".encode()).text == "নমুনা"
