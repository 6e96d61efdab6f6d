"""The letter of somebody outside: his link opens it, his button acknowledges it, and nothing else does."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from angikar.duties.issue import issue
from angikar.duties.receipts.actions import revoke
from angikar.history.models import Entry
from angikar.papers.models import Outsider, Paper
from angikar.papers.receipts.actions import address_outside, open_pass
from angikar.public import front
from tests.desk.samples import circular
from tests.world import World

DAY = date(2022, 10, 13)


@pytest.fixture(autouse=True)
def _no_request_was_counted() -> None:
    cache.clear()


@pytest.fixture
def paper(world: World) -> Paper:
    """A circular that also goes to somebody outside, issued."""
    draft = circular(world)
    address_outside(draft, by=world.officers["director"], name="অতিথি সংস্থা", reach="guest@example.org", note="প্রধান")
    return issue(draft, by=world.officers["director"], day=DAY)


@pytest.fixture
def link(paper: Paper) -> str:
    """The page his mail leads to."""
    return f"/letter/{open_pass(Outsider.objects.get(), now=timezone.now())}/"


def test_opening_shows_the_letter_without_acknowledging_it(link: str) -> None:
    for _ in range(3):
        page = Client().get(link).content.decode()
    assert "দূরবীন পরিষ্কার রাখতে হবে" in page
    outsider = Outsider.objects.get()
    assert (outsider.acknowledged_at, outsider.seen_at is None) == (None, False)
    assert Entry.objects.filter(verb="outsider.see").count() == 1
    assert Client().head(link).status_code == 200


def test_the_button_acknowledges_once_however_often_it_is_pressed(link: str, paper: Paper) -> None:
    visitor = Client()
    for _ in range(2):
        assert "ধন্যবাদ" in visitor.post(link, follow=True).content.decode()
    outsider = Outsider.objects.get()
    assert outsider.acknowledged_hash == paper.hash
    assert Entry.objects.filter(verb="outsider.acknowledge").count() == 1


def test_the_button_needs_the_pages_own_token(link: str) -> None:
    visitor = Client(enforce_csrf_checks=True)
    assert visitor.post(link).status_code == 403
    visitor.get(link)
    token = visitor.cookies["csrftoken"].value
    assert visitor.post(link, headers={"X-CSRFToken": token}).status_code == 302


def test_the_page_leaves_no_other_cookie_and_stays_in_no_cache(link: str) -> None:
    visitor = Client()
    answer = visitor.get(link)
    assert set(visitor.cookies) == {"csrftoken"}
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"].startswith("noindex")
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert answer["Referrer-Policy"] == "same-origin"


def test_a_link_that_is_wrong_over_or_revoked_is_answered_alike(link: str, world: World) -> None:
    wrong = Client().get("/letter/guessed/")
    revoke(Outsider.objects.get(), by=world.officers["director"], at=timezone.now())
    for path in (link, f"{link}letter.pdf"):
        assert Client().get(path).status_code == 404
        assert Client().post(link).status_code == 404
    assert wrong.status_code == 404
    assert Outsider.objects.get().acknowledged_at is None


def test_the_letter_may_be_taken_as_pdf(link: str) -> None:
    assert Client().get(f"{link}letter.pdf").content.startswith(b"%PDF")


def test_it_speaks_english_where_its_address_says_so(link: str) -> None:
    page = Client().get(f"{link}?language=en").content.decode()
    assert '<html lang="en">' in page
    assert "Acknowledge" in page


def test_who_guesses_links_waits_and_the_right_one_always_opens(link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    noon = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: noon)
    statuses = [Client().get("/letter/guessed/").status_code for _ in range(61)]
    assert statuses == [404] * 60 + [429]
    assert int(Client().get("/leave/guessed/")["Retry-After"]) > 0
    assert Client().get(link).status_code == 200


def test_who_asks_too_often_waits(link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    noon = timezone.now().replace(second=0)
    monkeypatch.setattr(timezone, "now", lambda: noon)
    monkeypatch.setattr(front, "MOST", 2)
    assert [Client().get(link).status_code for _ in range(3)] == [200, 200, 429]
    assert Client().get(link, REMOTE_ADDR="192.0.2.7").status_code == 200
