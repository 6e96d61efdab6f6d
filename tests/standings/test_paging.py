"""A page of the standings says what the whole of them says, and reads its own rows alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.papers.models import Paper, State
from angikar.rules.scoring.whole.marks import Basis
from angikar.standings.access import scores_for
from angikar.standings.models import PlanScore, Turnout
from angikar.standings.paging import StandingsPage, page_of, tally
from angikar.standings.quarters.kept import kept_of
from angikar.standings.quarters.queries import differing
from angikar.standings.queries import Scope, standings
from tests.world import World

DAY = date(2022, 10, 22)


@pytest.fixture
def scope(world: World) -> Scope:
    """Forty plans with every sort of score and quarter, many of them equal."""
    draw, offices = Random(3), list(world.offices.values())
    for number in range(40):
        office = offices[number % len(offices)]
        paper = Paper.objects.create(
            kind="agreement", title=f"চুক্তি {number}", office=office, content={}, state=State.ISSUED
        )
        PlanScore.objects.create(
            paper=paper,
            fiscal_year="2022-23",
            kind="agreement",
            office=office,
            office_path=office.path,
            superior=office.parent,
            claimed=None if number % 9 == 0 else draw.randrange(5) * 1_000,
            accepted=draw.randrange(5) * 1_000,
            full=10_000,
            lines=4,
            reported=number % 4,
            settled=draw.randrange(2),
            pending=draw.randrange(2),
        )
        for quarter in (1, 2, 3, 4)[: number % 5]:
            asked, due = draw.randrange(4), draw.choice((None, date(2022, 10, 10), DAY, date(2023, 1, 10)))
            excused = draw.randrange(asked + 1)
            reported = draw.randrange(asked - excused + 1)
            late = draw.randrange(reported + 1)
            Turnout.objects.create(
                paper=paper, quarter=quarter, due=due, asked=asked, reported=reported, excused=excused, late=late
            )
        PlanScore.objects.filter(paper=paper).update(quarters=kept_of(Turnout.objects.filter(paper=paper)))
    return Scope("2022-23", "agreement")


@pytest.mark.parametrize("basis", ["claimed", "accepted"])
def test_the_pages_are_the_whole_in_its_order_with_its_places_and_states(scope: Scope, basis: Basis) -> None:
    scope = replace(scope, basis=basis)
    whole = standings(PlanScore.objects.all(), scope, DAY)
    pages, asked = list[StandingsPage](), ""
    while asked or not pages:
        pages.append(page_of(PlanScore.objects.all(), scope, DAY, asked=asked, size=7))
        asked = pages[-1].page.after
    assert [row for page in pages for row in page.rows] == whole
    assert {page.count for page in pages} == {40}
    back = page_of(PlanScore.objects.all(), scope, DAY, asked=pages[-1].page.before, size=7)
    assert back.rows == pages[-2].rows


@pytest.mark.parametrize("day", [date(2022, 10, 10), date(2022, 10, 11), DAY, date(2023, 1, 11), date(2024, 7, 1)])
def test_the_states_of_all_quarters_are_counted_as_row_by_row_on_any_day(scope: Scope, day: date) -> None:
    whole = standings(PlanScore.objects.all(), scope, day)
    for quarter, counts in enumerate(tally(PlanScore.objects.all(), scope, day)):
        assert counts == {state: sum(row.quarters[quarter].state == state for row in whole) for state in counts}


def test_the_states_are_counted_from_the_scores_alone(scope: Scope, world: World) -> None:
    rows = scores_for(world.officers["secretary"])
    with CaptureQueriesContext(connection) as asked:
        assert sum(tally(rows, scope, DAY)[0].values()) == rows.count() > 0
    sql = asked.captured_queries[0]["sql"]
    assert "standings_planscore" in sql
    assert "turnout" not in sql
    assert "JOIN" not in sql


def test_what_is_kept_otherwise_than_the_turnouts_say_is_found(scope: Scope) -> None:
    assert differing() == []
    empty, something = (
        PlanScore.objects.filter(quarters=",,,").first(),
        PlanScore.objects.exclude(quarters=",,,").first(),
    )
    assert empty is not None
    assert something is not None
    PlanScore.objects.filter(pk=empty.pk).update(quarters="r,,,")
    Turnout.objects.filter(paper=something.pk).delete()
    assert differing() == sorted([empty.pk, something.pk])


def test_a_page_asks_five_queries_and_an_empty_scope_is_one_empty_page(scope: Scope) -> None:
    with CaptureQueriesContext(connection) as asked:
        page_of(PlanScore.objects.all(), scope, DAY, asked="", size=7)
    assert len(asked) == 5
    none = page_of(PlanScore.objects.all(), Scope("2030-31", "agreement"), DAY, asked="", size=7)
    assert (list(none.rows), none.page.is_part, none.count) == ([], False, 0)
