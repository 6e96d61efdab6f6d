"""The page of tokens for programs: a token is made, shown once, works, and is revoked by its officer or who keeps his account."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from angikar.offices.models import ApiToken
from angikar.rules.bangla.dates import write_date
from tests.desk.conftest import Sign
from tests.world import World

pytestmark = pytest.mark.django_db
PAGE = "/account/tokens/"


def _proved(client: Client, who: str = "clerk") -> Client:
    client.post("/account/login/", {"login": who, "password": "a pass phrase"})
    client.get(PAGE)
    client.post("/account/reauthenticate/", {"password": "a pass phrase", "next": PAGE})
    return client


def _form(**given: object) -> dict[str, object]:
    return {
        "name": "জুলাই যন্ত্র",
        "scope": ["read"],
        "until": write_date(timezone.localdate() + timedelta(days=9)),
        **given,
    }


def test_a_token_is_made_shown_once_used_and_revoked(client: Client, world: World) -> None:
    _proved(client)
    assert PAGE in client.get("/account/").content.decode()
    page = client.post(PAGE, _form())
    text = re.search(r'<code id="token">(ang_\w+)</code>', page.content.decode())
    assert text is not None
    assert "no-store" in page["Cache-Control"]
    again = client.get(PAGE).content.decode()
    assert text[1] not in again
    assert "জুলাই যন্ত্র" in again
    headers = {"Authorization": f"Bearer {text[1]}"}
    assert Client().get("/api/v1/me", headers=headers).json()["username"] == "clerk"
    client.post(f"{PAGE}{ApiToken.objects.get().pk}/revoke/")
    assert Client().get("/api/v1/me", headers=headers).status_code == 401
    assert "জুলাই যন্ত্র" not in client.get(PAGE).content.decode()


def test_what_was_typed_is_kept_where_it_cannot_be_met(client: Client, world: World) -> None:
    _proved(client)
    page = client.post(PAGE, _form(until="কোনো দিন", scope=["report", "review"]))
    body = page.content.decode()
    assert (page.status_code, ApiToken.objects.count()) == (422, 0)
    assert 'value="জুলাই যন্ত্র"' in body
    assert 'value="কোনো দিন"' in body
    assert re.findall(r'value="(\w+)" checked', body) == ["report", "review"]


def test_a_token_takes_the_password_once_more(sign: Sign, world: World) -> None:
    assert sign("clerk").get(PAGE)["Location"].startswith("/account/reauthenticate/")


def test_a_token_is_bound_to_an_office_in_which_one_serves(client: Client, world: World) -> None:
    _proved(client)
    assert client.post(PAGE, _form(office=world.offices["ministry"].pk)).status_code == 404
    assert client.post(PAGE, _form(office=world.offices["department"].pk)).status_code == 200
    assert ApiToken.objects.get().office == world.offices["department"]


def test_who_keeps_the_account_sees_its_tokens_and_revokes_one(client: Client, sign: Sign, world: World) -> None:
    _proved(client).post(PAGE, _form())
    card, keeper = f"/officers/{world.officers['clerk'].pk}/", sign("director")
    made = ApiToken.objects.get()
    assert made.prefix in keeper.get(card).content.decode()
    keeper.post(card, {"do": "revoke_token", "token": made.pk})
    made.refresh_from_db()
    assert made.revoked_at is not None
    assert sign("secretary").post(f"{PAGE}{made.pk}/revoke/").status_code == 404
