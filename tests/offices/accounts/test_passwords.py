"""Which passwords are taken, and how secrets of second factors are stored."""

from __future__ import annotations

import hashlib
from importlib import import_module
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.conf import settings
from django.test import override_settings

from angikar.history.refusal import Refused
from angikar.offices.accounts import sentences
from angikar.offices.accounts.breached import is_breached
from angikar.offices.accounts.card import password
from angikar.offices.accounts.sealing import SEALED, opened, sealed
from angikar.offices.models import Officer
from angikar.rules.sentence import Sentence
from tests.world import World

DOEL = Officer(username="doel.khan", name="জনাব দোয়েল খান", name_en="Doel Khan", mobile="01711000000")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("river stone", sentences.PASSWORD_SHORT),
        ("password1234", sentences.PASSWORD_COMMON),
        ("P@ssw0rd-2026!", sentences.PASSWORD_COMMON),
        ("bangladesh1971", sentences.PASSWORD_COMMON),
        ("angikar-admin-1", sentences.PASSWORD_COMMON),
        ("অঙ্গীকার ২০২৬", sentences.PASSWORD_COMMON),
        ("123456789012", sentences.PASSWORD_COMMON),
        ("১২৩৪৫৬৭৮৯০১২৩", sentences.PASSWORD_COMMON),
        ("aaaaaaaabbbb", sentences.PASSWORD_COMMON),
        ("abcdeabcdeabcde", sentences.PASSWORD_COMMON),
        ("doel.khan 1985", sentences.PASSWORD_LIKE_NAME),
        ("খান দোয়েল ২০২৬", sentences.PASSWORD_LIKE_NAME),
        ("x1y2z3" * 50, sentences.PASSWORD_COMMON),
    ],
)
def test_what_is_guessed_first_is_no_password(typed: str, why: Sentence) -> None:
    with pytest.raises(Refused) as refused:
        password(typed, typed, DOEL)
    assert refused.value.sentence is why


@pytest.mark.parametrize(
    "typed",
    [
        "kajalpur-demo",
        "a pass phrase",
        "river stone morning",
        "নদীর ধারে কাশফুল",
        "k7#Vq-92_Lm!xT",
        "নদী ও নৌকা, মেঘ ও মাঠ, কাশ ও শরৎ, ধান ও ধুলা, শিমুল ও পলাশ, ঘুঘু ও দোয়েল",
    ],
)
def test_a_few_words_of_ones_own_are_one(typed: str) -> None:
    assert password(typed, typed, DOEL) == typed


def test_a_password_that_was_breached_elsewhere_is_refused_where_the_house_has_the_list(tmp_path: Path) -> None:
    known = [f"river stone morning {number}" for number in range(500)]
    digests = sorted(hashlib.sha1(each.encode(), usedforsecurity=False).hexdigest().upper() for each in known)
    counted = "".join(f"{each}:{3 * number + 1}\r\n" for number, each in enumerate(digests))
    for name, text in (("counted", counted), ("bare", "\n".join(digests)), ("empty", "")):
        (tmp_path / name).write_text(text, encoding="ascii")
    assert all(is_breached(each, tmp_path / name) for each in known for name in ("counted", "bare"))
    unknown = [f"river stone evening {number}" for number in range(500)]
    assert not any(is_breached(each, tmp_path / name) for each in unknown for name in ("counted", "empty"))
    with override_settings(BREACHED_PASSWORDS=str(tmp_path / "counted")):
        assert password(unknown[0], unknown[0], DOEL) == unknown[0]
        with pytest.raises(Refused) as refused:
            password(known[0], known[0], DOEL)
    assert refused.value.sentence is sentences.PASSWORD_COMMON
    assert password(known[0], known[0], DOEL) == known[0]


def test_the_secrets_of_a_second_factor_are_sealed_and_older_ones_become_so(world: World) -> None:
    clerk, director = world.officers["clerk"], world.officers["director"]
    TOTP.activate(clerk, "A" * 32)
    bare = Authenticator.objects.create(user=director, type="totp", data={"secret": "B" * 32})
    import_module("angikar.offices.migrations.0008_sealed_second_steps").seal(apps, None)
    stored = {each.pk: each.data["secret"] for each in Authenticator.objects.all()}
    assert all(text.startswith(SEALED) for text in stored.values())
    assert opened(stored[bare.pk]) == "B" * 32


def test_a_new_key_of_the_house_opens_what_the_old_one_has_sealed() -> None:
    kept, key = sealed("a secret"), settings.SECRET_KEY
    assert kept != sealed("a secret"), "equal secrets are not seen to be equal"
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[]):
        assert opened(kept) == ""
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[key]):
        assert opened(kept) == "a secret"
    assert opened("stored before") == "stored before"
