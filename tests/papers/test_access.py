"""Who may do what with a paper: everybody is walked through every state."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from angikar.history.refusal import NotYours
from angikar.papers import access
from angikar.papers.actions import draft, move, name_counterpart
from angikar.papers.models import Addressee, Paper, Right, State
from tests.pledge import plan
from tests.world import World

pytestmark = pytest.mark.usefixtures("pledge")


@pytest.fixture
def paper(world: World) -> Paper:
    """A draft of the northern district."""
    content = plan("6", "4").model_dump(mode="json")
    return draft(world.officers["north_head"], office=world.offices["north"], kind="pledge", content=content)


def _rights(world: World, short: str, paper: Paper) -> set[Right]:
    found: set[Right] = set()
    for to in ("read", "amend", "review", "issue"):
        try:
            access.paper(world.officers[short], paper.pk, to)
        except NotYours:
            continue
        found.add(to)
    return found


def test_a_draft_is_seen_by_its_own_office_alone(world: World, paper: Paper) -> None:
    everybody = {short: _rights(world, short, paper) for short in world.officers}
    assert {short: rights for short, rights in everybody.items() if rights} == {
        "north_head": {"read", "amend", "issue"}
    }


def test_in_review_the_offices_above_see_it_and_the_next_one_reviews(world: World, paper: Paper) -> None:
    move(paper, State.REVIEW, by=world.officers["north_head"], version=paper.version)
    everybody = {short: _rights(world, short, paper) for short in world.officers}
    assert {short: rights for short, rights in everybody.items() if rights} == {
        "north_head": {"read", "amend", "issue"},
        "director": {"read", "review"},
        "focal": {"read", "review"},
        "clerk": {"read"},
        "secretary": {"read"},
        "ministry_focal": {"read"},
    }


def test_the_counterpart_reads_and_reviews_in_place_of_the_office_above(world: World, paper: Paper) -> None:
    paper = name_counterpart(paper, world.offices["south"], by=world.officers["north_head"], version=paper.version)
    move(paper, State.REVIEW, by=world.officers["north_head"], version=paper.version)
    assert _rights(world, "south_head", paper) == {"read", "review"}
    assert _rights(world, "director", paper) == {"read"}


def test_who_is_addressed_reads_it_once_it_is_out(world: World, paper: Paper) -> None:
    Addressee.objects.create(paper=paper, post=world.posts["south_head"], role="action")
    assert _rights(world, "south_head", paper) == set()
    Paper.objects.filter(pk=paper.pk).update(state=State.ISSUED)
    assert _rights(world, "south_head", paper) == {"read"}
    assert _rights(world, "upazila1_head", paper) == set()


def test_a_paper_that_is_not_there_looks_like_one_that_is_not_yours(world: World, paper: Paper) -> None:
    said = []
    for pk in (paper.pk, paper.pk + 1000):
        with pytest.raises(NotYours) as refusal:
            access.paper(world.officers["stranger"], pk)
        said.append(refusal.value.message)
    assert said[0] == said[1]
    assert not access.papers_for(AnonymousUser()).exists()


def test_the_list_holds_what_may_be_read_each_once(world: World, paper: Paper) -> None:
    north, department = world.officers["north_head"], world.offices["department"]
    own = draft(world.officers["director"], office=department, kind="pledge")
    for post in ("north_head", "south_head"):
        Addressee.objects.create(paper=own, post=world.posts[post], role="action")
    Paper.objects.filter(pk=own.pk).update(state=State.ISSUED)
    assert list(access.papers_for(north).order_by("pk")) == [paper, own]
    assert list(access.papers_for(world.officers["director"])) == [own]
    assert list(access.papers_for(world.officers["stranger"])) == []


def test_whoever_opens_a_paper_by_its_number_finds_it_in_the_list(world: World, paper: Paper) -> None:
    """Both ways ask the same condition, one of them put into SQL beforehand."""
    for state in (State.DRAFT, State.REVIEW):
        if state != paper.state:
            paper = move(paper, state, by=world.officers["north_head"], version=paper.version)
        for short, person in world.officers.items():
            listed = access.papers_for(person).filter(pk=paper.pk).exists()
            assert listed == ("read" in _rights(world, short, paper)), (short, state)


@pytest.mark.parametrize("state", State.values)
def test_whether_one_reads_any_paper_is_what_the_list_of_papers_says(world: World, paper: Paper, state: str) -> None:
    stored = Paper.objects.filter(pk=paper.pk)
    found = set()
    for counterpart in (None, world.offices["south"]):
        stored.update(state=state, counterpart=counterpart)
        for addressed in (False, True):
            if addressed:
                Addressee.objects.create(paper=paper, post=world.posts["upazila1_head"], role="action")
            for short, officer in world.officers.items():
                reads = access.reads_any(officer)
                assert reads == access.papers_for(officer).exists(), (short, counterpart, addressed)
                found.add(reads)
        Addressee.objects.all().delete()
    assert found == {False, True}
    assert not access.reads_any(AnonymousUser())
