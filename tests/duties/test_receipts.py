"""Receipts: one acknowledgement a post, whoever gives it how often; outsiders by a link of their own; the last one closes."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from angikar.duties.actions import acknowledge, excuse
from angikar.duties.issue import issue
from angikar.duties.models import Duty, Report
from angikar.duties.receipts.actions import acknowledge_outside, ask, revoke
from angikar.duties.receipts.queries import by_area, receipts
from angikar.history.chain.verifying import verify
from angikar.history.models import Entry
from angikar.history.refusal import NotYours, Refused
from angikar.history.replay.comparing import differences
from angikar.offices.access import mandate
from angikar.papers.models import Addressee, Outsider, Paper, Pass
from angikar.papers.receipts.access import opened
from angikar.papers.receipts.actions import address_outside, open_pass, see
from tests.desk.samples import circular
from tests.world import World, build

DAY = date(2022, 10, 13)
NOW = datetime(2022, 10, 13, 6, tzinfo=UTC)
HEADS = ("north_head", "south_head")
COPIES = ({"to": "উপজেলা নক্ষত্র অফিসার (সকল)"},)


@pytest.fixture
def paper(world: World) -> Paper:
    """A circular to both districts, which wants a receipt; nobody has given one."""
    return _issued(world)


def _issued(world: World, **more: Any) -> Paper:
    paper = issue(circular(world, **more), by=world.officers["director"], day=DAY)
    unmatched = Duty.objects.filter(paper=paper, kind="acknowledge", post=world.posts["focal"])
    for duty in unmatched:
        excuse(duty, by=world.officers["director"], sentence="অচেনা প্রাপক", today=DAY)
    return paper


def _receipt(world: World, paper: Paper, short: str) -> Duty:
    return Duty.objects.get(paper=paper, kind="acknowledge", post=world.posts[short])


def _outside(world: World, paper: Paper, reach: str = "guest@example.org", **more: str) -> Outsider:
    return address_outside(paper, by=world.officers["director"], name="অতিথি সংস্থা", reach=reach, **more)  # type: ignore[arg-type]


def test_the_last_acknowledgement_closes_the_paper(world: World, paper: Paper) -> None:
    for turn, short in enumerate(HEADS):
        paper.refresh_from_db()
        assert paper.closed_on is None
        acknowledge(_receipt(world, paper, short), by=world.officers[short], today=DAY + timedelta(days=turn))
    paper.refresh_from_db()
    assert paper.closed_on == DAY + timedelta(days=1)
    entries = list(Entry.objects.filter(verb__in=("paper.close", "duty.acknowledge")).values_list("verb", flat=True))
    assert entries == ["duty.acknowledge", "paper.close", "duty.acknowledge"]


def test_an_acknowledgement_names_the_text_it_is_of(world: World, paper: Paper) -> None:
    made = acknowledge(_receipt(world, paper, "north_head"), by=world.officers["north_head"], today=DAY)
    assert (made.value, made.post) == (paper.hash, world.posts["north_head"])


def test_it_may_be_sent_again_and_is_still_one(world: World, paper: Paper) -> None:
    duty = _receipt(world, paper, "north_head")
    first = acknowledge(duty, by=world.officers["north_head"], today=DAY)
    again = acknowledge(duty, by=world.officers["north_head"], today=DAY + timedelta(days=9))
    assert (again, again.on, again.late) == (first, DAY, False)
    assert Report.objects.filter(duty=duty).count() == 1


def test_an_excused_office_does_not_keep_the_paper_open(world: World, paper: Paper) -> None:
    acknowledge(_receipt(world, paper, "north_head"), by=world.officers["north_head"], today=DAY)
    excuse(_receipt(world, paper, "south_head"), by=world.officers["director"], sentence="বিলুপ্ত", today=DAY)
    paper.refresh_from_db()
    assert paper.closed_on == DAY


def test_seen_is_remembered_once_and_is_not_acknowledged(world: World, paper: Paper) -> None:
    north = world.officers["north_head"]
    assert see(paper, mandate(north, DAY), by=north, at=NOW) == 1
    assert see(paper, mandate(north, DAY), by=north, at=NOW + timedelta(days=1)) == 0
    row = Addressee.objects.get(paper=paper, post=world.posts["north_head"])
    assert (row.seen_at, row.seen_by) == (NOW, north)
    assert _receipt(world, paper, "north_head").state == "open"


def test_who_is_no_addressee_leaves_no_trace_of_having_looked(world: World, paper: Paper) -> None:
    secretary = world.officers["secretary"]
    assert see(paper, mandate(secretary, DAY), by=secretary, at=NOW) == 0


def test_copies_may_be_asked_and_do_not_keep_it_open(world: World) -> None:
    paper = _issued(world, copies=COPIES)
    assert ask(paper, by=world.officers["director"], role="copy", today=DAY) == 3
    with pytest.raises(Refused, match="nobody left"):
        ask(paper, by=world.officers["director"], role="copy", today=DAY)
    for short in HEADS:
        acknowledge(_receipt(world, paper, short), by=world.officers[short], today=DAY)
    paper.refresh_from_db()
    assert paper.closed_on == DAY
    acknowledge(_receipt(world, paper, "upazila1_head"), by=world.officers["upazila1_head"], today=DAY)


def test_an_outsider_keeps_it_open_until_he_acknowledges(world: World, paper: Paper) -> None:
    guest = _outside(world, paper, note="আপ্যায়ন")
    for short in HEADS:
        acknowledge(_receipt(world, paper, short), by=world.officers[short], today=DAY)
    paper.refresh_from_db()
    assert paper.closed_on is None
    done = acknowledge_outside(guest, at=NOW)
    assert acknowledge_outside(guest, at=NOW + timedelta(hours=1)).acknowledged_at == NOW
    paper.refresh_from_db()
    assert (done.acknowledged_hash, paper.closed_on) == (paper.hash, DAY)
    assert Entry.objects.filter(verb="outsider.acknowledge").count() == 1


def test_a_new_outsider_opens_a_closed_paper_again_and_taking_him_off_closes_it(world: World, paper: Paper) -> None:
    for short in HEADS:
        acknowledge(_receipt(world, paper, short), by=world.officers[short], today=DAY)
    guest = _outside(world, paper)
    paper.refresh_from_db()
    assert paper.closed_on is None
    assert [each for each in differences() if each.table == "papers.Paper"] == []
    revoke(guest, by=world.officers["director"], at=NOW)
    paper.refresh_from_db()
    assert paper.closed_on == DAY


def test_a_link_is_kept_as_its_digest_alone(world: World, paper: Paper) -> None:
    guest = _outside(world, paper)
    tokens = {open_pass(guest, now=NOW) for _ in range(20)}
    assert len(tokens) == 20
    assert min(map(len, tokens)) == 43
    assert {each.digest for each in Pass.objects.all()} == {
        hashlib.sha256(token.encode()).hexdigest() for token in tokens
    }
    assert not any(token in str(entry.now) for entry in Entry.objects.all() for token in tokens)


def test_a_link_opens_its_own_paper_for_its_own_time(world: World, paper: Paper) -> None:
    guest, other = _outside(world, paper), _outside(world, paper, "other@example.org")
    token = open_pass(guest, now=NOW)
    assert opened(token, NOW + timedelta(days=29)) == guest
    assert opened(open_pass(other, now=NOW), NOW) == other
    for wrong, at in ((token, NOW + timedelta(days=30)), (token[:-1], NOW), (token + "a", NOW), ("", NOW)):
        with pytest.raises(NotYours):
            opened(wrong, at)


def test_a_revoked_link_opens_no_paper_and_acknowledges_none(world: World, paper: Paper) -> None:
    guest = _outside(world, paper)
    token = open_pass(guest, now=NOW)
    revoke(guest, by=world.officers["director"], at=NOW)
    with pytest.raises(NotYours):
        opened(token, NOW)
    with pytest.raises(NotYours):
        acknowledge_outside(guest, at=NOW)
    with pytest.raises(Refused):
        open_pass(guest, now=NOW)
    assert not Outsider.objects.filter(acknowledged_at__isnull=False).exists()


def test_who_is_addressed_again_gets_a_new_link_and_the_old_one_stays_shut(world: World, paper: Paper) -> None:
    guest = _outside(world, paper)
    old = open_pass(guest, now=NOW)
    revoke(guest, by=world.officers["director"], at=NOW)
    again = _outside(world, paper)
    assert again.pk == guest.pk
    assert opened(open_pass(again, now=NOW), NOW) == again
    with pytest.raises(NotYours):
        opened(old, NOW)


def test_whatever_is_wrong_with_a_link_the_same_is_asked_of_the_database(world: World, paper: Paper) -> None:
    gone, late = _outside(world, paper), _outside(world, paper, "late@example.org")
    revoked, expired = open_pass(gone, now=NOW), open_pass(late, now=NOW - timedelta(days=60))
    revoke(gone, by=world.officers["director"], at=NOW)
    asked = []
    for token in ("guessed", revoked, expired):
        with CaptureQueriesContext(connections["default"]) as made, pytest.raises(NotYours):
            opened(token, NOW)
        asked.append(len(made))
    assert asked == [1, 1, 1]


@pytest.mark.parametrize("reach", ["", "nobody", "a@b", "a b@example.org", "০১২৩", "a@example.org, b@example.org"])
def test_somebody_who_cannot_be_reached_is_not_addressed(world: World, paper: Paper, reach: str) -> None:
    with pytest.raises(Refused, match="no e-mail address"):
        _outside(world, paper, reach)


def test_a_mobile_number_has_one_form(world: World, paper: Paper) -> None:
    assert _outside(world, paper, "+৮৮ ০১৭১২-৩৪৫৬৭৮").reach == "01712345678"
    with pytest.raises(Refused, match="already"):
        _outside(world, paper, "01712345678")


def test_another_office_cannot_address_the_paper(world: World, paper: Paper) -> None:
    with pytest.raises(NotYours):
        address_outside(paper, by=world.officers["north_head"], name="ক", reach="k@example.org")


def test_the_board_counts_by_district(world: World) -> None:
    paper = _issued(world, copies=COPIES)
    acknowledge(_receipt(world, paper, "north_head"), by=world.officers["north_head"], today=DAY)
    south = world.officers["south_head"]
    see(paper, mandate(south, DAY), by=south, at=NOW)
    areas = {area.office.pk: area for area in by_area(receipts(paper, DAY + timedelta(days=3)))}
    north = areas[world.offices["north"].pk]
    assert (north.sent, north.seen, north.asked, north.acknowledged, north.late) == (4, 0, 1, 1, 0)
    other = areas[world.offices["south"].pk]
    assert (other.sent, other.seen, other.asked, other.acknowledged, other.late, other.missing) == (1, 1, 1, 0, 1, 1)


def test_the_board_asks_the_same_however_many_there_are(world: World, paper: Paper) -> None:
    with CaptureQueriesContext(connections["default"]) as made:
        by_area(receipts(paper, DAY))
    assert len(made) == 4


def _tap(duty: Duty, world: World, short: str) -> int:
    try:
        return acknowledge(duty, by=world.officers[short], today=DAY).pk
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_two_officers_of_one_post_at_once_give_one_acknowledgement() -> None:
    world = build()
    world.post("second", "north", "সহকারী নক্ষত্র অফিসার", focal=True)
    paper = _issued(world)
    duty = _receipt(world, paper, "north_head")
    turns = ["north_head", "second"] * 4
    with ThreadPoolExecutor(len(turns)) as hands:
        given = list(hands.map(lambda short: _tap(duty, world, short), turns))
    assert len(set(given)) == 1
    assert Report.objects.filter(duty=duty).count() == 1
    assert Entry.objects.filter(verb="duty.acknowledge").count() == 1
    assert verify() is None


@pytest.mark.django_db(transaction=True)
def test_the_last_two_at_once_close_it_once() -> None:
    world = build()
    paper = _issued(world)
    guest = _outside(world, paper)

    def outside(_: str) -> int:
        try:
            return acknowledge_outside(guest, at=NOW).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as hands:
        by_post = [hands.submit(_tap, _receipt(world, paper, short), world, short) for short in HEADS * 2]
        by_link = [hands.submit(outside, "") for _ in range(2)]
        assert len({each.result() for each in by_post}) == 2
        assert len({each.result() for each in by_link}) == 1
    paper.refresh_from_db()
    assert paper.closed_on == DAY
    assert Entry.objects.filter(verb="paper.close").count() == 1
    assert Entry.objects.filter(verb="outsider.acknowledge").count() == 1
    assert verify() is None
