"""What leaves the system: one letter a day for each person, in the language of the card, and what cannot wait at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.message import Message as Letter
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse

from angikar.history.models import Entry
from angikar.history.queries import known_since
from angikar.history.refusal import NotYours
from angikar.notices.actions import Message, notify, notify_outsider, send_again
from angikar.notices.channels.leaving import link, opened
from angikar.notices.delivering import deliver
from angikar.notices.models import Delivery, DeliveryState, Notice, NoticeKind
from angikar.notices.tend import remind
from angikar.offices.accounts.actions import choose_ways
from angikar.offices.models import Officer
from angikar.offices.preferences import NoticeWay
from tests.cli.processes import free_port
from tests.world import World

DAY = date(2022, 10, 12)
MORNING = datetime(2022, 10, 12, 4, tzinfo=UTC)  # ten in Dhaka
NIGHT = datetime(2022, 10, 11, 19, tzinfo=UTC)  # one in the night of that day in Dhaka
HOUSE = "https://house.example"


@pytest.fixture(autouse=True)
def _mail_is_open() -> Iterator[None]:
    with override_settings(MAIL_FROM="house@example.org", HOUSE_ADDRESS=HOUSE):
        yield


@pytest.fixture
def clerk(world: World) -> Officer:
    """An officer with an e-mail and a mobile."""
    officer = world.officers["clerk"]
    officer.email, officer.mobile = "clerk@example.org", "01711000000"
    officer.save()
    return officer


def _said(world: World, key: str, kind: str = "word", text: str = "কাগজ এসেছে") -> None:
    notify(Message(key, kind, text, f"English of {key}", f"/papers/{key}/").to([world.posts["clerk"]]), day=DAY)


def test_what_can_wait_goes_in_one_letter_a_day(world: World, clerk: Officer) -> None:
    for key in ("1", "2", "3"):
        _said(world, key)
    _said(world, "4", "late", "দেরি হয়েছে")
    assert deliver(NIGHT) == (0, 0)
    assert deliver(MORNING) == (4, 0)
    _said(world, "5")
    assert deliver(MORNING + timedelta(hours=2)) == (0, 0)
    (letter,) = mail.outbox
    assert letter.subject == "অঙ্গীকার: দেরি ১টি, বিজ্ঞপ্তি ৩টি"
    assert letter.body.index("দেরি হয়েছে") < letter.body.index("কাগজ এসেছে")
    assert f"{HOUSE}/papers/3/" in letter.body
    assert deliver(MORNING + timedelta(days=1)) == (1, 0)
    assert Entry.objects.filter(verb="notice.note").count() == 2


def test_what_cannot_wait_goes_at_once(world: World, clerk: Officer) -> None:
    _said(world, "1", "alarm", "লঙ্ঘন")
    _said(world, "2")
    assert deliver(NIGHT) == (1, 0)
    assert mail.outbox[0].subject == "লঙ্ঘন"


def test_what_is_late_by_hours_waits_for_no_letter_of_the_day(world: World, clerk: Officer) -> None:
    for key, at_once in (("late:1:2", True), ("missing:1", False)):
        message = Message(key, "escalation", "দেরি", "Late", "/duties/1/", at_once=at_once)
        notify(message.to([world.posts["clerk"]]), day=DAY)
    assert deliver(NIGHT) == (1, 0)
    assert Delivery.objects.get(gathered=False).notice.key == "late:1:2"


def test_an_officer_chooses_the_way_of_each_kind(world: World, clerk: Officer) -> None:
    choose_ways(clerk, {"word": NoticeWay(at_once=True), "late": NoticeWay(email=False)}, by=clerk)
    _said(world, "1")
    _said(world, "2", "late")
    assert [(each.notice.key, each.gathered) for each in Delivery.objects.all()] == [("1", False)]


def test_the_letter_of_the_day_speaks_the_language_of_the_card(world: World, clerk: Officer) -> None:
    clerk.language = "en"
    clerk.save()
    _said(world, "1")
    deliver(MORNING)
    assert mail.outbox[0].subject == "Angikar: notices 1"
    assert "English of 1" in mail.outbox[0].body
    assert "কাগজ" not in mail.outbox[0].body


def test_a_long_letter_says_how_much_more_there_is(world: World, clerk: Officer) -> None:
    for key in range(43):
        _said(world, str(key))
    deliver(MORNING)
    assert "আরও ৩টি বিজ্ঞপ্তি পাতায় আছে।" in mail.outbox[0].body


def test_the_link_of_a_letter_ends_its_kinds_and_no_other(world: World, clerk: Officer) -> None:
    _said(world, "1")
    deliver(MORNING)
    letter = mail.outbox[0]
    address = letter.extra_headers["List-Unsubscribe"].strip("<>")
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address in letter.body
    visitor = Client(enforce_csrf_checks=True)
    path = address.removeprefix(HOUSE)
    assert "বিজ্ঞপ্তি" in visitor.get(path).content.decode()
    _said(world, "2")
    assert Delivery.objects.filter(notice__key="2").count() == 1, "opening the page ended it"
    assert visitor.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    _said(world, "3")
    _said(world, "4", "reminder")
    assert list(Delivery.objects.values_list("notice__key", flat=True)) == ["1", "2", "4"]
    assert Entry.objects.filter(verb="officer.choose_ways", officer_id=clerk.pk).count() == 1


def test_a_link_that_was_changed_opens_no_page(clerk: Officer) -> None:
    address = link(clerk, [NoticeKind.WORD]).removeprefix(HOUSE)
    assert Client().get(address.replace("/leave/", "/leave/x")).status_code == 404
    assert Client().get(reverse("public:leave", args=["eyJ4Ijo"])).status_code == 404
    clerk.is_active = False
    clerk.save()
    with pytest.raises(NotYours):
        opened(address.split("/")[2])


class _Kept(Handler):
    """A mail server's hand that keeps every letter, and refuses one address."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: list[Letter] = []

    async def handle_RCPT(  # noqa: N802  (the name its package calls)
        self, _server: object, _session: object, envelope: object, address: str, _options: object
    ) -> str:
        if address.startswith("gone"):
            return "550 no such person"
        envelope.rcpt_tos.append(address)  # type: ignore[attr-defined]
        return "250 OK"

    def handle_message(self, message: Letter) -> None:
        self.letters.append(message)


@pytest.fixture
def server() -> Iterator[_Kept]:
    """A real mail server on this machine, for which the system is set."""
    kept = _Kept()
    port = free_port()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    backend = "django.core.mail.backends.smtp.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port):
        yield kept
    controller.stop()


def test_letters_reach_a_real_server_and_one_that_is_refused_stops_no_other(
    world: World, clerk: Officer, server: _Kept
) -> None:
    notify_outsider(Message("a", "word", "প্রথম", "First"), "gone@example.org", day=DAY)
    notify_outsider(Message("b", "word", "দ্বিতীয়", "Second"), "guest@example.org", day=DAY)
    _said(world, "1")
    assert deliver(MORNING) == (2, 1)
    assert [letter["To"] for letter in server.letters] == ["guest@example.org", "clerk@example.org"]
    assert server.letters[0].get_content_type() == "text/plain"
    assert "550" in Delivery.objects.get(address="gone@example.org").error


@override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_PORT=1)
def test_a_server_that_is_down_is_asked_once_a_round(world: World) -> None:
    for number in range(3):
        notify_outsider(Message(str(number), "word", "ক", "a"), "guest@example.org", day=DAY)
    assert deliver(MORNING) == (0, 1)
    assert sorted(Delivery.objects.values_list("tries", flat=True)) == [0, 0, 1]


def test_what_was_given_up_is_sent_again_by_an_administrator_alone(world: World, clerk: Officer) -> None:
    _said(world, "1", "alarm")
    Delivery.objects.update(state=DeliveryState.FAILED, tries=6, error="550 no such person", address="old@example.org")
    failed = list(Delivery.objects.all())
    with pytest.raises(NotYours):
        send_again(failed, by=clerk)
    keeper = world.officers["secretary"]
    keeper.is_staff = True
    assert send_again(failed, by=keeper) == 1
    assert deliver(MORNING) == (1, 0)
    assert mail.outbox[0].to == ["clerk@example.org"], "the address of the card was not taken"
    assert send_again(failed, by=keeper) == 0


def test_a_dry_run_writes_short_messages_down(world: World, clerk: Officer, tmp_path: Path) -> None:
    with override_settings(SMS_GATEWAY="dry-run", VAR=tmp_path, MAIL_FROM=""):
        _said(world, "1", "alarm", "খুব লম্বা কথা " * 40)
        _said(world, "2", "late")
        _said(world, "3", "late")
        assert deliver(MORNING) == (3, 0)
    at_once, gathered = map(json.loads, (tmp_path / "sms-dry-run.jsonl").read_text(encoding="utf-8").splitlines())
    assert (at_once["to"], at_once["alphabet"], at_once["segments"]) == ("8801711000000", "ucs2", 2)
    assert at_once["text"].endswith(f"... {HOUSE}/papers/1/")
    assert gathered["text"] == f"অঙ্গীকার: দেরি ২টি {HOUSE}/"
    assert gathered["segments"] == 1


def test_arrears_older_than_the_system_are_left_alone(world: World) -> None:
    today = known_since(date.max)
    assert known_since(today) == today
    assert known_since(today - timedelta(days=1)) == date.min, "a clock before the first entry knows no beginning"


def test_a_duty_that_was_over_before_the_first_entry_reminds_no_post(world: World, pledge: None) -> None:
    from tests.pledge import issued

    issued(world, "6", "4", responsible="সহকারী পরিচালক (প্রশাসন)")
    began = known_since(date.max)
    assert remind(began) == 0
    assert not Notice.objects.exists()
