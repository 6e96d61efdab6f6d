"""A person says once which posts words mean; the paper keeps it, and the office remembers it for its next papers."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.history.queries import history_of
from angikar.history.refusal import NotYours, Refused
from angikar.papers.actions import draft
from angikar.papers.letters.actions import begin
from angikar.papers.letters.blank import FORMS
from angikar.papers.meanings.actions import mean
from angikar.papers.meanings.queries import MeantPosts, meaning_of, meant_by, register_of
from angikar.papers.models import Paper, Wording
from tests.desk.samples import circular
from tests.pledge import FRAMEWORK, plan
from tests.world import World

CONCERNED, LOST, SECTION = "জেলা নক্ষত্র অফিসার (সংশ্লিষ্ট)", "আবহাওয়া সংস্থা", "গণনা শাখা"
DAY = date(2022, 10, 13)


@pytest.fixture
def letter(world: World) -> Paper:
    """A letter that the clerk has begun."""
    return _letter(world)


def _letter(world: World) -> Paper:
    return begin(world.officers["clerk"], world.offices["department"], FORMS["letter"], subject="তারা")


def test_the_posts_that_words_mean_are_stored_with_the_paper(world: World, letter: Paper) -> None:
    clerk, north = world.officers["clerk"], world.posts["north_head"]
    mean(letter, {CONCERNED: MeantPosts((north,)), LOST: MeantPosts()}, by=clerk)
    assert meant_by(letter) == {CONCERNED: (north,), LOST: ()}
    entry = history_of(letter).last()
    assert entry is not None
    assert (entry.verb, entry.now[CONCERNED]) == ("paper.mean", {"posts": [north.pk], "words": ""})
    mean(letter, {CONCERNED: None}, by=clerk)
    assert CONCERNED not in meant_by(letter)
    with pytest.raises(NotYours):
        mean(letter, {LOST: None}, by=world.officers["focal"])


def test_the_next_letter_knows_what_was_said_of_the_last_one(world: World, letter: Paper) -> None:
    clerk = world.officers["clerk"]
    mean(
        letter,
        {
            LOST: MeantPosts(),
            SECTION: MeantPosts((world.posts["clerk"],)),
            CONCERNED: MeantPosts((world.posts["north_head"],)),
        },
        by=clerk,
    )
    register = register_of(_letter(world))
    assert register.expand(LOST).outside
    assert register.expand("গণনা  শাখা").posts == (world.posts["clerk"],)
    assert len(register.expand(CONCERNED).posts) == 2, "who is concerned is another question in every letter"
    mean(letter, {SECTION: None}, by=clerk)
    assert register_of(_letter(world)).expand(SECTION).unmatched == SECTION


def test_a_family_is_remembered_by_its_words_and_grows_with_the_register(world: World, letter: Paper) -> None:
    every = meaning_of(letter, [], "জেলা নক্ষত্র অফিসার (সকল)")
    mean(letter, {"মাঠ দপ্তর": every}, by=world.officers["clerk"])
    world.office("east", "জেলা নক্ষত্র কার্যালয়, পূর্বপুর", "district", "department")
    world.post("east_head", "east", "জেলা নক্ষত্র অফিসার", head=True)
    assert world.posts["east_head"] in register_of(_letter(world)).expand("মাঠ দপ্তর").posts


def test_another_office_does_not_know_it(world: World, letter: Paper) -> None:
    mean(letter, {SECTION: MeantPosts((world.posts["clerk"],))}, by=world.officers["clerk"])
    other = begin(world.officers["north_head"], world.offices["north"], FORMS["letter"], subject="তারা")
    assert register_of(other).expand(SECTION).unmatched == SECTION


@pytest.mark.usefixtures("pledge")
@pytest.mark.parametrize("section", [SECTION, "জেলা নক্ষত্র অফিসার (সকল)"])
def test_a_section_of_a_plan_is_mapped_once_for_all_its_figures_and_for_the_next_year(
    world: World, section: str
) -> None:
    director, north = world.officers["director"], world.posts["north_head"]
    values = [plan("6", "4", responsible=section, year=year).model_dump(mode="json") for year in ("2022-23", "2023-24")]
    first, second = (
        draft(director, office=world.offices["department"], kind="pledge", framework=FRAMEWORK, content=value)
        for value in values
    )
    with pytest.raises(Refused, match=r"\(8 duties\)"):
        issue(first, by=director, day=DAY)
    mean(first, {section: MeantPosts((north,))}, by=director)
    for made in (first, second):
        issue(made, by=director, day=DAY)
        assert {(duty.post, duty.named) for duty in Duty.objects.filter(paper=made)} == {(north, True)}


def test_of_an_issued_paper_no_more_is_said(world: World) -> None:
    paper = issue(circular(world), by=world.officers["director"], day=DAY)
    with pytest.raises(Refused):
        mean(paper, {LOST: MeantPosts()}, by=world.officers["director"])
    assert not Wording.objects.exists()
