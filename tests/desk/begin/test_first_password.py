"""The first password: set once with a code that is not too old."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from angikar.offices.accounts.actions import LASTING, close_account, give_code
from angikar.offices.models import PasswordLink
from tests.world import World

PHRASE = {"password": "river stone morning", "again": "river stone morning"}


def test_a_code_sets_a_password_once(world: World, client: Client) -> None:
    clerk = world.officers["clerk"]
    code = give_code(clerk, now=timezone.now(), by=world.officers["director"])
    assert code not in PasswordLink.objects.get().digest
    assert client.post("/first-password/", {"code": code.lower().replace("-", " "), **PHRASE}).status_code == 302
    clerk.refresh_from_db()
    assert clerk.check_password("river stone morning")
    again = client.post("/first-password/", {"code": code, **PHRASE})
    assert (again.status_code, "ব্যবহার হয়ে গেছে" in again.content.decode()) == (422, True)


@pytest.mark.parametrize("spoilt", ["old", "replaced", "closed"])
def test_a_code_that_is_old_replaced_or_of_a_closed_account_opens_nothing(
    world: World, client: Client, spoilt: str
) -> None:
    clerk, director, now = world.officers["clerk"], world.officers["director"], timezone.now()
    was = clerk.password
    code = give_code(clerk, now=now - LASTING - timedelta(minutes=1) if spoilt == "old" else now, by=director)
    if spoilt == "replaced":
        give_code(clerk, now=now, by=director)
    if spoilt == "closed":
        close_account(clerk, by=director)
    assert client.post("/first-password/", {"code": code, **PHRASE}).status_code == 422
    clerk.refresh_from_db()
    assert clerk.password == was


def test_an_easy_password_does_not_use_the_code_up(world: World, client: Client) -> None:
    code = give_code(world.officers["clerk"], now=timezone.now(), by=None)
    assert (
        client.post("/first-password/", {"code": code, "password": "12345678", "again": "12345678"}).status_code == 422
    )
    assert client.post("/first-password/", {"code": code, **PHRASE}).status_code == 302
