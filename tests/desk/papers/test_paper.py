"""A paper: the sheet as in print with its margin, quick for sixty indicators, and only for those it concerns."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from django.test import Client

from angikar.papers.actions import amend, move
from angikar.papers.models import Paper
from tests.desk.conftest import Sign
from tests.desk.samples import WEIGHT, agreement, circular, minutes, text
from tests.world import World


@pytest.fixture
def paper(world: World) -> Paper:
    """An agreement of three indicators."""
    return agreement(world)


def test_who_may_look(sign: Sign, paper: Paper, world: World) -> None:
    url = f"/papers/{paper.pk}/"
    for other in ("stranger", "secretary", "north_head"):
        text(sign(other), url, 404)
    for own in ("director", "focal", "clerk"):
        assert "সূচক 2" in text(sign(own), url)
    move(paper, "review", by=world.officers["director"], version=paper.version)
    assert "সূচক 2" in text(sign("secretary"), url)
    text(sign("north_head"), url, 404)
    text(sign("stranger"), url, 404)
    assert Client().get(url).status_code == 302


def test_the_sheet_has_the_columns_of_the_form(sign: Sign, paper: Paper) -> None:
    page = text(sign("clerk"), f"/papers/{paper.pk}/")
    for heading in ("কর্মসম্পাদন সূচক", "গণনা পদ্ধতি", "একক", "অসাধারণ"):
        assert heading in page
    assert f'id="at-{WEIGHT}"' in page


def test_cells_open_for_those_who_may_amend(sign: Sign, paper: Paper) -> None:
    opening = f"/papers/{paper.pk}/cell/?path={WEIGHT}"
    assert opening in text(sign("focal"), f"/papers/{paper.pk}/")
    assert opening not in text(sign("clerk"), f"/papers/{paper.pk}/")


def test_a_doubt_is_shown_at_its_cell_and_in_the_margin(sign: Sign, paper: Paper, world: World) -> None:
    doubted = amend(paper, "areas.0.weight", "9", version=paper.version, by=world.officers["director"])
    key = next(doubt.key for doubt in doubted.doubts if doubt.path == "areas.0.weight")
    page = text(sign("focal"), f"/papers/{paper.pk}/")
    assert f'id="doubt-{key}"' in page
    assert f'href="#doubt-{key}"' in page
    assert "জনাব director" in page, "the history names who changed it"


def test_sixty_indicators_take_few_queries_and_little_time(
    sign: Sign, world: World, django_assert_max_num_queries: Any
) -> None:
    paper, client = agreement(world, 60), sign("focal")
    text(client, f"/papers/{paper.pk}/")
    with django_assert_max_num_queries(15):
        began = process_time()
        page = text(client, f"/papers/{paper.pk}/")
        took = process_time() - began
    assert page.count("সূচক ") >= 60
    assert took < 1, "a page that takes a second on the slowest machine takes far too long"


def test_a_version_that_the_browser_has_is_not_sent_again(sign: Sign, paper: Paper, world: World) -> None:
    client, url = sign("focal"), f"/papers/{paper.pk}/"
    etag = client.get(url).headers["ETag"]
    assert client.get(url, headers={"If-None-Match": etag}).status_code == 304
    assert sign("clerk").get(url).headers["ETag"] != etag, "another person's page is another page"
    amend(paper, WEIGHT, "2", version=paper.version, by=world.officers["director"])
    assert client.get(url, headers={"If-None-Match": etag}).status_code == 200


def test_a_circular_shows_its_directives_with_their_days(sign: Sign, world: World) -> None:
    page = text(sign("focal"), f"/papers/{circular(world).pk}/")
    assert "উল্কাবৃষ্টির প্রস্তুতি" in page
    assert "৭ দিন অন্তর অন্তর" in page
    assert 'id="at-directives.1"' in page


def test_minutes_show_their_four_columns(sign: Sign, world: World) -> None:
    page = text(sign("focal"), f"/papers/{minutes(world).pk}/")
    for heading in ("আলোচনা", "সিদ্ধান্ত", "বাস্তবায়নকারী", "উল্কার ছবি"):
        assert heading in page


def test_the_margin_says_why_it_cannot_be_issued(sign: Sign, world: World) -> None:
    paper = agreement(world)
    broken = amend(paper, "fiscal_year", "", version=paper.version, by=world.officers["director"])
    assert any(doubt.severity == "error" for doubt in broken.doubts)
    assert "এখন জারি করা যায় না" in text(sign("director"), f"/papers/{broken.pk}/")
    assert "জারি করবেন দপ্তরপ্রধান" in text(sign("focal"), f"/papers/{broken.pk}/")


def test_the_face_is_english_for_who_wants_it(sign: Sign, paper: Paper) -> None:
    client = sign("focal")
    client.cookies["django_language"] = "en"
    assert "Where it stands" in text(client, f"/papers/{paper.pk}/")
