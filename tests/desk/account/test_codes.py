"""Recovery codes: shown by the answer that makes them, and used once in place of the telephone's code."""

from __future__ import annotations

import re

from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from angikar.history.queries import history_of
from angikar.offices.accounts.recovery.actions import renew_codes, use_code
from tests.world import World

PASSWORD = {"login": "clerk", "password": "a pass phrase"}


def _sign_in(client: Client, path: str) -> None:
    """Sign in, and prove it again for what changes the safety of an account."""
    client.post("/account/login/", PASSWORD)
    client.post(client.get(path)["Location"], {"password": PASSWORD["password"], "next": path})


def _spare(page: str) -> list[str]:
    return re.findall(r"<li><code>([\w-]+)</code>", page)


def test_codes_are_shown_by_the_answer_that_makes_them_and_by_no_page_after_it(client: Client, world: World) -> None:
    path = "/account/2fa/recovery-codes/"
    _sign_in(client, path)
    refused = client.post(path, follow=True).content.decode()
    assert "আগে ফোনের অ্যাপ যোগ করুন" in refused
    TOTP.activate(world.officers["clerk"], "A" * 32)
    assert "এখন কোনো কোড নেই।" in client.get("/account/2fa/").content.decode()
    first, second = (_spare(client.post(path).content.decode()) for _ in range(2))
    assert len({*first, *second}) == 20
    for each in (path, "/account/2fa/", f"{path}generate/", f"{path}download/"):
        shown = client.get(each, follow=True).content.decode()
        assert _spare(shown) == [], each
        assert not any(code in shown for code in second), each
    at_door = Client()
    at_door.post("/account/login/", PASSWORD)
    assert "কোডটি মেলেনি।" in at_door.post("/account/2fa/authenticate/", {"code": first[0]}).content.decode()
    assert at_door.post("/account/2fa/authenticate/", {"code": second[0]})["Location"] == "/"
    assert [entry.verb for entry in history_of(world.officers["clerk"])][-3:] == [
        "officer.renew_codes",
        "officer.renew_codes",
        "officer.use_code",
    ]


def test_a_code_that_was_put_by_proves_who_asks_again_and_adds_no_telephone(client: Client, world: World) -> None:
    clerk = world.officers["clerk"]
    TOTP.activate(clerk, "A" * 32)
    one, _, *_ = renew_codes(clerk)
    client.force_login(clerk, "django.contrib.auth.backends.ModelBackend")
    path = "/account/2fa/recovery-codes/"
    client.get(path)
    assert client.post("/account/2fa/reauthenticate/", {"code": one, "next": path})["Location"] == path
    assert client.get(path).status_code == 200
    assert use_code(clerk, one) is None
