"""The difference of two papers on the screen: before and now side by side, reasons row by row, the word of the office above."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.papers.actions import amend, move, supersede
from angikar.papers.models import Amendment, Paper, State
from tests.desk.conftest import Sign
from tests.desk.samples import said, text
from tests.world import World

WEIGHT = "areas.0.activities.0.indicators.0.weight"
FIRST = "areas.own:1 / activities.1.1 / indicators.1.1.1"


@pytest.fixture
def amended(world: World, paper: Paper, october: date) -> Paper:
    """The paper's replacement, sent to the office above, with another weight in its first row."""
    director = world.officers["director"]
    new = supersede(paper, by=director, day=october)
    new = amend(new, WEIGHT, "5", version=new.version, by=director)
    new = amend(new, "areas.0.weight", "9", version=new.version, by=director)
    return move(new, State.REVIEW, by=director, version=new.version)


def test_both_values_stand_side_by_side_with_the_name_of_the_row(sign: Sign, amended: Paper) -> None:
    page = text(sign("director"), f"/papers/{amended.pk}/difference/")
    row = page.split("সূচক ১.১.১")[1].split("</tbody>")[0]
    assert row.index(">৬<") < row.index(">৫<")
    assert "দেরিতে" in page, "it was begun after the framework's day"


def test_reasons_are_written_by_the_office_and_agreed_to_above(sign: Sign, amended: Paper) -> None:
    director, secretary, address = sign("director"), sign("secretary"), f"/papers/{amended.pk}/difference/"
    assert "সংশোধনে সম্মতি দিন" not in text(secretary, address)
    form = {"row": ["areas.own:1", FIRST], "reason": ["যোগফল", "বন্যা"], "version": str(amended.version)}
    assert "কারণ রাখা হয়েছে।" in said(director, address, form)
    assert "বন্যা" in text(secretary, address)
    assert sign("director").post(f"/papers/{amended.pk}/agree/", {"version": amended.version}).status_code == 404
    page = said(secretary, f"/papers/{amended.pk}/agree/", {"version": str(amended.version), "words": "ঠিক আছে"})
    assert "সংশোধনে সম্মতি লেখা হয়েছে।" in page
    assert "ঠিক আছে" in text(director, address)
    assert Amendment.objects.get(paper=amended).agreed_version == amended.version


def test_two_papers_of_one_kind_are_compared_whichever_they_are(sign: Sign, paper: Paper, amended: Paper) -> None:
    director = sign("director")
    there = text(director, f"/papers/{paper.pk}/difference/?with={amended.pk}")
    row = there.split("সূচক ১.১.১")[1].split("</tbody>")[0]
    assert row.index(">৫<") < row.index(">৬<")
    assert director.get(f"/papers/{paper.pk}/difference/").status_code == 404
