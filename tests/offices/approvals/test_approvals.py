"""What takes two people holds once a second one has confirmed it, and all concerned are notified at once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from angikar.history.actions import record
from angikar.history.queries import history_of
from angikar.history.refusal import NotYours, Refused
from angikar.notices.models import Channel, Delivery, Notice
from angikar.offices.access import holder_of
from angikar.offices.accounts.actions import close_account, give_code, make_administrator, set_password
from angikar.offices.actions import appoint, create_post, hand_over, release
from angikar.offices.approvals.access import approvals_for, may_answer
from angikar.offices.approvals.actions import confirm, refuse, settle, settle_account, withdraw
from angikar.offices.approvals.wishes import PostWish
from angikar.offices.models import Approval, ApprovalState, Officer, Tenure
from tests.offices.bulk import lists
from tests.world import FIRST_DAY, World

NOW = timezone.now()
TODAY = timezone.localdate()
PEOPLE = ("secretary", "ministry_focal", "director", "focal", "clerk", "north_head", "south_head", "stranger")


def _wish(world: World, kind: str = "hand_over", post: str = "north_head", to: str = "stranger") -> PostWish:
    until = TODAY + timedelta(9) if kind == "substitute" else None
    officer = None if kind == "release" else world.officers[to]
    return PostWish(kind, world.posts[post], TODAY, officer, until=until)


def _asked(world: World, kind: str = "hand_over", post: str = "north_head", now: datetime = NOW) -> Approval:
    made = settle(_wish(world, kind, post), by=world.officers["director"], now=now)
    assert isinstance(made, Approval)
    return made


def test_the_heads_post_changes_hands_only_when_a_second_person_confirms(world: World) -> None:
    post, director = world.posts["north_head"], world.officers["director"]
    made = _asked(world)
    assert holder_of(post) == world.officers["north_head"]
    could = [who for who in PEOPLE if may_answer(world.officers[who], made)]
    assert could == ["secretary", "north_head"], "who stands above, and who would lose the post"
    confirm(made, by=world.officers["secretary"], now=NOW)
    assert holder_of(post) == world.officers["stranger"]
    entry = history_of(post).last()
    assert (entry.officer_id, entry.now["confirmed_by"]) == (director.pk, world.officers["secretary"].pk)
    with pytest.raises(Refused, match="answered"):
        confirm(made, by=world.officers["secretary"], now=NOW)


@pytest.mark.parametrize("kind", ["hand_over", "release", "substitute"])
def test_no_act_on_the_heads_post_is_done_by_one_alone(world: World, kind: str) -> None:
    director, made = world.officers["director"], _asked(world, kind)
    for who in ("director", "stranger", "ministry_focal", "south_head"):
        with pytest.raises(NotYours):
            confirm(made, by=world.officers[who], now=NOW)
    post, to, until = world.posts["north_head"], world.officers["stranger"], TODAY + timedelta(9)
    for act in (
        lambda: hand_over(post, to, day=TODAY, by=director),
        lambda: release(post, day=TODAY, by=director),
        lambda: appoint(to, post, since=TODAY, until=until, by=director, charge="substitute"),
        lambda: hand_over(post, to, day=TODAY, by=director, second=world.officers["clerk"]),
        lambda: hand_over(post, to, day=TODAY, by=director, second=director),
    ):
        with pytest.raises(Refused, match="second person"):
            act()
    assert Tenure.objects.filter(post=post).count() == 1


def test_it_is_refused_with_a_reason_or_withdrawn_and_expires(world: World) -> None:
    made, above = _asked(world), world.officers["secretary"]
    with pytest.raises(Refused, match="waiting already"):
        _asked(world)
    with pytest.raises(Refused, match="why"):
        refuse(made, " ", by=above, now=NOW)
    assert refuse(made, "আদেশ নেই", by=above, now=NOW).state == ApprovalState.REFUSED
    second = _asked(world)
    with pytest.raises(NotYours):
        withdraw(second, by=above, now=NOW)
    withdraw(second, by=world.officers["director"], now=NOW)
    third, later = _asked(world), NOW + timedelta(days=8)
    with pytest.raises(Refused, match="answered"):
        confirm(third, by=above, now=later)
    assert third not in approvals_for(above, later)
    _asked(world, now=later)
    third.refresh_from_db()
    assert third.state == ApprovalState.EXPIRED
    assert holder_of(world.posts["north_head"]) == world.officers["north_head"]


def test_what_cannot_be_done_is_refused_when_it_is_asked(world: World) -> None:
    with pytest.raises(Refused, match="hand it over"):
        _asked(world, "appoint")
    assert not Approval.objects.exists()


def test_a_superior_in_ones_own_office_is_not_displaced_by_one_alone(world: World) -> None:
    senior = create_post(world.offices["department"], "পরিচালক", by=None, rank=20)
    appoint(world.officers["stranger"], senior, since=FIRST_DAY, by=None)
    made = settle(PostWish("hand_over", senior, TODAY, world.officers["clerk"]), by=world.officers["focal"], now=NOW)
    assert isinstance(made, Approval)
    confirm(made, by=world.officers["director"], now=NOW)
    assert holder_of(senior) == world.officers["clerk"]


def test_where_somebody_acted_meanwhile_it_holds_from_the_day_of_the_word(world: World) -> None:
    post, made = world.posts["north_head"], _asked(world)
    Approval.objects.filter(pk=made.pk).update(since=TODAY - timedelta(3))
    with transaction.atomic():
        record("duty.report", post, by=world.officers["north_head"], post=post)
    confirm(made, by=world.officers["secretary"], now=NOW)
    assert Tenure.objects.get(post=post, until=None).since == TODAY


def test_everybody_concerned_is_notified_at_once(world: World) -> None:
    Officer.objects.filter(username="north_head").update(email="old@example.org", notice_ways={})
    made = _asked(world)
    notified = set(Notice.objects.filter(key__startswith="approval:").values_list("officer__username", flat=True))
    assert notified == {"secretary", "north_head", "stranger"}
    confirm(made, by=world.officers["north_head"], now=NOW)
    answered = Notice.objects.filter(key=f"approval:{made.pk}:confirmed")
    assert "director" in set(answered.values_list("officer__username", flat=True))
    changed = Notice.objects.filter(key__startswith="holder:")
    assert set(changed.values_list("officer__username", "post__office__name")) == {
        ("north_head", None),
        ("stranger", None),
    }, "the director entered it, and nobody else heads the office or the one above"
    hand_over(world.posts["clerk"], world.officers["stranger"], day=TODAY, by=world.officers["focal"])
    lost = Notice.objects.filter(key__startswith=f"holder:{world.posts['clerk'].pk}:")
    assert set(lost.values_list("officer__username", "post__title")) == {
        ("clerk", None),
        (None, "মহাপরিচালক"),
        (None, "সচিব"),
    }


def test_in_a_house_of_one_person_it_is_done_at_once_and_said_so(world: World) -> None:
    Officer.objects.exclude(username="director").update(password="!", last_login=None)
    made = settle(_wish(world), by=world.officers["director"], now=NOW)
    assert isinstance(made, Tenure)
    assert history_of(world.posts["north_head"]).last().now["alone"] is True


@override_settings(MAIL_FROM="house@example.org")
def test_the_account_of_a_head_is_opened_by_two_and_its_owner_hears_of_it(world: World) -> None:
    director, head = world.officers["director"], world.officers["north_head"]
    Officer.objects.filter(pk=head.pk).update(email="head@example.org")
    head.refresh_from_db()
    for act in (
        lambda: give_code(head, now=NOW, by=director),
        lambda: close_account(head, by=director),
    ):
        with pytest.raises(Refused, match="second person"):
            act()
    made = settle_account("code", head, by=director, now=NOW)
    assert isinstance(made, Approval)
    assert [who for who in PEOPLE if may_answer(world.officers[who], made)] == ["secretary"]
    code = confirm(made, by=world.officers["secretary"], now=NOW)
    set_password(code, "river stone morning", "river stone morning", now=NOW)
    verbs = {
        key.split(":")[2]
        for key in Notice.objects.filter(officer=head).values_list("key", flat=True)
        if "account" in key
    }
    assert verbs == {"officer.give_code", "officer.set_password"}
    assert Delivery.objects.filter(channel=Channel.EMAIL, address="head@example.org").exists()
    assert isinstance(settle_account("code", world.officers["clerk"], by=director, now=NOW), str)


def test_an_administrator_is_made_by_two(world: World) -> None:
    Officer.objects.filter(username__in=("focal", "clerk")).update(is_staff=True)
    focal, clerk = (Officer.objects.get(username=name) for name in ("focal", "clerk"))
    with pytest.raises(Refused, match="second person"):
        make_administrator(world.officers["stranger"], True, by=focal)
    made = settle_account("administrator", world.officers["stranger"], by=focal, now=NOW)
    assert isinstance(made, Approval)
    assert not Officer.objects.get(username="stranger").is_staff
    confirm(made, by=clerk, now=NOW)
    assert Officer.objects.get(username="stranger").is_staff


def test_a_list_that_changes_heads_is_carried_out_by_a_second_person(world: World) -> None:
    release(world.posts["north_head"], day=TODAY, by=None)
    text = f"দপ্তর,পদবি,ব্যবহারকারী নাম,কবে থেকে\n{world.offices['north'].code},জেলা নক্ষত্র অফিসার,stranger,{TODAY}\n"
    director = world.officers["director"]
    made = lists.offered(text, by=director, day=TODAY)
    for who in ("director", "south_head", "stranger"):
        with pytest.raises(Refused, match="second person"), transaction.atomic():
            lists.carry_out(made, by=world.officers[who])
    lists.carry_out(made, by=world.officers["secretary"])
    assert holder_of(world.posts["north_head"]) == world.officers["stranger"]
