"""A page of the standings says what the whole of them says, and reads its own rows alone."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.papers.models import Paper, State
from angikar.standings.models import PlanScore, Turnout
from angikar.standings.paging import page_of, tally
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
    return Scope("2022-23", "agreement")


def test_the_pages_are_the_whole_in_its_order_with_its_places_and_states(scope: Scope) -> None:
    whole = standings(PlanScore.objects.all(), scope, DAY)
    pages = [page_of(PlanScore.objects.all(), scope, DAY, number=number, size=7) for number in range(1, 7)]
    assert [row for page in pages for row in page.rows] == whole
    assert {(page.pages, page.count) for page in pages} == {(6, 40)}
    assert [page_of(PlanScore.objects.all(), scope, DAY, number=n, size=7).number for n in (-3, 0, 99)] == [1, 1, 6]


def test_the_states_of_all_quarters_are_counted_as_row_by_row(scope: Scope) -> None:
    whole = standings(PlanScore.objects.all(), scope, DAY)
    for quarter, counts in enumerate(tally(PlanScore.objects.all(), scope, DAY)):
        assert counts == {state: sum(row.quarters[quarter].state == state for row in whole) for state in counts}


def test_a_page_asks_three_queries_and_an_empty_scope_is_one_empty_page(scope: Scope) -> None:
    with CaptureQueriesContext(connection) as asked:
        page_of(PlanScore.objects.all(), scope, DAY, number=2, size=7)
    assert len(asked) == 3
    none = page_of(PlanScore.objects.all(), Scope("2030-31", "agreement"), DAY, number=1, size=7)
    assert (list(none.rows), none.pages, none.count) == ([], 1, 0)
