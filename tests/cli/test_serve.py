"""Serving: which addresses are printed and answered, what runs beside the server, and how it ends."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from angikar.cli import serve
from angikar.cli.running.addresses import doors, own_addresses
from tests.cli.processes import called, free_port, served


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of data whose tables are up to date."""
    made = tmp_path_factory.mktemp("prepared")
    assert called(made, "manage", "migrate", "-v0").returncode == 0
    return made


@pytest.fixture
def place(prepared: Path, tmp_path: Path) -> Path:
    """A folder with a copy of that data."""
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return tmp_path


def _beside(pid: int) -> list[str]:
    """The command lines of the processes that a process started itself."""
    listed = subprocess.run(["ps", "-o", "args=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return listed.stdout.splitlines()


def test_the_local_network_gets_the_addresses_to_open_and_they_answer(place: Path) -> None:
    address = next(iter(own_addresses()), "")
    if not address:
        pytest.skip("this machine is in no network")
    with served(place, "--lan", "--no-tend") as server:
        assert f"http://{address}:{server.port}" in server.printed
        assert "Open the address above from other machines" in server.printed
        assert server.get("/account/login/", host=f"{address}:{server.port}")[0] == 200
        status, page = server.get("/", host="10.9.8.7:8000")
        assert (status, "এই ঠিকানায় অঙ্গীকার খোলা নেই" in page) == (400, True)
        assert "10.9.8.7" not in page
        assert "Traceback" not in server.printed


def test_a_server_tends_beside_itself_and_both_end_together(place: Path) -> None:
    with served(place) as server:
        assert [line for line in _beside(server.process.pid) if " tend " in line]
        assert server.stop() == 0
    assert not _beside(server.process.pid)


def test_a_server_that_is_killed_leaves_no_tending_behind(place: Path) -> None:
    with served(place) as server:
        line = f"tend --parent {server.process.pid}"
        server.process.kill()
        server.process.wait()
        latest = time.monotonic() + 60
        while line in subprocess.run(["ps", "-eo", "args="], capture_output=True, text=True, check=True).stdout:
            assert time.monotonic() < latest, "tending goes on without its server"
            time.sleep(0.5)
        os.killpg(server.process.pid, 9)  # the workers the killed server left


def test_a_server_need_not_tend(place: Path) -> None:
    with served(place, "--no-tend", "--workers", "1", "--threads", "2") as server:
        assert not [line for line in _beside(server.process.pid) if " tend " in line]


def test_the_threads_of_a_worker_are_given_one_heap_where_the_library_knows_how(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[int, int]] = []
    known = SimpleNamespace(mallopt=lambda *wish: asked.append(wish))
    for library in (SimpleNamespace(), known):
        monkeypatch.setattr("angikar.cli.serve.ctypes.CDLL", lambda _name, library=library: library)
        serve._share_one_heap()
    assert asked == [(-1, 131_072), (-8, 1)]


def test_requests_under_way_are_answered_before_it_ends(place: Path) -> None:
    with served(place, "--no-tend") as server, ThreadPoolExecutor(12) as visitors:
        assert server.get("/account/login/")[0] == 200
        asked = [visitors.submit(server.get, "/account/login/") for _ in range(12)]
        while not any(each.done() for each in asked):
            time.sleep(0.01)
        assert server.stop() == 0
        assert {each.result()[0] for each in asked} == {200}


def test_a_port_that_is_taken_is_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port()))
        taken.listen()
        done = called(tmp_path, "serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "give another by --port" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("call", [("--port", "0"), ("--port", "x"), ("--workers", "0"), ("--cert", "a.pem")])
def test_a_wrong_call_is_refused(call: tuple[str, ...], tmp_path: Path) -> None:
    done = called(tmp_path, "serve", *call)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


def test_a_host_of_its_own_is_answered_and_printed() -> None:
    found = doors("192.0.2.7", 8000)
    assert found.urls == ("http://192.0.2.7:8000",)
    assert found.names == ("192.0.2.7", "127.0.0.1", "localhost")


def test_this_machine_alone_has_one_address() -> None:
    assert doors("127.0.0.1", 8000).urls == ("http://127.0.0.1:8000",)
    assert doors("::1", 8000, scheme="https").bind == "::1"
