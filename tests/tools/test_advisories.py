"""The tool that asks for advisories: it names each part that has one, and does not take silence for health."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tools.advisories import addresses, main


class _Database(BaseHTTPRequestHandler):
    """A database of advisories that knows one weakness, of one part."""

    weak = ""

    def do_POST(self) -> None:
        """Answer as OSV does: one result for each query, in their order."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        weak = [{"vulns": [{"id": "PYSEC-2099-1"}]} if each["package"]["purl"] == self.weak else {} for each in asked]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"results": weak}).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (named so by the library)
        """Say nothing."""


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """Its address."""
    server = HTTPServer(("127.0.0.1", 0), _Database)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_a_part_with_a_known_weakness_stops_the_release(
    database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (django,) = (each for each in addresses() if each.startswith("pkg:pypi/django@"))
    monkeypatch.setattr(_Database, "weak", "")
    assert main(database) == 0
    monkeypatch.setattr(_Database, "weak", django)
    assert main(database) == 1
    assert f"{django}  PYSEC-2099-1" in capsys.readouterr().out


def test_where_nobody_answers_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main("http://127.0.0.1:1") == 2
    assert "does not answer" in capsys.readouterr().err
    assert main("") == 2
    assert "Name the address" in capsys.readouterr().err
