"""Logs: every request gets a number that stands in its answer and in each of its lines; no line names a person or holds a secret."""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse

REQUEST = ContextVar("angikar_request", default="-")
"""The number of the request that is being answered."""

_log = logging.getLogger("angikar.requests")
_TRACES = logging.Formatter()
_GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")
_SECRET = re.compile(r"(/(?:letter|leave|calendar|account/password)/)[^/\s?]+")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_MOBILE = re.compile(r"(?<!\d)(?:\+?88)?01\d{9}(?!\d)")


class NumberedRequests:
    """Numbers each request and writes one line about it: what kind of page, which answer, how long it took."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request under its number; one of the office's own proxy is taken over."""
        number = _number(request)
        REQUEST.set(number)  # it stays until the next request: Django writes lines after the last middleware too
        began = time.perf_counter()
        response = self._answer(request)
        milliseconds = round((time.perf_counter() - began) * 1000, 1)
        _log.info("request", extra=_about(request, response, milliseconds))
        response["X-Request-ID"] = number
        return response


def _number(request: HttpRequest) -> str:
    given = request.headers.get("X-Request-ID", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return given if _GIVEN.fullmatch(given) else secrets.token_hex(8)


def _about(request: HttpRequest, response: HttpResponse, milliseconds: float) -> dict[str, object]:
    """What a line says of a request: the pattern of its address, never the address itself."""
    match = request.resolver_match
    return {
        "method": request.method,
        "route": match.route if match else "-",
        "status": response.status_code,
        "ms": milliseconds,
    }


class WithoutPersons(logging.Filter):
    """Gives each line the number of its request, and takes out of it what names a person: tokens, addresses, numbers."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line pass, cleaned."""
        record.request_number = REQUEST.get()
        record.msg = cleaned(record.getMessage())
        record.args = ()
        if record.exc_info:
            record.exc_text = cleaned(_TRACES.formatException(record.exc_info))
            record.exc_info = None
        for name in ("request", "server_time"):
            record.__dict__.pop(name, None)
        return True


def cleaned(text: str) -> str:
    """A text without tokens of links, e-mail addresses and mobile numbers.

    >>> cleaned("Not Found: /letter/Ab-9/letter.pdf for a.b@c.bd or 01711000000")
    'Not Found: /letter/…/letter.pdf for … or …'
    """
    return _MOBILE.sub("…", _MAIL.sub("…", _SECRET.sub(r"\1…", text)))


def settled(level: str, form: str, to: str = "") -> dict[str, object]:
    """The settings of logging: lines of text, or JSON for machines that gather them; a collector (`to`, host:port) gets each line by
    UDP too, which waits for nobody.
    """
    fields = "%(asctime)s %(levelname)s %(name)s %(request_number)s %(message)s"
    text = {"format": fields}
    json = {
        "()": "pythonjsonlogger.json.JsonFormatter",
        "fmt": fields,
        "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger", "request_number": "request"},
        "json_ensure_ascii": False,
    }
    each = {"level": "INFO" if form == "JSON" else "WARNING"}
    console = {"class": "logging.StreamHandler", "formatter": "line", "filters": ["persons"]}
    host, _, port = to.rpartition(":")
    collector = {"class": "logging.handlers.SysLogHandler", "formatter": "line", "filters": ["persons"]}
    handlers = {"console": console} | ({"collector": {**collector, "address": (host, int(port))}} if to else {})
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"persons": {"()": "angikar.site.logs.WithoutPersons"}},
        "formatters": {"line": json if form == "JSON" else text},
        "handlers": handlers,
        "loggers": {
            "angikar.requests": each,
            "angikar.security": each,
            "django.security.DisallowedHost": {"level": "CRITICAL"},  # anybody may ask by a wrong name; it gets a page
        },
        "root": {"handlers": list(handlers), "level": level},
    }
