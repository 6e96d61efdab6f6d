"""Behind nginx, as `deploy/nginx` has it: HTTPS alone, the true address of who asks, figures for nobody outside."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.architecture.house import ROOT
from tests.cli.processes import Server, free_port, served
from tests.conftest import absent

NAME = "angikar.example"
_FRAME = """
{user}daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/angikar.conf;
}}
"""


class _Front(NamedTuple):
    """nginx before a server: its ports for HTTP and HTTPS, its certificate, and the server behind."""

    plain: int
    secure: int
    certificate: Path
    behind: Server

    def get(self, path: str, *, body: bytes | None = None, **headers: str) -> http.client.HTTPResponse:
        """An answer over HTTPS, for which the certificate of the name is checked."""
        context = ssl.create_default_context(cafile=str(self.certificate))
        raw = socket.create_connection(("127.0.0.1", self.secure), timeout=20)
        line = http.client.HTTPSConnection(NAME, self.secure, timeout=20)
        line.sock = context.wrap_socket(raw, server_hostname=NAME)
        line.request("GET" if body is None else "POST", path, body=body, headers={"Host": NAME, **headers})
        return line.getresponse()


def _certificate(folder: Path) -> None:
    wanted = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-days", "2"]
    made = [f"{folder}/privkey.pem", "-out", f"{folder}/fullchain.pem"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *wanted, "-keyout", *made]
    subprocess.run(command, check=True, capture_output=True)


def _configured(folder: Path, plain: int, secure: int, behind: int) -> None:
    said = (ROOT / "deploy" / "nginx" / "angikar.conf").read_text(encoding="utf-8")
    changes = {
        "    listen [::]:80;\n": "",
        "    listen [::]:443 ssl http2;\n": "",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ": f"listen 127.0.0.1:{secure} ",
        "/etc/ssl/angikar": str(folder),
        "127.0.0.1:8000": f"127.0.0.1:{behind}",
    }
    for was, now in changes.items():
        assert was in said, was
        said = said.replace(was, now)
    user = "user root;\n" if os.getuid() == 0 else ""  # else its workers may not enter the folder of the test
    (folder / "angikar.conf").write_text(said, encoding="utf-8")
    (folder / "nginx.conf").write_text(_FRAME.format(folder=folder, user=user), encoding="utf-8")


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Front]:
    """nginx and a server behind it, both running."""
    nginx = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if nginx is None:
        absent("no nginx on this machine (`make system` installs it)")
    folder = tmp_path_factory.mktemp("nginx")
    _certificate(folder)
    settings = {"ANGIKAR_BEHIND_PROXY": "1", "ANGIKAR_HOSTS": NAME, "ANGIKAR_ADDRESS": f"https://{NAME}"}
    with served(folder, "--no-tend", "--workers", "1", **settings) as behind:
        plain, secure = free_port(), free_port()
        _configured(folder, plain, secure, behind.port)
        process = subprocess.Popen([str(nginx), "-p", str(folder), "-c", str(folder / "nginx.conf")])
        try:
            _wait(secure, process)
            yield _Front(plain, secure, folder / "fullchain.pem", behind)
        finally:
            process.terminate()
            process.wait(20)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    latest = time.monotonic() + 30
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            assert process.poll() is None, "nginx did not start"
            assert time.monotonic() < latest
            time.sleep(0.1)


def test_a_page_comes_over_https_with_cookies_for_https_alone(front: _Front) -> None:
    answer = front.get("/account/login/")
    assert answer.status == 200
    assert "অঙ্গীকার" in answer.read().decode()
    assert "max-age" in (answer.getheader("Strict-Transport-Security") or "")
    assert "Secure" in (answer.getheader("Set-Cookie") or "")
    assert len(answer.getheader("X-Request-ID") or "") == 32, "the number is that of nginx"


def test_plain_http_is_led_to_https(front: _Front) -> None:
    line = http.client.HTTPConnection("127.0.0.1", front.plain, timeout=20)
    line.request("GET", "/papers/?a=b", headers={"Host": NAME})
    answer = line.getresponse()
    assert (answer.status, answer.getheader("Location")) == (301, f"https://{NAME}/papers/?a=b")


def test_the_state_is_for_all_and_figures_for_none_outside(front: _Front) -> None:
    answer = front.get("/healthz")
    said = answer.read().decode()
    assert answer.status == 200
    assert "free_mb" not in said
    assert front.get("/metrics").status == 404


def test_a_form_needs_its_token_and_its_own_origin(front: _Front) -> None:
    first = front.get("/account/login/")
    cookie = (first.getheader("Set-Cookie") or "").split(";")[0]
    token = cookie.partition("=")[2]
    form = f"csrfmiddlewaretoken={token}&login=a&password=b".encode()
    sent = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    assert front.get("/account/login/", body=form, Origin=f"https://{NAME}", **sent).status == 200
    assert front.get("/account/login/", body=form, Origin="https://other.example", **sent).status == 403


def test_a_form_of_some_megabytes_passes(front: _Front) -> None:
    cookie = (front.get("/account/login/").getheader("Set-Cookie") or "").split(";")[0]
    form = f"csrfmiddlewaretoken={cookie.partition('=')[2]}&login=a&password=b&more={'x' * 3_000_000}".encode()
    sent = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded", "Origin": f"https://{NAME}"}
    assert front.get("/account/login/", body=form, **sent).status == 200
