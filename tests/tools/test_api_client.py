"""The client that is made of the description of the API: it is one typed module, and does what its methods say."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from django.test import Client as Browser

from angikar.api.urls import urlpatterns
from tests.api.conftest import Program, program
from tests.world import World
from tools.api_client import client

__all__ = ["program"]
pytestmark = pytest.mark.django_db
HOUSE = "http://testserver"


def _text() -> str:
    assert urlpatterns
    return client(Browser().get("/api/v1/openapi.json").json())


def _made(folder: Path) -> ModuleType:
    file = folder / "angikar_client.py"
    file.write_text(_text(), encoding="utf-8")
    spec = spec_from_file_location("angikar_client", file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _ask(method: str, address: str, headers: dict[str, str], body: bytes | None) -> tuple[int, bytes]:
    """Ask in this process."""
    kind = headers.pop("Content-Type", "application/json")
    path = address.removeprefix(HOUSE)
    answer = Browser().generic(method, path, body or b"", content_type=kind, headers=headers)
    return answer.status_code, answer.content


def test_the_client_is_typed(tmp_path: Path) -> None:
    (tmp_path / "angikar_client.py").write_text(_text(), encoding="utf-8")
    call = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file=",
        "--cache-dir",
        str(tmp_path / "kept"),
        "angikar_client.py",
    ]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout


def test_the_client_reads_a_list_to_its_end_and_says_what_is_refused(
    program: Program, world: World, tmp_path: Path
) -> None:
    module = _made(tmp_path)
    asks = module.Client(HOUSE, program("focal", "read", "papers").token, ask=_ask)
    assert asks.me()["username"] == "focal"
    offices = list(asks.rows(asks.offices(limit=3)))
    assert {each["name"] for each in offices} == {office.name for office in world.offices.values()}
    with pytest.raises(module.Refused) as refused:
        asks.paper(12345)
    assert (refused.value.status, refused.value.problem["code"]) == (404, "api-not-there")


def test_the_client_takes_a_file_in_once_and_amends_it(program: Program, world: World, tmp_path: Path) -> None:
    asks = _made(tmp_path).Client(HOUSE, program("focal", "read", "papers").token, ask=_ask)
    text = "বিষয়: সভার নোটিশ\n\nসভা হবে।\n".encode()
    taken = [asks.take_in(text, "letter.txt", kind="plain_letter", once="first")["items"][0] for _ in range(2)]
    assert taken[0] == taken[1]
    assert [each["id"] for each in asks.papers(state="intake")["items"]] == [taken[0]["id"]]
