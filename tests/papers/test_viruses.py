"""A file in which the scanner finds something is refused and not stored; where none is set nobody is asked."""

from __future__ import annotations

import socket
import socketserver
import struct
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from angikar.history.refusal import Refused
from angikar.papers import store
from angikar.papers.viruses import refuse_infected

SIGN = b"a test that only looks like a virus"


class _Scanner(socketserver.StreamRequestHandler):
    """Speaks as clamd does to INSTREAM: it gathers the parts and finds one sign in them."""

    def handle(self) -> None:
        assert self.rfile.read(10) == b"zINSTREAM\0"
        data = b""
        while size := struct.unpack(">I", self.rfile.read(4))[0]:
            data += self.rfile.read(size)
        if data == b"too much":
            self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
        elif data != b"hang up":
            self.wfile.write(b"stream: Eicar-Test-Signature FOUND\0" if SIGN in data else b"stream: OK\0")


@pytest.fixture(scope="module")
def scanner() -> Iterator[str]:
    """Where the scanner listens."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Scanner) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_an_infected_file_is_refused_and_not_stored(scanner: str, settings: Any, tmp_path: Path) -> None:
    settings.VIRUS_SCANNER, settings.FILES = scanner, tmp_path / "files"
    with pytest.raises(Refused) as refused:
        store.put(b"x" * 200_000 + SIGN)
    assert refused.value.code == "file-infected"
    assert "Eicar-Test-Signature" in refused.value.message
    assert not (tmp_path / "files").exists()


def test_a_clean_file_is_stored(scanner: str, settings: Any, tmp_path: Path) -> None:
    settings.VIRUS_SCANNER, settings.FILES = scanner, tmp_path / "files"
    assert store.get(store.put(b"clean" * 50_000)) == b"clean" * 50_000


@pytest.mark.parametrize("data", [b"hang up", b"too much"])
def test_a_scanner_that_says_nothing_of_use_lets_nothing_in(data: bytes, scanner: str, settings: Any) -> None:
    settings.VIRUS_SCANNER = scanner
    with pytest.raises(Refused) as refused:
        refuse_infected(data)
    assert refused.value.code == "scanner-away"


def test_a_scanner_that_is_away_lets_nothing_in(settings: Any, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    for address in (f"127.0.0.1:{port}", str(tmp_path / "none")):
        settings.VIRUS_SCANNER = address
        with pytest.raises(Refused):
            refuse_infected(b"x")


def test_without_a_scanner_nobody_is_asked(settings: Any) -> None:
    assert settings.VIRUS_SCANNER == ""
    refuse_infected(SIGN)
