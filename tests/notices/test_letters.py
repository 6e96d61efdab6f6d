"""A letter reaches every addressee when it is issued, and asks for its receipt again until the receipt is given."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.db import connections
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from angikar.duties.actions import acknowledge
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.duties.receipts.actions import acknowledge_outside, revoke
from angikar.notices.delivering import deliver
from angikar.notices.letters import chase, sent_at
from angikar.notices.models import Delivery, Notice
from angikar.papers.models import Outsider, Paper
from angikar.papers.receipts.access import opened
from angikar.papers.receipts.actions import address_outside
from tests.desk.samples import circular
from tests.pledge import issued
from tests.world import World

DAY = date(2022, 10, 13)
NOW = datetime(2022, 10, 13, 6, tzinfo=UTC)
OPEN = override_settings(MAIL_FROM="house@example.org", HOUSE_ADDRESS="https://house.example")


@pytest.fixture
def paper(world: World) -> Paper:
    """A circular to two districts and to somebody outside, issued."""
    draft = circular(world)
    address_outside(draft, by=world.officers["director"], name="অতিথি", reach="guest@example.org")
    return issue(draft, by=world.officers["director"], day=DAY, focal=True)


def _sent() -> Counter[tuple[str, str]]:
    """How many notices there are by the first word of the key and the kind."""
    return Counter((each.key.partition(":")[0], each.kind) for each in Notice.objects.all())


def test_every_addressee_is_notified_at_once(world: World, paper: Paper) -> None:
    assert set(sent_at(paper)) == {world.posts[short].pk for short in ("north_head", "south_head", "focal")}
    duty = Duty.objects.get(paper=paper, kind="acknowledge", post=world.posts["north_head"])
    notice = Notice.objects.get(post=world.posts["north_head"])
    assert (notice.page, notice.text) == (
        f"/duties/{duty.pk}/",
        f"নতুন কাগজ এসেছে: {paper.title}। প্রাপ্তি স্বীকার করুন।",
    )
    assert Notice.objects.get(post=None).reach == "guest@example.org"


def test_a_plan_without_addressees_sends_no_notice(world: World, pledge: None) -> None:
    issued(world, "10")
    assert not Notice.objects.exists()


@OPEN
def test_an_outsider_gets_a_link_that_is_stored_nowhere(paper: Paper) -> None:
    assert deliver(NOW) == (1, 0)
    body = mail.outbox[0].body
    token = re.search(r"https://house\.example/letter/([\w-]{43})/", body)
    assert token is not None
    assert opened(token[1], NOW) == Outsider.objects.get()
    assert not any(token[1] in f"{each.page} {each.text}" for each in Notice.objects.all())


@OPEN
def test_a_revoked_outsider_gets_no_more_notices(world: World, paper: Paper) -> None:
    revoke(Outsider.objects.get(), by=world.officers["director"], at=NOW)
    assert deliver(NOW) == (0, 0)
    assert chase(DAY + timedelta(days=1)) == 3


def test_receipts_are_asked_for_after_a_day_and_after_three(paper: Paper) -> None:
    assert [chase(DAY + timedelta(days=after)) for after in (0, 1, 1, 2, 3, 4)] == [0, 4, 0, 0, 4, 0]
    assert _sent() == {
        ("letter", "word"): 3 + 3,
        ("receipt-first", "reminder"): 3,
        ("receipt-second", "late"): 3,
    }


def test_after_a_week_the_office_above_gets_one_notice_for_all(world: World, paper: Paper) -> None:
    chase(DAY + timedelta(days=7))
    chase(DAY + timedelta(days=8))
    escalations = Notice.objects.filter(kind="escalation").order_by("pk")
    assert [(each.post, each.text.split(":")[0]) for each in escalations] == [
        (world.posts["director"], "২টি দপ্তর এক সপ্তাহেও প্রাপ্তি স্বীকার করেনি"),
        (world.posts["secretary"], "১টি দপ্তর এক সপ্তাহেও প্রাপ্তি স্বীকার করেনি"),
        (world.posts["director"], "অতিথি এক সপ্তাহেও প্রাপ্তি স্বীকার করেননি"),
    ]


def test_a_post_that_has_acknowledged_gets_no_reminder(world: World, paper: Paper) -> None:
    duty = Duty.objects.get(paper=paper, kind="acknowledge", post=world.posts["north_head"])
    acknowledge(duty, by=world.officers["north_head"], today=DAY)
    acknowledge_outside(Outsider.objects.get(), at=NOW)
    assert chase(DAY + timedelta(days=1)) == 2
    assert not Notice.objects.filter(post=world.posts["north_head"], key__startswith="receipt").exists()


@OPEN
def test_every_reminder_has_its_own_link_and_the_first_stays_valid(paper: Paper) -> None:
    deliver(NOW)
    chase(DAY + timedelta(days=1))
    deliver(NOW + timedelta(days=1))
    tokens = [re.findall(r"/letter/([\w-]{43})/", letter.body)[0] for letter in mail.outbox]
    assert len(set(tokens)) == 2
    assert {opened(token, NOW + timedelta(days=1)).name for token in tokens} == {"অতিথি"}
    assert Delivery.objects.count() == 2


def test_the_number_of_queries_does_not_grow_with_the_receivers(world: World) -> None:
    counts = []
    for number, to in enumerate(("জেলা নক্ষত্র অফিসার (সকল)", "উপজেলা নক্ষত্র অফিসার (সকল)"), 1):
        draft = circular(world, addressees=(to,))
        draft.content["letter"]["memo_number"] += str(number)
        draft.memo_number = draft.content["letter"]["memo_number"]
        draft.save()
        issue(draft, by=world.officers["director"], day=DAY)
        with CaptureQueriesContext(connections["default"]) as queries:
            chase(DAY + timedelta(days=1))
        counts.append(len(queries))
    assert len(set(counts)) == 1
