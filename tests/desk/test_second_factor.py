"""A post that asks for a second factor lets its holder nowhere before he has one."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client, override_settings

from angikar.offices.models import Officer, Post
from tests.desk.conftest import Sign
from tests.world import World


def test_who_has_none_is_led_to_set_one_up_and_may_leave(sign: Sign, world: World) -> None:
    Post.objects.filter(pk=world.posts["director"].pk).update(second_factor=True)
    director = sign("director")
    answer = director.get("/papers/")
    assert (answer.status_code, answer["Location"]) == (302, "/account/2fa/totp/activate/")
    assert director.post("/notices/subscribe/").status_code == 302
    assert director.post("/sign-out/").status_code == 302
    assert sign("focal").get("/papers/").status_code == 200


def test_who_has_one_goes_on(sign: Sign, world: World) -> None:
    Post.objects.filter(pk=world.posts["director"].pk).update(second_factor=True)
    director = sign("director")
    assert director.get("/papers/").status_code == 302
    TOTP.activate(world.officers["director"], generate_totp_secret())
    assert director.get("/papers/").status_code == 200


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ({"heads"}, {"director", "secretary"}),
        ({"focal"}, {"focal"}),
        ({"keepers"}, {"clerk"}),
        ({"heads", "keepers"}, {"director", "secretary", "clerk"}),
        ({"everybody"}, {"director", "secretary", "focal", "clerk", "stranger"}),
        (set(), set()),
    ],
)
def test_a_house_asks_it_of_whole_groups(sign: Sign, world: World, asked: set[str], led: set[str]) -> None:
    Post.objects.filter(pk=world.posts["clerk"].pk).update(keeps_register=True)
    with override_settings(SECOND_FACTOR=frozenset(asked)):
        found = {
            who
            for who in ("director", "secretary", "focal", "clerk", "stranger")
            if sign(who).get("/papers/").status_code == 302
        }
    assert found == led


def test_one_that_is_demanded_is_not_put_away(world: World) -> None:
    client = Client()
    with override_settings(SECOND_FACTOR=frozenset({"heads"})):
        TOTP.activate(world.officers["director"], generate_totp_secret())
        client.force_login(world.officers["director"], "django.contrib.auth.backends.ModelBackend")
        path = "/account/2fa/totp/deactivate/"
        again = client.get(path)["Location"]
        client.post(again, {"password": "a pass phrase", "next": path})
        assert "দ্বিতীয় ধাপ বন্ধ করা যায় না।" in client.post(path).content.decode()
    assert Authenticator.objects.filter(user=world.officers["director"]).exists()
    assert Officer.objects.get(username="director").is_active
