"""The evening of the deadline: a nation copied row by row is as good as one that was founded, and an office goes through its evening."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from angikar.duties.models import Duty
from angikar.offices.models import Office, Officer
from angikar.papers.models import Paper
from tests.e2e.server import House
from tools.deadline import evening, nation
from tools.deadline.evening import FIGURES, Hall, Seen

OFFICES = 66  # two of them below the first superior


@pytest.mark.parametrize(
    ("day", "fiscal_year", "quarter"),
    [
        ("2026-11-30", "2026-27", 1),
        ("2026-10-01", "2026-27", 1),
        ("2027-01-01", "2026-27", 2),
        ("2027-06-30", "2026-27", 3),
        ("2027-07-01", "2026-27", 4),
    ],
)
def test_the_quarter_of_the_evening_is_the_last_that_was_over(day: str, fiscal_year: str, quarter: int) -> None:
    year, found = nation.ended(date.fromisoformat(day))
    assert (str(year), found) == (fiscal_year, quarter)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "postgresql", reason="its keys are checked by SQLite's own pragma")
def test_every_copied_office_has_a_plan_and_duties_of_its_own_below_its_superior() -> None:
    nation.build(OFFICES, timezone.localdate())
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA foreign_key_check").fetchall() == []
    copied = Office.objects.exclude(parent=None)
    assert copied.count() == OFFICES == Paper.objects.count()
    assert all(
        office.path.startswith(office.parent.path) for office in copied.select_related("parent") if office.parent
    )
    first, last = (Officer.objects.get(username=f"officer-{number}") for number in (0, OFFICES - 1))
    assert last.check_password(nation.PASS_PHRASE)
    for officer in (first, last):
        office = officer.tenures.get().post.office
        owed = Duty.objects.filter(post__office=office)
        assert owed.count() * OFFICES == Duty.objects.count()
        assert set(owed.values_list("paper__office", "owed_to", "line__paper__office")) == {
            (office.pk, office.parent_id, office.pk)
        }


def test_an_office_goes_through_its_evening_and_what_was_acknowledged_is_stored(
    tmp_path: Path,
) -> None:
    house = House(
        tmp_path,
        "from django.utils.timezone import localdate; from tools.deadline.nation import build; build(2, localdate())",
    )
    found = house.rows("SELECT MIN(id) FROM papers_paper")
    seen, (_, quarter) = Seen(), nation.ended(timezone.localdate())
    house.open()
    host, _, port = house.url.removeprefix("http://").partition(":")
    hall = Hall(host, int(port), int(str(found[0][0])), quarter, thinking=0.001, together=0.01)
    try:
        asyncio.run(evening.drive(hall, range(2), 1000.0, seen))
    finally:
        house.close()
    assert not seen.wrong, house.log()
    assert (seen.done, len(seen.stored), len(seen.proven), len(seen.filed)) == (2, 2 * FIGURES, 2, 2)
    kept = house.rows("SELECT duty_id, value FROM duties_report ORDER BY duty_id")
    assert kept == sorted(seen.stored.items())
