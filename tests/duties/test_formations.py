"""Bodies that a circular forms: each office its own, which owes what the circular asks of it, counted from its own day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from angikar.duties.access import duties_of, duty, rights
from angikar.duties.actions import report
from angikar.duties.anchor_day.actions import move
from angikar.duties.formations.actions import adopt, form
from angikar.duties.formations.queries import expected
from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState, Formation
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.bodies import actions as bodies
from angikar.offices.bodies.actions import NewMember
from angikar.offices.models import Member, Role
from angikar.papers.actions import amend, supersede
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.standings.circulars.queries import differing, of_circulars
from tests.duties.directed import TEAM, circular, due
from tests.world import World

FORMED, TODAY = date(2022, 10, 16), date(2022, 10, 17)


@pytest.fixture(autouse=True)
def counted(db: None) -> Iterator[None]:
    """Whatever is done here, what is kept of the circulars agrees with their duties afterwards."""
    yield
    assert [paper for paper in of_circulars() if differing(paper.pk)] == []


@pytest.fixture
def paper(world: World) -> Paper:
    return circular(world)


def _form(world: World, paper: Paper, *, chair: str = "north_head", area: str = "", name: str = TEAM) -> Formation:
    seats = [
        NewMember(post=world.posts[chair], role=Role.CHAIR),
        NewMember(post=world.posts["upazila2_head"], role=Role.SECRETARY),
        NewMember(name="জনাব পথিক", title="জ্যোতির্বিদ", mobile="01700000000"),
    ]
    return form(
        paper, name, world.offices["north"], seats, day=FORMED, by=world.officers["north_head"], today=TODAY, area=area
    )


def test_each_district_is_expected_to_form_its_own(world: World, paper: Paper) -> None:
    before = expected(paper)
    assert [(each.office.name, each.leader, each.formed) for each in before] == [
        (world.offices[short].name, world.posts[f"{short}_head"], ()) for short in ("north", "south")
    ]
    formation = _form(world, paper)
    assert [each.formed for each in expected(paper)] == [(formation,), ()]


def test_the_body_takes_its_tasks_and_kind_from_the_circular(world: World, paper: Paper) -> None:
    body = _form(world, paper).body
    assert (body.kind, body.tasks, body.since) == ("team", ["আকাশ দেখা;", "প্রতিবেদন পাঠানো;"], FORMED)


def test_weeks_are_counted_from_the_day_of_that_office_alone(world: World, paper: Paper) -> None:
    _form(world, paper)
    last = ["28.10", "29.10", "30.10", "31.10"]
    assert due(paper, "1(ক)", "north_head", world) == ["23.10", *last]
    assert due(paper, "1(ক)", "south_head", world) == ["20.10", "27.10", *last]


def test_a_body_owes_and_its_chair_and_secretary_answer(world: World, paper: Paper) -> None:
    formation = _form(world, paper)
    owed = Duty.objects.filter(body=formation.body).order_by("due").first()
    assert owed is not None
    assert owed.post == world.posts["north_head"]
    secretary = world.officers["upazila2_head"]
    assert "report" in rights(mandate(secretary, TODAY), duty(secretary, owed.pk, on=TODAY))
    made = report(owed, by=secretary, answer=Answer(words="আকাশ পরিষ্কার"), today=TODAY)
    assert made.post == world.posts["upazila2_head"]


def test_members_see_what_their_body_owes_and_strangers_do_not(world: World, paper: Paper) -> None:
    formation = _form(world, paper)
    bodies.seat(formation.body, NewMember(post=world.posts["upazila3_head"]), day=TODAY, by=None)
    owed = Duty.objects.filter(body=formation.body).first()
    assert owed is not None
    member = world.officers["upazila3_head"]
    assert rights(mandate(member, TODAY), duty(member, owed.pk, on=TODAY)) == {"see"}
    for who in ("upazila1_head", "stranger"):
        with pytest.raises(NotYours):
            duty(world.officers[who], owed.pk, on=TODAY)


def test_who_leads_the_body_next_owes_what_it_still_owes(world: World, paper: Paper) -> None:
    formation = _form(world, paper)
    first, second = Duty.objects.filter(body=formation.body, state=DutyState.OPEN).order_by("due")[:2]
    report(first, by=world.officers["north_head"], answer=Answer(words="আকাশ পরিষ্কার"), today=TODAY)
    member = Member.objects.get(body=formation.body, post=world.posts["upazila2_head"])
    bodies.give_role(member, Role.CHAIR, by=None)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.post, second.post) == (world.posts["north_head"], world.posts["upazila2_head"])
    assert second in duties_of(world.officers["upazila2_head"], TODAY)


def test_a_second_team_of_a_large_area_owes_its_own_reports(world: World, paper: Paper) -> None:
    first, second = _form(world, paper, area="পূর্ব"), _form(world, paper, area="পশ্চিম")
    owed = Duty.objects.filter(paper=paper, state=DutyState.OPEN)
    assert [owed.filter(body=each.body).count() for each in (first, second)] == [5, 5]


def test_what_was_answered_before_the_team_was_formed_stays_answered(world: World, paper: Paper) -> None:
    early = Duty.objects.filter(paper=paper, key__startswith="1(ক)", post=world.posts["north_head"]).order_by("due")[0]
    report(early, by=world.officers["north_head"], answer=Answer(words="শুরু"), today=FORMED)
    formation = _form(world, paper)
    early.refresh_from_db()
    assert (early.state, early.body) == (DutyState.SUBMITTED, formation.body)
    assert due(paper, "1(ক)", "north_head", world)[:2] == ["20.10", "23.10"]


def test_the_days_of_a_body_follow_a_moved_day_too(world: World, paper: Paper) -> None:
    _form(world, paper)
    move(paper, date(2022, 11, 10), by=world.officers["director"], today=TODAY, words="মেঘ")
    last = ["07.11", "08.11", "09.11", "10.11"]
    assert due(paper, "1(ক)", "north_head", world) == ["23.10", "30.10", "06.11", *last]
    assert due(paper, "1(ক)", "south_head", world) == ["20.10", "27.10", "03.11", *last]


def test_a_body_the_office_has_already_may_stand_for_it(world: World, paper: Paper) -> None:
    body = bodies.form(
        world.offices["south"], "উল্কা দল", [NewMember(post=world.posts["south_head"], role=Role.CHAIR)],
        day=date(2022, 10, 1), by=None,
    )  # fmt: skip
    adopt(paper, TEAM, body, by=world.officers["south_head"], today=TODAY)
    assert due(paper, "1(ক)", "south_head", world)[:3] == ["22.10", "28.10", "29.10"]
    with pytest.raises(Refused):
        adopt(paper, TEAM, body, by=world.officers["south_head"], today=TODAY)


def test_a_body_goes_over_to_the_circular_that_replaces_its_own(world: World, paper: Paper) -> None:
    director = world.officers["director"]
    formation = _form(world, paper)
    first = Duty.objects.filter(body=formation.body, state=DutyState.OPEN).order_by("due")[0]
    report(first, by=world.officers["north_head"], answer=Answer(words="আকাশ পরিষ্কার"), today=TODAY)
    new = supersede(paper, by=director, day=TODAY)
    new = issue(amend(new, "anchor", "2022-11-10", version=new.version, by=director), by=director, day=TODAY)
    formation.refresh_from_db()
    first.refresh_from_db()
    assert (formation.paper, first.paper, first.state) == (new, new, DutyState.SUBMITTED)
    last = ["07.11", "08.11", "09.11", "10.11"]
    assert due(new, "1(ক)", "north_head", world) == ["23.10", "30.10", "06.11", *last]
    assert not Duty.objects.filter(paper=paper, state=DutyState.OPEN).exists()


def test_a_body_the_circular_does_not_speak_of_is_refused(world: World, paper: Paper) -> None:
    with pytest.raises(Refused):
        _form(world, paper, name="ধূমকেতু সেল")
    assert not Formation.objects.exists()
