"""Review: source, doubts and what was understood; nothing enters while an error is open."""

from __future__ import annotations

import pytest

from angikar.papers.actions import take_in
from angikar.papers.models import Paper, State
from tests.desk.conftest import Sign
from tests.desk.samples import said, text
from tests.pledge import TITLE
from tests.rules.kinds.circulars import SAMPLE
from tests.world import World


@pytest.fixture
def brought(world: World, pledge: None) -> Paper:
    """A pledge with a smudge in its second line, and an area that does not add up."""
    data = f"{TITLE}\nনক্ষত্র অধিদফতর\n".encode()
    return take_in(world.officers["clerk"], "pledge.txt", data, office=world.offices["department"], kind="pledge")


def _key(paper: Paper, code: str) -> str:
    return next(str(doubt["key"]) for doubt in paper.doubts if doubt["code"] == code)


def test_only_the_own_office_looks_it_through(sign: Sign, brought: Paper) -> None:
    url = f"/intake/{brought.pk}/"
    for other in ("stranger", "north_head", "secretary"):
        text(sign(other), url, 404)
    assert "খসড়া হিসেবে নিন" in text(sign("focal"), url)
    assert "খসড়া হিসেবে নিন" not in text(sign("clerk"), url)
    assert sign("clerk").post(url).status_code == 404


def test_the_lines_of_the_source_lead_to_their_doubts(sign: Sign, brought: Paper) -> None:
    page = text(sign("focal"), f"/intake/{brought.pk}/")
    assert 'id="line-0-2"' in page
    assert f'href="#doubt-{_key(brought, "smudge")}"' in page
    assert 'href="#line-0-2"' in page
    assert "দাগ আছে" in page


def test_it_is_not_taken_over_while_an_error_is_open(sign: Sign, brought: Paper) -> None:
    focal, url = sign("focal"), f"/intake/{brought.pk}/"
    response = focal.post(url, {"version": brought.version})
    assert response.headers["Location"] == f"{url}#doubt-{_key(brought, 'area-weight-sum')}"
    assert "আরও ১ টি ভুল" in text(focal, url)
    brought.refresh_from_db()
    assert brought.state == State.INTAKE


def test_settled_it_becomes_a_draft(sign: Sign, brought: Paper) -> None:
    focal = sign("focal")
    focal.post(
        f"/papers/{brought.pk}/doubts/{_key(brought, 'area-weight-sum')}/",
        {"choice": "take", "version": brought.version},
    )
    brought.refresh_from_db()
    assert brought.content["areas"][0]["weight"] == "10"
    page = said(focal, f"/intake/{brought.pk}/", {"version": brought.version})
    brought.refresh_from_db()
    assert brought.state == State.DRAFT
    assert "কাগজটি এখন খসড়া।" in page
    assert focal.get(f"/intake/{brought.pk}/").headers["Location"] == f"/papers/{brought.pk}/"


def test_a_circular_is_understood_by_its_directives_and_their_days(sign: Sign, world: World) -> None:
    director = world.officers["director"]
    paper = take_in(director, "circular.txt", SAMPLE.encode(), office=world.offices["department"])
    page = text(sign("director"), f"/intake/{paper.pk}/")
    assert "৫ দিন অন্তর অন্তর" in page
    assert "পুলিশ সুপার" in page
