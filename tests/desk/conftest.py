"""What the tests of the screens share: somebody who has signed in, a day that stands still, an issued paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from angikar.papers.models import Paper
from tests.pledge import issued
from tests.world import World

Sign = Callable[[str], Client]
Stand = Callable[[date], None]


@pytest.fixture(autouse=True)
def _no_request_was_counted() -> None:
    """Forget how often the tests before tried the door: the limit is counted by address, and all come from one."""
    cache.clear()


@pytest.fixture
def sign(world: World) -> Sign:
    """A browser in which an officer of the world has signed in."""

    def signed(short: str) -> Client:
        client = Client()
        client.force_login(world.officers[short], "django.contrib.auth.backends.ModelBackend")
        return client

    return signed


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Stand:
    """Let it be another day."""

    def on(day: date) -> None:
        monkeypatch.setattr(timezone, "localdate", lambda *_: day)

    return on


@pytest.fixture
def october(stand: Stand) -> date:
    """A day on which the first quarter's reports are nearly due."""
    day = date(2022, 10, 10)
    stand(day)
    return day


@pytest.fixture
def paper(world: World, pledge: None) -> Paper:
    """Two indicators, 6 and 4 marks, that the clerk of the department answers for and the ministry looks over."""
    return issued(world, "6", "4", responsible="সহকারী পরিচালক (প্রশাসন)")
