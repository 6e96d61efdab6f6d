"""Programs that ask with a token of somebody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from angikar.offices.tokens.actions import TokenWish, make_token
from tests.world import World


@dataclass(frozen=True)
class Asking:
    """A program with a token."""

    token: str

    def get(self, path: str, headers: dict[str, str] | None = None) -> HttpResponse:
        """Read."""
        return Client().get(f"/api/v1/{path}", headers={"Authorization": f"Bearer {self.token}", **(headers or {})})

    def post(self, path: str, sent: Any = None, headers: dict[str, str] | None = None) -> HttpResponse:
        """Write, as JSON."""
        known = {"Authorization": f"Bearer {self.token}", **(headers or {})}
        return Client().post(f"/api/v1/{path}", sent or {}, content_type="application/json", headers=known)


Program = Callable[..., Asking]


@pytest.fixture
def program(world: World) -> Program:
    """A program of an officer, with a token for some things."""
    cache.clear()

    def asking(who: str, *scopes: str) -> Asking:
        day = timezone.localdate()
        wish = TokenWish("যন্ত্র", scopes, day + timedelta(days=1))
        return Asking(make_token(world.officers[who], wish, today=day)[1])

    return asking


@pytest.fixture
def october(monkeypatch: pytest.MonkeyPatch) -> date:
    """A day on which the first quarter's reports are nearly due."""
    day = date(2022, 10, 10)
    monkeypatch.setattr(timezone, "localdate", lambda *_: day)
    return day
