"""Papers: what one may read, found by its words however they are spelt, and by kind, year and state."""

from __future__ import annotations

import pytest
from django.test import Client

from angikar.papers.actions import move
from tests.desk.conftest import Sign
from tests.desk.samples import agreement, circular, linked, minutes, text
from tests.world import World


@pytest.fixture
def three(world: World) -> None:
    """A draft of each great kind."""
    for make in (agreement, circular, minutes):
        make(world)


def _shown(client: Client, query: str = "") -> set[str]:
    page = text(client, f"/papers/?{query}")
    titles = {"agreement": "বার্ষিক কর্মসম্পাদন চুক্তি</a>", "circular": "পরিপত্র-৩</a>", "minutes": "সভার কার্যবিবরণী</a>"}
    return {kind for kind, title in titles.items() if title in page}


def test_the_own_office_sees_its_drafts_and_others_do_not(sign: Sign, three: None) -> None:
    assert _shown(sign("clerk")) == {"agreement", "circular", "minutes"}
    for other in ("secretary", "north_head", "stranger"):
        assert _shown(sign(other)) == set()


def test_the_office_above_sees_what_has_left_the_draft(sign: Sign, world: World) -> None:
    paper = agreement(world)
    move(paper, "review", by=world.officers["director"], version=paper.version)
    assert _shown(sign("secretary")) == {"agreement"}
    assert _shown(sign("stranger")) == set()


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("kind=circular", {"circular"}),
        ("year=2022-23", {"agreement"}),
        ("state=issued", set()),
        ("q=পরিপত্র", {"circular"}),
        ("q=পরিপত্র ৩", {"circular"}),
        ("q=007.22-41", {"circular", "minutes"}),
        ("q=০০৭.২২-৪১", {"circular", "minutes"}),
        ("q=নেই+এমন", set()),
        ("q=নক্ষত্র অধিদপ্তর", {"agreement", "circular", "minutes"}),
        ("q=নক্ষত্র অধিদপ্তর চুক্তি", {"agreement"}),
    ],
)
def test_papers_are_found_by_what_is_known_of_them(sign: Sign, three: None, query: str, kinds: set[str]) -> None:
    assert _shown(sign("clerk"), query) == kinds


def test_a_long_list_is_shown_page_by_page(sign: Sign, world: World) -> None:
    for _ in range(26):
        circular(world)
    client = sign("clerk")
    first = text(client, "/papers/?kind=circular")
    circular(world)  # what comes in meanwhile moves no row from page to page
    second = text(client, f"/papers/{linked(first, 'next')}")
    assert (first.count("পরিপত্র-৩</a>"), second.count("পরিপত্র-৩</a>")) == (25, 1)
    assert linked(second, "prev").startswith("?kind=circular&page=")
    assert 'rel="next"' not in second


def test_an_empty_list_teaches(sign: Sign) -> None:
    assert "এখনো কোনো নথি নেই" in text(sign("clerk"), "/papers/")
    assert "এমন কোনো নথি পাওয়া গেল না" in text(sign("clerk"), "/papers/?q=x")
