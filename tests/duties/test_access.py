"""Who sees, answers and looks over a duty; a stranger does not even learn that it exists."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties import access
from angikar.duties.access import duties_for, duties_of, owed_to
from angikar.duties.actions import report
from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty, Report
from angikar.history.refusal import NotYours
from angikar.offices.actions import hand_over, release
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.world import World

IN_TIME, LATE = date(2022, 10, 10), date(2022, 10, 16)


@pytest.fixture
def duty(paper: Paper) -> Duty:
    """The first figure of the first quarter, owed by the clerk to the ministry."""
    return Duty.objects.get(paper=paper, key="own:1.1.1:q1")


def _rights(world: World, short: str, duty: Duty) -> set[access.Right]:
    found: set[access.Right] = set()
    for to in ("see", "report", "review"):
        try:
            access.duty(world.officers[short], duty.pk, to, IN_TIME)
        except NotYours:
            continue
        found.add(to)
    return found


def test_everybody_is_walked_past_a_duty(world: World, duty: Duty) -> None:
    everybody = {short: _rights(world, short, duty) for short in world.officers}
    assert {short: rights for short, rights in everybody.items() if rights} == {
        "clerk": {"see", "report"},
        "focal": {"see", "report"},
        "director": {"see", "report"},
        "secretary": {"see", "review"},
        "ministry_focal": {"see", "review"},
    }


def test_a_duty_that_is_not_there_looks_like_one_that_is_not_yours(world: World, duty: Duty) -> None:
    for pk in (duty.pk, duty.pk + 1000):
        with pytest.raises(NotYours):
            access.duty(world.officers["stranger"], pk)
    assert not duties_for(world.officers["stranger"]).exists()


def test_a_draft_is_not_for_the_reviewer(world: World, duty: Duty) -> None:
    draft = save_cell(duty, by=world.officers["clerk"], value="1", version=1, today=IN_TIME)
    assert access.report(world.officers["focal"], draft.pk, on=IN_TIME) == draft
    for short in ("secretary", "stranger"):
        with pytest.raises(NotYours):
            access.report(world.officers[short], draft.pk, on=IN_TIME)
    made = report(duty, by=world.officers["clerk"], answer=Answer(value="1"), today=IN_TIME)
    assert access.report(world.officers["secretary"], made.pk, "review", IN_TIME) == made
    with pytest.raises(NotYours):
        access.report(world.officers["secretary"], Report.objects.latest("pk").pk + 1)


def test_today_shows_ones_own_open_duties_whose_time_has_come(world: World, paper: Paper) -> None:
    clerk = world.officers["clerk"]
    assert {duty.quarter for duty in duties_of(clerk, IN_TIME)} == {1, 2}
    assert duties_of(clerk, date(2022, 7, 15)).count() == 2
    assert duties_of(world.officers["focal"], IN_TIME).count() == 0
    assert duties_of(world.officers["stranger"], IN_TIME).count() == 0


def test_the_duties_of_a_vacant_post_are_seen_by_the_head_and_the_focal_post(world: World, paper: Paper) -> None:
    release(world.posts["clerk"], day=date(2022, 10, 1), by=None)
    for short in ("focal", "director"):
        assert duties_of(world.officers[short], IN_TIME).count() == 4
    assert duties_of(world.officers["clerk"], IN_TIME).count() == 0


def test_a_transfer_moves_the_work_and_not_the_duty(world: World, duty: Duty) -> None:
    successor = world.officers["stranger"]
    hand_over(world.posts["clerk"], successor, day=date(2022, 10, 9), by=None)
    assert _rights(world, "stranger", duty) == {"see", "report"}
    assert _rights(world, "clerk", duty) == set()
    assert duty in duties_of(successor, IN_TIME)


def test_what_others_owe_is_what_waits_and_what_is_late(world: World, paper: Paper, duty: Duty) -> None:
    secretary = world.officers["secretary"]
    assert owed_to(secretary, IN_TIME).count() == 0
    report(duty, by=world.officers["clerk"], answer=Answer(value="1"), today=IN_TIME)
    assert list(owed_to(secretary, IN_TIME)) == [duty]
    assert owed_to(secretary, LATE).count() == 2
    assert owed_to(world.officers["director"], LATE).count() == 0


def test_whoever_opens_a_duty_by_its_number_finds_it_in_the_list(world: World, duty: Duty) -> None:
    """Both ways ask the same condition, one of them put into SQL beforehand."""
    for short, person in world.officers.items():
        listed = duties_for(person, IN_TIME).filter(pk=duty.pk).exists()
        assert listed == ("see" in _rights(world, short, duty)), short
