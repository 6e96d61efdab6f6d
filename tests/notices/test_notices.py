"""Notices: a post gets each one once, before the day, on it and after it; the office above gets one after a week."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from icalendar import Calendar

from angikar.duties import actions as duties
from angikar.duties.models import Duty
from angikar.history.actions import record
from angikar.history.chain import anchors
from angikar.history.models import Entry
from angikar.notices import access
from angikar.notices.actions import Message, note, notify, notify_outsider, open_feed, see
from angikar.notices.calendar import calendar
from angikar.notices.delivering import deliver
from angikar.notices.kept import is_recent
from angikar.notices.models import Delivery, DeliveryState, Notice
from angikar.notices.tend import remind, tend, verify_chain
from angikar.offices import actions as register
from angikar.offices.access import mandate
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.pledge import issued
from tests.world import World

DUE = date(2022, 10, 15)
NOW = datetime(2022, 10, 12, 4, tzinfo=UTC)
MESSAGE = Message("flood", "alarm", "বন্যার পূর্বাভাস", "A flood is expected", "/papers/1/")


@pytest.fixture
def paper(world: World, pledge: None) -> Paper:
    """Two indicators the clerk answers for, each by quarter; the first quarter's are due on the 15th of October."""
    return issued(world, "6", "4", responsible="সহকারী পরিচালক (প্রশাসন)")


def _sent() -> list[tuple[str, str]]:
    return [(each.kind, each.post.title if each.post else each.reach) for each in Notice.objects.order_by("pk")]


def test_two_duties_of_one_day_are_one_reminder(paper: Paper) -> None:
    assert remind(DUE - timedelta(days=4)) == 0
    assert remind(DUE - timedelta(days=3)) == 1
    notice = Notice.objects.get()
    assert notice.text == f"২টি করণীয়: শেষ দিন ১৫ অক্টোবর ২০২২ ({paper.title})"
    assert notice.text_en == f"2 duties: to be done by 2022-10-15 ({paper.title})"


def test_the_same_notice_is_sent_once(paper: Paper) -> None:
    days = [
        DUE - timedelta(days=3),
        DUE - timedelta(days=2),
        DUE,
        DUE,
        DUE + timedelta(days=1),
        DUE + timedelta(days=5),
    ]
    assert [remind(day) for day in days] == [1, 0, 1, 0, 1, 0]


def test_after_a_week_the_office_above_is_notified(paper: Paper, world: World) -> None:
    remind(DUE + timedelta(days=7))
    assert _sent() == [("escalation", "সচিব")]
    assert Notice.objects.get().text.startswith("সহকারী পরিচালক (প্রশাসন), নক্ষত্র অধিদপ্তর: ২টি করণীয়: সময় শেষ হয়েছে")


def test_a_post_that_has_answered_gets_no_reminder(paper: Paper, world: World) -> None:
    for duty in Duty.objects.filter(paper=paper, quarter=1):
        duties.report(duty, by=world.officers["clerk"], answer=Answer(value="5"), today=date(2022, 10, 10))
    assert remind(DUE) == 0


def test_a_notice_stays_with_the_post(paper: Paper, world: World) -> None:
    remind(DUE)
    register.hand_over(world.posts["clerk"], world.officers["stranger"], day=DUE, by=None)
    assert access.notices_for(world.officers["stranger"]).count() == 1
    assert [each.key.partition(":")[0] for each in access.notices_for(world.officers["clerk"])] == ["holder"]


def test_what_was_seen_is_not_counted_again(world: World) -> None:
    notify(MESSAGE.to([world.posts["clerk"], world.posts["focal"]]), day=DUE)
    clerk = world.officers["clerk"]
    assert access.unseen(clerk, mandate(clerk)) == 1
    assert see(list(access.notices_for(clerk)), by=clerk, at=NOW) == 1
    assert see(list(access.notices_for(clerk)), by=clerk, at=NOW) == 0
    waiting = [access.unseen(each, mandate(each)) for each in (clerk, world.officers["focal"])]
    assert waiting == [0, 1]


def test_without_a_mail_server_there_is_no_delivery(world: World) -> None:
    world.officers["clerk"].email = "clerk@example.org"
    world.officers["clerk"].save()
    notify(MESSAGE.to([world.posts["clerk"]]), day=DUE)
    assert not Delivery.objects.exists()
    assert deliver(NOW) == (0, 0)


@override_settings(MAIL_FROM="house@example.org", HOUSE_ADDRESS="https://house.example")
def test_an_officer_with_an_address_gets_mail_in_the_language_of_the_card(world: World) -> None:
    world.officers["clerk"].email = "clerk@example.org"
    world.officers["clerk"].save()
    notify(MESSAGE.to([world.posts["clerk"], world.posts["focal"]]), day=DUE)
    assert (deliver(NOW), deliver(NOW)) == ((1, 0), (0, 0))
    letter = mail.outbox[0]
    assert (letter.to, letter.subject) == (["clerk@example.org"], "বন্যার পূর্বাভাস")
    assert letter.body.startswith("বন্যার পূর্বাভাস\n\nhttps://house.example/papers/1/\n\n-- \n")
    assert "A flood is expected" not in letter.body


@override_settings(
    MAIL_FROM="house@example.org", EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_PORT=1
)
def test_a_failed_delivery_is_tried_again_later_and_keeps_its_error(world: World) -> None:
    notify_outsider(MESSAGE, "guest@example.org", day=DUE)
    assert deliver(NOW) == (0, 1)
    assert deliver(NOW + timedelta(minutes=30)) == (0, 0)
    assert deliver(NOW + timedelta(minutes=61)) == (0, 1)
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.tries, bool(delivery.error)) == (DeliveryState.WAITING, 2, True)
    for _ in range(4):
        (delivery,) = note([delivery], at=NOW, error="closed")
    assert delivery.state == DeliveryState.FAILED


def test_an_outsider_is_notified_once(db: None) -> None:
    assert notify_outsider(MESSAGE, "guest@example.org", day=DUE) is not None
    assert notify_outsider(MESSAGE, "guest@example.org", day=DUE) is None


def test_a_subject_never_breaks_the_letter(world: World) -> None:
    with override_settings(MAIL_FROM="house@example.org"):
        notify_outsider(Message("k", "word", "এক লাইন\nBcc: all@example.org", "x"), "guest@example.org", day=DUE)
        assert deliver(NOW) == (1, 0)
    assert mail.outbox[0].subject == "এক লাইন"


def test_a_round_returns_its_counts_and_is_recorded(paper: Paper) -> None:
    assert {name: count for name, count in tend(NOW, DUE).items() if count} == {"remind": 1}
    assert Entry.objects.filter(verb="notice.tell").count() == 1


def test_the_calendar_holds_what_ones_posts_owe(paper: Paper, world: World) -> None:
    book = Calendar.from_ical(calendar(world.officers["clerk"], DUE, NOW))
    days = [(str(each["summary"]), each["dtstart"].dt) for each in book.walk("VEVENT")]
    january = date(2023, 1, 15)
    assert days == [("সূচক 1", DUE), ("সূচক 2", DUE), ("সূচক 1", january), ("সূচক 2", january)]


def test_a_new_calendar_address_ends_the_old_one(world: World) -> None:
    old = open_feed(world.officers["clerk"]).token
    new = open_feed(world.officers["clerk"]).token
    assert access.subscriber(new) == world.officers["clerk"]
    with pytest.raises(Exception, match="no such thing"):
        access.subscriber(old)


def test_what_was_noted_before_the_clock_was_set_back_is_not_recent() -> None:
    now = timezone.now()
    ago = {timedelta(hours=1): True, timedelta(hours=30): False, timedelta(minutes=-1): True, timedelta(days=-1): False}
    assert {past: is_recent(now - past, now, timedelta(hours=20)) for past in ago} == ago
    assert not is_recent(None, now, timedelta(hours=20))


def test_the_end_of_the_history_goes_to_the_superior_office_once_a_day(world: World, tmp_path: Path) -> None:
    now = timezone.now()
    with override_settings(VAR=tmp_path, MAIL_FROM="house@example.org", ANCHOR_TO=["above@example.org"]):
        verify_chain(now)
        with transaction.atomic():
            record("office.rename", world.offices["department"], by=None)
        verify_chain(now)
        assert len(mail.outbox) == 1, "the second anchor of the day goes into the same file alone"
        letter = mail.outbox[0]
        assert letter.to == ["above@example.org"]
        assert json.loads(letter.body[letter.body.index("{") :])["anchor"]["checkpoint"] == 1
        assert json.loads(anchors._files()[0].read_text())["anchor"]["checkpoint"] == 2
        assert anchors.compare() == anchors.Anchored((), (), timezone.localtime(now).date())
