"""One office: the way to it from the root, its posts, who holds them."""

from __future__ import annotations

from datetime import date

from angikar.offices.actions import release
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
