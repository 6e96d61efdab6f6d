"""Signing in by an OpenID Connect provider on this machine: it lets in officers of the register, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

import httpx
import oidc_provider_mock
import pytest
from django.conf import LazySettings
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from angikar.offices.models import Officer
from angikar.site import environment
from angikar.site.office_sign_in import is_strong, officer_of
from tests.world import World

LOGIN = "/account/oidc/office/login/"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of a provider that runs; a sign-in there names whoever one says."""
    with oidc_provider_mock.run_server_in_thread(require_client_registration=False) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def house(provider: str, settings: LazySettings, world: World) -> World:
    """The house of an office whose officers may sign in there."""
    apps = environment.provider(provider, "দপ্তরের পরিচয়", "angikar", "a secret between the two")
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}
    settings.OIDC_SERVER = provider
    return world


def _walk(client: Client, provider: str, sub: str, **claims: object) -> str:
    """Press the button, say at the provider who one is, and come back; the page one is led to."""
    back = _answered(client, provider, sub, **claims)
    return str(client.get(back)["Location"])


def _answered(client: Client, provider: str, sub: str, **claims: object) -> str:
    """The address to which the provider sends one back."""
    httpx.put(f"{provider}/users/{sub}", json=claims).raise_for_status()
    there = client.post(f"{LOGIN}?next=/offices/")["Location"]
    assert there.startswith(provider)
    assert "code_challenge=" in there
    assert "nonce=" in there
    back = httpx.post(there, data={"sub": sub}).headers["Location"]
    assert back.startswith("http://testserver/account/oidc/office/login/callback/?")
    return back.removeprefix("http://testserver")


def _who(client: Client) -> str:
    found = Officer.objects.filter(pk=client.session.get("_auth_user_id") or 0).first()
    return found.username if found else ""


def test_the_door_shows_the_button_where_a_provider_is_set(client: Client, house: World) -> None:
    page = client.get("/account/login/?next=/offices/").content.decode()
    assert f'action="{LOGIN}?next=/offices/"' in page
    assert "দপ্তরের পরিচয় দিয়ে লগ ইন" in page


def test_without_a_provider_there_is_no_button(client: Client, db: None) -> None:
    assert "/oidc/" not in client.get("/account/login/").content.decode()


def test_an_officer_comes_in_by_the_name_of_the_claim(client: Client, house: World, provider: str) -> None:
    assert _walk(client, provider, "1001", preferred_username="clerk") == "/offices/"
    assert _who(client) == "clerk"
    again = Client()
    _walk(again, provider, "1001", preferred_username="clerk")
    assert _who(again) == "clerk"


def test_an_answer_is_of_use_once_and_to_who_asked_alone(client: Client, house: World, provider: str) -> None:
    back = _answered(client, provider, "1004", preferred_username="clerk")
    thief = Client()
    thief.get(back)
    own = _answered(thief, provider, "1005", preferred_username="nobody here")
    codes = [parse_qs(urlsplit(each).query)["code"][0] for each in (own, back)]
    thief.get(own.replace(*codes))
    assert _who(thief) == "", (
        "neither under the state of another, nor by another's code under one's own: its nonce is another"
    )
    fresh = _answered(client, provider, "1004", preferred_username="clerk")
    client.get(fresh)
    assert _who(client) == "clerk"
    client.post("/sign-out/")
    client.get(fresh)
    assert _who(client) == ""


def test_a_stranger_does_not_come_in(client: Client, house: World, provider: str) -> None:
    before = Officer.objects.count()
    assert _walk(client, provider, "1002", preferred_username="somebody") == "/account/login/"
    assert _who(client) == ""
    assert "এই পরিচয়ে এখানে কোনো কর্মকর্তা নেই।" in unescape(client.get("/account/login/").content.decode())
    assert Officer.objects.count() == before


def test_a_closed_account_stays_closed(client: Client, house: World, provider: str) -> None:
    _walk(client, provider, "1003", preferred_username="clerk")
    Officer.objects.filter(username="clerk").update(is_active=False)
    later = Client()
    assert _walk(later, provider, "1003", preferred_username="clerk") == "/account/login/"
    assert _who(later) == ""


def test_an_identity_that_now_names_another_officer_opens_neither(client: Client, house: World, provider: str) -> None:
    _walk(client, provider, "1004", preferred_username="clerk")
    later = Client()
    _walk(later, provider, "1004", preferred_username="director")
    assert _who(later) == ""


def test_a_second_step_at_the_provider_counts_where_the_signed_token_says_so(
    client: Client, house: World, provider: str, settings: LazySettings
) -> None:
    settings.SECOND_FACTOR = frozenset({"everybody"})
    settings.OIDC_STRENGTH = frozenset({"mfa", "urn:example:strong"})
    led = {}
    for said in (
        {},
        {"acr": "0"},
        {"amr": ["pwd"]},
        {"amr": "mfa"},
        {"amr": ["pwd", "mfa"]},
        {"acr": "urn:example:strong"},
    ):
        person = Client()
        _walk(person, provider, "1006", preferred_username="clerk", **said)
        led[str(said)] = person.get("/").status_code
    assert list(led.values()) == [302, 302, 302, 302, 200, 200], led
    assert "acr_values=mfa" in client.post(f"{LOGIN}?next=/")["Location"]
    settings.OIDC_STRENGTH = frozenset()
    assert not is_strong({"acr": None, "amr": []})


def test_an_address_counts_only_when_it_is_verified(settings: LazySettings, world: World) -> None:
    settings.OIDC_CLAIM = settings.OIDC_FIELD = "email"
    Officer.objects.filter(username="clerk").update(email="clerk@example.org")
    claims = {"email": "Clerk@example.org"}
    assert officer_of({"id_token": claims}) is None
    assert officer_of({"id_token": {**claims, "email_verified": "true"}}) is None
    known = officer_of({"id_token": {**claims, "email_verified": True}})
    assert known is not None
    assert known.username == "clerk"
    Officer.objects.filter(username="director").update(email="clerk@example.org")
    assert officer_of({"id_token": {**claims, "email_verified": True}}) is None, "two bear it, so it names neither"


def test_what_is_signed_counts_before_what_is_fetched(world: World) -> None:
    given = {"userinfo": {"preferred_username": "director"}, "id_token": {"preferred_username": "clerk"}}
    found = officer_of(given)
    assert found is not None
    assert found.username == "clerk"
    assert officer_of({"id_token": {"preferred_username": ""}}) is None


def test_one_cannot_tie_an_identity_to_one_s_own_account(client: Client, house: World, provider: str) -> None:
    client.force_login(house.officers["clerk"], "django.contrib.auth.backends.ModelBackend")
    there = client.post(f"{LOGIN}?process=connect")["Location"]
    httpx.put(f"{provider}/users/1005", json={"preferred_username": "clerk"})
    back = httpx.post(there, data={"sub": "1005"}).headers["Location"]
    assert client.get(back.removeprefix("http://testserver"))["Location"] == "/account/login/"
    assert not house.officers["clerk"].socialaccount_set.exists()


def test_a_provider_without_its_secret_stops_the_start() -> None:
    with pytest.raises(ImproperlyConfigured, match="ANGIKAR_OIDC_SECRET"):
        environment.provider("https://id.example.org", "x", "angikar", "")


def test_the_policy_lets_the_button_lead_to_the_provider_alone() -> None:
    assert environment.origin("https://id.example.org/realms/office") == ["https://id.example.org"]
    assert environment.origin("") == []
