"""The database: SQLite in the folder of running data, or PostgreSQL where DATABASE_URL names one."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from angikar.cli.running.lines import is_here

Settings = dict[str, object]

PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-4000;"
    "PRAGMA temp_store=MEMORY;PRAGMA foreign_keys=ON;"
)


def sqlite(file: Path) -> Settings:
    """SQLite as one office or one district runs it. `IMMEDIATE` makes writers queue up instead of failing half-way; what was
    committed survives a power cut (`durable_sqlite3`).
    """
    return {
        "ENGINE": "angikar.site.durable_sqlite3",
        "NAME": str(file),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": PRAGMAS},
    }


def postgresql(url: str) -> Settings:
    """PostgreSQL from `postgresql://user:password@host:port/name?option=value`; a host may also be a socket folder
    (`?host=/run`). To another machine it speaks encrypted, unless the URL says otherwise (`?sslmode=…`).
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ImproperlyConfigured("DATABASE_URL must look like postgresql://user:password@host:port/name.")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", unquote(parts.hostname or ""))
    if not is_here(host):
        options.setdefault("sslmode", "require")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": options.pop("port", str(parts.port or "")),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": "-c synchronous_commit=on", **options},
    }


def choose(url: str, var: Path) -> Settings:
    """The database that `DATABASE_URL` names; SQLite in `var` when it is empty."""
    return postgresql(url) if url else sqlite(var / "db.sqlite3")
