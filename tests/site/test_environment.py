"""Settings come from the environment, typed, and a wrong one stops the start with a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from angikar.site import databases, environment

ROOT = Path(__file__).parents[2]


def test_a_switch_is_only_yes_or_no(monkeypatch: pytest.MonkeyPatch) -> None:
    for said, meant in (("1", True), ("Yes", True), ("off", False), ("", False)):
        monkeypatch.setenv("ANGIKAR_X", said)
        assert environment.switch("ANGIKAR_X", default=not meant) is meant
    monkeypatch.setenv("ANGIKAR_X", "maybe")
    with pytest.raises(ImproperlyConfigured, match="ANGIKAR_X is 'maybe'"):
        environment.switch("ANGIKAR_X", default=True)


def test_a_number_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.number("ANGIKAR_X", 8) == 8
    monkeypatch.setenv("ANGIKAR_X", "-3")
    with pytest.raises(ImproperlyConfigured, match="whole number"):
        environment.number("ANGIKAR_X", 8)


def test_what_must_be_set_must_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANGIKAR_X", raising=False)
    with pytest.raises(ImproperlyConfigured, match="ANGIKAR_X is not set"):
        environment.text("ANGIKAR_X")
    assert environment.words("ANGIKAR_X", "a, b,,c ") == ["a", "b", "c"]


def test_a_credential_is_a_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ANGIKAR_X").write_text("a secret\n", encoding="utf-8")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert environment.text("ANGIKAR_X") == "a secret"
    assert environment.text("ANGIKAR_Y", "default") == "default"
    monkeypatch.setenv("ANGIKAR_X", "of the environment")
    assert environment.text("ANGIKAR_X") == "of the environment"


@pytest.mark.parametrize(
    ("read", "written", "meant"),
    [
        (lambda name: environment.switch(name, False), "yes", True),
        (lambda name: environment.number(name, 1), "7", 7),
        (lambda name: environment.one_of(name, ("a", "b")), "b", "b"),
        (lambda name: environment.some_of(name, ("a", "b")), "b", frozenset("b")),
        (environment.words, "one, two", ["one", "two"]),
        (environment.address, "https://example.org", "https://example.org"),
        (environment.listener, "127.0.0.1:3310", "127.0.0.1:3310"),
        (environment.host_and_port, "127.0.0.1:514", "127.0.0.1:514"),
    ],
)
def test_every_kind_of_setting_may_be_a_credential(
    read: Callable[[str], object], written: str, meant: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ANGIKAR_X").write_text(f"{written}\n", encoding="utf-8")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert read("ANGIKAR_X") == meant


@pytest.mark.parametrize("value", ["514", "collector:", "collector:0", "collector:x"])
def test_a_collector_is_a_host_and_a_port(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANGIKAR_X", value)
    with pytest.raises(ImproperlyConfigured, match="host and a port"):
        environment.host_and_port("ANGIKAR_X")


def test_sqlite_queues_its_writers(tmp_path: Path) -> None:
    found = databases.choose("", tmp_path)
    assert found["NAME"] == str(tmp_path / "db.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"  # type: ignore[index]


DURABLE = "-c synchronous_commit=on"
"""Every session waits for the disk, whatever the server does by itself."""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgres://u:p%40ss@db.local:5433/office",
            ("office", "u", "p@ss", "db.local", "5433", {"options": DURABLE, "sslmode": "require"}),
        ),
        (
            "postgresql:///office?host=/run/pg&sslmode=require",
            ("office", "", "", "/run/pg", "", {"options": DURABLE, "sslmode": "require"}),
        ),
    ],
)
def test_a_database_url_is_taken_apart(url: str, expected: tuple[object, ...]) -> None:
    found = databases.postgresql(url)
    assert tuple(found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")) == expected


@pytest.mark.parametrize("url", ["mysql://x/y", "postgres://host", "db.sqlite3"])
def test_a_database_url_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must look like"):
        databases.postgresql(url)


def _start(tmp_path: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("ANGIKAR_", "DATABASE_", "DJANGO_"))
    }
    surroundings = {**kept, "PYTHONPATH": str(ROOT / "src"), "ANGIKAR_VAR": str(tmp_path), **settings}
    command = [
        sys.executable,
        "-m",
        "django",
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        "--settings",
        "angikar.site.settings",
    ]
    return subprocess.run(command, env=surroundings, check=False, capture_output=True, text=True)


def test_without_a_secret_the_system_does_not_start(tmp_path: Path) -> None:
    refused = _start(tmp_path)
    assert refused.returncode != 0
    assert "ANGIKAR_SECRET_KEY is not set" in refused.stderr


def test_the_settings_for_service_raise_no_warning(tmp_path: Path) -> None:
    secret = "".join(map(chr, range(48, 123)))
    checked = _start(tmp_path, ANGIKAR_SECRET_KEY=secret)
    assert checked.returncode == 0, checked.stderr
