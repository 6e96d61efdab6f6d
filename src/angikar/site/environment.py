"""Typed readers of environment variables: a wrong or missing value stops the start with a sentence that names it."""

from __future__ import annotations

import ipaddress
import os
import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from angikar.cli.running.credentials import given

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off", ""})


def text(name: str, default: str | None = None) -> str:
    """The value of a variable; without a default it must be set and not empty."""
    value = _given(name)
    value = default if value is None else value
    if not value and default is None:
        raise ImproperlyConfigured(f"{name} is not set.")
    return value or ""


def _given(name: str) -> str | None:
    """The value of a variable or credential."""
    try:
        return given(name)
    except (OSError, UnicodeDecodeError) as wrong:
        raise ImproperlyConfigured(f"The credential {name} cannot be read: {wrong}") from wrong


def _value(name: str, default: str = "") -> str:
    found = _given(name)
    return default if found is None else found


def host_and_port(name: str) -> str:
    """A variable that names a machine and a port (`host:514`), or nothing."""
    value = _value(name)
    host, _, port = value.rpartition(":")
    if value and not (host and port.isascii() and port.isdecimal() and 0 < int(port) < 65_536):
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a host and a port, such as 127.0.0.1:514.")
    return value


def switch(name: str, default: bool) -> bool:
    """A variable that says yes (1, true, yes, on) or no (0, false, no, off)."""
    value = _given(name)
    if value is None:
        return default
    if value.lower() in _YES | _NO:
        return value.lower() in _YES
    raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of 1, true, yes, on, 0, false, no, off.")


def number(name: str, default: int, *, least: int = 0, most: int | None = None) -> int:
    """A variable that holds a whole number, not below `least` and not above `most`."""
    value = _value(name)
    if not value:
        return default
    if value.isascii() and value.isdecimal() and int(value) >= least and (most is None or int(value) <= most):
        return int(value)
    limits = f" from {least} to {most}" if most is not None else ""
    raise ImproperlyConfigured(f"{name} is {value!r}; it must be a whole number{limits}.")


def one_of(name: str, known: tuple[str, ...]) -> str:
    """A variable that holds one of several words; the first where it is not set."""
    value = _value(name) or known[0]
    for word in known:
        if word.lower() == value.lower():
            return word
    raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of {', '.join(known)}.")


def some_of(name: str, known: tuple[str, ...]) -> frozenset[str]:
    """A variable that lists some of several words between commas."""
    chosen = frozenset(word.lower() for word in words(name))
    if chosen - set(known):
        raise ImproperlyConfigured(f"{name}: {', '.join(sorted(chosen - set(known)))}; choose of {', '.join(known)}.")
    return chosen


def lines(name: str, default: str) -> dict[str, str]:
    """A variable of lines `Name: value`, one header a line; `|` ends a line too."""
    found = {}
    for line in filter(None, (part.strip() for part in re.split(r"[\n|]", _value(name, default)))):
        header, colon, value = line.partition(":")
        if not colon or not header.strip():
            raise ImproperlyConfigured(f"{name} holds {line!r}; each line must look like Name: value.")
        found[header.strip()] = value.strip()
    return found


def pattern(name: str) -> str:
    """A variable that holds a regular expression; empty where it is not set."""
    value = _value(name)
    try:
        re.compile(value)
    except re.error as wrong:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a regular expression: {wrong}.") from wrong
    return value


def day(name: str) -> date | None:
    """A variable that holds a day (`2026-10-10`); `None` where it is not set."""
    value = _value(name)
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a day such as 2026-10-10.") from None


def words(name: str, default: str = "") -> list[str]:
    """A variable that lists words between commas."""
    return [word.strip() for word in _value(name, default).split(",") if word.strip()]


def networks(name: str, default: str) -> tuple[Network, ...]:
    """A variable that lists addresses and networks between commas, such as `127.0.0.1, 10.0.0.0/24`."""
    try:
        return tuple(ipaddress.ip_network(word, strict=False) for word in words(name, default))
    except ValueError as wrong:
        raise ImproperlyConfigured(f"{name}: {wrong}; write addresses or networks such as 10.0.0.0/24.") from wrong


def address(name: str) -> str:
    """A variable that holds an http or https address; empty where it is not set."""
    value = _value(name)
    if value and not value.startswith(("https://", "http://")):
        raise ImproperlyConfigured(f"{name} is {value!r}; it must begin with https:// or http://.")
    return value


def gateway(name: str) -> str:
    """A variable that holds an address, or `dry-run`."""
    return value if (value := _value(name)) == "dry-run" else address(name)


def provider(server: str, name: str, client: str, secret: str) -> list[dict[str, object]]:
    """What allauth needs to know of an OpenID Connect provider; nothing where none is set."""
    if not server:
        return []
    if not client or not secret:
        raise ImproperlyConfigured("ANGIKAR_OIDC_SERVER needs ANGIKAR_OIDC_CLIENT and ANGIKAR_OIDC_SECRET beside it.")
    known = {"provider_id": "office", "name": name, "client_id": client, "secret": secret}
    return [{**known, "settings": {"server_url": server}}]


def origin(url: str) -> list[str]:
    """Scheme and host of an address, for the policy of what a page may lead to; nothing where there is no address."""
    parts = urlsplit(url)
    return [f"{parts.scheme}://{parts.netloc}"] if url else []


def folder(name: str, default: str) -> Path:
    """A variable that names a folder; the folder is made when it is missing."""
    path = Path(_value(name) or default).resolve()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def file(name: str) -> str:
    """A variable that names a file which can be read; empty where it is not set."""
    path = _value(name).strip()
    if path and not os.access(path, os.R_OK):
        raise ImproperlyConfigured(f"{name} is {path!r}; there is no such file, or it cannot be read.")
    return path


def listener(name: str) -> str:
    """A variable that says where a program listens: `127.0.0.1:3310`, or the path of a socket; empty where there is none."""
    value = _value(name).strip()
    host, _, port = value.rpartition(":")
    if not value or value.startswith("/") or (host and port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
        return value
    raise ImproperlyConfigured(
        f"{name} is {value!r}; it must be an address such as 127.0.0.1:3310 or the path of a socket."
    )
