"""The screen of links: the rows that stand for plans, the plans offered, and what is missing said in words everywhere."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.papers.models import Link, Paper
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import said, text
from tests.inner_plans import PLANS, agreement, inner, issued, linked, reported
from tests.world import World

NONE = "সংযুক্ত কর্মপরিকল্পনা নেই"


@pytest.fixture
def september(stand: Stand) -> None:
    """A day after the year's last reports."""
    stand(date(2022, 9, 1))


def test_a_missing_plan_is_shown_on_paper_grid_and_results(sign: Sign, world: World, september: None) -> None:
    paper = issued(world, agreement(world))
    director = sign("director")
    for address in (
        f"/papers/{paper.pk}/",
        f"/papers/{paper.pk}/links/",
        f"/grid/{paper.pk}/?quarter=4",
        f"/results/{paper.pk}/",
    ):
        assert text(director, address).count(NONE) == 5, address


def test_a_plan_is_set_and_taken_away_on_the_screen(sign: Sign, world: World, september: None) -> None:
    plan, paper = issued(world, inner(world, "integrity")), issued(world, agreement(world))
    director, address = sign("director"), f"/papers/{paper.pk}/links/"
    assert f'<option value="{plan.pk}"' in text(director, address)
    form = {"line": "governance:1.1.1", "to": str(plan.pk), "version": str(paper.version)}
    assert "কর্মপরিকল্পনা সংযুক্ত হয়েছে।" in said(director, address, form)
    assert Link.objects.get(paper=paper).to == plan
    assert "নথিটি এখন" not in text(director, address)
    paper.refresh_from_db()
    reported(world, plan, "100")
    assert "৫০.০০" in text(director, address)
    form = {"line": "governance:1.1.1", "to": "", "version": str(paper.version)}
    assert "সংযোগ তুলে নেওয়া হয়েছে।" in said(director, address, form)
    assert not Link.objects.exists()


def test_only_its_own_office_links_and_names(sign: Sign, world: World) -> None:
    paper = issued(world, agreement(world))
    for who, status in (("secretary", 404), ("south_head", 404), ("clerk", 404)):
        for address in ("links", "counterpart"):
            assert sign(who).post(f"/papers/{paper.pk}/{address}/", {}).status_code == status
    assert "<select" not in text(sign("secretary"), f"/papers/{paper.pk}/links/")


def test_the_other_party_is_named_by_its_name_in_the_register(sign: Sign, world: World) -> None:
    paper, director = agreement(world), sign("director")
    address = f"/papers/{paper.pk}/counterpart/"
    assert "পাওয়া গেল না" in said(director, address, {"office": "অচেনা", "version": str(paper.version)})
    said(director, address, {"office": world.offices["ministry"].name, "version": str(paper.version)})
    assert Paper.objects.get(pk=paper.pk).counterpart == world.offices["ministry"]


def test_five_plans_inside_cost_few_queries(sign: Sign, world: World, september: None) -> None:
    plans = {name: issued(world, inner(world, name)) for name in PLANS}
    paper = issued(world, linked(world, agreement(world), plans))
    director = sign("director")
    for address, most in ((f"/papers/{paper.pk}/links/", 15), (f"/results/{paper.pk}/", 15)):
        with CaptureQueriesContext(connection) as asked:
            text(director, address)
        assert len(asked) <= most, [query["sql"][:120] for query in asked]
