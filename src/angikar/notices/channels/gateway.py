"""The office's SMS gateway, described by settings: address, method, headers and body with places that are filled for each message."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable
from datetime import datetime
from urllib.error import HTTPError, URLError
from urllib.parse import quote, quote_plus
from urllib.request import HTTPRedirectHandler, Request, build_opener
from xml.sax.saxutils import escape

from django.conf import settings

from angikar.notices.channels import NotSent
from angikar.notices.channels.segments import length, shortened

DRY_RUN = "dry-run"
"""The gateway that sends no message and writes each into a file, to see what would be sent."""
SINK = "sms-dry-run.jsonl"
"""That file, in the folder of the data."""
_TIMEOUT = 15
"""Seconds the gateway may take to answer."""
_LONGEST = 2_000
"""Signs of an answer that are looked at."""
_PLACE = re.compile(r"\{(to|to_local|text|key|sender|id|basic)\}")

_Fill = Callable[[str], str]


def send_sms(number: str, text: str, link: str, *, number_of: int, at: datetime) -> None:
    """Send a text with its link in as many segments as the settings allow; `number_of` is the delivery's own number. Raises
    `NotSent`.
    """
    whole = shortened(text, link, settings.SMS_SEGMENTS)
    values = {
        "to": _international(number),
        "to_local": _local(number),
        "text": whole,
        "key": settings.SMS_KEY,
        "sender": settings.SMS_SENDER,
        "id": str(number_of),
        "basic": b64encode(settings.SMS_KEY.encode()).decode(),
    }
    if settings.SMS_GATEWAY == DRY_RUN:
        _write_down(values, at)
    else:
        _call(values)


def _international(number: str) -> str:
    figures = re.sub(r"\D", "", number)
    return f"88{figures}" if len(figures) == 11 and figures.startswith("01") else figures


def _local(number: str) -> str:
    figures = _international(number)
    return figures[2:] if len(figures) == 13 and figures.startswith("8801") else figures


def _write_down(values: dict[str, str], at: datetime) -> None:
    counted = length(values["text"])
    line = {"at": at.isoformat(timespec="seconds"), "to": values["to"], "text": values["text"], **counted._asdict()}
    with (settings.VAR / SINK).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


class _NoRedirects(HTTPRedirectHandler):
    """A gateway that sends us elsewhere is not followed: the message holds what is not for others."""

    def redirect_request(self, *_arguments: object) -> None:
        """Follow no redirect."""


def _call(values: dict[str, str]) -> None:
    method, body = settings.SMS_METHOD, settings.SMS_BODY
    kind = settings.SMS_HEADERS.get("Content-Type", "")
    data = _filled(body, values, _encoding_of(kind)).encode() if method == "POST" else None
    headers = {name: _filled(value, values, _plain_header) for name, value in settings.SMS_HEADERS.items()}
    url = _filled(settings.SMS_GATEWAY, values, lambda value: quote(value, safe=""))
    call = Request(url, data=data, headers=headers, method=method)  # noqa: S310  (the settings allow http only)
    try:
        with build_opener(_NoRedirects).open(call, timeout=_TIMEOUT) as answer:
            said = answer.read(_LONGEST).decode("utf-8", errors="replace")
    except HTTPError as wrong:
        raise NotSent(
            f"{wrong.code} {wrong.reason}", closed=wrong.code in (401, 403, 429) or wrong.code >= 500
        ) from wrong
    except (URLError, OSError, ValueError) as wrong:
        raise NotSent(str(wrong) or type(wrong).__name__, closed=True) from wrong
    if settings.SMS_SENT and not re.search(settings.SMS_SENT, said):
        raise NotSent(f"the gateway answered: {_without(said, values)[:200]}")


def _filled(template: str, values: dict[str, str], fill: _Fill) -> str:
    return _PLACE.sub(lambda place: fill(values[place[1]]), template)


def _encoding_of(content_type: str) -> _Fill:
    """How a value is written inside a body of that type, so that no text of a message becomes a part of the form."""
    if "json" in content_type:
        return lambda value: json.dumps(value, ensure_ascii=False)[1:-1]
    if "xml" in content_type:
        return lambda value: escape(value, {'"': "&quot;", "'": "&apos;"})
    return quote_plus


def _plain_header(value: str) -> str:
    return re.sub(r"[^\x20-\x7e]", "", value)


def _without(said: str, values: dict[str, str]) -> str:
    """What the gateway answered, without the key where it repeats it."""
    return said.replace(values["key"], "***") if values["key"] else said
