"""One figure is one figure: after any walk of a plan through its year every place shows the same marks, out of the same, in the same word."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from django.test import Client

from angikar.duties.actions import accept, excuse, report, send_back
from angikar.duties.cycle.actions import file
from angikar.duties.cycle.excusing.actions import excuse_quarter
from angikar.duties.cycle.year.actions import evaluate, publish_evaluation
from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState, Evaluation, Report, ReportState
from angikar.history.refusal import NotYours, Refused
from angikar.papers.actions import amend, draft, supersede
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.standings.models import PlanScore
from angikar.standings.queries import marks_of
from tests.amended import agreed
from tests.closing import close_year
from tests.desk.conftest import Sign, Stand
from tests.desk.plans.figures_shown import Shown, in_print, in_workbook, on_pages, own_place, shown_in, text_of
from tests.pledge import FRAMEWORK, ISSUED, plan
from tests.world import World

CLERK = "সহকারী পরিচালক (প্রশাসন)"
ACTS = ("report", "report", "report", "accept", "accept", "back", "excuse", "file", "close", "amend")
END = date(2023, 8, 1)


def _issued(world: World, draw: Random) -> Paper:
    """A plan of three rows, one of which may have no criteria, so that a part of its marks cannot be scored."""
    content = plan("5", "3", "2", whole="10", responsible=CLERK).model_dump(mode="json")
    if draw.random() < 0.6:
        content["areas"][0]["activities"][0]["indicators"][draw.randrange(3)]["criteria"] = []
    director = world.officers["director"]
    made = draft(director, office=world.offices["department"], kind="pledge", framework=FRAMEWORK, content=content)
    return issue(made, by=director, day=ISSUED)


def _act(world: World, paper: Paper, draw: Random, day: date) -> Paper:
    """One act of the year; what may not be done is left undone. Returns the plan in force."""
    act, quarter = draw.choice(ACTS), draw.randrange(1, 5)
    duty = draw.choice(list(Duty.objects.filter(paper=paper).exclude(state=DutyState.WITHDRAWN)))
    sent = Report.objects.filter(duty=duty, state=ReportState.SUBMITTED).last()
    director, clerk, above = (world.officers[name] for name in ("director", "clerk", "secretary"))
    try:
        if act == "report":
            answer = Answer(value=str(draw.choice((0, 12, 40, 85, 100))), words="কারণ লেখা আছে")
            report(duty, by=clerk, answer=answer, today=day)
        elif act == "accept" and sent:
            accept(sent, by=above, today=day, value=str(draw.choice((0, 20, 80))), words="দেখা হয়েছে")
        elif act == "back" and sent:
            send_back(sent, by=above, sentence="প্রমাণ নেই", today=day)
        elif act == "excuse":
            excuse(duty, by=above, sentence="স্থগিত", today=day)
        elif act == "file":
            file(paper, quarter, by=director, today=day)
        elif act == "close":
            excuse_quarter(paper, quarter, by=above, words="দাখিল হয়নি", today=day)
        elif act == "amend":
            return _amended(world, paper, draw, day)
    except (Refused, NotYours):
        pass
    return Paper.objects.get(pk=paper.pk)


def _amended(world: World, paper: Paper, draw: Random, day: date) -> Paper:
    director = world.officers["director"]
    new = supersede(paper, by=director, day=day)
    row = "areas.0.activities.0.indicators"
    for path, value in ((f"{row}.0.weight", "6"), (f"{row}.1.weight", "2")):
        new = amend(new, path, value, version=new.version, by=director)
    return issue(agreed(world, new, day=day), by=director, day=day)


def _compare(sign: Sign, paper: Paper) -> Shown:
    """What all places show; they must agree."""
    office, above = sign("director"), sign("secretary")
    shown = dict(on_pages(office, above, paper)) | {"workbook": in_workbook(above)}
    found = shown["results"]
    assert set(shown.values()) == {found}, shown
    for basis, mark in (("claimed", found.claimed), ("accepted", found.accepted)):
        word = "দাবিকৃত" if basis == "claimed" else found.word
        assert own_place(office, basis) == ((word, mark, found.full) if mark else None)
    for what in ("year", "evaluation"):
        claimed, accepted, full = in_print(office, paper, what)
        assert (claimed, accepted) == (found.claimed, found.accepted), what
        assert full == "10", what
    kept = marks_of(PlanScore.objects.get(paper=paper))
    assert (kept.of("claimed").text, kept.of("accepted").text) == (found.claimed, found.accepted)
    if kept.unscored:
        assert f"পূর্ণমানের {kept.unscored_text} নম্বর" in text_of(office.get(f"/results/{paper.pk}/").content.decode())
    return found


@pytest.mark.parametrize("seed", range(4))
def test_every_place_shows_the_same_marks_after_any_walk_through_the_year(
    sign: Sign, stand: Stand, world: World, pledge: None, seed: int
) -> None:
    draw, day = Random(seed), date(2022, 10, 1)
    paper = _issued(world, draw)
    for step in range(12):
        stand(day)
        paper = _act(world, paper, draw, day)
        if step % 4 == 3:
            _compare(sign, paper)
        day += timedelta(days=draw.randrange(25))
    stand(END)
    close_year(world, paper, END)
    evaluate(paper, by=world.officers["secretary"], words="সন্তোষজনক", today=END)
    found = _compare(sign, paper)
    if found.accepted is not None:
        assert found.word == "চূড়ান্ত"
    publish_evaluation(Evaluation.objects.get(), by=world.officers["secretary"], today=END)
    _published(paper, found)


def _published(paper: Paper, found: Shown) -> None:
    visitor = Client()
    assert shown_in(visitor.get(f"/public/plans/{paper.pk}/results/").content.decode()) == found
    data = visitor.get(f"/public/plans/{paper.pk}.json").json()
    assert (data["claimed"], data["accepted"], data["full"]) == (found.claimed, found.accepted, "10.00")
    assert (data["scorecard"]["claimed"], data["scorecard"]["accepted"]) == (found.claimed, found.accepted)
