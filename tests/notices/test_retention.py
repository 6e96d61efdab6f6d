"""How people are reached is kept for a time only, and what is erased leaves the history whole."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client
from django.utils import timezone

from angikar.history import personal
from angikar.history.actions import erase, record
from angikar.history.chain.actions import checkpoint
from angikar.history.chain.verifying import verify
from angikar.history.models import Entry
from angikar.history.queries import history_of
from angikar.history.triggers import GUARDS, install, remove
from angikar.notices.actions import Message, notify_outsider
from angikar.notices.models import Channel, Delivery, DeliveryState, Notice
from angikar.notices.retention.actions import erase_officer
from angikar.notices.retention.daily import erase_history, erase_old
from angikar.offices.accounts.actions import edit_card
from angikar.offices.accounts.card import Card
from angikar.offices.actions import release
from angikar.offices.models import Officer, RegisterImport
from angikar.papers.models import Outsider, Paper
from tests.offices.bulk import lists
from tests.world import World

MOBILE, MAIL = "01700000042", "doel@example.org"
NOW = timezone.now()
LATER = NOW + timedelta(days=400)


def _old_entry(world: World, monkeypatch: pytest.MonkeyPatch) -> Entry:
    """An entry from before the history stopped to hold how people are reached."""
    monkeypatch.setattr("angikar.history.actions.without_reach", lambda value: value)
    clerk = world.officers["clerk"]
    with transaction.atomic():
        entry = record("officer.edit_card", clerk, by=clerk, was={"mobile": "", "name": "ক"}, now={"mobile": MOBILE})
    monkeypatch.undo()
    return entry


def test_the_history_does_not_hold_how_people_are_reached(world: World) -> None:
    clerk = world.officers["clerk"]
    edit_card(clerk, Card("জনাব clerk", email=MAIL, mobile=MOBILE), by=clerk, password="a pass phrase")
    lists.taken(f"ব্যবহারকারী নাম,নাম,ই-মেইল,মোবাইল\nmoyna,জনাব ময়না,{MAIL},{MOBILE}\n")
    message = Message("key", "word", "কথা", "words")
    notify_outsider(message, MAIL, day=date(2022, 9, 1))
    notify_outsider(message, MOBILE, day=date(2022, 9, 1))
    held = [
        str(entry) for entry in Entry.objects.all() if any(each in f"{entry.was}{entry.now}" for each in (MAIL, MOBILE))
    ]
    assert held == []
    assert history_of(clerk).last().now == {"email": "", "mobile": ""}, "that it changed is kept"


def test_an_erased_entry_leaves_the_history_whole_and_nothing_else_does(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = _old_entry(world, monkeypatch)
    checkpoint()
    assert verify() is None
    assert erase_history() == 1
    entry.refresh_from_db()
    assert (entry.was, entry.now) == ({"mobile": "", "name": "ক"}, {"mobile": ""})
    checkpoint()
    assert verify() is None
    said = Entry.objects.get(verb="history.erase")
    assert said.now == {"hash": entry.hash, "left": entry.digest(), "signature": said.now["signature"]}
    guarding, connection = GUARDS["history_entry_no_update"], transaction.get_connection()
    remove(connection, guarding)
    Entry.objects.filter(pk=entry.pk).update(now={"mobile": "01711111111"})
    install(connection, guarding)
    broken = verify()
    assert broken is not None
    assert broken.entry == entry.pk


def test_who_only_reaches_the_database_cannot_call_an_altered_entry_erased(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry, other = _old_entry(world, monkeypatch), Entry.objects.order_by("pk").first()
    assert other is not None
    assert erase([entry], by=None) == 1
    signature = Entry.objects.get(verb="history.erase").now["signature"]
    guarding, connection = GUARDS["history_entry_no_update"], transaction.get_connection()
    remove(connection, guarding)
    Entry.objects.filter(pk=other.pk).update(now={"name": "খ"})
    install(connection, guarding)
    other.refresh_from_db()
    with transaction.atomic():
        record(
            "history.erase", other, by=None, now={"hash": other.hash, "left": other.digest(), "signature": signature}
        )
    broken = verify()
    assert broken is not None
    assert broken.entry == other.pk


def test_what_was_erased_cannot_be_changed_by_hand_afterwards(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = _old_entry(world, monkeypatch)
    erase([entry], by=None)
    with pytest.raises(Exception, match="append-only"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(now=None)
    assert erase([Entry.objects.get(pk=entry.pk)], by=None) == 0


def test_each_kind_is_erased_after_its_time_and_not_before(world: World, pledge: None) -> None:
    clerk = world.officers["clerk"]
    notice = Notice.objects.create(
        key="a", kind="word", post=world.posts["clerk"], text="ক", text_en="a", day=NOW.date()
    )
    for state, mail in ((DeliveryState.SENT, MAIL), (DeliveryState.WAITING, "b@example.org")):
        Delivery.objects.create(notice=notice, channel=Channel.EMAIL, address=mail, officer=clerk, state=state)
    paper = Paper.objects.create(kind="pledge", office=world.offices["department"], content={}, state="draft")
    outside = {"paper": paper, "name": "সংস্থা", "role": "copy", "added_by": clerk}
    Outsider.objects.create(reach=MAIL, revoked_at=NOW, **outside)
    Outsider.objects.create(reach=MOBILE, **outside)
    Officer.objects.filter(pk=clerk.pk).update(email=MAIL, mobile=MOBILE, is_active=False)
    release(world.posts["clerk"], day=timezone.localdate(), by=None)
    lists.taken(f"ব্যবহারকারী নাম,নাম,মোবাইল\nmoyna,জনাব ময়না,{MOBILE}\n")
    assert sum(erase_old(NOW).values()) == 0
    done = erase_old(LATER)
    assert {name for name, count in done.items() if count} >= {"deliveries", "addressees", "departed", "lists"}
    assert sorted(Delivery.objects.filter(state=DeliveryState.SENT).values_list("address", flat=True))[0][0] == "#"
    assert Outsider.objects.filter(reach=MOBILE).exists(), "his link still opens"
    assert Officer.objects.values_list("email", "mobile").get(pk=clerk.pk) == ("", "")
    assert MOBILE not in str(RegisterImport.objects.get().seen)
    assert sum(erase_old(LATER).values()) == 0
    checkpoint()
    assert verify() is None


def test_where_somebody_was_signed_in_is_forgotten_once_the_session_is_over(world: World, client: Client) -> None:
    for who in ("focal", "clerk"):
        client.post("/account/login/", {"login": who, "password": "a pass phrase"})
        if who == "focal":
            Session.objects.update(expire_date=NOW - timedelta(minutes=1))
            client.cookies.clear()
    assert UserSession.objects.count() == 2
    assert erase_old(NOW)["sessions"] == 1
    assert UserSession.objects.get().session_key == client.session.session_key == Session.objects.get().session_key
    client.post("/sign-out/")
    assert erase_old(NOW)["sessions"] == 1
    assert not UserSession.objects.exists()


def test_a_departed_officer_is_forgotten_on_his_word_and_one_who_serves_is_not(world: World) -> None:
    clerk = world.officers["clerk"]
    edit_card(clerk, Card("জনাব clerk", email=MAIL, mobile=MOBILE), by=clerk, password="a pass phrase")
    with pytest.raises(Exception, match="still holds"):
        erase_officer(clerk, by=None)
    release(world.posts["clerk"], day=timezone.localdate(), by=None)
    erase_officer(clerk, by=None)
    assert Officer.objects.values_list("email", "mobile", "name").get(pk=clerk.pk) == ("", "", "জনাব clerk")


def test_every_field_that_reaches_a_person_is_known() -> None:
    from django.apps import apps

    fields = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("angikar.")
        for field in model._meta.get_fields()
        if getattr(field, "name", "") in {*personal.REACHED_BY, "address"}
    }
    assert fields == {
        "offices.Officer.email",
        "offices.Officer.mobile",
        "offices.Member.email",
        "offices.Member.mobile",
        "meetings.Attendance.mobile",
        "papers.Outsider.reach",
        "notices.Notice.reach",
        "notices.Delivery.address",
    }, "say in docs/privacy.md why it is held, and erase it in notices/retention"
