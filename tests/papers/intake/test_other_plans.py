"""A plan that comes in is held against last year's of its office and the issued ones of the offices beside it, and against no others."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.papers import actions
from angikar.papers.intake.other_plans import beside_others
from angikar.papers.models import Paper, State
from tests.architecture.house import ROOT
from tests.world import World

TEXT = (ROOT / "docs" / "checks" / "reform-plan.txt").read_text(encoding="utf-8")
OTHER_MARK = TEXT.replace("সংখ্যা\t১০\t", "সংখ্যা\t৯\t")
LAST_YEAR = OTHER_MARK
for now, then in (("২০২০", "২০১৯"), ("২০২১", "২০২০"), ("২০২২", "২০২১")):
    LAST_YEAR = LAST_YEAR.replace(now, then)


def _taken(world: World, short: str, text: str) -> Paper:
    office = world.offices[short]
    by = world.officers["focal" if short == "department" else f"{short}_head"]
    return actions.take_in(by, "পরিকল্পনা.txt", text.encode(), office=office, kind="reform_plan")


def _codes(paper: Paper) -> list[str]:
    return [each.sentence.code for each in paper.doubts if each.code in ("last-year-unlike", "sister-unlike")]


def test_last_years_plan_of_the_office_is_known_once_it_was_accepted(world: World) -> None:
    last = _taken(world, "department", LAST_YEAR)
    assert last.fiscal_year == "2020-21"
    assert _codes(_taken(world, "department", TEXT)) == []
    actions.accept_intake(last, by=world.officers["focal"], version=last.version)
    assert _codes(_taken(world, "department", TEXT)) == ["last-year-unlike/mark"]
    assert _codes(_taken(world, "north", TEXT)) == []


def test_a_plan_about_another_reform_is_no_last_year(world: World) -> None:
    last = _taken(world, "department", LAST_YEAR.replace("তথ্য অধিকার বিষয়ে", "অভিযোগ প্রতিকার ব্যবস্থা সংক্রান্ত"))
    actions.accept_intake(last, by=world.officers["focal"], version=last.version)
    assert last.content["subject"] == "grievance"
    assert _codes(_taken(world, "department", TEXT)) == []


@pytest.mark.parametrize(("state", "found"), [(State.ISSUED, ["sister-unlike/mark"]), (State.SIGNED, [])])
def test_only_what_offices_beside_it_have_issued_is_looked_at(world: World, state: str, found: list[str]) -> None:
    for number in (1, 2):
        paper = _taken(world, f"upazila{number}", OTHER_MARK)
        Paper.objects.filter(pk=paper.pk).update(state=state)
    third = _taken(world, "upazila3", TEXT)
    assert _codes(third) == found
    with CaptureQueriesContext(
        connection,
    ) as asked:
        list(beside_others(third.kind, third.value(), third.office))
    assert len(asked) == 2
    assert _codes(_taken(world, "south", TEXT)) == []
