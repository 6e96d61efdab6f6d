"""Logs: a number for each request, JSON lines where they are wanted, and no person in any line."""

from __future__ import annotations

import io
import json
import logging
import logging.config
import socket
from collections.abc import Iterator

import pytest
from django.test import Client, override_settings

from angikar.site import logs
from tests.world import World


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is written while the logs are JSON."""
    before = {name: (logger.level, list(logger.handlers)) for name, logger in _loggers()}
    logging.config.dictConfig(logs.settled("WARNING", "JSON"))
    written = io.StringIO()
    handler = logging.getLogger().handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(written)
    yield written
    for name, logger in _loggers():
        level, handlers = before.get(name, (logging.NOTSET, []))
        logger.setLevel(level)
        logger.handlers = handlers


def _loggers() -> list[tuple[str, logging.Logger]]:
    return [(name, logging.getLogger(name)) for name in ("", "angikar.requests", "django.security.DisallowedHost")]


def test_a_request_is_one_line_with_its_number_and_its_pattern(world: World, lines: io.StringIO) -> None:
    answer = Client().get("/letter/a-secret-token/")
    said = [json.loads(line) for line in lines.getvalue().splitlines()]
    requests = [line for line in said if line["logger"] == "angikar.requests"]
    assert [(line["method"], line["route"], line["status"]) for line in requests] == [
        ("GET", "letter/<str:token>/", 404)
    ]
    assert {line["request"] for line in said} == {answer["X-Request-ID"]}
    assert requests[0]["ms"] >= 0
    assert "a-secret-token" not in lines.getvalue()


def test_a_line_holds_no_address_of_a_person(lines: io.StringIO) -> None:
    try:
        raise ValueError("no mail for a.b@example.org")
    except ValueError:
        logging.getLogger("angikar.x").exception("could not reach %s", "01711000000")
    (line,) = lines.getvalue().splitlines()
    assert "could not reach …" in json.loads(line)["message"]
    assert "no mail for …" in json.loads(line)["exc_info"]
    assert not [word for word in ("a.b@example.org", "01711000000") if word in line]


def test_a_number_is_taken_over_from_an_own_proxy_alone(world: World) -> None:
    given = {"x-request-id": "from-proxy-12345"}
    assert Client(headers=given).get("/healthz")["X-Request-ID"] != given["x-request-id"]
    with override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")):
        assert Client(headers=given).get("/healthz")["X-Request-ID"] == given["x-request-id"]
        assert Client(headers={"x-request-id": "a b\n"}).get("/healthz")["X-Request-ID"] != "a b\n"


def test_each_line_goes_to_a_collector_too() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as collector:
        collector.bind(("127.0.0.1", 0))
        collector.settimeout(20)
        made = logs.settled("WARNING", "JSON", f"127.0.0.1:{collector.getsockname()[1]}")
        before = {name: (logger.level, list(logger.handlers)) for name, logger in _loggers()}
        logging.config.dictConfig(made)
        logging.getLogger("angikar.security").info("signed in", extra={"officer": 7})
        sent = collector.recv(4096).decode()
        for name, (level, handlers) in before.items():
            logging.getLogger(name).setLevel(level)
            logging.getLogger(name).handlers = handlers
    said = json.loads(sent[sent.index("{") : sent.rindex("}") + 1])
    assert (said["logger"], said["officer"]) == ("angikar.security", 7)


def test_a_form_without_its_token_is_an_event_of_its_own(world: World, lines: io.StringIO) -> None:
    assert Client(enforce_csrf_checks=True).post("/account/login/", {"login": "clerk"}).status_code == 403
    events = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert [each["level"] for each in events if each["logger"].startswith("django.security.csrf")] == ["WARNING"]
