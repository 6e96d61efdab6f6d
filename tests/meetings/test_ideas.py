"""One office, one idea: it goes its way with a word at each step, and stays with the office when its author leaves."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.meetings import access
from angikar.meetings.ideas import queries
from angikar.meetings.ideas.actions import step, submit
from angikar.meetings.models import Idea
from angikar.offices import actions as register
from angikar.offices.models import Body, Office
from tests.world import World

DAY = date(2022, 8, 1)


@pytest.fixture
def idea(committee: Body, world: World) -> Idea:
    """An idea of the northern district, before the committee of the department."""
    return submit(
        world.posts["north_head"], "দূরবীন মেলা", "বাড়ি বাড়ি আকাশ দেখা", body=committee, day=DAY, by=world.officers["north_head"]
    )  # fmt: skip


def test_each_step_is_shown_with_its_word(idea: Idea, world: World) -> None:
    focal = world.officers["focal"]
    looked = step(idea, "review", "ভালো ধারণা", version=1, day=DAY, by=focal)
    step(looked, "pilot", "এক উপজেলায় তিন মাস", version=2, day=date(2022, 9, 1), by=focal)
    shown = list(queries.steps(idea))
    assert [(each.state, each.words) for each in shown] == [
        ("submitted", ""),
        ("review", "ভালো ধারণা"),
        ("pilot", "এক উপজেলায় তিন মাস"),
    ]
    assert shown[0].who == "জনাব north_head, জেলা নক্ষত্র অফিসার"


def test_no_step_is_skipped_or_silent(idea: Idea, world: World) -> None:
    with pytest.raises(Refused, match="cannot be moved"):
        step(idea, "replicated", "চলুক", version=1, day=DAY, by=world.officers["focal"])
    with pytest.raises(Refused, match="one sentence"):
        step(idea, "dropped", "", version=1, day=DAY, by=world.officers["focal"])
    step(idea, "review", "দেখি", version=1, day=DAY, by=world.officers["focal"])
    with pytest.raises(Conflict):
        step(idea, "dropped", "না", version=1, day=DAY, by=world.officers["focal"])


def test_it_stays_with_the_office_when_its_author_is_transferred(idea: Idea, world: World) -> None:
    register.release(world.posts["north_head"], day=DAY, by=None)
    register.appoint(world.officers["stranger"], world.posts["north_head"], since=DAY, by=None)
    assert list(access.ideas_for(world.officers["stranger"])) == [idea]
    assert list(access.ideas_for(world.officers["north_head"])) == []


def test_who_decides_is_the_team_and_strangers_see_nothing(idea: Idea, world: World) -> None:
    assert access.idea(world.officers["focal"], idea.pk, "decide") == idea
    with pytest.raises(NotYours):
        access.idea(world.officers["north_head"], idea.pk, "decide")
    with pytest.raises(NotYours):
        access.idea(world.officers["stranger"], idea.pk)


def test_the_same_idea_is_submitted_once_a_year(idea: Idea, world: World) -> None:
    def again(day: date) -> Idea:
        return submit(
            world.posts["north_head"],
            "দূরবীন মেলা",
            "বাড়ী বাড়ী আকাশ দেখা",
            body=None,
            day=day,
            by=world.officers["north_head"],
        )

    with pytest.raises(Refused, match="before in this year"):
        again(DAY)
    assert again(date(2023, 8, 1)).fiscal_year == "2023-24"


def test_it_is_found_however_it_is_spelt_and_the_silent_offices_are_named(idea: Idea, world: World) -> None:
    assert list(queries.found(Idea.objects.all(), "বাড়ী আকাশ")) == [idea]
    assert not queries.found(Idea.objects.all(), "বাড়ী নদী").exists()
    below = Office.objects.under(world.offices["department"].path)
    assert world.offices["north"] not in queries.silent(Idea.objects.all(), below)
    assert world.offices["south"] in queries.silent(Idea.objects.all(), below)
    assert queries.states(Idea.objects.all())[0] == ("submitted", 1)
