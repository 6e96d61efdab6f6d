"""Spending against the limits of a circular: before anything is reported there is nothing to watch, and strangers see nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties.issue import issue
from angikar.papers.models import Paper
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import circular
from tests.world import World


@pytest.fixture
def draft(world: World, stand: Stand) -> Paper:
    """A circular that is being drafted."""
    stand(date(2022, 10, 15))
    return circular(world, anchor="2022-10-27")


def test_a_circular_without_limits_says_so(sign: Sign, world: World, draft: Paper) -> None:
    paper = issue(draft, by=world.officers["director"], day=date(2022, 10, 13))
    director = sign("director")
    with CaptureQueriesContext(connection) as asked:
        assert director.get(f"/circulars/{paper.pk}/spending/").status_code == 200
    assert len(asked) <= 15
    assert sign("stranger").get(f"/circulars/{paper.pk}/spending/").status_code == 404


def test_a_draft_has_no_spending_yet(sign: Sign, draft: Paper) -> None:
    assert sign("director").get(f"/circulars/{draft.pk}/spending/").status_code == 404
