"""Guessing at the doors: it is slowed down by name and by address, and the rightful owner comes in meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta
from http.cookies import Morsel

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.hashers import MD5PasswordHasher, make_password
from django.core import mail
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone

from angikar.offices.guessing import counting
from angikar.offices.guessing.limits import Door, Guess
from angikar.offices.models import Officer
from angikar.site.proxies import client as asker
from tests.world import World

RIGHT = "a pass phrase"
SECRET = "A" * 32


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The clock stands still: no guess fades while a test runs."""
    moment = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return moment


def _sign_in(client: Client, name: str = "clerk", password: str = RIGHT, address: str = "192.0.2.7") -> int:
    return client.post("/account/login/", {"login": name, "password": password}, REMOTE_ADDR=address).status_code


def _known(client: Client, name: str = "clerk") -> Morsel[str]:
    """Sign in and out: the machine is known from then on."""
    assert _sign_in(client, name) == 302
    client.post("/sign-out/")
    assert client.get("/").status_code == 302
    return client.cookies["angikar-device"]


def _guessed(name: str, times: int, now: datetime) -> None:
    for number in range(times):
        counting.attempt(Guess(Door.SIGN_IN, f"203.0.113.{number}", name), now)


def test_the_right_password_waits_too_after_wrong_ones_and_the_page_says_how_long(world: World) -> None:
    assert [_sign_in(Client(), password="wrong") for _ in range(6)] == [200] * 5 + [429]
    answer = Client().post("/account/login/", {"login": "CLERK", "password": RIGHT}, REMOTE_ADDR="192.0.2.7")
    assert (answer.status_code, answer["Retry-After"]) == (429, "1")
    assert "১ সেকেন্ড পরে আবার লিখুন" in answer.content.decode()
    assert _sign_in(Client(), "director") == 302, "a colleague behind the same address comes in"


def test_one_name_is_guessed_from_many_addresses_and_its_owner_comes_in(world: World, noon: datetime) -> None:
    own = Client()
    cookie = _known(own)
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    _guessed("clerk", 31, noon)
    assert _sign_in(Client(), address="198.51.100.1") == 429, "guessing from one more address waits"
    assert _sign_in(own, address="198.51.100.2") == 302, "her own machine lets her in, wherever it is"
    assert _sign_in(Client()) == 302, "so does the address of her office"
    own.post("/sign-out/")
    _guessed("director", 31, noon)
    assert _sign_in(own, "director", address="198.51.100.2") == 429, (
        "the cookie of one officer is worth nothing to another"
    )
    forged = Client()
    forged.cookies["angikar-device"] = cookie.value[:-2] + "xx"
    assert _sign_in(forged, address="198.51.100.3") == 429


def test_many_names_are_guessed_from_one_address_and_the_office_behind_it_comes_in(
    world: World, noon: datetime
) -> None:
    own = Client()
    _known(own, "director")
    assert _sign_in(Client(), "focal") == 302
    waits = [counting.attempt(Guess(Door.SIGN_IN, "192.0.2.7", f"name{number}"), noon) for number in range(206)]
    assert (waits[0], waits[-1]) == (0, 1)
    assert _sign_in(Client(), "clerk") == 429
    assert _sign_in(own, "director") == 302
    assert _sign_in(Client(), "focal") == 302, "who has come in from here before needs no cookie"
    assert _sign_in(Client(), "clerk", address="198.51.100.1") == 302


def test_a_known_machine_is_no_way_to_guess_without_end(world: World) -> None:
    own = Client()
    _known(own)
    assert [_sign_in(own, password="wrong") for _ in range(11)] == [200] * 10 + [429]


def test_the_codes_of_the_second_step_are_not_guessed(world: World) -> None:
    TOTP.activate(world.officers["clerk"], SECRET)
    client = Client()
    _sign_in(client)
    path = "/account/2fa/authenticate/"
    statuses = [client.post(path, {"code": f"00000{n}"}, REMOTE_ADDR="192.0.2.7").status_code for n in range(6)]
    assert statuses == [200] * 5 + [429]
    code = format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time())))
    again = Client()
    _sign_in(again)
    assert again.post(path, {"code": code}, REMOTE_ADDR="192.0.2.7").status_code == 429
    assert again.post(path, {"code": code}, REMOTE_ADDR="198.51.100.1").status_code == 302


def test_who_sits_at_an_open_session_does_not_guess_its_password(world: World) -> None:
    client = Client()
    _sign_in(client)
    sent = {"oldpassword": "wrong", "password1": "river stone moon", "password2": "river stone moon"}
    statuses = [client.post("/account/password/change/", sent).status_code for _ in range(6)]
    assert statuses == [200] * 5 + [429]
    right = {**sent, "oldpassword": RIGHT}
    assert client.post("/account/password/change/", right).status_code == 429


@override_settings(MAIL_FROM="house@example.org")
def test_letters_for_a_forgotten_password_are_bounded(world: World) -> None:
    Officer.objects.filter(username="clerk").update(email="clerk@example.org")
    sent = {"email": "clerk@example.org"}
    statuses = [
        Client().post("/account/password/reset/", sent, REMOTE_ADDR=f"192.0.2.{n}").status_code for n in range(5)
    ]
    assert (statuses, len(mail.outbox)) == ([302] * 3 + [429] * 2, 3)


def test_codes_of_a_first_password_are_not_guessed_and_a_right_one_makes_the_machine_known(
    world: World, noon: datetime
) -> None:
    from angikar.offices.accounts.actions import give_code

    wrong = {"code": "AAAA-BBBB-CCCC", "password": "river stone moon", "again": "river stone moon"}
    statuses = [Client().post("/first-password/", wrong).status_code for _ in range(21)]
    assert statuses == [422] * 20 + [429]
    _guessed("clerk", 31, noon)
    client = Client()
    code = give_code(world.officers["clerk"], now=noon, by=None)
    assert client.post("/first-password/", {**wrong, "code": code}, REMOTE_ADDR="198.51.100.1").status_code == 302
    assert _sign_in(client, password="river stone moon", address="198.51.100.1") == 302


def test_a_name_nobody_has_costs_as_much_as_one_somebody_has(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    encode, made = MD5PasswordHasher.encode, []

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        made.append(password)
        return str(encode(self, password, salt))

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    costs = []
    for name in ("clerk", "unknown"):
        made.clear()
        assert _sign_in(Client(), name, "wrong") == 200
        costs.append(len(made))
    assert costs == [1, 1]


def test_an_old_hash_is_replaced_at_the_sign_in(world: World) -> None:
    ours = ["angikar.site.hashing.TunedArgon2", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    with override_settings(PASSWORD_HASHERS=ours):
        old = make_password(RIGHT, hasher="pbkdf2_sha256")
        Officer.objects.filter(username="clerk").update(password=old)
        assert _sign_in(Client()) == 302
        assert Officer.objects.get(username="clerk").password.startswith("argon2$argon2id$v=19$m=19456,t=4,p=1$")
        assert _sign_in(Client()) == 302


def test_a_bangla_password_is_the_same_from_every_keyboard(world: World) -> None:
    one, other = "নদীর জ\u09dfের গান", "নদীর জ\u09af\u09bcের গান"
    assert one != other
    officer = world.officers["clerk"]
    for first, second in ((one, other), (other, one)):
        officer.set_password(first)
        officer.save()
        assert _sign_in(Client(), password=second) == 302
    officer.password = make_password(one)
    officer.save()
    assert _sign_in(Client(), password=one) == 302, "also one that was stored as it was typed"


def test_guesses_fade(world: World, noon: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    _guessed("clerk", 31, noon)
    assert _sign_in(Client()) == 429
    monkeypatch.setattr(timezone, "now", lambda: noon + timedelta(hours=1))
    assert _sign_in(Client()) == 302


@pytest.mark.parametrize(
    ("forwarded", "peer", "expected"),
    [
        ("", "192.0.2.7", "192.0.2.7"),
        ("198.51.100.9", "192.0.2.7", "192.0.2.7"),
        ("198.51.100.9", "127.0.0.1", "198.51.100.9"),
        ("1.1.1.1, 198.51.100.9", "127.0.0.1", "198.51.100.9"),
        ("1.1.1.1, 198.51.100.9, 10.0.0.4", "10.0.0.3", "198.51.100.9"),
        ("nonsense, 10.0.0.4", "10.0.0.3", "10.0.0.4"),
        ("2001:db8::7", "::ffff:127.0.0.1", "2001:db8::7"),
        ("198.51.100.9", "", "198.51.100.9"),
    ],
)
@pytest.mark.parametrize("behind", [True, False])
def test_who_asks_is_what_an_own_proxy_says(forwarded: str, peer: str, expected: str, behind: bool) -> None:
    import ipaddress

    from angikar.site.proxies import TrustedProxies

    header = ("HTTP_X_FORWARDED_PROTO", "https") if behind else None
    own = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("10.0.0.0/24"))
    request = RequestFactory().get(
        "/", REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR=forwarded, HTTP_X_FORWARDED_PROTO="https"
    )
    with override_settings(SECURE_PROXY_SSL_HEADER=header, PROXIES=own):
        TrustedProxies(lambda _: None)(request)  # type: ignore[arg-type,return-value]
        assert request.META["REMOTE_ADDR"] == (expected if behind else peer)
        assert request.is_secure() is (behind and peer != "192.0.2.7")
    assert asker("", peer) == peer
