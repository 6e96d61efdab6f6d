"""Recovery codes are kept as digests, used once, and those from before go on."""

from __future__ import annotations

import json
import math
from importlib import import_module

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.test import override_settings

from angikar.history.queries import history_of
from angikar.history.refusal import Refused
from angikar.offices.accounts import sentences
from angikar.offices.accounts.recovery import codes
from angikar.offices.accounts.recovery.actions import renew_codes, use_code
from tests.world import World

_HASHED = import_module("angikar.offices.migrations.0011_hashed_recovery_codes")


def _stored(world: World, who: str) -> Authenticator:
    return Authenticator.objects.get(user=world.officers[who], type="recovery_codes")


def test_a_code_holds_enough_for_a_plain_digest_and_only_that_is_stored(world: World) -> None:
    clerk = world.officers["clerk"]
    with pytest.raises(Refused) as refused:
        renew_codes(clerk)
    assert refused.value.sentence is sentences.CODES_WITHOUT_STEP
    TOTP.activate(clerk, "A" * 32)
    made = renew_codes(clerk)
    letters = set("".join(made)) - {"-"}
    assert len({*made}) == 10
    assert all(len(code.replace("-", "")) * math.log2(len(letters)) >= 112 for code in made)
    written = json.dumps(_stored(world, "clerk").data) + str([entry.now for entry in history_of(clerk)])
    assert not any(part in written for code in made for part in (code, code.replace("-", "")))
    assert _stored(world, "clerk").wrap().get_unused_codes() == [], "nothing of it is left for allauth to show"


def test_a_code_opens_once_its_own_account_alone(world: World) -> None:
    clerk, director = world.officers["clerk"], world.officers["director"]
    for each in (clerk, director):
        TOTP.activate(each, "A" * 32)
    first, second, *_ = renew_codes(clerk)
    [digest, *_] = _stored(world, "clerk").data[codes.KEPT]
    renew_codes(director)
    assert use_code(director, first) is None
    assert use_code(clerk, digest) is None
    assert use_code(clerk, "") is None
    assert use_code(clerk, first.lower()) is not None
    assert use_code(clerk, first) is None
    assert history_of(clerk).last().now == {"left": 9}
    renew_codes(clerk)
    assert use_code(clerk, second) is None


def test_codes_that_were_sealed_are_hashed_and_go_on_once_each(world: World) -> None:
    clerk = world.officers["clerk"]
    before = RecoveryCodes.activate(clerk)
    used, one, other, *_ = before.get_unused_codes()
    assert before.validate_code(used)
    _HASHED.hash_codes(apps, None)
    kept = _stored(world, "clerk").data
    assert set(kept) == {"migrated_codes", codes.KEPT}
    assert len(kept[codes.KEPT]) == 9
    assert not any(each in json.dumps(kept) for each in (one, other, "sealed:"))
    _HASHED.hash_codes(apps, None)
    assert _stored(world, "clerk").data == kept, "a second time changes nothing"
    assert use_code(clerk, used) is None
    assert use_code(clerk, one.translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯"))) is not None
    assert use_code(clerk, one) is None
    assert use_code(clerk, other) is not None


def test_where_the_key_is_lost_no_code_is_left(world: World) -> None:
    RecoveryCodes.activate(world.officers["clerk"])
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[]):
        guessed = _stored(world, "clerk").wrap().get_unused_codes()
        _HASHED.hash_codes(apps, None)
    assert _stored(world, "clerk").data[codes.KEPT] == []
    assert use_code(world.officers["clerk"], guessed[0]) is None
