"""The year of a plan on the desk: its calendar, the half-year's feedback, the evaluation and its publication."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.actions import accept, report
from angikar.duties.cycle.actions import file
from angikar.duties.models import Duty, Evaluation, Report
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.closing import close_year
from tests.desk.conftest import Sign, Stand
from tests.world import World


@pytest.fixture
def filed(paper: Paper, world: World, october: date) -> Paper:
    """A plan whose first quarter is filed with one row."""
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    report(duty, by=world.officers["clerk"], answer=Answer(value="85"), today=october)
    file(paper, 1, by=world.officers["director"], today=october)
    return paper


def test_the_year_shows_its_calendar_and_takes_the_superior_s_word(sign: Sign, filed: Paper, stand: Stand) -> None:
    stand(date(2023, 1, 20))
    secretary, line = sign("secretary"), Duty.objects.get(paper=filed, key="own:1.1.1:q1").line_id
    assert "১০.১০.২০২২" in secretary.get(f"/grid/{filed.pk}/year/").content.decode()
    sent = {"do": "feedback", "words": "গতি ভালো।", f"row-{line}": "প্রমাণ দিন।"}
    assert secretary.post(f"/grid/{filed.pk}/year/", sent).status_code == 302
    page = sign("director").get(f"/grid/{filed.pk}/year/").content.decode()
    assert "গতি ভালো।" in page
    assert "প্রমাণ দিন।" in page
    early = secretary.post(f"/grid/{filed.pk}/year/", {"do": "evaluate", "words": "বেশ"})
    assert early.status_code == 422
    assert ">বেশ</textarea>" in early.content.decode(), "what was typed stays"
    assert sign("director").post(f"/grid/{filed.pk}/year/", {"do": "evaluate", "words": "বেশ"}).status_code == 404


def test_the_year_is_evaluated_and_published_by_the_office_above(
    sign: Sign, filed: Paper, stand: Stand, world: World, october: date
) -> None:
    accept(Report.objects.get(), by=world.officers["secretary"], today=october)
    stand(date(2023, 8, 1))
    secretary, address = sign("secretary"), f"/grid/{filed.pk}/year/"
    assert secretary.post(address, {"do": "publish"}).status_code == 404, "nothing to publish yet"
    early = secretary.post(address, {"do": "evaluate", "words": "সন্তোষজনক।"})
    assert (early.status_code, "এখনো বন্ধ হয়নি: ১, ২, ৩, ৪" in early.content.decode()) == (422, True)
    close_year(world, filed, date(2023, 8, 1))
    asked = secretary.post(address, {"do": "evaluate", "words": "সন্তোষজনক।"})
    shown = asked.content.decode()
    assert (asked.status_code, Evaluation.objects.exists()) == (200, False), "it asks first"
    assert "যা চূড়ান্ত হবে" in shown
    assert "২টি সারির প্রতিবেদন নেই, তাতে নম্বর নেই" in shown
    sent = {"do": "evaluate", "words": "সন্তোষজনক।", "confirmed": "1", "seen": "5.10"}
    assert secretary.post(address, sent).status_code == 302
    page = sign("director").get(address).content.decode()
    assert "সন্তোষজনক।" in page
    assert "৫.১০" in page
    assert secretary.post(address, {"do": "publish"}).status_code == 302
    assert Evaluation.objects.get().published_on == date(2023, 8, 1)
    assert "মূল্যায়ন ফেরত নিন" not in sign("director").get(address).content.decode()
    assert sign("director").post(address, {"do": "take_back", "words": "না"}).status_code == 404
    assert secretary.post(address, {"do": "take_back", "words": ""}).status_code == 422
    assert secretary.post(address, {"do": "take_back", "words": "প্রমাণক ভুয়া।"}).status_code == 302
    assert "প্রমাণক ভুয়া।" in sign("director").get(address).content.decode()
