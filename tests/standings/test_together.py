"""Many at once: reports of one line and of one plan meet, and no mark is counted from what another has just changed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connections

from angikar.duties.actions import report
from angikar.duties.models import Duty
from angikar.history.chain.verifying import verify
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.standings.actions import recount
from angikar.standings.models import PlanScore, Turnout
from tests.pledge import issued
from tests.standings import kept
from tests.standings.conftest import CLERK
from tests.world import World, build

TODAY = date(2023, 7, 10)


def _report(world: World, paper: Paper, key: str, start: Barrier) -> None:
    """Report one figure at the moment all others do."""
    try:
        duty = Duty.objects.get(paper=paper, key=key)
        start.wait()
        report(duty, by=world.officers["clerk"], answer=Answer(value="20"), today=TODAY)
    finally:
        connections.close_all()


def _at_once(world: World, paper: Paper, keys: list[str]) -> None:
    start = Barrier(len(keys), timeout=60)
    with ThreadPoolExecutor(len(keys)) as many:
        list(many.map(lambda key: _report(world, paper, key, start), keys))


@pytest.mark.django_db(transaction=True)
def test_four_quarters_of_one_line_at_once_add_up(pledge: None) -> None:
    world = build()
    paper = issued(world, "10", responsible=CLERK)
    _at_once(world, paper, [f"own:1.1.1:q{quarter}" for quarter in (1, 2, 3, 4)])
    tally = kept.tally()
    assert (tally.q1, tally.q2, tally.q3, tally.q4) == (200_000,) * 4
    assert kept.score().raw == 8000
    assert PlanScore.objects.get().claimed == 800
    assert recount(paper, by=None) == 0
    assert verify() is None


@pytest.mark.django_db(transaction=True)
def test_four_lines_of_one_plan_at_once_add_up(pledge: None) -> None:
    world = build()
    paper = issued(world, "4", "3", "2", "1", responsible=CLERK, counting="cumulative")
    _at_once(world, paper, [f"own:1.1.{number}:q1" for number in (1, 2, 3, 4)])
    assert PlanScore.objects.get().reported == 4
    assert Turnout.objects.get(quarter=1).reported == 4
    assert recount(paper, by=None) == 0
