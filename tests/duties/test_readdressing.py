"""Offices change after a letter is out: its words are led to posts again, and nothing that was answered is touched."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.actions import acknowledge
from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState
from angikar.duties.readdressing.actions import readdress
from angikar.history.models import Entry
from angikar.history.refusal import NotYours, Refused
from angikar.notices.models import Notice
from angikar.offices.models import Post
from angikar.papers.models import Addressee, Paper
from tests.desk.samples import circular
from tests.world import World

DAY, LATER = date(2022, 10, 13), date(2022, 10, 24)
TITLE = "জেলা নক্ষত্র অফিসার"


@pytest.fixture
def paper(world: World) -> Paper:
    """A circular to every district, weekly from the 13th to the 27th, issued on the 13th."""
    draft = circular(world, addressees=(f"{TITLE} (সকল)",), anchor="2022-10-27")
    return issue(draft, by=world.officers["director"], day=DAY)


def _states(paper: Paper, post: Post) -> set[tuple[str, str]]:
    return set(Duty.objects.filter(paper=paper, post=post).values_list("kind", "state"))


def test_a_new_office_gets_what_is_still_to_be_done(world: World, paper: Paper) -> None:
    world.office("east", "জেলা নক্ষত্র কার্যালয়, পূর্বপুর", "district", "department")
    world.post("east_head", "east", TITLE, head=True)
    found = readdress(paper, by=world.officers["director"], today=LATER)
    new = Duty.objects.filter(paper=paper, post=world.posts["east_head"])
    assert set(new.values_list("kind", "due")) == {("acknowledge", None), ("report", date(2022, 10, 27))}
    assert (found.added, found.withdrawn, found.new) == (2, 0, {world.posts["east_head"].pk})
    assert Addressee.objects.filter(paper=paper, post=world.posts["east_head"], role="action").exists()


def test_who_is_gone_keeps_what_he_answered(world: World, paper: Paper) -> None:
    receipt = Duty.objects.get(paper=paper, kind="acknowledge", post=world.posts["south_head"])
    acknowledge(receipt, by=world.officers["south_head"], today=DAY)
    Post.objects.filter(pk=world.posts["south_head"].pk).update(title="উপমহাপরিচালক")
    readdress(paper, by=world.officers["focal"], today=LATER)
    assert _states(paper, world.posts["south_head"]) == {
        ("acknowledge", DutyState.ACCEPTED),
        ("report", DutyState.WITHDRAWN),
    }
    assert ("report", DutyState.OPEN) in _states(paper, world.posts["north_head"])
    assert Addressee.objects.get(paper=paper, post=world.posts["south_head"], role="action").gone == LATER
    assert Entry.objects.get(verb="paper.readdress").now["gone"] == [world.posts["south_head"].pk]
    Post.objects.filter(pk=world.posts["south_head"].pk).update(title=TITLE)
    again = readdress(paper, by=world.officers["focal"], today=LATER)
    assert ("report", DutyState.OPEN) in _states(paper, world.posts["south_head"])
    assert again.new == {world.posts["south_head"].pk}
    assert Addressee.objects.get(paper=paper, post=world.posts["south_head"], role="action").gone is None


def test_where_no_addressee_has_changed_it_is_refused(world: World, paper: Paper) -> None:
    with pytest.raises(Refused, match="nothing changes"):
        readdress(paper, by=world.officers["director"], today=DAY)
    for other in ("clerk", "secretary", "north_head"):
        with pytest.raises(NotYours):
            readdress(paper, by=world.officers[other], today=DAY)
    with pytest.raises(Refused, match="in force"):
        readdress(circular(world), by=world.officers["director"], today=DAY)
    assert not Entry.objects.filter(verb="paper.readdress").exists()


def test_a_new_addressee_is_notified_and_the_paper_waits_for_him(world: World, paper: Paper) -> None:
    for receipt in Duty.objects.filter(paper=paper, kind="acknowledge").select_related("post"):
        who = next(short for short, post in world.posts.items() if post == receipt.post)
        acknowledge(receipt, by=world.officers[who], today=DAY)
    assert Paper.objects.get(pk=paper.pk).closed_on == DAY
    world.office("east", "জেলা নক্ষত্র কার্যালয়, পূর্বপুর", "district", "department")
    world.post("east_head", "east", TITLE, head=True)
    readdress(paper, by=world.officers["director"], today=LATER)
    assert Paper.objects.get(pk=paper.pk).closed_on is None
    assert Notice.objects.get(post=world.posts["east_head"]).key == f"letter:{paper.pk}"
    Post.objects.filter(pk=world.posts["east_head"].pk).update(title="উপমহাপরিচালক")
    readdress(paper, by=world.officers["director"], today=LATER)
    assert Paper.objects.get(pk=paper.pk).closed_on == LATER
