"""One incident: its steps are further words, and its page asks little of the database however many there are."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties.issue import issue
from angikar.duties.models import Incident
from angikar.papers.models import Paper
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import REPORTED, circular, text
from tests.world import World


@pytest.fixture
def draft(world: World, stand: Stand) -> Paper:
    """A circular that is being drafted."""
    stand(date(2022, 10, 15))
    return circular(world, anchor="2022-10-27")


def test_words_are_added_and_no_word_is_rewritten(sign: Sign, world: World, draft: Paper) -> None:
    paper = issue(draft, by=world.officers["director"], day=date(2022, 10, 13))
    sign("north_head").post(f"/circulars/{paper.pk}/incidents/tell/", REPORTED)
    incident = Incident.objects.get()
    sign("director").post(f"/incidents/{incident.pk}/step/", {"do": "close", "words": "জরিমানা করা হয়েছে"})
    page = text(sign("north_head"), f"/incidents/{incident.pk}/")
    assert page.index("লিখিত অভিযোগ") < page.index("জরিমানা করা হয়েছে")
    assert sign("south_head").get(f"/incidents/{incident.pk}/").status_code == 404


def test_many_of_them_ask_no_more_of_the_database(sign: Sign, world: World, draft: Paper) -> None:
    paper = issue(draft, by=world.officers["director"], day=date(2022, 10, 13))
    for number in range(30):
        sign("north_head").post(f"/circulars/{paper.pk}/incidents/tell/", {**REPORTED, "token": f"t{number}"})
    incident = Incident.objects.first()
    assert incident is not None
    director = sign("director")
    for address in (f"/circulars/{paper.pk}/incidents/", f"/incidents/{incident.pk}/"):
        with CaptureQueriesContext(connection) as asked:
            text(director, address)
        assert len(asked) <= 15, address
