"""The lists of today hold what the duties themselves say, in the same order, and read no more than they show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties.access import duties_of, owed_to
from angikar.duties.actions import report
from angikar.duties.models import Duty, DutyState
from angikar.duties.owed.access import first_of, first_owed_to
from angikar.duties.owed.rows import OwedDuty
from angikar.offices.actions import release
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.world import World

IN_TIME, LATE = date(2022, 10, 10), date(2022, 10, 16)
_Shown = tuple[int, str, str, str, str, str]


def _shown(duties: Iterable[Duty | OwedDuty]) -> list[_Shown]:
    return [
        (each.pk, each.text, each.state, each.paper.title, str(each.paper.office), f"{each.post} {each.post.office}")
        for each in duties
    ]


def test_the_rows_are_the_duties_in_their_order(world: World, paper: Paper) -> None:
    late = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    report(late, by=world.officers["clerk"], answer=Answer(value="1"), today=IN_TIME)
    release(world.posts["clerk"], day=date(2022, 10, 12), by=None)
    for short in ("clerk", "director", "focal", "secretary", "stranger"):
        officer = world.officers[short]
        for day in (IN_TIME, LATE):
            whole = list(owed_to(officer, day))
            waiting = [each for each in whole if each.state == DutyState.SUBMITTED]
            silent = [each for each in whole if each.state != DutyState.SUBMITTED]
            for most in (200, 1):
                assert _shown(first_of(officer, day, most)) == _shown(duties_of(officer, day)[:most])
                assert list(map(_shown, first_owed_to(officer, day, most))) == [
                    _shown(waiting[:most]),
                    _shown(silent[:most]),
                ]
            standings = [each.standing(day) for each in duties_of(officer, day)]
            assert [each.standing(day) for each in first_of(officer, day, 200)] == standings
    assert first_owed_to(world.officers["secretary"], LATE, 200)[0], "an answer waits, so the walk above compared rows"
    assert first_of(world.officers["director"], LATE, 200), (
        "the vacant post's duties are the head's, so they were compared"
    )


def test_a_longer_list_asks_no_more_of_the_database(world: World, paper: Paper) -> None:
    asked = []
    for most in (1, 200):
        first_of(world.officers["clerk"], LATE, most)
        with CaptureQueriesContext(connection) as queries:
            first_of(world.officers["clerk"], LATE, most)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 5
