"""Posts change, and rights are given for them: whoever acts cannot benefit himself beyond what he holds."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from angikar.duties import access as duties
from angikar.duties.actions import report
from angikar.duties.models import Duty, Report
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.actions import appoint, create_post, hand_over, release
from angikar.offices.models import Delegation, Post
from angikar.offices.posts.actions import Given, close_post, delegate, edit_post, withdraw
from angikar.offices.posts.facts import PostFacts
from angikar.papers import access as papers
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.pledge import issued
from tests.world import World

FIRST, LAST = date(2022, 10, 1), date(2022, 10, 31)
TODAY = date(2022, 10, 10)


@pytest.fixture
def october(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day within the delegation."""
    monkeypatch.setattr(timezone, "localdate", lambda *_: TODAY)


@pytest.fixture
def paper(world: World, pledge: None) -> Paper:
    """What the clerk answers for and the ministry looks over."""
    return issued(world, "6", "4", responsible="সহকারী পরিচালক (প্রশাসন)")


def test_the_facts_of_a_post_are_changed_and_its_laws_hold(world: World) -> None:
    director, clerk = world.officers["director"], world.posts["clerk"]
    changed = edit_post(clerk, PostFacts.of(clerk, title="সহকারী পরিচালক (সাধারণ)", rank=50), by=director)
    assert (changed.title, changed.rank) == ("সহকারী পরিচালক (সাধারণ)", 50)
    with pytest.raises(Refused, match="has the post"):
        edit_post(clerk, PostFacts.of(changed, title="মহাপরিচালক"), by=director)
    secretary = world.officers["secretary"]
    with pytest.raises(Refused, match="vacant post only"):
        edit_post(clerk, PostFacts.of(changed, is_head=True), by=secretary)
    release(clerk, day=timezone.localdate(), by=director)
    with pytest.raises(Refused, match="one head"):
        edit_post(clerk, PostFacts.of(changed, is_head=True), by=secretary)


@pytest.mark.parametrize("flag", ["is_head", "keeps_register"])
def test_power_over_an_office_is_given_from_above_only(world: World, flag: str) -> None:
    focal = world.posts["focal"]
    with pytest.raises(Refused, match="office above"):
        edit_post(focal, PostFacts.of(focal, **{flag: True}), by=world.officers["focal"])
    with pytest.raises(Refused, match="office above"):
        hand_over(world.posts["director"], world.officers["focal"], day=FIRST, by=world.officers["focal"])
    with pytest.raises(Refused, match="office above"):
        release(world.posts["director"], day=FIRST, by=world.officers["focal"])


def test_a_held_post_is_not_closed_and_a_closed_one_takes_nobody(world: World) -> None:
    director, clerk = world.officers["director"], world.posts["clerk"]
    with pytest.raises(Refused, match="relieve him"):
        close_post(clerk, day=FIRST, by=director)
    release(clerk, day=FIRST, by=director)
    close_post(clerk, day=FIRST, by=director)
    with pytest.raises(Refused, match="closed"):
        appoint(world.officers["stranger"], clerk, since=FIRST, by=director)
    assert create_post(world.offices["department"], clerk.title, by=director).pk != clerk.pk


def test_a_deputy_reports_for_the_post_within_its_days_as_that_post(world: World, paper: Paper, october: None) -> None:
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    stranger = world.officers["stranger"]
    with pytest.raises(NotYours):
        duties.duty(stranger, duty.pk)
    delegate(world.posts["clerk"], stranger, Given(FIRST, LAST, reports=True), by=world.officers["clerk"])
    assert duties.duty(stranger, duty.pk, "report") == duty
    assert duty in duties.duties_of(stranger, TODAY)
    made = report(duty, by=stranger, answer=Answer(value="3"), today=TODAY)
    assert (made.by, made.post) == (stranger, world.posts["clerk"])
    with pytest.raises(NotYours):
        duties.duty(stranger, duty.pk, "report", on=LAST)


def test_a_deputy_drafts_and_verifies_but_does_not_sign(world: World, paper: Paper, october: None) -> None:
    head, deputy = world.officers["director"], world.officers["clerk"]
    delegate(world.posts["director"], deputy, Given(FIRST, LAST, drafts=True), by=head)
    draft = Paper.objects.create(kind=paper.kind, office=paper.office, content=paper.content, state="draft")
    assert papers.rights(mandate(deputy), draft) == {"read", "amend"}
    assert mandate(deputy).headed == frozenset()
    above = world.officers["ministry_focal"]
    delegate(world.posts["ministry_focal"], world.officers["stranger"], Given(FIRST, LAST, verifies=True), by=above)
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    assert duties.rights(mandate(world.officers["stranger"]), duty) == {"see", "review"}
    assert "issue" not in papers.rights(mandate(world.officers["stranger"]), draft)


def test_only_the_holder_gives_only_what_he_has_and_not_to_himself(world: World, october: None) -> None:
    clerk, stranger = world.officers["clerk"], world.officers["stranger"]
    given = Given(FIRST, LAST, reports=True)
    with pytest.raises(NotYours):
        delegate(world.posts["director"], stranger, given, by=clerk)
    with pytest.raises(Refused, match="to oneself"):
        delegate(world.posts["clerk"], clerk, given, by=clerk)
    with pytest.raises(Refused, match="head and the focal post"):
        delegate(world.posts["clerk"], stranger, Given(FIRST, LAST, drafts=True), by=clerk)
    for wrong in (Given(LAST, FIRST, reports=True), Given(FIRST, LAST)):
        with pytest.raises(Refused):
            delegate(world.posts["clerk"], stranger, wrong, by=clerk)
    assert not Delegation.objects.exists()


def test_rights_end_when_they_are_withdrawn_and_when_the_holder_leaves(
    world: World, paper: Paper, october: None
) -> None:
    clerk, stranger = world.officers["clerk"], world.officers["stranger"]
    given = delegate(world.posts["clerk"], stranger, Given(FIRST, LAST, reports=True), by=clerk)
    withdraw(given, day=TODAY, by=clerk)
    assert not mandate(stranger).reports_for
    with pytest.raises(Refused, match="ended already"):
        withdraw(given, day=TODAY, by=clerk)
    delegate(world.posts["clerk"], stranger, Given(FIRST, LAST, reports=True), by=clerk)
    hand_over(world.posts["clerk"], world.officers["focal"], day=TODAY, by=world.officers["director"])
    assert not mandate(stranger).reports_for
    assert Post.objects.filter(delegations__until__gt=TODAY).count() == 0
    assert not Report.objects.filter(by=stranger).exists()
