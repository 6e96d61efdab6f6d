"""Plans inside plans: five issued plans feed 30 marks of an agreement, and what is broken or missing is said, never zero."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from angikar.duties import queries
from angikar.duties.access import duties_of, owed_to
from angikar.duties.actions import report
from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty
from angikar.duties.preview import checked_again
from angikar.history.queries import history_of
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.papers.actions import name_counterpart, supersede
from angikar.papers.links.actions import link_plan, unlink_plan
from angikar.papers.links.queries import candidates, inside
from angikar.papers.models import Link, Paper
from angikar.rules.duty import Answer
from angikar.rules.plan import IndicatorId
from tests.inner_plans import PLANS, REPORTED, agreement, inner, issued, linked, reported
from tests.world import World

LATER = date(2022, 9, 1)
INTEGRITY = IndicatorId("governance", "1.1.1")


def _marks(paper: Paper, day: date = LATER) -> dict[str, tuple[str | None, str | None]]:
    card = queries.scorecard(paper, day)
    assert card is not None
    return {
        line.code: (line.claimed.marks if line.claimed else None, line.accepted.marks if line.accepted else None)
        for line in card.lines
        if line.part == "governance"
    }


def test_five_issued_plans_feed_thirty_marks_without_anyone_typing_them(world: World) -> None:
    plans = {name: issued(world, inner(world, name)) for name in PLANS}
    paper = issued(world, linked(world, agreement(world), plans))
    earned = dict(zip(PLANS, ("100", "88", "100", "80", "90"), strict=True))
    for name, value in earned.items():
        reported(world, plans[name], value)
    assert [each.claimed for each in queries.plans_inside(paper, LATER)] == [
        "50.00",
        "44.00",
        "25.00",
        "20.00",
        "22.50",
    ]
    assert _marks(paper) == {
        "1.1.1": ("10.00", "10.00"),
        "1.2.1": ("8.80", "8.80"),
        "1.3.1": ("4.00", "4.00"),
        "1.4.1": ("2.40", "2.40"),
        "1.5.1": ("2.70", "2.70"),
    }
    card = queries.scorecard(paper, LATER)
    assert card is not None
    governance = card.areas[-1]
    assert (governance.part, governance.claimed, governance.accepted) == ("governance", "27.90", "27.90")


def test_the_number_of_plans_inside_costs_no_query_each(world: World) -> None:
    plans = {name: issued(world, inner(world, name)) for name in PLANS}
    paper = issued(world, linked(world, agreement(world), plans))
    with CaptureQueriesContext(connection) as asked:
        queries.scorecard(paper, LATER)
    assert len(asked) <= 5


def test_what_is_missing_or_broken_is_said_and_never_zero(world: World) -> None:
    drafted, silent = inner(world, "innovation"), issued(world, inner(world, "charter"))
    other_full = inner(world, "grievance")
    other_full.content = {**other_full.content, "areas": other_full.content["areas"][:1]}
    Paper.objects.filter(pk=other_full.pk).update(content=other_full.content, doubts=checked_again(other_full))
    short = issued(world, other_full)
    reported(world, short, "100")
    waiting = issued(world, inner(world, "information"))
    reported(world, waiting, "90", accepted=False)
    plans = {"innovation": drafted, "charter": silent, "grievance": short, "information": waiting}
    paper = issued(world, linked(world, agreement(world), plans))
    assert [each.standing for each in queries.plans_inside(paper, LATER)] == [
        "none", "not_issued", "full_differs", "not_reported", "counted",
    ]  # fmt: skip
    assert _marks(paper) == {
        "1.1.1": (None, None), "1.2.1": (None, None), "1.3.1": (None, None), "1.4.1": (None, None), "1.5.1": ("2.70", None),
    }  # fmt: skip


def test_only_a_fitting_plan_is_linked_to_a_row(world: World) -> None:
    paper, director = agreement(world), world.officers["director"]
    older, elsewhere = inner(world, "integrity", year="2020-21"), inner(world, "integrity", office="north")
    refused = {
        "another fiscal year": older,
        "another office": elsewhere,
        "something else": inner(world, "charter"),
    }
    for sentence, plan in refused.items():
        with pytest.raises(Refused, match=sentence):
            link_plan(paper, INTEGRITY, plan, by=director, version=paper.version)
    with pytest.raises(Refused, match="no such line"):
        link_plan(
            paper, IndicatorId.parse("governance:9.9.9"), inner(world, "integrity"), by=director, version=paper.version
        )
    with pytest.raises(NotYours):
        link_plan(paper, INTEGRITY, inner(world, "integrity"), by=world.officers["secretary"], version=paper.version)
    assert not Link.objects.exists()


def test_a_circle_of_plans_is_refused_however_long(world: World) -> None:
    first, second, third = (agreement(world) for _ in range(3))
    director = world.officers["director"]
    link_plan(first, IndicatorId.parse("own:1.1.1"), second, by=director, version=1)
    link_plan(second, IndicatorId.parse("own:1.1.1"), third, by=director, version=1)
    for plan in (first, second, third):
        with pytest.raises(Refused, match="close a circle"):
            link_plan(third, IndicatorId.parse("own:1.1.1"), plan, by=director, version=1)


def test_a_link_may_be_set_and_taken_away_while_the_paper_is_in_force(world: World) -> None:
    paper, plan = issued(world, agreement(world)), issued(world, inner(world, "integrity"))
    reported(world, plan, "100")
    director = world.officers["director"]
    fingerprint, version = paper.hash, paper.version
    link_plan(paper, INTEGRITY, plan, by=director, version=version)
    assert _marks(paper)["1.1.1"] == ("10.00", "10.00")
    with pytest.raises(Conflict):
        unlink_plan(paper, INTEGRITY, by=director, version=version)
    paper.refresh_from_db()
    unlink_plan(paper, INTEGRITY, by=director, version=paper.version)
    assert _marks(paper)["1.1.1"] == (None, None)
    paper.refresh_from_db()
    assert paper.hash == fingerprint == paper.fingerprint()
    with pytest.raises(Refused, match="No plan is linked"):
        unlink_plan(paper, INTEGRITY, by=director, version=paper.version)
    assert [each.verb for each in history_of(paper)][-2:] == ["paper.link_plan", "paper.unlink_plan"]


def test_the_plan_that_replaced_the_linked_one_counts_from_then_on(world: World) -> None:
    plan = issued(world, inner(world, "integrity"))
    paper = issued(world, linked(world, agreement(world), {"integrity": plan}))
    new = supersede(plan, by=world.officers["director"], day=date(2022, 9, 1))
    assert inside(paper)[0].paper == plan, "the new one is not in force yet"
    new = issued(world, new)
    row = inside(paper)[0]
    assert (row.named, row.paper) == (plan, new)


def test_a_row_with_a_linked_plan_makes_no_duty(world: World) -> None:
    plan = issued(world, inner(world, "integrity"))
    paper = issued(world, linked(world, agreement(world), {"integrity": plan}))
    duty = Duty.objects.get(paper=paper, key=f"{INTEGRITY}:q4")
    focal, secretary = world.officers["focal"], world.officers["secretary"]
    for action in (
        lambda: report(duty, by=focal, answer=Answer(value="50"), today=REPORTED),
        lambda: save_cell(duty, by=focal, value="50", version=duty.version, today=REPORTED),
    ):
        with pytest.raises(Refused, match="linked to it"):
            action()
    assert duty not in duties_of(focal, LATER)
    assert duty not in owed_to(secretary, LATER)
    assert Duty.objects.get(paper=paper, key="governance:1.2.1:q4") in duties_of(focal, LATER)


def test_plans_of_the_same_office_and_year_are_offered_by_their_subject(world: World) -> None:
    paper, plan = agreement(world), inner(world, "integrity")
    inner(world, "integrity", year="2020-21")
    inner(world, "integrity", office="north")
    charter = inner(world, "charter")
    assert candidates(paper) == {"integrity": [plan], "charter": [charter]}


def test_an_office_is_not_its_own_counterpart(world: World) -> None:
    paper = agreement(world)
    with pytest.raises(Refused, match="its own paper"):
        name_counterpart(paper, world.offices["department"], by=world.officers["director"], version=paper.version)


def test_a_plan_counts_in_one_agreement_and_in_the_one_that_replaces_it(world: World) -> None:
    plan = issued(world, inner(world, "integrity"))
    first, second, by = agreement(world), agreement(world), world.officers["director"]
    link_plan(first, INTEGRITY, plan, by=by, version=first.version)
    with pytest.raises(Refused) as refused:
        link_plan(second, INTEGRITY, plan, by=by, version=second.version)
    assert refused.value.sentence.code == "plan-linked-elsewhere"
    first.refresh_from_db()
    link_plan(first, INTEGRITY, plan, by=by, version=first.version)
    first.refresh_from_db()
    later = supersede(issued(world, first), by=by, day=LATER)
    link_plan(later, INTEGRITY, plan, by=by, version=later.version)


@pytest.mark.django_db(transaction=True)
def test_of_several_agreements_that_link_one_plan_at_the_same_moment_one_does(world: World) -> None:
    plan = issued(world, inner(world, "integrity"))
    by, start = world.officers["director"], Barrier(3)
    papers = [agreement(world) for _ in range(3)]

    def one(paper: Paper) -> str:
        try:
            start.wait(30)
            link_plan(paper, INTEGRITY, plan, by=by, version=paper.version)
        except Refused as refused:
            return refused.sentence.code
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(3) as pool:
        assert sorted(pool.map(one, papers)) == ["done", "plan-linked-elsewhere", "plan-linked-elsewhere"]
