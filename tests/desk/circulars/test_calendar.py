"""The calendar of a circular: what falls due when, hours and all, and the day it counts from is moved there."""

from __future__ import annotations

import re
from datetime import date

import pytest

from angikar.duties.anchor_day.queries import anchor_of
from angikar.papers.models import Paper
from tests.desk.conftest import Sign, Stand
from tests.duties.directed import NIGHT, circular
from tests.world import World


@pytest.fixture
def paper(world: World, stand: Stand) -> Paper:
    stand(date(2022, 10, 20))
    return circular(world)


def test_days_and_hours_stand_in_the_calendar(sign: Sign, paper: Paper) -> None:
    page = sign("director").get(f"/circulars/{paper.pk}/calendar/").content.decode()
    assert page.index("২৮ অক্টোবর ২০২২") < page.rindex("৩১ অক্টোবর ২০২২") < page.index("১৮:০০") < page.index("২২:০০")
    assert "০/২" in page


def test_the_day_is_moved_and_both_days_are_shown(sign: Sign, paper: Paper) -> None:
    head = sign("director")
    answer = head.post(f"/circulars/{paper.pk}/calendar/", {"day": "৭ নভেম্বর ২০২২", "words": "মেঘের কারণে"})
    assert (answer.status_code, anchor_of(paper)) == (302, date(2022, 11, 7))
    page = head.get(f"/circulars/{paper.pk}/calendar/").content.decode()
    assert "মেঘের কারণে" in page
    assert "৭ নভেম্বর ২০২২" in page


@pytest.mark.parametrize("day", ["কোনো এক দিন", "১৯.১০.২০২২", ""])
def test_an_impossible_day_is_refused_and_the_typed_text_stays(sign: Sign, paper: Paper, day: str) -> None:
    answer = sign("director").post(f"/circulars/{paper.pk}/calendar/", {"day": day, "words": "মেঘের কারণে"})
    assert (answer.status_code, anchor_of(paper)) == (422, NIGHT)
    assert "মেঘের কারণে" in answer.content.decode()


def test_an_addressee_sees_the_days_and_moves_none(sign: Sign, paper: Paper) -> None:
    addressee = sign("north_head")
    page = addressee.get(f"/circulars/{paper.pk}/calendar/")
    assert page.status_code == 200
    assert re.search(r"<textarea[^>]*name=", page.content.decode()) is None
    assert addressee.post(f"/circulars/{paper.pk}/calendar/", {"day": "৭.১১.২০২২", "words": "না"}).status_code == 404
