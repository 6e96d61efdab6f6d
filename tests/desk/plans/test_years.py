"""Over the years: the earlier plans of an office beside the present one, and who may see them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties.actions import report
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.papers.actions import draft
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign, Stand
from tests.pledge import issued, plan
from tests.world import World

CLERK = "সহকারী পরিচালক (প্রশাসন)"


def _of(world: World, year: str, *weights: str) -> Paper:
    content = plan(*weights, responsible=CLERK).model_copy(update={"fiscal_year": year}).model_dump(mode="json")
    director = world.officers["director"]
    made = draft(
        director, office=world.offices["department"], kind="pledge", framework="agreement-2022-23", content=content
    )
    return issue(made, by=director, day=date(2022, 7, 2))


@pytest.fixture
def two(world: World, pledge: None, october: date) -> Paper:
    """A plan of 2022-23 with 85 reported so far, and one of the year before with 70."""
    for year, value in (("2021-22", "70"), ("2022-23", "85")):
        paper = _of(world, year, "6", "4")
        duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
        report(duty, by=world.officers["clerk"], answer=Answer(value=value), today=october)
    return paper


def test_the_years_stand_beside_each_other_with_a_line_and_its_numbers(sign: Sign, two: Paper) -> None:
    page = sign("clerk").get(f"/results/{two.pk}/years/").content.decode()
    first = page.split('<tr role="row">')[1]
    assert first.index("<strong>৭০</strong>") < first.index("<strong>৮৫</strong>")
    assert first.count("<circle cx") == 2
    assert first.count('<circle class="target"') == 2
    assert "সম্ভবত</span>" not in first
    assert "অর্জন জানানো হয়নি" in page.split('<tr role="row">')[2]


def test_four_persons_walk_past_the_years(sign: Sign, two: Paper) -> None:
    people = ("stranger", "north_head", "clerk", "secretary")
    assert [sign(who).get(f"/results/{two.pk}/years/").status_code for who in people] == [404, 404, 200, 200]


def test_four_years_take_few_queries(sign: Sign, world: World, pledge: None, october: date, stand: Stand) -> None:
    for year in ("2019-20", "2020-21", "2021-22", "2022-23"):
        paper = _of(world, year, "6", "4")
    clerk = sign("clerk")
    with CaptureQueriesContext(connection) as queries:
        assert clerk.get(f"/results/{paper.pk}/years/").content.decode().count('scope="col"') == 6
    assert len(queries) <= 15, [query["sql"][:120] for query in queries.captured_queries]


def test_a_draft_has_no_years(sign: Sign, world: World, pledge: None, october: date) -> None:
    content = plan("10").model_dump(mode="json")
    made = draft(
        world.officers["director"], office=world.offices["department"], kind="pledge", framework=None, content=content
    )
    assert sign("director").get(f"/results/{made.pk}/years/").status_code == 404
    assert sign("clerk").get(f"/results/{issued(world, '10').pk}/years/").status_code == 200
