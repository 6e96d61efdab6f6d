"""A post that asks for a second factor lets its holder nowhere before he has one."""

from __future__ import annotations

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from angikar.offices.models import Post
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
