"""What every address says of keeping its answers, and what browsers are forbidden everywhere."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern, RoutePattern

from tests.access.scene import SHAPES, set_up
from tests.world import World

PUBLIC = frozenset({"public:plans", "public:plans_data", "public:plan", "public:results", "public:plan_data"})
REVALIDATED = frozenset({"desk:paper", "desk:picture", "desk:sitting_rows", "desk:grid", "desk:today"})
WORDS = {"int": "1", "str": "word", "slug": "word", "uuid": "00000000-0000-0000-0000-000000000000", "path": "word"}
SHAPED = {"form": "json", "number": "1", "pk": "1", "printed": "xlsx", "uidb36": "1", "key": "1-word"}
NOT_KEPT = "private, no-store"


def _words(pattern: RoutePattern | RegexPattern) -> dict[str, str]:
    """Words that fit the places of a pattern."""
    if isinstance(pattern, RegexPattern):
        return {name: SHAPED.get(name, "word") for name in pattern.regex.groupindex}
    kinds = {name: type(each).__name__.removesuffix("Converter").lower() for name, each in pattern.converters.items()}
    return {name: SHAPED.get(name) or WORDS.get(kind, "word") for name, kind in kinds.items()}


def _addresses(
    patterns: Sequence[URLPattern | URLResolver], above: str = "", words: dict[str, str] | None = None
) -> Iterator[tuple[str, dict[str, str]]]:
    """The name of every address and words that fit it."""
    for each in patterns:
        fitting = {**(words or {}), **_words(each.pattern)}
        if isinstance(each, URLResolver):
            name = f"{above}{each.namespace}:" if each.namespace else above
            yield from _addresses(each.url_patterns, name, fitting)
        elif each.name:
            yield f"{above}{each.name}", fitting


def _said(client: Client, path: str) -> set[str]:
    return {part.strip() for part in client.get(path)["Cache-Control"].split(",")}


def test_every_address_says_that_no_browser_keeps_it_for_the_next_person(world: World) -> None:
    signed = Client()
    signed.force_login(world.officers["director"], "django.contrib.auth.backends.ModelBackend")
    everything = dict(_addresses(get_resolver().url_patterns))
    assert len(everything) > 130
    kept = {
        (name, who): sorted(said)
        for name, words in everything.items()
        for who, client in (("officer", signed), ("visitor", Client()))
        if "no-store" not in (said := _said(client, reverse(name, kwargs=words)))
    }
    assert {name for name, _ in kept} == {"public:plans", "public:plans_data", "api:api-root"}
    assert set(map(tuple, kept.values())) == {("max-age=300", "public")}


def test_what_a_browser_may_keep_it_asks_about_each_time_and_forgets_at_the_sign_out(world: World) -> None:
    scene = {**set_up(world), **SHAPES}
    signed = Client()
    signed.force_login(world.officers["director"], "django.contrib.auth.backends.ModelBackend")
    paths = {
        "desk:paper": reverse("desk:paper", args=[scene["agreement"]]),
        "desk:picture": reverse("desk:picture", args=[scene["pictured"], 1]),
        "desk:sitting_rows": reverse("desk:sitting_rows", args=[scene["running"]]),
        "desk:proof": reverse("desk:proof", args=[scene["reported"], scene["proof"]]),
        "desk:grid": reverse("desk:grid", args=[scene["agreement"]]),
        "desk:today": "/",
        "desk:outgoing": reverse("desk:outgoing", args=[scene["agreement"], "q1", "json"]),
        "desk:feed": reverse("desk:feed", args=[scene["feed"]]),
    }
    answers = {name: signed.get(path) for name, path in paths.items()}
    assert {answer.status_code for answer in answers.values()} == {200}
    over_lan = {name: _said(signed, path) for name, path in paths.items()}
    assert all("no-store" in said for said in over_lan.values()), "without HTTPS no browser forgets when it is asked to"
    signed.defaults["HTTP_HOST"] = "127.0.0.1:8000"
    here = {name for name, path in paths.items() if "no-store" not in _said(signed, path)}
    assert here == REVALIDATED
    again = signed.get(paths["desk:paper"], headers={"if-none-match": answers["desk:paper"]["ETag"]})
    assert again.status_code == 304
    assert signed.post("/sign-out/")["Clear-Site-Data"] == '"cache"'


@pytest.mark.parametrize("path", ["/account/login/", "/public/", "/no/such/", "/healthz", "/"])
def test_every_answer_forbids_what_our_pages_never_use(client: Client, path: str, db: None) -> None:
    answer = client.get(path)
    assert "camera=()" in answer["Permissions-Policy"]
    assert "geolocation=(self)" in answer["Permissions-Policy"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_signing_out_by_either_page_lets_the_browser_forget(world: World) -> None:
    for path in ("/sign-out/", "/account/logout/"):
        client = Client()
        client.post("/account/login/", {"login": "clerk", "password": "a pass phrase"})
        assert "Clear-Site-Data" not in client.get("/")
        assert client.post(path)["Clear-Site-Data"] == '"cache"', path


@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("host", ["evil.example", "a b", "", "127.0.0.1.evil.example", "[::1"])
def test_a_foreign_name_gets_a_plain_page_and_no_line_in_the_log(
    client: Client, host: str, secure: bool, db: None, caplog: pytest.LogCaptureFixture
) -> None:
    with override_settings(ALLOWED_HOSTS=["127.0.0.1", "localhost"], SECURE_SSL_REDIRECT=secure, DEBUG=host == ""):
        for path in ("/", "/account/login/", "/healthz", "/account/password/reset/"):
            answer = client.get(path, HTTP_HOST=host)
            page = answer.content.decode()
            assert answer.status_code == 400
            assert "এই ঠিকানায় অঙ্গীকার খোলা নেই" in page
            assert "Traceback" not in page
            assert host not in page or not host
            assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert caplog.records == []


def test_cookies_are_bound_to_the_host_where_there_is_https(tmp_path: Path) -> None:
    code = (
        "from angikar.site import settings as s\n"
        "print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.DEVICE_COOKIE, s.SEEN_COOKIE, s.SESSION_COOKIE_SECURE)"
    )
    environment = {
        "ANGIKAR_HTTPS": "1",
        "ANGIKAR_SECRET_KEY": "x" * 50,
        "ANGIKAR_VAR": str(tmp_path),
        "PATH": "/usr/bin",
    }
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    names = said.stdout.split()
    assert all(name.startswith("__Host-") for name in names[:4])
    assert names[4] == "True"
    assert settings.SESSION_COOKIE_NAME == "sessionid"
