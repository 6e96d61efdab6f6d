"""Whoever is asked to comment on a draft hears of it, and whoever has the draft hears of the comment."""

from __future__ import annotations

import pytest

from angikar.history.refusal import Refused
from angikar.notices.models import Notice
from angikar.offices.models import Post
from angikar.papers.access import to_comment
from angikar.papers.actions import move
from angikar.papers.letters.actions import begin
from angikar.papers.letters.blank import FORMS
from angikar.papers.models import Paper, State
from tests.desk.samples import agreement, circular
from tests.world import World


def _moved(world: World, paper: Paper, to: str, by: str, words: str = "") -> Paper:
    paper.refresh_from_db()
    return move(paper, to, by=world.officers[by], version=paper.version, words=words)


def test_the_office_above_is_asked_and_sees_it(world: World) -> None:
    paper = _moved(world, circular(world), State.REVIEW, "focal", "তারিখ ঠিক আছে কি")
    assert {each.post for each in Notice.objects.all()} == {world.posts["secretary"], world.posts["ministry_focal"]}
    asked = Notice.objects.get(post=world.posts["secretary"])
    assert asked.text == f"নক্ষত্র অধিদপ্তর মতামত চেয়েছে: {paper.title}। তারিখ ঠিক আছে কি"
    assert asked.page == f"/papers/{paper.pk}/"
    assert list(to_comment(world.officers["secretary"])) == [paper]
    for other in ("director", "north_head", "stranger", "clerk"):
        assert not to_comment(world.officers[other])


def test_the_counterpart_of_a_plan_is_asked_instead(world: World) -> None:
    paper = agreement(world)
    paper.counterpart = world.offices["north"]
    paper.save()
    _moved(world, paper, State.REVIEW, "director")
    assert {each.post for each in Notice.objects.all()} == {world.posts["north_head"]}
    assert list(to_comment(world.officers["north_head"])) == [paper]
    assert not to_comment(world.officers["secretary"])


def test_a_comment_reaches_who_has_the_draft(world: World) -> None:
    by, office = world.officers["clerk"], world.offices["department"]
    letter = begin(by, office, FORMS["circular"], subject="উল্কাবৃষ্টির প্রস্তুতি")
    _moved(world, letter, State.REVIEW, "clerk")
    _moved(world, letter, State.DRAFT, "secretary", "প্রাপক মেলান")
    given = Notice.objects.get(post=world.posts["clerk"])
    assert given.text.startswith("তারকা মন্ত্রণালয় মতামতসহ ফেরত দিয়েছে")
    assert given.text.endswith("প্রাপক মেলান")
    assert not to_comment(world.officers["secretary"])


def test_what_an_office_takes_back_itself_is_no_comment(world: World) -> None:
    paper = circular(world)
    _moved(world, paper, State.REVIEW, "focal")
    _moved(world, paper, State.DRAFT, "director", "আরেকবার দেখি")
    assert not Notice.objects.exclude(post__office=world.offices["ministry"]).exists()
    assert Notice.objects.count() == 2


def test_each_sending_is_a_notice_of_its_own(world: World) -> None:
    paper = circular(world)
    for _ in range(2):
        _moved(world, paper, State.REVIEW, "focal")
        _moved(world, paper, State.DRAFT, "secretary", "আবার দেখুন")
    assert Notice.objects.filter(post=world.posts["secretary"]).count() == 2


def test_where_there_is_no_one_to_ask_it_is_refused(world: World) -> None:
    paper = circular(world)
    Post.objects.filter(office=world.offices["ministry"]).update(is_head=False, is_focal=False)
    with pytest.raises(Refused, match="nobody to ask"):
        _moved(world, paper, State.REVIEW, "focal")
    paper.refresh_from_db()
    assert paper.state == State.DRAFT
