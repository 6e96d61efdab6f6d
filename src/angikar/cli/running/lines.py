"""Lines to other machines: which of them carry what they carry without encryption, by the settings of the house."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import Any, cast
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks

_VERIFIED = frozenset({"verify-ca", "verify-full"})


def open_lines() -> list[str]:
    """The settings by which something leaves this machine that others on the way can read, or alter, or answer in another's name."""
    return sorted(set(_open_lines()))


def is_here(host: str) -> bool:
    """Whether a host is this machine: a name of its own, an address of its own, or a socket in a folder."""
    plain = host.strip("[]")
    if not plain or plain.startswith("/") or plain == "localhost":
        return True
    try:
        return ipaddress.ip_address(plain).is_loopback
    except ValueError:
        return False


def warned(app_configs: object = None, **_options: object) -> list[checks.CheckMessage]:
    """The check of Django that `check --deploy` runs, and the doctor."""
    said = "{} leads to another machine without TLS, or without a look at its certificate."
    return [checks.Warning(said.format(name), obj=name, id="angikar.W001") for name in open_lines()]


def _open_lines() -> Iterator[str]:
    database = cast(dict[str, Any], settings.DATABASES["default"])
    if not is_here(str(database.get("HOST", ""))) and database["OPTIONS"].get("sslmode") not in _VERIFIED:
        yield "DATABASE_URL"
    if settings.MAIL_FROM and not (is_here(settings.EMAIL_HOST) or settings.EMAIL_USE_TLS):
        yield "ANGIKAR_MAIL_TLS"
    for name, listener in (("ANGIKAR_VIRUS_SCANNER", settings.VIRUS_SCANNER), ("ANGIKAR_LOG_TO", settings.LOG_TO)):
        if not is_here(listener if listener.startswith("/") else listener.rpartition(":")[0]):
            yield name
    for name, address in (
        ("ANGIKAR_SMS_GATEWAY", settings.SMS_GATEWAY),
        ("ANGIKAR_OIDC_SERVER", settings.OIDC_SERVER),
        ("ANGIKAR_TIMESTAMP_SERVER", settings.TIMESTAMP_SERVER),
    ):
        parts = urlsplit(address)
        if parts.scheme == "http" and not is_here(parts.hostname or ""):
            yield name
