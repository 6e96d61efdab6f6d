"""What every answer carries, and how one gets in: headers, languages, wrong passwords."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from angikar.history.refusal import NotYours
from angikar.offices.models import Officer
from tests.world import World


def _refuse(request: HttpRequest) -> HttpResponse:
    raise NotYours


def _greet(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"<p>{request.user}</p>")


urlpatterns = [
    path("refused/", _refuse),
    path("greet/", _greet),
    path("", include("angikar.desk.urls")),  # the frame of every page leads to the guide
]


@pytest.fixture
def bare() -> override_settings:
    """Two views of our own, so that no screen is leaned on."""
    return override_settings(ROOT_URLCONF=__name__)


def test_what_is_not_yours_is_not_found(bare: override_settings, client: Client, db: None) -> None:
    with bare:
        assert client.get("/refused/").status_code == 404


def test_every_answer_forbids_the_browser_what_our_pages_never_do(
    bare: override_settings, client: Client, db: None
) -> None:
    with bare:
        answer = client.get("/greet/")
    policy = dict(
        part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";") if " " in part.strip()
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("DENY", "nosniff")
    assert answer["Referrer-Policy"] == "same-origin"


def test_bangla_comes_first() -> None:
    assert settings.LANGUAGE_CODE == "bn"
    assert [code for code, _ in settings.LANGUAGES] == ["bn", "en"]
    assert settings.TIME_ZONE == "Asia/Dhaka"


def test_reads_take_no_write_lock() -> None:
    assert not settings.DATABASES["default"].get("ATOMIC_REQUESTS", False)
    assert "django.contrib.admin" not in settings.INSTALLED_APPS


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
def test_sqlite_is_the_one_without_the_fault(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()")
        version = tuple(map(int, cursor.fetchone()[0].split(".")))
        cursor.execute("PRAGMA foreign_keys")
        assert cursor.fetchone()[0] == 1
    assert version >= (3, 51, 3)


def _sign_in(client: Client, password: str) -> int:
    return client.post("/account/login/", {"login": "director", "password": password}).status_code


def test_one_signs_in_by_name_and_password_and_strangers_cannot_sign_up(world: World, client: Client) -> None:
    assert _sign_in(client, "a pass phrase") == 302
    assert client.session["_auth_user_id"] == str(world.officers["director"].pk)
    before = Officer.objects.count()
    Client().post("/account/signup/", {"username": "new", "password1": "a long pass phrase"})
    assert Officer.objects.count() == before
