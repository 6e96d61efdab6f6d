"""The incidents of a circular: told once, listed with their age, closed by whom they were told to."""

from __future__ import annotations

from datetime import date

import pytest

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


def test_an_incident_is_reported_once_and_shown_with_its_age(sign: Sign, world: World, draft: Paper) -> None:
    paper = issue(draft, by=world.officers["director"], day=date(2022, 10, 13))
    north = sign("north_head")
    assert "এখনই জানান" in text(north, f"/circulars/{paper.pk}/incidents/tell/")
    for _time in range(2):
        assert north.post(f"/circulars/{paper.pk}/incidents/tell/", REPORTED).status_code == 302
    incident = Incident.objects.get()
    page = text(sign("director"), f"/circulars/{paper.pk}/incidents/")
    assert "১টি খোলা, মোট ১টি" in page
    assert "খোলা · ০ ঘণ্টা" in page
    done = {"do": "close", "words": "জরিমানা"}
    assert sign("director").post(f"/incidents/{incident.pk}/step/", done).status_code == 302
    page = text(north, f"/incidents/{incident.pk}/")
    assert "জরিমানা" in page
    assert "লিখিত অভিযোগ" in page
