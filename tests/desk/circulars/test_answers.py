"""What stands behind a cell of the matrix: the duties of an office or a district under one directive, with their answers."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.actions import acknowledge, report
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import circular, text
from tests.world import World

DAY = date(2022, 10, 13)


@pytest.fixture
def paper(world: World, stand: Stand) -> Paper:
    """The north has acknowledged and sent its first report; the upazilas below it have sent nothing."""
    draft = circular(world, anchor="2022-10-27", addressees=("জেলা নক্ষত্র অফিসার (সকল)", "উপজেলা নক্ষত্র অফিসার (সকল)"))
    issued = issue(draft, by=world.officers["director"], day=DAY)
    own, north = Duty.objects.filter(paper=issued, post=world.posts["north_head"]), world.officers["north_head"]
    acknowledge(own.get(kind="acknowledge"), by=north, today=DAY)
    report(own.get(due=date(2022, 10, 20)), by=north, answer=Answer(words="প্রস্তুত"), today=DAY)
    stand(date(2022, 10, 22))
    return issued


def test_a_cell_opens_into_the_answers_of_its_office(sign: Sign, world: World, paper: Paper) -> None:
    address = f"/circulars/{paper.pk}/compliance/answers/?office={world.offices['north'].pk}"
    page = text(sign("director"), f"{address}&directive=1(ক)")
    assert "প্রস্তুত" in page
    assert "২টি করণীয়" in page, "one for each day"
    assert "জনাব north_head" in text(sign("director"), f"{address}&directive=receipt")


def test_the_cell_of_a_district_opens_into_all_below_it(sign: Sign, world: World, paper: Paper) -> None:
    address = f"/circulars/{paper.pk}/compliance/answers/?office={world.offices['north'].pk}&directive=1(ক)"
    page = text(sign("director"), f"{address}&below=1&due=2022-10-20")
    assert "৪টি করণীয়" in page
    assert page.count("দেরি হয়েছে") == 3


def test_a_stranger_gets_404(sign: Sign, paper: Paper) -> None:
    text(sign("stranger"), f"/circulars/{paper.pk}/compliance/answers/", 404)
