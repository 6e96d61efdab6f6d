"""Doubtful figures: reported with a reason alone, kept with it, and accepted with words alone; so is one without its evidence."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties import actions
from angikar.duties.actions import EvidenceFile
from angikar.duties.cells.saving import save_cell
from angikar.duties.cycle.actions import accept_rest, file, take_up
from angikar.duties.issue import issue
from angikar.duties.models import Duty, Report, ReportState
from angikar.duties.plausible import doubts_of
from angikar.history.refusal import Refused
from angikar.papers.actions import draft
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.pledge import FRAMEWORK, ISSUED, issued
from tests.pledge import plan as plan_of
from tests.world import World

OCTOBER, NOVEMBER = date(2022, 10, 10), date(2022, 11, 5)
PROOF = (EvidenceFile("a.txt", b"a"),)


@pytest.fixture
def plan(world: World, pledge: None) -> Paper:
    """Three rows: a percentage, a day and a number, with their targets."""
    made = issued(world, "4", "4", "2", responsible="সহকারী পরিচালক (প্রশাসন)")
    kinds = {1: ("percent", "average", "90"), 2: ("date", "date", "2022-09-15"), 3: ("number", "cumulative", "100")}
    for row, (unit, counting, target) in kinds.items():
        for duty in Duty.objects.filter(paper=made, key__startswith=f"own:1.1.{row}:"):
            duty.asked = {**duty.asked, "unit": unit, "counting": counting, "target": target}
            duty.save()
    return made


def _duty(paper: Paper, row: int, quarter: int = 1) -> Duty:
    return Duty.objects.get(paper=paper, key=f"own:1.1.{row}:q{quarter}")


def _report(world: World, duty: Duty, value: str, words: str = "", on: date = OCTOBER) -> Report:
    answer = Answer(value=value, words=words)
    return actions.report(duty, by=world.officers["clerk"], answer=answer, today=on, files=PROOF)


@pytest.mark.parametrize(
    ("row", "value", "code", "why"),
    [
        (1, "150", "percent-above-hundred", "more than a hundred"),
        (2, "2022-10-05", "day-outside-period", "lies outside the period"),
        (3, "500", "far-from-target", "far from the target"),
    ],
)
def test_a_doubtful_figure_is_reported_with_a_reason_that_stays_with_it(
    world: World, plan: Paper, row: int, value: str, code: str, why: str
) -> None:
    duty = _duty(plan, row)
    with pytest.raises(Refused, match=why):
        _report(world, duty, value)
    assert not Report.objects.exists()
    made = _report(world, duty, value, "মন্ত্রণালয়ের চিঠি অনুযায়ী")
    assert ([each["code"] for each in made.doubts], made.words) == ([code], "মন্ত্রণালয়ের চিঠি অনুযায়ী")
    with pytest.raises(Refused, match="why a doubtful figure is accepted"):
        actions.accept(made, by=world.officers["secretary"], today=NOVEMBER)
    assert actions.accept(made, by=world.officers["secretary"], today=NOVEMBER, words="চিঠি দেখেছি").review_words


def test_a_running_figure_that_falls_is_held_against_earlier_quarters(world: World, plan: Paper) -> None:
    _report(world, _duty(plan, 3), "60")
    later = _duty(plan, 3, 2)
    assert [doubt.code for doubt in doubts_of(later, "59")] == ["running-fell"]
    assert doubts_of(later, "60") == ()
    assert doubts_of(_duty(plan, 3), "10") == (), "nothing came before the first quarter"


def test_a_row_asked_once_a_year_takes_any_day_of_the_year(world: World, plan: Paper) -> None:
    Duty.objects.filter(paper=plan, key__startswith="own:1.1.2:").exclude(quarter=4).update(line=None)
    last = _duty(plan, 2, 4)
    assert doubts_of(last, "2022-08-05") == ()
    assert [doubt.code for doubt in doubts_of(last, "2021-08-05")] == ["day-outside-period"]


def test_a_quarter_is_filed_when_every_doubtful_figure_has_its_reason(world: World, plan: Paper) -> None:
    duty, clerk, director = _duty(plan, 1), world.officers["clerk"], world.officers["director"]
    save_cell(duty, by=clerk, value="150", version=duty.version, today=OCTOBER)
    with pytest.raises(Refused, match=r"1 figure is doubtful and gives no reason; the first, 1\.1\.1"):
        file(plan, 1, by=director, today=OCTOBER)
    duty.refresh_from_db()
    save_cell(duty, by=clerk, value="150", version=duty.version, today=OCTOBER, words="দ্বিগুণ হয়েছে")
    filing = file(plan, 1, by=director, today=OCTOBER)
    made = Report.objects.get(state=ReportState.SUBMITTED)
    assert ([each["code"] for each in made.doubts], made.words) == (["percent-above-hundred"], "দ্বিগুণ হয়েছে")
    take_up(filing, by=world.officers["secretary"], today=NOVEMBER)
    with pytest.raises(Refused, match="No row without a doubt"):
        accept_rest(filing, by=world.officers["secretary"], today=NOVEMBER)


def test_a_row_that_asks_for_evidence_is_accepted_without_it_with_words_alone(world: World, pledge: None) -> None:
    director, secretary = world.officers["director"], world.officers["secretary"]
    content = plan_of("5", "5").model_dump(mode="json")
    content["areas"][0]["activities"][0]["indicators"][0]["evidence"] = ["হাজিরা তালিকা"]
    office = world.offices["department"]
    made = draft(director, office=office, kind="pledge", framework=FRAMEWORK, content=content)
    plan = issue(made, by=director, day=ISSUED)
    first, second = (
        actions.report(_duty(plan, row), by=world.officers["focal"], answer=Answer(value="80"), today=OCTOBER)
        for row in (1, 2)
    )
    with pytest.raises(Refused, match="হাজিরা তালিকা"):
        actions.accept(first, by=secretary, today=NOVEMBER)
    assert actions.accept(first, by=secretary, today=NOVEMBER, words="তালিকা ডাকে এসেছে").accepted_value == "80"
    assert actions.accept(second, by=secretary, today=NOVEMBER).accepted_value == "80"
