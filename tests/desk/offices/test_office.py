"""One office: the way to it from the root, its posts, who holds them."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.history.queries import history_of
from angikar.offices.actions import release
from angikar.offices.models import Approval, Office, Officer, Post
from tests.desk.conftest import Sign
from tests.world import World


def test_the_register_is_open_to_those_who_serve_and_closed_to_strangers(sign: Sign, world: World) -> None:
    address = f"/offices/{world.offices['department'].pk}/"
    people = ("stranger", "north_head", "clerk", "secretary")
    assert {who: sign(who).get(address).status_code for who in people} == {
        "stranger": 404,
        "north_head": 200,
        "clerk": 200,
        "secretary": 200,
    }
    assert sign("clerk").get("/offices/99999/").status_code == 404


def test_posts_stand_with_their_holders_and_the_head_first(sign: Sign, world: World, october: date) -> None:
    release(world.posts["clerk"], day=date(2022, 9, 1), by=None)
    page = sign("director").get(f"/offices/{world.offices['department'].pk}/").content.decode()
    body = page.split("<tbody>")[1]
    assert body.index("জনাব director") < body.index("জনাব focal") < body.index("সহকারী পরিচালক (প্রশাসন)")
    assert "শূন্য" in body.split("সহকারী পরিচালক (প্রশাসন)")[1]
    assert "দপ্তরপ্রধান" in body
    assert "ফোকাল পয়েন্ট" in body


def test_one_can_go_up_and_down(sign: Sign, world: World) -> None:
    page = sign("director").get(f"/offices/{world.offices['north'].pk}/").content.decode()
    assert [
        f'href="/offices/{world.offices[each].pk}/"' in page for each in ("ministry", "department", "upazila1")
    ] == [
        True,
        True,
        True,
    ]
    assert f'href="/offices/{world.offices["south"].pk}/"' not in page


def _change(sign: Sign, world: World, who: str, office: str, **sent: str) -> tuple[int, str]:
    answer = sign(who).post(f"/offices/{world.offices[office].pk}/change/", sent)
    return answer.status_code, answer.content.decode()


def test_a_post_is_added_empty_with_somebody_known_and_with_somebody_new(
    sign: Sign, world: World, october: date
) -> None:
    assert _change(sign, world, "north_head", "north", do="add_post", title="পরিদর্শক")[0] == 302
    assert _change(sign, world, "north_head", "north", do="add_post", title="সহকারী", username="stranger")[0] == 302
    new = {"title": "ফোকাল পয়েন্ট", "name": "জনাব শালিক", "username": "shalik", "is_focal": "1"}
    status, page = _change(sign, world, "north_head", "north", do="add_post", **new)
    assert (status, "shalik" in page, 'class="code"' in page) == (200, True, True)
    posts = Post.objects.filter(office=world.offices["north"]).order_by("pk")
    held = [(post.title, [each.officer.username for each in post.tenures.all()]) for post in posts]
    assert held[1:] == [("পরিদর্শক", []), ("সহকারী", ["stranger"]), ("ফোকাল পয়েন্ট", ["shalik"])]
    assert Officer.objects.get(username="shalik").home == world.offices["north"]


def test_an_office_is_added_below_and_a_wrong_memo_code_is_said(sign: Sign, world: World) -> None:
    new = {"do": "add_office", "name": "উপজেলা নক্ষত্র কার্যালয়, শিউলিতলা", "level": "upazila"}
    status, page = _change(sign, world, "north_head", "north", memo_prefix="ক-খ", **new)
    assert (status, "স্মারক কোড নয়" in page, "শিউলিতলা" in page) == (422, True, True)
    assert _change(sign, world, "north_head", "north", memo_prefix="০৫.৪৭", **new)[0] == 302
    made = Office.objects.get(name=new["name"])
    assert (made.parent, made.kind, made.memo_prefix) == (world.offices["north"], "upazila", "05.47")


@pytest.mark.parametrize(
    ("do", "sent"),
    [
        ("rename", {"name": "জেলা নক্ষত্র কার্যালয়, নবপুর"}),
        ("move", {"other": "জেলা নক্ষত্র কার্যালয়, দক্ষিণপুর"}),
        ("split", {"names": "পূর্বপুর\nপশ্চিমপুর"}),
        ("merge", {"other": "দক্ষিণপুর"}),
    ],
)
def test_the_office_above_asks_to_change_an_office_from_a_day_and_another_confirms_it(
    sign: Sign, world: World, october: date, do: str, sent: dict[str, str]
) -> None:
    address = f"/offices/{world.offices['north'].pk}/"
    assert _change(sign, world, "director", "north", do=do, day="০১.১০.২০২২", **sent)[0] == 302
    if do != "rename":
        assert history_of(world.offices["north"]).last().verb == "office.found"
        assert "দ্বিতীয় একজন নিশ্চিত করলে" in sign("director").get(address).content.decode()
        approval = f"/approvals/{Approval.objects.get().pk}/"
        assert world.offices["north"].name in sign("north_head").get("/approvals/").content.decode()
        assert [sign(who).post(approval, {"do": "confirm"}).status_code for who in ("director", "south_head")] == [
            404
        ] * 2
        assert sign("north_head").post(approval, {"do": "confirm"}).status_code == 302
    assert history_of(world.offices["north"]).last().verb == f"office.{do}"
    assert sign("director").get(address).status_code == 200


def test_a_day_to_come_and_an_office_that_is_not_clear_are_refused(sign: Sign, world: World, october: date) -> None:
    for sent, said in (
        ({"do": "close", "day": "০১.১১.২০২২"}, "আজ বা তার আগের তারিখ"),
        ({"do": "close", "day": "০১.১০.২০২২"}, "এখনো চালু"),
        ({"do": "merge", "day": "০১.১০.২০২২", "other": "উপজেলা"}, "একাধিক দপ্তর"),
        ({"do": "merge", "day": "০১.১০.২০২২", "other": "নেই এমন"}, "চালু দপ্তর পাওয়া গেল না"),
    ):
        status, page = _change(sign, world, "director", "north", **sent)
        assert (status, said in page) == (422, True)


def test_the_head_does_not_close_his_own_office(sign: Sign, world: World, october: date) -> None:
    status, page = _change(sign, world, "south_head", "south", do="close", day="০১.১০.২০২২")
    assert (status, "ঊর্ধ্বতন দপ্তর" in page) == (422, True)
    assert "বন্ধ করুন" not in sign("south_head").get(f"/offices/{world.offices['south'].pk}/").content.decode()
