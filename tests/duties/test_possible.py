"""What is possible with a duty is one answer, given to the screens and to the actions."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.actions import report, send_back
from angikar.duties.models import Duty
from angikar.duties.possible import Step, possible
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.world import World

IN_TIME = date(2022, 10, 10)


@pytest.fixture
def duty(paper: Paper) -> Duty:
    """The first figure of the first quarter."""
    return Duty.objects.get(paper=paper, key="own:1.1.1:q1")


def _why(world: World, duty: Duty, officer: str, step: Step, day: date = IN_TIME) -> str:
    fresh = Duty.objects.select_related("post__office", "paper", "line").get(pk=duty.pk)
    why = possible(fresh, mandate(world.officers[officer], day), day).why_not(step)
    return why.code if isinstance(why, Refused) else type(why).__name__


def test_a_duty_goes_from_its_answer_to_its_review(world: World, duty: Duty) -> None:
    clerk, reviewer = "clerk", "secretary"
    assert _why(world, duty, clerk, "report") == "NoneType"
    assert _why(world, duty, reviewer, "accept") == "report-not-latest"
    made = report(duty, by=world.officers[clerk], answer=Answer(value="11"), today=IN_TIME)
    assert _why(world, duty, reviewer, "accept") == "NoneType"
    assert _why(world, duty, reviewer, "excuse") == "answered-already"
    assert _why(world, duty, clerk, "accept") == "NotYours"
    send_back(made, by=world.officers[reviewer], sentence="আবার দেখুন", today=IN_TIME)
    assert _why(world, duty, clerk, "report") == "NoneType"


def test_before_its_period_a_duty_takes_a_draft_but_no_answer(world: World, duty: Duty) -> None:
    Duty.objects.filter(pk=duty.pk).update(opens=date(2030, 1, 1))
    assert _why(world, duty, "clerk", "draft") == "NoneType"
    assert _why(world, duty, "clerk", "answer") == "period-not-begun"


def test_who_may_not_has_no_duty_at_all(world: World, duty: Duty) -> None:
    fresh = Duty.objects.select_related("post__office", "paper", "line").get(pk=duty.pk)
    with pytest.raises(NotYours):
        possible(fresh, mandate(world.officers["stranger"], IN_TIME), IN_TIME).require("answer")
