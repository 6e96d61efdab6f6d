"""A template that changed after its drafts were made: offered as a difference, taken over without losing what the office wrote."""

from __future__ import annotations

import pytest

from angikar.duties.later.assigning import Sharing, assign_now
from angikar.history.queries import history_of
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.notices.models import Notice
from angikar.papers.actions import amend, move
from angikar.papers.assigning.actions import Assigned, take_offer
from angikar.papers.assigning.queries import changes_of, offer_to
from angikar.papers.blocks.actions import paste
from angikar.papers.comments.actions import Remark, comment
from angikar.papers.comments.queries import threads_of
from angikar.papers.models import Paper, State
from angikar.papers.plans.actions import arrange, begin
from angikar.papers.plans.forms import PLANS
from tests.papers.test_assigning import COLUMNS, LINES, ROW
from tests.world import World

_ROWS = ROW[:-1]


def _titles(paper: Paper) -> list[str]:
    return [row["title"] for row in paper.content["areas"][0]["activities"][0]["indicators"]]


@pytest.fixture
def template(world: World) -> Paper:
    focal = world.officers["focal"]
    paper = begin(focal, world.offices["department"], PLANS["charter"], "2026-27", template=True)
    return paste(paper, COLUMNS, LINES, version=paper.version, by=focal)[0]


def _assigned(world: World, template: Paper) -> Assigned:
    fresh = Paper.objects.get(pk=template.pk)
    return assign_now(fresh, "upazila", Sharing(), by=world.officers["focal"], version=fresh.version)


def _draft(world: World) -> Paper:
    return Paper.objects.get(office=world.offices["upazila1"])


def _written(world: World) -> Paper:
    """The draft of an upazila, in which it wrote a row of its own, a post beside a row of the template, and moved the second up."""
    head, paper = world.officers["upazila1_head"], _draft(world)
    paper = arrange(paper, f"{_ROWS}0", "add", version=paper.version, by=head)
    paper = amend(paper, f"{_ROWS}1.title", "নিজের সূচক", version=paper.version, by=head)
    paper = amend(paper, f"{_ROWS}2.responsible", "নাজির", version=paper.version, by=head)
    return arrange(paper, f"{_ROWS}2", "up", version=paper.version, by=head)


def _changed(world: World, template: Paper) -> Paper:
    """The template with another target and title, a row more and the first one gone."""
    focal = world.officers["focal"]
    paper = amend(template, f"{_ROWS}1.criteria.0", "৮৫", version=template.version, by=focal)
    paper = amend(paper, f"{_ROWS}1.weight", "১২", version=paper.version, by=focal)
    paper = arrange(paper, f"{_ROWS}1", "add", version=paper.version, by=focal)
    paper = amend(paper, f"{_ROWS}2.title", "নতুন সূচক", version=paper.version, by=focal)
    return arrange(paper, f"{_ROWS}0", "remove", version=paper.version, by=focal)


def test_a_changed_template_is_offered_row_by_row_and_taken_over(world: World, template: Paper) -> None:
    assert _assigned(world, template) == Assigned(3, 0, ())
    paper, head = _written(world), world.officers["upazila1_head"]
    assert offer_to(paper) is None
    _changed(world, template)
    assert _assigned(world, template) == Assigned(0, 3, ())
    above = world.officers["north_head"]
    paper = move(paper, State.REVIEW, by=head, version=paper.version)
    for row in (f"{_ROWS}0", f"{_ROWS}1", f"{_ROWS}2"):
        comment(paper, f"{row}.title", Remark(row[-1]), version=paper.version, by=above)
    assert Notice.objects.filter(post=world.posts["upazila1_head"], key__startswith="offered:").count() == 1
    offer = offer_to(paper)
    assert offer is not None
    found = {(each.change, each.field, each.was, each.now) for each in changes_of(offer)}
    assert {
        ("changed", "weight", "10", "12"),
        ("added", "", "", "নতুন সূচক"),
        ("removed", "", "প্রশিক্ষিত কর্মী", ""),
    } <= found
    with pytest.raises(Conflict):
        take_offer(paper, version=paper.version - 1, by=head)
    paper = take_offer(paper, version=paper.version, by=head)
    assert _titles(paper) == ["সন্তুষ্ট সেবাগ্রহীতা", "নিজের সূচক", "নতুন সূচক"]
    rows = paper.content["areas"][0]["activities"][0]["indicators"]
    assert (rows[0]["weight"], rows[0]["criteria"][0], rows[0]["responsible"]) == ("12", "85", ["নাজির"])
    assert [row["code"] for row in rows] == ["1.1.1", "1.1.2", "1.1.3"]
    assert history_of(paper).last().verb == "paper.take_offer"
    followed = {each.comment.words: each.comment for each in threads_of(paper)}
    assert {words: each.path[len(_ROWS) :] for words, each in followed.items() if not each.gone} == {
        "1": "0.title",
        "2": "1.title",
    }, "what was said beside a row goes along with it"


def test_what_was_taken_over_is_fixed_and_nothing_is_offered_twice(world: World, template: Paper) -> None:
    _assigned(world, template)
    paper, head = _draft(world), world.officers["upazila1_head"]
    with pytest.raises(Refused) as refused:
        take_offer(paper, version=paper.version, by=head)
    assert refused.value.sentence.code == "template-nothing-offered"
    _changed(world, template)
    _assigned(world, template)
    assert _assigned(world, template) == Assigned(0, 0, ()), "the same is not offered again"
    with pytest.raises(Refused):
        amend(paper, f"{_ROWS}1.weight", "1", version=paper.version, by=head)
    paper = take_offer(paper, version=paper.version, by=head)
    assert offer_to(paper) is None
    with pytest.raises(Refused):
        amend(paper, f"{_ROWS}0.weight", "10", version=paper.version, by=head)
    assert _assigned(world, template) == Assigned(0, 0, ())


def test_only_the_office_itself_takes_an_offer_over(world: World, template: Paper) -> None:
    _assigned(world, template)
    _changed(world, template)
    _assigned(world, template)
    paper = _draft(world)
    for who in ("focal", "director", "north_head", "stranger"):
        with pytest.raises(NotYours):
            take_offer(paper, version=paper.version, by=world.officers[who])
