"""The page of the system: who looks after the machine sees how it is and what did not leave, and has it sent again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from angikar.history.chain.actions import checkpoint
from angikar.history.chain.anchors import anchor
from angikar.notices.actions import Message, notify, notify_outsider
from angikar.notices.kept import keep
from angikar.notices.models import Delivery, DeliveryState
from angikar.offices.models import Officer
from tests.world import World

DAY = date(2022, 10, 12)


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path) -> Iterator[None]:
    with override_settings(VAR=tmp_path, DISK_LEAST=0, MAIL_FROM="house@example.org"):
        yield


@pytest.fixture
def keeper(world: World) -> Client:
    """An administrator who has signed in."""
    officer = world.officers["ministry_focal"]
    officer.is_staff = True
    officer.save()
    return _signed_in(officer)


def _signed_in(officer: Officer) -> Client:
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _undelivered(world: World) -> Delivery:
    clerk = world.officers["clerk"]
    clerk.email = "clerk@example.org"
    clerk.save()
    notify(Message("1", "alarm", "লঙ্ঘন", "Breach").to([world.posts["clerk"]]), day=DAY)
    Delivery.objects.update(state=DeliveryState.FAILED, tries=6, error="550 no such person")
    return Delivery.objects.get()


def test_the_page_says_what_the_nightly_check_found_and_when_the_history_was_anchored(keeper: Client) -> None:
    page = keeper.get("/system/").content.decode()
    assert "প্রতি রাতে" in page
    assert "নোঙর এখনো নেই" in page
    checkpoint()
    anchor(timezone.now())
    keep("last-doctor", timezone.now(), found=[("values", "তিনটি মান মেলে না", "three values differ")])
    page = keeper.get("/system/").content.decode()
    assert "তিনটি মান মেলে না" in page
    assert "১টি বিষয় ঠিক নেই" in page
    assert "ইতিহাসের শেষ নোঙর" in page
    keep("last-doctor", timezone.now(), found=[])
    assert "সব মিলেছে" in keeper.get("/system/").content.decode()


def test_a_backup_that_lacked_files_is_a_warning(keeper: Client) -> None:
    keep("last-backup", timezone.now(), bytes=5, wrong=2)
    assert "২টি ফাইল কপিতে নেই" in keeper.get("/system/").content.decode()


def test_an_empty_list_teaches_and_the_checks_say_what_to_do(keeper: Client) -> None:
    page = keeper.get("/system/").content.decode()
    assert "সব বার্তা পৌঁছেছে" in page
    assert "সার্ভারে angikar backup চালান" in page
    keep("last-backup", timezone.now(), bytes=5)
    keep("last-tend", timezone.now())
    page = keeper.get("/system/").content.decode()
    assert "angikar backup" not in page
    assert "দেখা দরকার" not in page


def test_what_did_not_leave_is_seen_with_its_reason_and_sent_again(keeper: Client, world: World) -> None:
    delivery = _undelivered(world)
    page = keeper.get("/system/").content.decode()
    assert "550 no such person" in page
    assert "জনাব clerk" in page
    assert keeper.post("/system/send-again/", {"delivery": str(delivery.pk)}).status_code == 302
    assert Delivery.objects.get().state == DeliveryState.WAITING
    assert "550" in keeper.get("/system/").content.decode(), "the last reason is shown until it is sent"


def test_everything_is_sent_again_at_once(keeper: Client, world: World) -> None:
    _undelivered(world)
    notify_outsider(Message("2", "word", "ক", "a"), "guest@example.org", day=DAY)
    Delivery.objects.update(state=DeliveryState.FAILED, error="closed")
    keeper.post("/system/send-again/")
    assert set(Delivery.objects.values_list("state", flat=True)) == {DeliveryState.WAITING}


def test_no_other_officer_sees_it_or_sends(world: World) -> None:
    delivery = _undelivered(world)
    for who in ("clerk", "director", "secretary"):
        client = _signed_in(world.officers[who])
        assert client.get("/system/").status_code == 404
        assert client.post("/system/send-again/", {"delivery": str(delivery.pk)}).status_code == 404
    assert Delivery.objects.get().state == DeliveryState.FAILED
