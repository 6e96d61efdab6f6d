"""Telling of a breach: what is wrong is said at its field, what was typed stays, and the page fits a telephone's line."""

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


def test_an_incident_with_a_mistake_keeps_what_was_typed(sign: Sign, world: World, draft: Paper) -> None:
    paper = issue(draft, by=world.officers["director"], day=date(2022, 10, 13))
    sent = {**REPORTED, "f-day": "2022-10-16", "f-against": ""}
    answer = sign("north_head").post(f"/circulars/{paper.pk}/incidents/tell/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "যে দিন এখনো আসেনি" in page
    assert "“কার বিরুদ্ধে” লিখুন" in page
    assert "৩ নং ওয়ার্ড" in page
    assert not Incident.objects.exists()


def test_the_page_of_the_telephone_is_small(sign: Sign, world: World, draft: Paper) -> None:
    paper, north = issue(draft, by=world.officers["director"], day=date(2022, 10, 13)), sign("north_head")
    with CaptureQueriesContext(connection) as asked:
        page = text(north, f"/circulars/{paper.pk}/incidents/tell/")
    assert len(asked) <= 15
    assert len(page.encode()) <= 50_000
