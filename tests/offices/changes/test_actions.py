"""Offices change: renamed, moved, split, merged, closed; the past keeps its names, and the right people see on."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties import access as duties
from angikar.duties.models import Duty, Line
from angikar.history.queries import history_of
from angikar.history.refusal import Refused
from angikar.offices.access import holder_of, mandate
from angikar.offices.changes.actions import OfficeFacts, close, edit_office, merge, move, rename, split
from angikar.offices.models import Office, Officer
from angikar.papers.access import papers_for
from angikar.papers.models import Paper
from tests.pledge import issued
from tests.world import World

DAY = date(2022, 9, 1)


@pytest.fixture
def keeper(world: World) -> Officer:
    """The administrator of the register."""
    officer = world.officer("keeper")
    officer.is_staff = True
    officer.save()
    return officer


def test_a_new_name_holds_from_its_day_and_the_old_one_before(world: World) -> None:
    north, director = world.offices["north"], world.officers["director"]
    old = north.name
    renamed = rename(north, "জেলা নক্ষত্র কার্যালয়, নবপুর", day=DAY, by=director, name_en="Nabapur")
    assert [renamed.name_on(day) for day in (date(2022, 8, 31), DAY)] == [old, "জেলা নক্ষত্র কার্যালয়, নবপুর"]
    assert history_of(north).last().now["from"] == "2022-09-01"
    with pytest.raises(Refused, match="renamed on that day"):
        rename(north, "আরেক নাম", day=DAY, by=director)
    with pytest.raises(Refused, match="here already"):
        rename(north, world.offices["south"].name, day=date(2022, 10, 1), by=director)


def test_facts_are_corrected_with_what_they_were(world: World) -> None:
    north = world.offices["north"]
    edit_office(north, OfficeFacts(kind="district", memo_prefix="05.47.4900"), by=world.officers["north_head"])
    entry = history_of(north).last()
    assert (entry.verb, entry.was, entry.now) == ("office.edit", {"memo_prefix": ""}, {"memo_prefix": "05.47.4900"})


def test_a_moved_office_takes_all_below_it_and_its_papers_and_duties_along(
    world: World, keeper: Officer, pledge: None
) -> None:
    paper = issued(world, "10", responsible="জেলা নক্ষত্র অফিসার, উত্তরপুর")
    Paper.objects.filter(pk=paper.pk).update(office_path=world.offices["upazila1"].path)
    line = Line.objects.filter(paper=paper)
    line.update(office_path=world.offices["upazila1"].path)
    moved = move(world.offices["north"], world.offices["south"], day=DAY, by=keeper, second=world.officers["secretary"])
    south = world.offices["south"].path
    below = Office.objects.under(moved.path).values_list("name", flat=True)
    assert (moved.path[: len(south)], len(below), moved.parent_id) == (south, 4, world.offices["south"].pk)
    new = Office.objects.get(pk=world.offices["upazila1"].pk).path
    assert new.startswith(moved.path)
    assert Paper.objects.get(pk=paper.pk).office_path == line.get().office_path == new
    assert mandate(world.officers["south_head"]).paths[0] in new


def test_an_office_does_not_move_below_itself_nor_where_one_has_no_say(world: World, keeper: Officer) -> None:
    with pytest.raises(Refused, match="below itself"):
        move(world.offices["north"], world.offices["upazila1"], day=DAY, by=keeper, second=world.officers["secretary"])
    with pytest.raises(Refused, match="outside your register"):
        move(
            world.offices["upazila1"],
            None,
            day=DAY,
            by=world.officers["director"],
            second=world.officers["secretary"],
        )
    with pytest.raises(Refused, match="office above"):
        move(world.offices["north"], world.offices["south"], day=DAY, by=world.officers["north_head"])


def test_a_split_founds_offices_beside_and_says_whence_they_come(world: World) -> None:
    made = split(
        world.offices["north"],
        ["জেলা নক্ষত্র কার্যালয়, পূর্বপুর"],
        day=DAY,
        by=world.officers["director"],
        second=world.officers["secretary"],
    )
    assert [(each.parent_id, each.kind) for each in made] == [(world.offices["department"].pk, "district")]
    assert Office.objects.get(pk=made[0].pk).since == DAY
    assert world.offices["north"].successions.get().successor == made[0]
    assert mandate(world.officers["director"]).inherited == ()


def test_a_merged_office_is_closed_and_who_leads_the_other_answers_for_it(world: World, pledge: None) -> None:
    paper = issued(world, "10", responsible="জেলা নক্ষত্র অফিসার, উত্তরপুর")
    duty = Duty.objects.filter(paper=paper, post=world.posts["north_head"]).first()
    assert duty is not None
    south = world.officers["south_head"]
    assert not duties.duties_for(south).filter(pk=duty.pk).exists()
    merge(
        world.offices["north"],
        world.offices["south"],
        day=DAY,
        by=world.officers["director"],
        second=world.officers["secretary"],
    )
    assert holder_of(world.posts["north_head"], DAY) is None
    assert Office.objects.get(pk=world.offices["upazila1"].pk).parent == world.offices["south"]
    assert duties.duty(south, duty.pk, "report") == duty
    assert duty in duties.duties_of(south, date(2022, 10, 10))
    assert not mandate(world.officers["north_head"]).posts


def test_an_office_with_an_open_one_below_is_not_closed(world: World) -> None:
    director, second = world.officers["director"], world.officers["secretary"]
    with pytest.raises(Refused, match="still open"):
        close(world.offices["north"], day=DAY, by=director, second=second)
    closed = close(world.offices["south"], day=DAY, by=director, second=world.officers["secretary"])
    assert (closed.until, holder_of(world.posts["south_head"], DAY)) == (DAY, None)
    assert holder_of(world.posts["south_head"], date(2022, 8, 31)) == world.officers["south_head"]
    assert not world.offices["south"].posts.open().exists()
    with pytest.raises(Refused, match="closed"):
        rename(closed, "অন্য নাম", day=DAY, by=director)
    assert not papers_for(world.officers["south_head"]).exists()


def test_closing_is_not_for_the_office_itself(world: World) -> None:
    with pytest.raises(Refused, match="office above"):
        close(world.offices["south"], day=DAY, by=world.officers["south_head"])
