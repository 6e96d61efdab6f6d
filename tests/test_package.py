"""The package stands by itself: built, installed into an empty environment with what it names, it does what the checkout does."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import ROOT

UV = ROOT / ".boot" / "bin" / "uv"
PLAN = ROOT / "src" / "angikar" / "cli" / "demo" / "samples" / "broken-plan.txt"


CERTIFICATES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")


def _uv(*arguments: str | Path) -> None:
    own = "1" if any(map(os.path.exists, CERTIFICATES)) else "0"  # as the Makefile says it
    environment = {"UV_SYSTEM_CERTS": own, **os.environ}
    done = subprocess.run(
        [UV, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    _uv("build", "--quiet", "--wheel", "--python", sys.executable, "--out-dir", folder, ".")
    (made,) = folder.glob("angikar-*.whl")
    return made


@pytest.fixture(scope="module")
def home(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the package and what its metadata names, in the pinned versions, and no checkout."""
    folder = tmp_path_factory.mktemp("home")
    _uv("venv", "--quiet", "--python", sys.executable, folder / "env")
    _uv(
        *("pip", "install", "--quiet", "--python", folder / "env" / "bin" / "python"),
        *("--constraint", ROOT / "requirements" / "base.txt", "--no-build", wheel),
    )
    return folder


def _environment(folder: Path) -> dict[str, str]:
    return {"PATH": f"{folder / 'env' / 'bin'}:/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8"}


def _angikar(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [folder / "env" / "bin" / "angikar", *arguments]
    return subprocess.run(
        command, cwd=folder, env=_environment(folder), capture_output=True, text=True, check=False, timeout=120
    )


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [folder / "env" / "bin" / "angikar", "serve", "--port", port]
    with (folder / "serve.log").open("wb") as said:
        server = subprocess.Popen(command, cwd=folder, env=_environment(folder), stdout=said, stderr=said)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=60)


def _answer(address: str, log: Path) -> str:
    last = time.monotonic() + 120
    while True:
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return str(answer.read().decode())
        except OSError:
            assert time.monotonic() < last, log.read_text()
            time.sleep(0.3)


def test_the_package_carries_faces_scripts_sentences_and_licences(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        "angikar/py.typed",
        "angikar/assets/fonts/AngikarSerifBengali-Regular.ttf",
        "angikar/assets/web/htmx.min.js",
        "angikar/assets/web/LICENSE-htmx.txt",
        "angikar/assets/web/nacl.min.js",
        "angikar/assets/web/LICENSE-nacl.txt",
        "angikar/locale/en/LC_MESSAGES/django.mo",
        "angikar/rules/frameworks/agreement-2022-23.toml",
    }
    assert wanted - held == set()
    assert [name for name in held if name.endswith("licenses/LICENSE")]
    assert [name for name in held if "__pycache__" in name or name.startswith("tests")] == []


def test_the_installed_command_says_its_version(home: Path, wheel: Path) -> None:
    assert _angikar(home, "--version").stdout == f"angikar {wheel.name.split('-')[1]}\n"


def test_the_installed_command_checks_and_prints_a_paper(home: Path) -> None:
    checked = _angikar(home, "check", PLAN)
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "area-weight-sum" in checked.stdout
    printed = _angikar(home, "print", PLAN, "-o", "plan.pdf")
    assert (printed.returncode, printed.stderr) == (0, "")
    again = _angikar(home, "check", "plan.pdf")
    assert "area-weight-sum" in again.stdout, again.stderr


def test_without_the_packages_for_pictures_a_scan_gets_the_line_that_brings_them(home: Path) -> None:
    Image.new("L", (600, 800), 255).save(home / "page.png")
    done = _angikar(home, "read", "page.png")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'angikar[scan]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_installed_command_serves_its_pages_with_their_styles(home: Path) -> None:
    with _served(home) as address:
        page = _answer(address, home / "serve.log")
        styles = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
        assert ":root" in _answer(address + styles, home / "serve.log")
    assert (home / "var" / "db.sqlite3").exists()
    assert not os.path.lexists(home / "src")
