"""Comments on a draft: who may comment, answer, accept and settle; that threads go along with their rows, and what the rounds keep."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from angikar.history.models import Entry
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.history.replay.comparing import differences
from angikar.notices.models import Notice
from angikar.offices.access import mandate
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.models import Role
from angikar.papers import access
from angikar.papers.actions import amend, move
from angikar.papers.comments.access import reads_comments
from angikar.papers.comments.actions import (
    Remark,
    accept_suggestion,
    answer,
    ask_body,
    comment,
    reopen_comment,
    settle_comment,
)
from angikar.papers.comments.queries import held_in, returned, rounds_of, threads_of
from angikar.papers.doubts import still_open
from angikar.papers.models import Comment, Paper, State
from angikar.papers.plans.actions import arrange
from angikar.papers.settling.actions import settle
from angikar.papers.signatures.actions import sign
from angikar.rules.plan_table.making.shaping import Shape
from tests.desk.samples import agreement
from tests.world import World

ROWS = "areas.0.activities.0.indicators"
TARGET = f"{ROWS}.1.target"
DAY = date(2022, 7, 10)


@pytest.fixture
def paper(world: World) -> Paper:
    """An agreement of three rows that was sent up for comment."""
    draft = agreement(world)
    return move(draft, State.REVIEW, by=world.officers["focal"], version=draft.version)


def _comment(world: World, paper: Paper, path: str = TARGET, who: str = "secretary", **said: object) -> Comment:
    made = Remark("বাড়ান", **said)  # type: ignore[arg-type]
    return comment(paper, path, made, version=paper.version, by=world.officers[who])


def _fresh(paper: Paper) -> Paper:
    return Paper.objects.get(pk=paper.pk)


def _sent_back(world: World, paper: Paper, who: str = "secretary") -> Paper:
    return move(_fresh(paper), State.DRAFT, by=world.officers[who], version=_fresh(paper).version, words="লক্ষ্য বাড়ান")


def _notices(world: World, who: str) -> list[str]:
    return list(Notice.objects.filter(post=world.posts[who]).order_by("pk").values_list("text", flat=True))


def test_who_is_asked_comments_and_the_office_is_notified(world: World, paper: Paper) -> None:
    made = _comment(world, paper, suggestion="১২০", mentions=world.posts["clerk"])
    assert (made.was, made.suggestion, made.from_above) == (["100"], "120", True)
    assert made.place[0] == "[১.১.২] সূচক 1: লক্ষ্যমাত্রা"
    for who in ("director", "focal", "clerk"):
        assert _notices(world, who)[-1].startswith("তারকা মন্ত্রণালয়, [১.১.২] সূচক 1: লক্ষ্যমাত্রা: বাড়ান (প্রস্তাব: ১২০)")
    assert _fresh(paper).version == paper.version, "a comment disturbs nobody who is typing"
    for who in ("focal", "director", "clerk", "north_head", "stranger"):
        with pytest.raises(NotYours):
            _comment(world, paper, who=who)
    assert not list(differences())


def test_what_is_empty_or_does_not_fit_is_refused(world: World, paper: Paper) -> None:
    by = world.officers["secretary"]
    for said, path in ((Remark(" "), TARGET), (Remark("কেন", "একশ"), TARGET), (Remark("কেন"), f"{ROWS}.9.target")):
        with pytest.raises(Refused):
            comment(paper, path, said, version=paper.version, by=by)
    with pytest.raises(NotYours):
        _comment(world, paper, mentions=world.posts["north_head"])
    _sent_back(world, paper)
    with pytest.raises(Refused, match="sent for comment"):
        _comment(world, paper)
    assert not Comment.objects.exists()


def test_the_office_accepts_what_another_suggested(world: World, paper: Paper) -> None:
    made = _comment(world, paper, suggestion="১২০")
    for who in ("secretary", "clerk", "north_head"):
        with pytest.raises(NotYours):
            accept_suggestion(made, version=paper.version, by=world.officers[who])
    fresh = accept_suggestion(made, version=paper.version, by=world.officers["focal"])
    assert fresh.content["areas"][0]["activities"][0]["indicators"][1]["target"] == ["120"]
    (thread,) = threads_of(fresh)
    assert thread.is_settled
    assert Entry.objects.filter(verb="paper.accept_suggestion").count() == 1
    assert _notices(world, "secretary")[-1].startswith("নক্ষত্র অধিদপ্তর প্রস্তাব গ্রহণ করেছে")
    with pytest.raises(Refused):
        accept_suggestion(made, version=fresh.version, by=world.officers["focal"])
    assert not list(differences())


def test_no_one_accepts_his_own_suggestion(world: World, paper: Paper) -> None:
    first = _comment(world, paper)
    own = answer(first, Remark("এটি হোক", "110"), by=world.officers["focal"])
    with pytest.raises(Refused, match="his own"):
        accept_suggestion(own, version=paper.version, by=world.officers["focal"])
    accept_suggestion(own, version=paper.version, by=world.officers["director"])


def test_a_cell_that_was_changed_meanwhile_is_shown_before_a_suggestion_takes_its_place(
    world: World, paper: Paper
) -> None:
    made = _comment(world, paper, suggestion="120")
    amend(paper, TARGET, "105", version=paper.version, by=world.officers["director"])
    with pytest.raises(Conflict):
        accept_suggestion(made, version=paper.version, by=world.officers["focal"])


def test_a_thread_is_answered_settled_and_opened_again(world: World, paper: Paper) -> None:
    first = _comment(world, paper)
    with pytest.raises(Refused, match="without an answer"):
        settle_comment(first, by=world.officers["focal"])
    answer(first, Remark("জনবল নেই"), by=world.officers["focal"])
    assert "জনবল নেই" in _notices(world, "secretary")[-1]
    settle_comment(first, by=world.officers["director"])
    with pytest.raises(Refused, match="open it again"):
        answer(first, Remark("তবু"), by=world.officers["secretary"])
    reopen_comment(first, by=world.officers["secretary"], words="জনবল দেওয়া হবে")
    settle_comment(first, by=world.officers["secretary"])
    (thread,) = threads_of(paper)
    assert [each.words for each in thread.answers] == ["জনবল নেই", "জনবল দেওয়া হবে"]
    assert not list(differences())


def test_a_thread_goes_along_with_its_row_and_stays_when_the_row_is_removed(world: World, paper: Paper) -> None:
    made, by = _comment(world, paper, suggestion="120"), world.officers["focal"]
    fresh = paper
    places = []
    steps: list[tuple[str, Shape]] = [
        (f"{ROWS}.1", "up"),
        (f"{ROWS}.0", "down"),
        (f"{ROWS}.0", "copy"),
        ("areas.0", "add"),
        ("areas.0", "down"),
    ]
    for path, how in steps:
        fresh = arrange(fresh, path, how, version=fresh.version, by=by)
        made.refresh_from_db()
        places.append(made.path)
    assert places == [f"{ROWS}.0.target", TARGET, f"{ROWS}.2.target", f"{ROWS}.2.target", f"areas.1{ROWS[7:]}.2.target"]
    with pytest.raises(Refused, match="rearranged"):
        _comment(world, paper)
    fresh = arrange(fresh, f"areas.1{ROWS[7:]}.2", "remove", version=fresh.version, by=by)
    made.refresh_from_db()
    assert made.gone
    (thread,) = threads_of(fresh)
    assert thread.comment.place[0].startswith("[১.১.২] সূচক 1")
    assert thread.suggested is None
    with pytest.raises(Refused):
        accept_suggestion(made, version=fresh.version, by=by)
    assert not list(differences())


def test_a_body_is_asked_and_its_members_comment_whatever_their_office(world: World, paper: Paper) -> None:
    seats = [NewMember(post=world.posts["secretary"], role=Role.CHAIR), NewMember(post=world.posts["south_head"])]
    body = form(world.offices["ministry"], "যাচাই দল", seats, day=DAY, by=world.officers["secretary"])
    with pytest.raises(NotYours):
        access.paper(world.officers["upazila1_head"], paper.pk)
    ask_body(paper, body, by=world.officers["ministry_focal"], today=DAY)
    assert list(access.to_comment(world.officers["south_head"])) == [paper]
    access.paper(world.officers["south_head"], paper.pk)
    assert "মতামত চেয়েছে" in _notices(world, "south_head")[-1]
    _comment(world, paper, who="south_head")
    with pytest.raises(Refused, match="already"):
        ask_body(paper, body, by=world.officers["secretary"], today=DAY)
    with pytest.raises(NotYours):
        ask_body(paper, body, by=world.officers["south_head"], today=DAY)
    back = _sent_back(world, paper)
    with pytest.raises(NotYours):
        access.paper(world.officers["south_head"], paper.pk)
    move(back, State.REVIEW, by=world.officers["focal"], version=back.version)
    assert len(_notices(world, "south_head")) == 2, "who was asked is asked again when the draft goes up again"
    assert not list(differences())


def test_both_offices_above_may_comment_and_others_do_not_read_it(world: World) -> None:
    draft = agreement(world)
    draft.counterpart = world.offices["north"]
    draft.save()
    paper = move(draft, State.REVIEW, by=world.officers["director"], version=draft.version)
    for who in ("north_head", "secretary"):
        _comment(world, paper, who=who)
    assert len(threads_of(paper)) == 2
    reads = {who for who, officer in world.officers.items() if reads_comments(mandate(officer), paper)}
    assert reads == {"secretary", "ministry_focal", "director", "focal", "clerk", "north_head"}


def test_a_round_keeps_what_was_sent_how_long_it_was_held_and_why_it_came_back(world: World, paper: Paper) -> None:
    _sent_back(world, paper)
    fresh = amend(_fresh(paper), TARGET, "120", version=_fresh(paper).version, by=world.officers["focal"])
    back = returned(fresh)
    assert back is not None
    assert (back.answer, back.content) == ("লক্ষ্য বাড়ান", paper.content)
    move(fresh, State.REVIEW, by=world.officers["focal"], version=fresh.version)
    assert [each.number for each in rounds_of(fresh)] == [1, 2]
    assert [(each.above, each.days) for each in held_in(rounds_of(fresh), timezone.localdate())] == [
        (True, 0),
        (False, 0),
        (True, 0),
    ]
    assert not list(differences())


def test_a_draft_that_its_own_office_took_back_did_not_come_back(world: World, paper: Paper) -> None:
    fresh = _sent_back(world, paper, "focal")
    assert returned(fresh) is None
    (ended,) = rounds_of(fresh)
    assert (ended.answer, ended.ended_as) == ("লক্ষ্য বাড়ান", world.posts["focal"])


def test_a_round_ends_by_a_signature(world: World, paper: Paper) -> None:
    fresh, by = paper, world.officers["director"]
    for doubt in still_open(paper.doubts):
        fresh = settle(fresh, doubt.key, "keep", version=fresh.version, by=by, words="পরীক্ষার কাগজ")
    sign(fresh, by=by, at=timezone.now(), version=fresh.version)
    (ended,) = rounds_of(fresh)
    assert (ended.ended_by, ended.ended_as, ended.answer) == (by, world.posts["director"], "")
    assert not list(differences())
