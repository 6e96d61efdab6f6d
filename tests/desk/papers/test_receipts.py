"""The board of receipts: who was sent a paper, who has seen it, who has acknowledged it, and whom outside it reaches."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from angikar.duties.actions import acknowledge
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.notices.models import Notice
from angikar.papers.models import Addressee, Outsider, Paper
from angikar.papers.receipts.actions import address_outside
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import circular, said, text
from tests.world import World

DAY = date(2022, 10, 13)


@pytest.fixture
def paper(world: World, stand: Stand) -> Paper:
    """A circular to two districts with copies to the upazilas, issued; the north has acknowledged it."""
    stand(DAY)
    copies = ({"to": "উপজেলা নক্ষত্র অফিসার (সকল)"},)
    issued = issue(circular(world, copies=copies), by=world.officers["director"], day=DAY)
    duty = Duty.objects.get(paper=issued, kind="acknowledge", post=world.posts["north_head"])
    acknowledge(duty, by=world.officers["north_head"], today=DAY)
    return issued


def test_the_board_shows_the_state_of_each_receipt(sign: Sign, paper: Paper, world: World) -> None:
    text(sign("upazila1_head"), f"/papers/{paper.pk}/")
    page = text(sign("director"), f"/papers/{paper.pk}/receipts/")
    north = page[
        page.index(f'id="area-{world.offices["north"].pk}"') : page.index(f'id="area-{world.offices["south"].pk}"')
    ]
    assert "জনাব north_head" in north
    assert north.count("স্বীকার করেছেন") == 1
    assert north.count("দেখেননি") == 2
    assert "দক্ষিণপুর" in page


def test_opening_the_paper_is_seeing_it_and_no_more(sign: Sign, paper: Paper, world: World) -> None:
    for page in (f"/papers/{paper.pk}/", f"/circulars/{paper.pk}/"):
        text(sign("south_head"), page)
    row = Addressee.objects.get(paper=paper, post=world.posts["south_head"])
    assert row.seen_by == world.officers["south_head"]
    assert Duty.objects.get(paper=paper, kind="acknowledge", post=row.post).state == "open"
    text(sign("secretary"), f"/papers/{paper.pk}/")
    assert Addressee.objects.filter(paper=paper, seen_at__isnull=False).count() == 1


def test_somebody_outside_is_addressed_sent_to_again_and_taken_off(sign: Sign, paper: Paper) -> None:
    board = f"/papers/{paper.pk}/receipts/"
    given = {"do": "address", "name": "অতিথি সংস্থা", "reach": "guest@example.org", "note": "প্রধান", "role": "action"}
    assert "guest@example.org" in said(sign("director"), f"{board}change/", given)
    outsider = Outsider.objects.get()
    assert "সারিতে আছে" in said(sign("director"), f"/outsiders/{outsider.pk}/", {"do": "send"})
    assert Notice.objects.filter(outsider=outsider).count() == 2
    assert "বাতিল" in said(sign("director"), f"/outsiders/{outsider.pk}/", {"do": "revoke"})
    assert "পাঠানো যায় না" in said(sign("director"), f"/outsiders/{outsider.pk}/", {"do": "send"})


def test_a_wrong_address_is_refused_and_not_added(sign: Sign, paper: Paper) -> None:
    wrong = said(
        sign("director"), f"/papers/{paper.pk}/receipts/change/", {"do": "address", "name": "ক", "reach": "কেউ"}
    )
    assert "ঠিক নয়" in wrong
    assert not Outsider.objects.exists()


def test_addresses_outside_are_for_the_office_of_the_paper_alone(sign: Sign, paper: Paper, world: World) -> None:
    address_outside(paper, by=world.officers["director"], name="অতিথি", reach="guest@example.org")
    assert "guest@example.org" not in text(sign("north_head"), f"/papers/{paper.pk}/receipts/")


def test_copies_are_asked_by_one_button(sign: Sign, paper: Paper) -> None:
    board = f"/papers/{paper.pk}/receipts/"
    assert "অনুলিপি-প্রাপকদের কাছেও" in text(sign("director"), board)
    said(sign("director"), f"{board}change/", {"do": "ask", "role": "copy"})
    assert Duty.objects.filter(paper=paper, key="acknowledge:copy").count() == 3
    assert "অনুলিপি-প্রাপকদের কাছেও" not in text(sign("director"), board)


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
def test_the_list_is_printed(sign: Sign, paper: Paper, form: str) -> None:
    answer = sign("director").get(f"/papers/{paper.pk}/receipts.{form}")
    assert answer.status_code == 200
    assert answer.content[:2] in (b"%P", b"PK")


def test_the_board_stays_within_its_queries(sign: Sign, paper: Paper) -> None:
    director = sign("director")
    director.get(f"/papers/{paper.pk}/receipts/")
    with CaptureQueriesContext(connections["default"]) as statements:
        director.get(f"/papers/{paper.pk}/receipts/")
    assert len(statements) <= 15
