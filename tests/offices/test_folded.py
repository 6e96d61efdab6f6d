"""What is searched follows what is written, whichever way it is written."""

from __future__ import annotations

from datetime import date

from angikar.offices.actions import found_office
from angikar.offices.changes.actions import OfficeFacts, edit_office, rename
from angikar.offices.finding import found_by
from angikar.offices.models import Office
from tests.world import World


def test_an_office_is_found_by_its_name_of_today_however_it_is_spelt(world: World) -> None:
    by = world.officers["director"]
    office = found_office("শ্রেণী উন্নয়ন কার্যালয়-৭", by=by, parent=world.offices["department"])

    def finds(text: str) -> bool:
        return found_by(Office.objects.all(), text).filter(pk=office.pk).exists()

    assert all(map(finds, ("স্রেনি", "উন্নয়ন শ্রেণি", "7", "কার্যালয় ৭", "উন্নয়")))
    assert not finds("_")
    rename(office, "মেঘ দপ্তর", day=date(2022, 8, 1), by=by, name_en="Cloud Office")
    assert (finds("মেঘ"), finds("cloud OFFICE"), finds("শ্রেণী")) == (True, True, False)
    edit_office(office, OfficeFacts(name_en="Rain Office"), by=by)
    assert (finds("rain"), finds("cloud")) == (True, False)


def test_offices_that_are_written_together_are_found_too(world: World) -> None:
    Office.objects.bulk_create([Office(path="00z", name="নদী দপ্তর"), Office(path="01z", name="বন দপ্তর")])
    assert [each.name for each in found_by(Office.objects.all(), "নদি")] == ["নদী দপ্তর"]
