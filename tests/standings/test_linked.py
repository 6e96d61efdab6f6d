"""Plans inside plans: a row takes the score of the plan linked to it, as soon as that score changes."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.actions import accept, report
from angikar.duties.issue import issue
from angikar.duties.models import Duty, Line
from angikar.duties.queries import scorecard
from angikar.papers.actions import draft, supersede
from angikar.papers.links.actions import link_plan, unlink_plan
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.plan import Activity, Area, Indicator, IndicatorId
from angikar.standings.actions import recount
from angikar.standings.models import PlanScore
from angikar.standings.queries import marks_of
from tests.pledge import FRAMEWORK, ISSUED, Pledge, plan
from tests.signed import ON_PAPER
from tests.standings import kept
from tests.world import World

TITLE = "শুদ্ধাচার কর্মপরিকল্পনা বাস্তবায়িত"
DAY = date(2022, 10, 10)


@pytest.fixture
def outer(world: World, pledge: None) -> Paper:
    """A pledge with one governance row of 10 marks for an integrity plan of 50."""
    row = Indicator(code="1.1.1", title=TITLE, unit="marks", counting="cumulative", weight="10")
    activity = Activity(code="1.1", title="শুদ্ধাচার", indicators=(row,))
    area = Area(part="governance", code="1", title="সুশাসন", weight="10", activities=(activity,))
    return _issued(world, Pledge(title="অঙ্গীকারনামা", fiscal_year="2022-23", areas=(area,)))


@pytest.fixture
def inner(world: World, pledge: None, monkeypatch: pytest.MonkeyPatch) -> Paper:
    """A plan of 50 marks that the system takes for the integrity plan."""
    monkeypatch.setattr("angikar.papers.links.queries.name_in_agreement", lambda paper: "integrity")
    monkeypatch.setattr("angikar.papers.links.actions.name_in_agreement", lambda paper: "integrity")
    return _issued(world, plan("30", "20", whole="50", subject="integrity"))


def _issued(world: World, value: Pledge) -> Paper:
    director = world.officers["director"]
    content = value.model_dump(mode="json")
    made = draft(director, office=world.offices["department"], kind="pledge", framework=FRAMEWORK, content=content)
    return issue(made, by=director, day=ISSUED, unsigned=ON_PAPER)


def _link(world: World, outer: Paper, inner: Paper) -> Paper:
    outer.refresh_from_db()
    link_plan(outer, IndicatorId.parse("governance:1.1.1"), inner, by=world.officers["director"], version=outer.version)
    outer.refresh_from_db()
    return outer


def _accepted(world: World, inner: Paper, value: str) -> None:
    duty = Duty.objects.get(paper=inner, key="own:1.1.1:q1")
    sent = report(duty, by=world.officers["focal"], answer=Answer(value=value), today=DAY)
    accept(sent, by=world.officers["secretary"], today=DAY)


def _marks(outer: Paper) -> tuple[int | None, int | None, int | None]:
    """The row's marks, claimed and accepted, and the plan's; the scorecard must show the same."""
    score, whole = kept.score(paper=outer), PlanScore.objects.get(paper=outer)
    card = scorecard(outer, date.max)
    assert card is not None
    assert card.marks == marks_of(whole)
    assert recount(outer, by=None) == 0
    return score.marks, score.accepted_marks, whole.claimed


def test_a_row_without_its_plan_has_no_score_and_not_nought(outer: Paper) -> None:
    assert _marks(outer) == (None, None, 0)
    assert PlanScore.objects.get(paper=outer).reported == 0


def test_the_row_follows_its_plan(world: World, outer: Paper, inner: Paper) -> None:
    _link(world, outer, inner)
    assert _marks(outer) == (None, None, 0), "no report on the plan yet"
    _accepted(world, inner, "80")
    assert _marks(outer) == (480, 480, 480), "24 of 50 for 10 marks"
    second = Duty.objects.get(paper=inner, key="own:1.1.2:q1")
    report(second, by=world.officers["focal"], answer=Answer(value="100"), today=DAY)
    assert _marks(outer) == (880, 480, 880)


def test_a_link_counts_at_once_and_is_taken_away_at_once(world: World, outer: Paper, inner: Paper) -> None:
    _accepted(world, inner, "80")
    outer = _link(world, outer, inner)
    assert _marks(outer) == (480, 480, 480)
    unlink_plan(outer, IndicatorId.parse("governance:1.1.1"), by=world.officers["director"], version=outer.version)
    assert _marks(outer) == (None, None, 0)


def test_a_plan_of_other_full_marks_gives_no_score(world: World, outer: Paper, inner: Paper) -> None:
    smaller = _issued(world, plan("30", whole="30", subject="smaller"))
    _link(world, outer, smaller)
    duty = Duty.objects.get(paper=smaller, key="own:1.1.1:q1")
    report(duty, by=world.officers["focal"], answer=Answer(value="80"), today=DAY)
    assert _marks(outer) == (None, None, 0)


def test_the_row_follows_the_plan_that_takes_its_place(world: World, outer: Paper, inner: Paper) -> None:
    _link(world, outer, inner)
    _accepted(world, inner, "80")
    director = world.officers["director"]
    later = issue(supersede(inner, by=director, day=date(2022, 11, 1)), by=director, day=date(2022, 11, 1))
    assert Line.objects.filter(paper=later).count() == 2
    assert _marks(outer) == (480, 480, 480)
    duty = Duty.objects.get(paper=later, key="own:1.1.1:q2")
    report(duty, by=world.officers["focal"], answer=Answer(value="20"), today=date(2023, 1, 5))
    assert _marks(outer)[0] == 600
    assert PlanScore.objects.get(paper=inner).in_force is False
    assert PlanScore.objects.get(paper=inner).claimed == 2400, "what was replaced keeps the score it had"
