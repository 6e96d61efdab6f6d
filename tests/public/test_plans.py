"""What citizens may read: published plans and their results, as pages and open data, and nothing before it is published."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client

from angikar.duties.actions import accept, report
from angikar.duties.cycle.year.actions import evaluate, publish_evaluation
from angikar.duties.models import Duty
from angikar.papers.models import Paper
from angikar.public.urls import urlpatterns
from angikar.rules.duty import Answer
from tests.closing import close_year
from tests.pledge import issued
from tests.world import World

AFTER = date(2023, 7, 20)
PAGES = ("/public/plans/{}/", "/public/plans/{}/results/", "/public/plans/{}.json", "/public/plans/{}.csv")
LISTS = ("/public/", "/public/plans.json", "/public/plans.csv")


@pytest.fixture(autouse=True)
def _no_request_was_counted() -> None:
    cache.clear()


@pytest.fixture
def paper(world: World, pledge: None) -> Paper:
    """A plan of two rows, the first of which was reported and accepted, evaluated after the year but not published."""
    paper = issued(world, "6", "4")
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    sent = report(duty, by=world.officers["focal"], answer=Answer(value="90"), today=date(2022, 10, 5))
    accept(sent, by=world.officers["secretary"], today=date(2022, 10, 9))
    close_year(world, paper, AFTER)
    evaluate(paper, by=world.officers["secretary"], words="সন্তোষজনক", today=AFTER)
    return paper


def _publish(world: World, paper: Paper) -> None:
    publish_evaluation(paper.evaluations.get(), by=world.officers["secretary"], today=AFTER)


def test_no_address_of_the_door_is_forgotten() -> None:
    names = {pattern.name for pattern in urlpatterns}
    assert names == {"leave", "letter", "letter_pdf", "plans", "plans_data", "plan", "results", "plan_data", "verify"}


def test_no_plan_is_readable_before_it_is_published(world: World, paper: Paper) -> None:
    unevaluated = issued(world, "10", subject="other")
    for pk in (paper.pk, unevaluated.pk, 10**9):
        assert {Client().get(path.format(pk)).status_code for path in PAGES} == {404}
    for path in LISTS:
        assert paper.title not in Client().get(path).content.decode()


def test_what_is_published_everybody_reads(world: World, paper: Paper) -> None:
    _publish(world, paper)
    other = issued(world, "10", subject="other")
    visitor = Client()
    for path in (*LISTS, *(page.format(paper.pk) for page in PAGES)):
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        assert "অঙ্গীকারনামা" in answer.content.decode() or path.endswith(f"{paper.pk}.csv")
    assert not visitor.cookies
    assert Client().get(PAGES[0].format(other.pk)).status_code == 404


def test_the_marks_are_those_that_were_fixed(world: World, paper: Paper) -> None:
    _publish(world, paper)
    sent = Client().get(PAGES[2].format(paper.pk)).json()
    fixed = paper.evaluations.get()
    assert (sent["claimed"], sent["accepted"]) == (fixed.claimed, fixed.accepted)
    assert sent["scorecard"] == fixed.card
    assert sent["hash"] == paper.hash


def test_a_row_without_a_report_is_empty_and_not_zero(world: World, paper: Paper) -> None:
    _publish(world, paper)
    rows = list(csv.DictReader(io.StringIO(Client().get(PAGES[3].format(paper.pk)).content.decode("utf-8-sig"))))
    assert [(row["code"], row["marks"] == "", row["state"]) for row in rows] == [
        ("1.1.1", False, "reported"),
        ("1.1.2", True, "not_reported"),
    ]


def test_the_list_is_asked_by_year_and_office(world: World, paper: Paper) -> None:
    _publish(world, paper)
    for query, found in (
        ("year=2022-23", 1),
        ("year=2021-22", 0),
        (f"office={paper.office_id}", 1),
        ("office=999999", 0),
        ("office=abc", 1),
    ):
        assert len(Client().get(f"/public/plans.json?{query}").json()["plans"]) == found, query


def test_a_text_is_never_a_formula_to_a_spreadsheet(world: World, paper: Paper) -> None:
    _publish(world, paper)
    Paper.objects.filter(pk=paper.pk).update(title='=HYPERLINK("x")')
    assert "'=HYPERLINK" in Client().get("/public/plans.csv").content.decode()


def test_only_reading_is_allowed(world: World, paper: Paper) -> None:
    _publish(world, paper)
    for path in (*LISTS, *(page.format(paper.pk) for page in PAGES)):
        assert Client().post(path).status_code == 405
