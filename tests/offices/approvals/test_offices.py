"""Moving, splitting, merging and closing an office takes two people, and who loses by it is notified with the office above."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from angikar.history.actions import record
from angikar.history.queries import history_of
from angikar.history.refusal import NotYours, Refused
from angikar.notices.models import Notice
from angikar.offices.access import holder_of
from angikar.offices.actions import appoint, create_post, found_office
from angikar.offices.approvals.access import may_answer
from angikar.offices.approvals.actions import confirm, settle_office
from angikar.offices.approvals.wishes import OfficeWish
from angikar.offices.changes.actions import close, merge, move, split
from angikar.offices.models import Approval, ApprovalKind, Office, Officer
from tests.offices.bulk import lists
from tests.world import FIRST_DAY, World

NOW, TODAY = timezone.now(), timezone.localdate()
OTHERS = {ApprovalKind.MOVE: "upazila1", ApprovalKind.MERGE: "upazila1"}
NAMES = {ApprovalKind.SPLIT: ("পূর্বপুর",)}
KINDS = (ApprovalKind.MOVE, ApprovalKind.SPLIT, ApprovalKind.MERGE, ApprovalKind.SHUT)


def _wish(world: World, kind: str = ApprovalKind.SHUT, office: str = "south", day: date = TODAY) -> OfficeWish:
    other = world.offices[OTHERS[ApprovalKind(kind)]] if kind in OTHERS else None
    return OfficeWish(kind, world.offices[office], day, other, NAMES.get(ApprovalKind(kind), ()))


def _asked(world: World, kind: str = ApprovalKind.SHUT, by: str = "director", day: date = TODAY) -> Approval:
    made = settle_office(_wish(world, kind, day=day), by=world.officers[by], now=NOW)
    assert isinstance(made, Approval)
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_no_act_on_an_office_is_done_by_one_alone(world: World, kind: ApprovalKind) -> None:
    director, south = world.officers["director"], world.offices["south"]
    made = _asked(world, kind)
    could = {who for who, person in world.officers.items() if may_answer(person, made)}
    assert could == {"secretary", "south_head"}, "its own head and those above; not the office that gains"
    for act in (
        lambda: move(south, world.offices["upazila1"], day=TODAY, by=director),
        lambda: split(south, ["পূর্বপুর"], day=TODAY, by=director),
        lambda: merge(south, world.offices["upazila1"], day=TODAY, by=director, second=director),
        lambda: close(south, day=TODAY, by=director, second=world.officers["upazila1_head"]),
    ):
        with pytest.raises(Refused, match="second person"):
            act()
    before = Office.objects.count()
    for who in ("director", "upazila1_head", "north_head", "stranger"):
        with pytest.raises(NotYours):
            confirm(made, by=world.officers[who], now=NOW)
    confirm(made, by=world.officers["south_head"], now=NOW)
    entry = history_of(south).last()
    assert (entry.officer_id, entry.now["confirmed_by"]) == (director.pk, world.officers["south_head"].pk)
    assert Office.objects.count() == before + (kind == ApprovalKind.SPLIT)
    with pytest.raises(Refused, match="answered"):
        confirm(made, by=world.officers["secretary"], now=NOW)


def test_who_loses_a_post_and_all_heads_around_are_notified(world: World) -> None:
    clerk = create_post(world.offices["south"], "অফিস সহকারী", by=None)
    appoint(world.officers["stranger"], clerk, since=FIRST_DAY, by=None)
    confirm(_asked(world, ApprovalKind.MERGE, by="secretary"), by=world.officers["south_head"], now=NOW)
    rows = Notice.objects.filter(key__startswith="office:").values_list("officer__username", "post__office__name")
    assert set(rows) == {
        ("south_head", None),
        ("stranger", None),
        (None, world.offices["department"].name),
        (None, world.offices["upazila1"].name),
    }
    assert holder_of(clerk) is None


def test_a_moved_office_and_both_heads_above_it_hear_of_it(world: World) -> None:
    confirm(_asked(world, ApprovalKind.MOVE, by="secretary"), by=world.officers["director"], now=NOW)
    rows = Notice.objects.filter(key__startswith="office:").values_list("post__office__name", flat=True)
    assert set(rows) == {world.offices[each].name for each in ("south", "department", "upazila1")}


def test_who_would_gain_neither_asks_nor_confirms(world: World) -> None:
    post = create_post(world.offices["upazila1"], "ফোকাল", by=None, is_focal=True)
    appoint(world.officers["director"], post, since=FIRST_DAY, by=None)
    with pytest.raises(Refused, match="to oneself"):
        _asked(world, ApprovalKind.MERGE)
    made = _asked(world, ApprovalKind.MERGE, by="secretary")
    assert {who for who, person in world.officers.items() if may_answer(person, made)} == {"south_head"}


def test_where_nobody_else_could_confirm_it_is_done_at_once_and_said_so(world: World) -> None:
    Officer.objects.exclude(username="director").update(password="!", last_login=None)
    assert settle_office(_wish(world), by=world.officers["director"], now=NOW) is None
    assert history_of(world.offices["south"]).last().now["alone"] is True


def test_what_cannot_be_done_is_refused_when_it_is_asked(world: World) -> None:
    with pytest.raises(Refused, match="still open"):
        settle_office(_wish(world, office="north"), by=world.officers["director"], now=NOW)
    with pytest.raises(Refused, match="name of the office"):
        settle_office(
            OfficeWish(ApprovalKind.SPLIT, world.offices["south"], TODAY), by=world.officers["director"], now=NOW
        )
    assert not Approval.objects.exists()
    _asked(world)
    with pytest.raises(Refused, match="waiting already"):
        _asked(world, ApprovalKind.MERGE)


def test_no_office_is_closed_over_days_on_which_somebody_acted_for_it(world: World) -> None:
    day, post, director = TODAY - timedelta(3), world.posts["south_head"], world.officers["director"]
    made = _asked(world, day=day)
    with transaction.atomic():
        record("duty.report", post, by=world.officers["south_head"], post=post)
    with pytest.raises(Refused, match="acted for this post"):
        close(world.offices["south"], day=day, by=director, second=world.officers["secretary"])
    confirm(made, by=world.officers["secretary"], now=NOW)
    assert Office.objects.get(pk=world.offices["south"].pk).until == TODAY


def test_a_list_that_closes_an_office_is_carried_out_by_a_second_person(world: World) -> None:
    made = found_office("শাখা", by=None, parent=world.offices["department"])
    director = world.officers["director"]
    text = f"সংকেত,নাম,স্তর,ঊর্ধ্বতন দপ্তর,স্মারক কোড,ভূ-কোড,বন্ধ\n{made.code},শাখা,অন্যান্য,নক্ষত্র অধিদপ্তর,,,{TODAY}\n"
    offered = lists.offered(text, by=director, day=TODAY)
    for who in ("director", "north_head"):
        with pytest.raises(Refused, match="second person"), transaction.atomic():
            lists.carry_out(offered, by=world.officers[who])
    lists.carry_out(offered, by=world.officers["secretary"])
    assert Office.objects.get(pk=made.pk).until == TODAY


def test_a_list_takes_no_account_of_power_from_its_owner(world: World) -> None:
    director, head = world.officers["director"], world.officers["north_head"]
    Officer.objects.filter(pk=head.pk).update(email="head@example.org")
    card = "ব্যবহারকারী নাম,নাম,ই-মেইল\n{},{},thief@example.org\n"
    Officer.objects.filter(username="clerk").update(is_staff=True)
    clerk = Officer.objects.get(username="clerk")
    for officer, by, said in ((head, director, "owner alone"), (clerk, clerk, "present password")):
        offered = lists.offered(card.format(officer.username, officer.name), by=by, day=TODAY)
        with pytest.raises(Refused, match="refused"), transaction.atomic():
            lists.carry_out(offered, by=by)
        assert said in str(offered.seen)
    closing = f"ব্যবহারকারী নাম,নাম,সক্রিয়\n{head.username},{head.name},না\n"
    offered = lists.offered(closing, by=director, day=TODAY)
    with pytest.raises(Refused, match="second person"), transaction.atomic():
        lists.carry_out(offered, by=director)
    lists.carry_out(offered, by=world.officers["secretary"])
    assert not Officer.objects.get(pk=head.pk).is_active
    assert Notice.objects.filter(officer=head, key__contains="officer.close_account").exists()
