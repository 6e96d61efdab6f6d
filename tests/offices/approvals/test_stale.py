"""A request is confirmed only while it is still what was asked, by somebody other than its gainers, once, whoever else confirms at that moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from django.db import connections, transaction
from django.test import TestCase
from django.utils import timezone

from angikar.history.chain.verifying import verify
from angikar.history.faults import written
from angikar.history.models import Entry
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import holder_of
from angikar.offices.actions import appoint, create_post, hand_over, release
from angikar.offices.approvals.access import approvals_for, may_answer
from angikar.offices.approvals.actions import confirm, settle, settle_account, settle_office, withdraw
from angikar.offices.approvals.wishes import OfficeWish, PostWish
from angikar.offices.models import Approval, Officer, PasswordLink, Tenure
from angikar.offices.posts.actions import Given, delegate
from tests.offices.bulk import lists
from tests.world import FIRST_DAY, World, build

NOW, TODAY = timezone.now(), timezone.localdate()


def _asked(world: World, by: str = "director", post: str = "north_head", to: str = "stranger") -> Approval:
    wish = PostWish("hand_over", world.posts[post], TODAY, world.officers[to])
    made = settle(wish, by=world.officers[by], now=NOW)
    assert isinstance(made, Approval)
    return made


def _leaves(world: World) -> None:
    release(world.posts["director"], day=TODAY, by=None)


def _closed(world: World, who: str) -> None:
    Officer.objects.filter(username=who).update(is_active=False)


CHANGES: dict[str, tuple[Callable[[World], object], str]] = {
    "who asked left his post": (_leaves, "no longer"),
    "the account of who asked was closed": (lambda world: _closed(world, "director"), "no longer"),
    "the account of who is to come was closed": (lambda world: _closed(world, "stranger"), "account of"),
    "somebody else has come to the post": (
        lambda world: hand_over(world.posts["north_head"], world.officer("newcomer"), day=TODAY, by=None),
        "come to the post",
    ),
    "the post became vacant": (
        lambda world: release(world.posts["north_head"], day=TODAY, by=None),
        "come to the post",
    ),
}


def test_what_changed_since_it_was_asked_is_not_confirmed(world: World) -> None:
    made, came, said_so = _asked(world), dict[str, bool](), dict[str, bool]()
    for name, (change, said) in CHANGES.items():
        point = transaction.savepoint()
        change(world)
        before = list(Tenure.objects.values_list("pk", "until"))
        with pytest.raises(Refused) as refused, transaction.atomic():
            confirm(made, by=world.officers["secretary"], now=NOW)
        said_so[name] = said in str(refused.value)
        came[name] = list(Tenure.objects.values_list("pk", "until")) != before
        transaction.savepoint_rollback(point)
    assert set(said_so.values()) == {True}, said_so
    assert set(came.values()) == {False}, came
    made.refresh_from_db()
    assert made.state == "waiting"
    confirm(made, by=world.officers["secretary"], now=NOW)


def test_a_senior_post_is_not_filled_for_somebody_who_may_not_fill_it_any_more(world: World) -> None:
    senior = create_post(world.offices["department"], "পরিচালক", by=None, rank=20)
    appoint(world.officers["stranger"], senior, since=FIRST_DAY, by=None)
    wish = PostWish("hand_over", senior, TODAY, world.officers["clerk"])
    made = settle(wish, by=world.officers["focal"], now=NOW)
    assert isinstance(made, Approval)
    release(world.posts["focal"], day=TODAY, by=None)
    with pytest.raises(Refused, match="no longer"):
        confirm(made, by=world.officers["director"], now=NOW)


def test_a_code_is_not_given_for_somebody_who_keeps_the_account_no_more(world: World) -> None:
    made = settle_account("code", world.officers["north_head"], by=world.officers["director"], now=NOW)
    assert isinstance(made, Approval)
    _leaves(world)
    with pytest.raises(Refused, match="no longer"):
        confirm(made, by=world.officers["secretary"], now=NOW)


def test_one_person_is_not_two_by_another_post_nor_by_rights_given_to_him(world: World) -> None:
    made = _asked(world)
    appoint(
        world.officers["director"],
        create_post(world.offices["ministry"], "রক্ষক", by=None, keeps_register=True),
        since=TODAY,
        by=None,
    )
    rights = Given(TODAY, TODAY + timedelta(9), reports=True, drafts=True, verifies=True)
    delegate(world.posts["secretary"], world.officers["clerk"], rights, by=world.officers["secretary"])
    for who in ("director", "clerk", "stranger"):
        assert not may_answer(world.officers[who], made)
        with pytest.raises(NotYours):
            confirm(made, by=world.officers[who], now=NOW)


def test_what_is_only_tried_leaves_nothing_to_be_done_after_its_commit(world: World) -> None:
    director, head = world.officers["director"], world.officers["north_head"]
    before = Entry.objects.count()
    with TestCase.captureOnCommitCallbacks() as afterwards, transaction.atomic():
        settle_account("code", head, by=director, now=NOW)
    kept, stored = Entry.objects.count() - before, afterwards.count(written)
    assert (stored, len(afterwards) - stored) == (kept, kept), (
        "each entry that stays is stored and asks for a checkpoint"
    )
    assert not PasswordLink.objects.exists()


def test_a_list_that_meets_what_another_stored_meanwhile_is_refused_whole(world: World) -> None:
    text = "দপ্তর,পদবি\nনক্ষত্র অধিদপ্তর,গবেষক\n"
    made = lists.offered(text, by=world.officers["director"], day=TODAY)

    def meanwhile(done: int, of: int) -> None:
        if not done:
            create_post(world.offices["department"], "গবেষক", by=None)

    with pytest.raises(Refused, match="changed"), transaction.atomic():
        lists.carry_out(made, by=world.officers["director"], progress=meanwhile)
    made.refresh_from_db()
    assert made.carried_out_at is None


def _at_once(acts: Sequence[Callable[[], object]]) -> Counter[str]:
    """Let several people act at one moment, and count what came of it."""
    start = Barrier(len(acts))

    def one(act: Callable[[], object]) -> str:
        try:
            start.wait(30)
            act()
        except (Refused, NotYours) as no:
            return no.sentence.code if isinstance(no, Refused) else "not yours"
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(len(acts)) as people:
        return Counter(people.map(one, acts))


@pytest.mark.django_db(transaction=True)
def test_of_several_who_confirm_at_once_one_does() -> None:
    world = build()
    made = _asked(world)
    seconds = [world.officers["secretary"], world.officers["north_head"]] * 2
    came = _at_once([partial(confirm, made, by=by, now=NOW) for by in seconds])
    assert (came["done"], came["done"] + came["approval-answered"]) == (1, len(seconds)), came
    assert Tenure.objects.filter(post=world.posts["north_head"]).count() == 2
    assert holder_of(world.posts["north_head"]) == world.officers["stranger"]
    assert verify() is None
    assert made in approvals_for(world.officers["director"], NOW)


@pytest.mark.django_db(transaction=True)
def test_a_confirmation_and_a_withdrawal_at_once_are_one_of_both() -> None:
    world = build()
    made = settle_office(
        OfficeWish("close_office", world.offices["south"], TODAY), by=world.officers["director"], now=NOW
    )
    assert isinstance(made, Approval)
    confirming = [partial(confirm, made, by=world.officers[who], now=NOW) for who in ("secretary", "south_head")]
    came = _at_once([*confirming, partial(withdraw, made, by=world.officers["director"], now=NOW)])
    made.refresh_from_db()
    world.offices["south"].refresh_from_db()
    assert (came["done"], came["done"] + came["approval-answered"]) == (1, 3), came
    assert (made.state == "confirmed") == (world.offices["south"].until is not None)
    assert made.state in ("confirmed", "withdrawn")
    assert Entry.objects.filter(verb__in=("approval.confirm", "approval.withdraw")).count() == 1
