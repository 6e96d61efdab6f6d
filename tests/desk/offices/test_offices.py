"""Offices: one sees the tree below one's own office, and where a post stands vacant."""

from __future__ import annotations

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.offices.actions import enrol, release
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


def test_the_whole_tree_takes_one_query(sign: Sign) -> None:
    secretary = sign("secretary")
    with CaptureQueriesContext(connection) as queries:
        secretary.get("/offices/")
    assert len(queries) <= 7, [query["sql"][:120] for query in queries.captured_queries]
