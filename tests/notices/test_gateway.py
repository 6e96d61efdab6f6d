"""A gateway described by settings: every shape of a request, what counts as sent, and that no text becomes a part of the form."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from django.test import override_settings

from angikar.notices.channels import NotSent
from angikar.notices.channels.gateway import send_sms

NOW = datetime(2022, 10, 12, 4, tzinfo=UTC)
NASTY = 'আজ "শেষ" দিন & {key} <b>\\n'


class _Asked(NamedTuple):
    method: str
    path: str
    headers: dict[str, str]
    body: str


class _Gateway(HTTPServer):
    """A gateway on this machine that keeps what it was asked and answers as the test wants."""

    asked: list[_Asked]
    answer: tuple[int, str]


class _Hand(BaseHTTPRequestHandler):
    server: _Gateway

    def _take(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        self.server.asked.append(_Asked(self.command, self.path, dict(self.headers), body))
        status, text = self.server.answer
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://127.0.0.1:1/")
        self.end_headers()
        self.wfile.write(text.encode())

    do_GET = do_POST = _take  # noqa: N815  (the names its package calls)

    def log_message(self, *_words: object) -> None:
        """Print nothing."""


@pytest.fixture
def gateway() -> Iterator[_Gateway]:
    """The gateway, listening."""
    server = _Gateway(("127.0.0.1", 0), _Hand)
    server.asked, server.answer = [], (200, '{"status": "queued"}')
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def _send(gateway: _Gateway, text: str = NASTY, **settings: object) -> _Asked:
    address = f"http://127.0.0.1:{gateway.server_port}/send"
    with override_settings(**{"SMS_GATEWAY": address, "SMS_KEY": "secret", **settings}):
        send_sms("+880 1711-000000", text, "https://h.example/1", number_of=7, at=NOW)
    return gateway.asked[-1]


def _settled(text: str) -> str:
    return " ".join(text.split()) + " https://h.example/1"


def test_the_usual_shape_is_json_with_the_key_as_bearer(gateway: _Gateway) -> None:
    asked = _send(gateway)
    assert (asked.method, asked.headers["Authorization"]) == ("POST", "Bearer secret")
    assert json.loads(asked.body) == {"to": "8801711000000", "text": _settled(NASTY)}


def test_a_form_is_a_shape(gateway: _Gateway) -> None:
    asked = _send(
        gateway,
        SMS_HEADERS={"Content-Type": "application/x-www-form-urlencoded"},
        SMS_BODY="api_key={key}&number={to_local}&message={text}&senderid={sender}&ref={id}",
        SMS_SENDER="ANGIKAR",
    )
    assert parse_qs(asked.body) == {
        "api_key": ["secret"],
        "number": ["01711000000"],
        "message": [_settled(NASTY)],
        "senderid": ["ANGIKAR"],
        "ref": ["7"],
    }


def test_an_address_with_places_is_a_shape(gateway: _Gateway) -> None:
    there = f"http://127.0.0.1:{gateway.server_port}/sms?user=o&pass={{key}}&to={{to}}&msg={{text}}"
    asked = _send(gateway, SMS_GATEWAY=there, SMS_METHOD="GET", SMS_HEADERS={})
    assert (asked.method, asked.body) == ("GET", "")
    said = parse_qs(urlsplit(asked.path).query)
    assert (said["to"], said["msg"], said["pass"]) == (["8801711000000"], [_settled(NASTY)], ["secret"])


def test_xml_is_a_shape(gateway: _Gateway) -> None:
    asked = _send(
        gateway,
        SMS_HEADERS={"Content-Type": "text/xml", "Authorization": "Basic {basic}"},
        SMS_BODY="<sms><to>{to}</to><text>{text}</text></sms>",
    )
    assert ElementTree.fromstring(asked.body).findtext("text") == _settled(NASTY)
    assert asked.headers["Authorization"] == "Basic c2VjcmV0"


@pytest.mark.parametrize(("status", "closed"), [(400, False), (401, True), (429, True), (503, True)])
def test_a_refusal_keeps_its_reason(gateway: _Gateway, status: int, closed: bool) -> None:
    gateway.answer = (status, "no")
    with pytest.raises(NotSent, match=str(status)) as refused:
        _send(gateway)
    assert refused.value.closed is closed


def test_an_answer_that_does_not_say_sent_is_a_failure_without_the_key(gateway: _Gateway) -> None:
    gateway.answer = (200, "ERROR 1007: balance of secret is low")
    assert _send(gateway)
    with pytest.raises(NotSent, match=r"1007: balance of \*\*\* is low") as refused:
        _send(gateway, SMS_SENT="queued|^1101")
    assert "secret" not in str(refused.value)


def test_a_gateway_that_sends_elsewhere_is_not_followed(gateway: _Gateway) -> None:
    gateway.answer = (302, "")
    with pytest.raises(NotSent):
        _send(gateway)


def test_a_gateway_that_is_not_there_is_closed() -> None:
    with override_settings(SMS_GATEWAY="http://127.0.0.1:1/"), pytest.raises(NotSent) as refused:
        send_sms("01711000000", "ক", "", number_of=1, at=NOW)
    assert refused.value.closed
