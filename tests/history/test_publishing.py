"""Events: receivers run in the order of subscription, inside the transaction, and one that fails undoes the action."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.db import transaction

from angikar.history import publishing
from angikar.history.actions import NoTransaction
from angikar.history.models import Entry
from angikar.history.publishing import Event, publish, subscribe, subscribers
from angikar.offices.bodies.actions import NewMember, form, give_role
from angikar.offices.events import LeaderChanged
from angikar.offices.models import Member, Role
from tests.world import FIRST_DAY, World


@dataclass(frozen=True, slots=True)
class Rang(Event):
    """A bell rang so many times."""

    times: int


@pytest.fixture(autouse=True)
def _own_receivers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "_RECEIVERS", dict(publishing._RECEIVERS))


def test_receivers_run_in_the_order_of_their_subscription(world: World) -> None:
    heard: list[str] = []

    def first(event: Rang) -> None:
        heard.append(f"first {event.times}")

    def second(event: Rang) -> None:
        heard.append(f"second {event.times}")

    subscribe(Rang, first)
    subscribe(Rang, second)
    subscribe(Rang, first)
    assert subscribers()[Rang] == (first, second)
    with transaction.atomic():
        publish(Rang(3))
    assert heard == ["first 3", "second 3"]


def test_an_event_without_a_receiver_has_no_effect(world: World) -> None:
    with transaction.atomic():
        publish(Rang(1))
    assert Rang not in subscribers()


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_a_programming_error() -> None:
    with pytest.raises(NoTransaction, match="Rang"):
        publish(Rang(1))


def test_a_receiver_that_fails_undoes_the_action(world: World) -> None:
    director = world.officers["director"]
    seats = (NewMember(post=world.posts["director"], role=Role.CHAIR), NewMember(post=world.posts["focal"]))
    body = form(world.offices["department"], "নৈতিকতা কমিটি", seats, day=FIRST_DAY, by=director)
    member = Member.objects.get(body=body, post=world.posts["focal"])
    entries = Entry.objects.count()

    def fail(event: LeaderChanged) -> None:
        assert Member.objects.get(pk=member.pk).role == Role.CHAIR, "the receiver runs after the action has written"
        raise RuntimeError(f"no post follows {event.body}")

    subscribe(LeaderChanged, fail)
    with pytest.raises(RuntimeError, match="no post follows"):
        give_role(member, Role.CHAIR, by=director)
    assert Member.objects.get(pk=member.pk).role == Role.MEMBER
    assert Entry.objects.count() == entries
