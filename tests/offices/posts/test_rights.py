"""Every act on posts with its actor as the one who gains: by each door it is refused, and nobody's place is taken on days that are past."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from angikar.history.actions import record
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import holder_of, mandate
from angikar.offices.actions import appoint, create_post, hand_over, release
from angikar.offices.bodies.actions import NewMember, form, give_role, seat
from angikar.offices.changes.actions import merge
from angikar.offices.founding import NewSeat
from angikar.offices.founding import seat as found_seat
from angikar.offices.models import Member, Officer, Post, Role
from angikar.offices.posts.actions import Given, delegate, edit_post
from angikar.offices.posts.facts import PostFacts
from tests.offices.bulk import lists
from tests.world import FIRST_DAY, World

Act = Callable[[World, Officer], object]
TODAY = timezone.localdate()
ENDED = "দপ্তর,পদবি,ব্যবহারকারী নাম,কবে থেকে,কবে পর্যন্ত\n{},{},clerk,2022-07-01,{}\n"


def _vacant(world: World, office: str, **flags: bool) -> Post:
    return create_post(world.offices[office], "শূন্য পদ", by=None, **flags)


def _listed(world: World, by: Officer, post: Post) -> object:
    text = f"দপ্তর,পদবি,ব্যবহারকারী নাম,কবে থেকে\n{post.office.code},{post.title},{by.username},{TODAY}\n"
    return lists.taken(text, by=by)


def _edited(world: World, by: Officer, **facts: object) -> object:
    post = world.posts[by.username]
    return edit_post(post, replace(PostFacts.of(post), **facts), by=by)  # type: ignore[arg-type]


def _merged(world: World, by: Officer) -> object:
    appoint(by, _vacant(world, "south", is_focal=True), since=TODAY, by=None)
    return merge(world.offices["north"], world.offices["south"], day=TODAY, by=by)


def _chaired(world: World, by: Officer, how: str) -> object:
    own, office = NewMember(post=world.posts[by.username], role=Role.CHAIR), world.offices["department"]
    if how == "form":
        return form(office, "নতুন কমিটি", [own], day=TODAY, by=by)
    body = form(office, "কমিটি", [NewMember(post=world.posts["director"], role=Role.CHAIR)], day=TODAY, by=None)
    return give_role(seat(body, replace(own, role=Role.MEMBER), day=TODAY, by=by), Role.CHAIR, by=by)


ACTS: dict[str, Act] = {
    "hand-over": lambda world, by: hand_over(world.posts["clerk"], by, day=TODAY, by=by),
    "hand-over of the head": lambda world, by: hand_over(world.posts["director"], by, day=TODAY, by=by),
    "hand-over of the superior": lambda world, by: hand_over(world.posts["secretary"], by, day=TODAY, by=by),
    "hand-over below": lambda world, by: hand_over(world.posts["upazila1_head"], by, day=TODAY, by=by),
    "appointment": lambda world, by: appoint(by, _vacant(world, "department"), since=TODAY, by=by),
    "appointment below": lambda world, by: appoint(by, _vacant(world, "north"), since=TODAY, by=by),
    "appointment to keep": lambda world, by: appoint(
        by, _vacant(world, "north", keeps_register=True), since=TODAY, by=by
    ),
    "substitute": lambda world, by: appoint(
        by, world.posts["clerk"], since=TODAY, until=TODAY + timedelta(7), by=by, charge="substitute"
    ),
    "new post": lambda world, by: found_seat(
        world.offices["north"], NewSeat("পদ", officer=by), day=TODAY, by=by, now=timezone.now()
    ),
    "list": lambda world, by: _listed(world, by, _vacant(world, "north")),
    "list for the head's post": lambda world, by: _listed(world, by, world.posts["north_head"]),
    "delegation": lambda world, by: delegate(
        world.posts[by.username], by, Given(TODAY, TODAY + timedelta(7), reports=True), by=by
    ),
    "head by a flag": lambda world, by: _edited(world, by, is_head=True),
    "keeper by a flag": lambda world, by: _edited(world, by, keeps_register=True),
    "office merged into one's own": _merged,
}
"""What somebody might do for himself."""

BY_RANK: dict[str, Act] = {
    "focal by a flag": lambda world, by: _edited(world, by, is_focal=True),
    "rank": lambda world, by: _edited(world, by, rank=5),
    "without a second factor": lambda world, by: _edited(world, by, second_factor=False),
    "chair of a new body": lambda world, by: _chaired(world, by, "form"),
    "chair of a body": lambda world, by: _chaired(world, by, "role"),
}
"""What he might do for his own post, where he is not the head."""

SEATS = ("focal", "director", "secretary", "administrator", "keeper", "north_head", "upazila1_head")


@pytest.fixture
def seats(world: World) -> World:
    """The world with a keeper in the department and an administrator who keeps the register there."""
    for short, keeps in (("keeper", True), ("administrator", False)):
        post = create_post(world.offices["department"], f"পদ {short}", by=None, keeps_register=keeps)
        Post.objects.filter(pk=post.pk).update(second_factor=True)
        world.posts[short] = Post.objects.select_related("office").get(pk=post.pk)
        world.officers[short] = world.officer(short)
        appoint(world.officers[short], world.posts[short], since=TODAY, by=None)
    Officer.objects.filter(username="administrator").update(is_staff=True)
    world.officers["administrator"].refresh_from_db()
    Post.objects.filter(office=world.offices["department"]).exclude(is_head=True).update(second_factor=True)
    for short in ("keeper", "focal", "administrator"):
        world.posts[short].refresh_from_db()
    return world


def _power(person: Officer) -> object:
    """All that somebody may act for, as it is stored now."""
    now = mandate(Officer.objects.get(pk=person.pk))
    chairs = Member.objects.filter(post__in=now.post_ids, role=Role.CHAIR).values_list("body", flat=True)
    facts = [(post.pk, PostFacts.of(post), post.office_id) for post in now.posts]
    return facts, now.deputies, now.headed, now.kept, sorted(chairs)


def _gains(act: Act, world: World, by: Officer) -> bool:
    """Whether somebody may act for more once he has done it; it is undone at once."""
    before, point = _power(by), transaction.savepoint()
    try:
        act(world, by)
    except (Refused, NotYours):
        return False
    finally:
        after = _power(by)
        transaction.savepoint_rollback(point)
    return after != before


@pytest.mark.parametrize("name", list(ACTS))
def test_no_act_on_posts_gives_its_actor_anything(seats: World, name: str) -> None:
    gained = [who for who in SEATS if _gains(ACTS[name], seats, seats.officers[who])]
    assert gained == []


@pytest.mark.parametrize("name", list(BY_RANK))
def test_no_holder_raises_his_own_post(seats: World, name: str) -> None:
    gained = [who for who in ("focal", "keeper", "administrator") if _gains(BY_RANK[name], seats, seats.officers[who])]
    assert gained == []


def test_the_same_acts_are_done_for_somebody_else(seats: World) -> None:
    director, stranger = seats.officers["director"], seats.officers["stranger"]
    hand_over(seats.posts["clerk"], stranger, day=TODAY, by=director)
    assert holder_of(seats.posts["clerk"]) == stranger
    own = _chaired(seats, director, "form")
    assert own is not None, "the head of an office chairs its bodies by his own word"


def test_who_is_alone_in_a_house_may_fill_a_vacant_post_himself(seats: World) -> None:
    Officer.objects.exclude(username="director").update(password="!", last_login=None)
    director, vacant = seats.officers["director"], _vacant(seats, "north")
    assert appoint(director, vacant, since=TODAY, by=director).officer == director


def test_a_holder_is_not_changed_on_days_on_which_somebody_acted_for_the_post(world: World) -> None:
    post, director, other = world.posts["clerk"], world.officers["director"], world.officers["stranger"]
    with transaction.atomic():
        entry = record("duty.report", post, by=world.officers["clerk"], post=post)
    for act in (
        lambda day: hand_over(post, other, day=day, by=director),
        lambda day: release(post, day=day, by=director),
        lambda day: appoint(other, post, since=day, until=TODAY, by=director, charge="substitute"),
        lambda day: lists.taken(ENDED.format(post.office.code, post.title, day), by=director),
    ):
        for day in (FIRST_DAY, TODAY - timedelta(1)):
            with pytest.raises(Refused, match=r"acted for|refused"), transaction.atomic():
                act(day)
    assert entry.post_id == post.pk
    assert holder_of(post) == world.officers["clerk"]
    hand_over(post, other, day=TODAY, by=director)
    assert holder_of(post) == other


def test_a_day_before_anybody_acted_is_past_and_taken(world: World) -> None:
    director, vacant = world.officers["director"], _vacant(world, "department")
    assert appoint(world.officers["stranger"], vacant, since=FIRST_DAY, by=director).since == FIRST_DAY
