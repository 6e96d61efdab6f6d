"""Offices: one sees the tree below one's own office, and where a post stands vacant."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.offices.actions import enrol, found_office, release
from angikar.offices.changes.actions import close
from angikar.offices.models import Approval, Office
from tests.desk.conftest import Sign
from tests.world import World


def _page(sign: Sign, who: str) -> str:
    return sign(who).get("/offices/").content.decode()


def test_the_tree_begins_at_ones_own_office(sign: Sign) -> None:
    whole, own = _page(sign, "secretary"), _page(sign, "north_head")
    assert whole.index("তারকা মন্ত্রণালয়") < whole.index("নক্ষত্র অধিদপ্তর") < whole.index("উত্তরপুর") < whole.index("শিমুলতলা")
    assert "শিমুলতলা" in own
    assert "তারকা মন্ত্রণালয়" not in own.split('<ul class="tree">')[1]
    assert "দক্ষিণপুর" not in own


def test_a_stranger_sees_no_office_and_reads_why(sign: Sign) -> None:
    page = _page(sign, "stranger")
    assert "আপনি এখন কোনো পদে নেই" in page
    assert "নক্ষত্র অধিদপ্তর" not in page


def test_the_keeper_of_the_register_sees_it_whole(sign: Sign, world: World) -> None:
    world.officers["keeper"] = enrol("keeper", "জনাব keeper", by=None, administrator=True)
    page = _page(sign, "keeper")
    assert "তারকা মন্ত্রণালয়" in page
    assert "দক্ষিণপুর" in page


def test_a_vacant_post_is_counted(sign: Sign, world: World, october: date) -> None:
    assert "শূন্য" not in _page(sign, "secretary")
    release(world.posts["south_head"], day=date(2022, 9, 1), by=None)
    page = _page(sign, "secretary")
    assert "১টি শূন্য" in page.split("দক্ষিণপুর")[1].split("</li>")[0]
    assert page.count("টি শূন্য") == 1


def test_the_whole_tree_takes_two_queries(sign: Sign) -> None:
    secretary = sign("secretary")
    with CaptureQueriesContext(connection) as queries:
        secretary.get("/offices/")
    assert len(queries) <= 8, [query["sql"][:120] for query in queries.captured_queries]


@pytest.fixture
def large(world: World) -> World:
    """The world with a hundred more offices below the second district: too many to be shown at once."""
    south = world.offices["south"]
    for number in range(1, 101):
        found_office(f"উপজেলা তারা কার্যালয় {number}", by=None, parent=south, kind="upazila")
    return world


def test_a_large_tree_is_open_to_ones_own_office_and_opens_branch_by_branch(sign: Sign, large: World) -> None:
    south, client = large.offices["south"], sign("secretary")
    page = client.get("/offices/").content.decode()
    assert "নক্ষত্র অধিদপ্তর" in page
    assert "উপজেলা তারা কার্যালয়" not in page
    branch = client.get(f"/offices/{south.pk}/below/", headers={"HX-Request": "true"}).content.decode()
    assert branch.count("উপজেলা তারা কার্যালয়") == 100
    assert "<html" not in branch


def test_without_a_script_the_tree_is_shown_again_with_the_branch_open(sign: Sign, large: World) -> None:
    client, south = sign("secretary"), large.offices["south"]
    page = client.get(f"/offices/{south.pk}/below/", follow=True).content.decode()
    assert page.count("উপজেলা তারা কার্যালয়") == 100


@pytest.mark.parametrize("words", ["শিমূলতলা", "নক্ষত্র শিমুলতলা", "৫৫৪৯"])
def test_an_office_is_found_by_words_however_they_are_spelt(sign: Sign, world: World, words: str) -> None:
    Office.objects.filter(pk=world.offices["upazila1"].pk).update(geo_code="5549")
    page = sign("secretary").get("/offices/", {"q": words}).content.decode()
    assert f"/offices/{world.offices['upazila1'].pk}/" in page
    assert f"/offices/{world.offices['upazila2'].pk}/" not in page


def test_what_is_not_found_says_what_to_do(sign: Sign) -> None:
    page = sign("secretary").get("/offices/", {"q": "চাঁদের পাহাড়"}).content.decode()
    assert "কোনো দপ্তর পাওয়া গেল না" in page


def test_the_offices_of_others_are_not_found(sign: Sign, world: World) -> None:
    page = sign("north_head").get("/offices/", {"q": "দক্ষিণপুর"}).content.decode()
    assert "কোনো দপ্তর পাওয়া গেল না" in page
    assert sign("north_head").get(f"/offices/{world.offices['south'].pk}/below/").status_code == 404


def test_an_administrator_adds_an_office_at_the_top_and_moves_his_own_below_it(
    sign: Sign, world: World, october: date
) -> None:
    world.officers["keeper"] = enrol("keeper", "জনাব keeper", by=None, administrator=True)
    keeper = sign("keeper")
    assert keeper.post("/offices/add/", {"name": "তারকা পরিষদ", "level": "other"}).status_code == 302
    top = Office.objects.get(name="তারকা পরিষদ")
    sent = {"do": "move", "other": "তারকা পরিষদ", "day": "০১.১০.২০২২"}
    assert keeper.post(f"/offices/{world.offices['ministry'].pk}/change/", sent).status_code == 302
    sign("secretary").post(f"/approvals/{Approval.objects.get().pk}/", {"do": "confirm"})
    world.offices["upazila1"].refresh_from_db()
    assert (top.parent, world.offices["upazila1"].path.startswith(top.path)) == (None, True)


def test_a_closed_office_leaves_the_tree_and_stays_on_the_page_above(sign: Sign, world: World, october: date) -> None:
    director, second = world.officers["director"], world.officers["secretary"]
    close(world.offices["south"], day=date(2022, 10, 1), by=director, second=second)
    assert "দক্ষিণপুর" not in _page(sign, "director")
    above = sign("director").get(f"/offices/{world.offices['department'].pk}/").content.decode()
    assert "দক্ষিণপুর" in above.split("বন্ধ দপ্তর")[1]
