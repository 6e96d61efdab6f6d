"""The tests' own PostgreSQL server answers, and is gone when it is no longer needed."""

from __future__ import annotations

import psycopg
import pytest

from tests import postgres


def test_the_server_keeps_bangla_text(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        assert connection.execute("SELECT %s::text", ["অঙ্গীকার"]).fetchone() == ("অঙ্গীকার",)
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)


def test_a_stopped_server_no_longer_answers(postgres_url: str) -> None:
    binaries = postgres.programs()
    assert binaries is not None
    with postgres.server(binaries) as url, psycopg.connect(url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)
