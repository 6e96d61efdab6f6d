"""Tokens of programs: shown once, kept as digests, and never more than their officer has today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import override_settings
from django.utils import timezone

from angikar.history.queries import history_of
from angikar.history.refusal import NotYours, Refused
from angikar.offices import actions
from angikar.offices.access import mandate, offices_for
from angikar.offices.accounts.actions import close_account, give_code, open_account, set_password
from angikar.offices.models import ApiToken, Officer
from angikar.offices.tokens.access import bearer, token, tokens_of
from angikar.offices.tokens.actions import LONGEST, MOST, TokenWish, make_token, revoke_token
from angikar.offices.tokens.counting import BLOCK, BLOCKS, wait
from angikar.offices.tokens.secret import parsed
from tests.world import World

pytestmark = pytest.mark.django_db
DAY = date(2022, 9, 1)


def _made(world: World, who: str = "focal", **wish: object) -> tuple[ApiToken, str]:
    usual = {"name": "ছক", "scopes": ["read"], "until": DAY + timedelta(days=30)}
    return make_token(world.officers[who], TokenWish(**{**usual, **wish}), today=DAY)  # type: ignore[arg-type]


def test_a_token_is_its_officer_and_only_its_digest_is_stored(world: World) -> None:
    made, text = _made(world)
    found = bearer(text, DAY)
    assert found is not None
    assert (found.officer, found.may("read"), found.may("report")) == (world.officers["focal"], True, False)
    row = ApiToken.objects.values().get()
    secret = text.rpartition("_")[2]
    assert not any(secret in str(value) for value in row.values())
    entry = history_of(world.officers["focal"]).last()
    assert entry.verb == "officer.make_token"
    assert secret not in str(entry.now)
    assert made.prefix in text


def test_another_text_is_no_token(world: World) -> None:
    _, text = _made(world)
    other = text[:-1] + ("a" if text[-1] != "a" else "b")
    for wrong in ("", "ang_", other, text.upper(), f"{text}x", "ang_aaaaaaaa_" + text.rpartition("_")[2]):
        assert bearer(wrong, DAY) is None, wrong
    assert parsed(text) is not None


def test_a_new_key_of_the_house_keeps_its_tokens_where_the_one_before_is_known(world: World) -> None:
    _, text = _made(world)
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert bearer(text, DAY) is not None
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[]):
        assert bearer(text, DAY) is None


def test_a_token_ends_with_its_last_day_and_with_its_revocation(world: World) -> None:
    made, text = _made(world)
    assert bearer(text, DAY + timedelta(days=30)) is not None
    assert bearer(text, DAY + timedelta(days=31)) is None
    assert bearer(text, DAY - timedelta(days=1)) is None
    revoke_token(made, by=world.officers["focal"], now=timezone.now())
    assert bearer(text, DAY) is None
    with pytest.raises(Refused):
        revoke_token(made, by=world.officers["focal"], now=timezone.now())


def test_a_token_gives_no_more_than_its_officer_has_today(world: World) -> None:
    _, text = _made(world)
    actions.release(world.posts["focal"], day=timezone.localdate(), by=None)
    found = bearer(text, DAY)
    assert found is not None
    with found.acting():
        assert mandate(found.officer).posts == ()
        assert not offices_for(found.officer).exists()


def test_a_token_of_an_office_acts_there_alone_and_ends_with_the_post(world: World) -> None:
    actions.appoint(world.officers["focal"], _second_post(world), since=DAY, by=None)
    _, text = _made(world, office=world.offices["department"])
    found = bearer(text, DAY)
    assert found is not None
    assert mandate(found.officer).office_ids == {world.offices["department"].pk, world.offices["south"].pk}
    with found.acting():
        assert mandate(found.officer).office_ids == {world.offices["department"].pk}
    actions.release(world.posts["focal"], day=DAY, by=None)
    assert bearer(text, DAY) is None
    with pytest.raises(Refused):
        _made(world, office=world.offices["ministry"])


def _second_post(world: World) -> object:
    return actions.create_post(world.offices["south"], "হিসাবরক্ষক", by=None)


def test_a_token_never_administers_the_register(world: World) -> None:
    Officer.objects.filter(pk=world.officers["stranger"].pk).update(is_staff=True)
    world.officers["stranger"].refresh_from_db()
    _, text = _made(world, "stranger")
    found = bearer(text, DAY)
    assert found is not None
    assert not found.officer.is_staff
    assert not offices_for(found.officer).exists()


def test_closing_an_account_and_a_new_password_revoke_its_tokens(world: World) -> None:
    admin = actions.enrol("admin", "জনাব", by=None, password="a pass phrase", administrator=True)
    _, text = _made(world, "clerk")
    close_account(world.officers["clerk"], by=admin)
    open_account(world.officers["clerk"], by=admin)
    assert bearer(text, DAY) is None
    _, later = _made(world, "clerk")
    code = give_code(world.officers["clerk"], now=timezone.now(), by=admin)
    set_password(code, "শিউলি বকুল পলাশ", "শিউলি বকুল পলাশ", now=timezone.now())
    assert bearer(later, DAY) is None


def test_who_lacks_a_second_step_that_is_demanded_has_no_valid_token(world: World) -> None:
    _, text = _made(world)
    with override_settings(SECOND_FACTOR=frozenset({"everybody"})):
        assert bearer(text, DAY) is None
    assert bearer(text, DAY) is not None


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"name": "  "}, "token-name-missing"),
        ({"scopes": []}, "token-scope-missing"),
        ({"scopes": ["everything"]}, "token-scope-missing"),
        ({"until": DAY - timedelta(days=1)}, "token-days-unfit"),
        ({"until": DAY + timedelta(days=LONGEST + 1)}, "token-days-unfit"),
    ],
)
def test_a_wish_that_cannot_be_met_is_refused(world: World, wish: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as refused:
        _made(world, **wish)
    assert refused.value.code == code
    assert not ApiToken.objects.exists()


def test_an_officer_has_so_many_tokens_at_once(world: World) -> None:
    for _ in range(MOST):
        made, _text = _made(world)
    with pytest.raises(Refused):
        _made(world)
    revoke_token(made, by=world.officers["focal"], now=timezone.now())
    _made(world)


def test_a_token_is_seen_and_revoked_by_its_officer_and_who_keeps_his_account(world: World) -> None:
    made, _text = _made(world, "clerk")
    for who, sees in (("clerk", True), ("director", True), ("stranger", False), ("south_head", False)):
        assert tokens_of(world.officers[who], world.officers["clerk"]).exists() is sees, who
    assert token(world.officers["director"], made.pk) == made
    with pytest.raises(NotYours):
        token(world.officers["south_head"], made.pk)


def test_all_workers_together_keep_the_limit_of_a_minute(world: World) -> None:
    made, _text = _made(world)
    now = timezone.now().replace(second=10)
    for _worker in range(2):
        cache.clear()  # another worker has a cache of its own
        for _ in range(BLOCK * BLOCKS // 2):
            assert wait(made, now) == 0
    for _worker in range(2):
        cache.clear()
        assert wait(made, now) == 50
        assert wait(made, now) == 50
    assert wait(made, now + timedelta(minutes=1)) == 0
