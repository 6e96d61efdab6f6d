"""The standing of one office: its plans year by year, with what was claimed beside what was accepted."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.papers.models import Paper
from angikar.standings.models import PlanScore
from tests.desk.conftest import Sign
from tests.pledge import issued
from tests.world import World


@pytest.fixture
def years(world: World, paper: Paper) -> list[Paper]:
    """Three years of the department: 7.00, not reported, 9.50 of 10."""
    papers = [paper, *(issued(world, "6", "4", year=year) for year in ("2020-21", "2021-22"))]
    for year, each, marks in zip(("2020-21", "2021-22", "2022-23"), papers, (700, None, 950), strict=True):
        reported = {"claimed": marks, "accepted": marks, "reported": 2, "settled": 2} if marks else {}
        PlanScore.objects.filter(paper=each).update(fiscal_year=year, **reported)
    return papers


def _page(sign: Sign, world: World) -> str:
    return sign("clerk").get(f"/standings/offices/{world.offices['department'].pk}/").content.decode()


def test_the_years_of_an_office_stand_in_a_table_and_a_line(
    sign: Sign, world: World, years: list[Paper], october: date
) -> None:
    page = _page(sign, world)
    rows = page.split("<tbody>")[1].split("</tbody>")[0].split("<tr")[1:]
    assert [("২০২০-২১" in rows[0], "৭.০০" in rows[0]), ("২০২১-২২" in rows[1], "প্রতিবেদন নেই" in rows[1])] == [
        (True, True)
    ] * 2
    assert "৯.৫০" in rows[2]
    assert page.count('r="5"><title>') == 2, "a year without a score has no point, least of all at nought"


def test_one_year_makes_no_line(sign: Sign, world: World, paper: Paper, october: date) -> None:
    page = _page(sign, world)
    assert "<polyline" not in page
    assert "২০২২-২৩" in page


def test_an_office_without_plans_says_so(sign: Sign, world: World, october: date) -> None:
    assert "কোনো জারি করা পরিকল্পনা নেই" in _page(sign, world)
