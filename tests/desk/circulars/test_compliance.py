"""The matrix of compliance: how each office stands to each directive, folded by district, and what stands behind a cell."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from angikar.desk.circulars.compliance import now
from angikar.duties.actions import acknowledge, excuse, report
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.formats import read
from angikar.papers.models import Addressee, Paper
from angikar.rules.duty import Answer
from angikar.standings.circulars.queries import RECEIPT, AsOf
from angikar.standings.compliance import MatrixRow, matrix
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import agreement, circular, text
from tests.world import World

DAY = date(2022, 10, 13)
LOOKED = date(2022, 10, 22)
NORTH = ("north", "upazila1", "upazila2", "upazila3")
FIRST, SECOND = date(2022, 10, 20), date(2022, 10, 27)


@pytest.fixture
def paper(world: World, stand: Stand) -> Paper:
    """The circular to districts and upazilas, looked at between its two days: the north has answered, the south nothing."""
    draft = circular(world, anchor="2022-10-27", addressees=("জেলা নক্ষত্র অফিসার (সকল)", "উপজেলা নক্ষত্র অফিসার (সকল)"))
    issued = issue(draft, by=world.officers["director"], day=DAY)
    north = world.officers["north_head"]
    for duty in Duty.objects.filter(paper=issued, post=world.posts["north_head"], kind="acknowledge"):
        acknowledge(duty, by=north, today=DAY)
    report(_duty(issued, world, "north_head", FIRST), by=north, answer=Answer(words="প্রস্তুত"), today=DAY)
    stand(LOOKED)
    return issued


def _duty(paper: Paper, world: World, post: str, due: date) -> Duty:
    return Duty.objects.get(paper=paper, post=world.posts[post], due=due)


def _row(paper: Paper, world: World, office: str, due: date | None = None) -> MatrixRow:
    found = matrix(paper, AsOf(LOOKED), due=due)
    return next(row for fold in found.districts for row in fold.rows if row.office.pk == world.offices[office].pk)


def test_every_office_is_in_the_fold_of_its_district(world: World, paper: Paper) -> None:
    folds = {
        fold.total.office.name: {row.office.pk for row in fold.rows} for fold in matrix(paper, AsOf(LOOKED)).districts
    }
    north, south = ({world.offices[name].pk for name in names} for names in (NORTH, ("south",)))
    assert folds == {world.offices["north"].name: north, world.offices["south"].name: south}


def test_seen_is_not_acknowledged(world: World, paper: Paper) -> None:
    assert _row(paper, world, "south").cell(RECEIPT).state == "not_seen"
    Addressee.objects.filter(paper=paper, post=world.posts["south_head"]).update(seen_at=timezone.now())
    assert _row(paper, world, "south").cell(RECEIPT).state == "seen"
    assert _row(paper, world, "north").cell(RECEIPT).state == "acknowledged"


def test_what_is_over_is_late_and_what_is_to_come_is_not(world: World, paper: Paper) -> None:
    assert _row(paper, world, "south", FIRST).cell("1(ক)").state == "late"
    assert _row(paper, world, "south", SECOND).cell("1(ক)").state == "not_seen"
    assert _row(paper, world, "north", FIRST).cell("1(ক)").state == "reported"
    assert _row(paper, world, "north", SECOND).cell("1(ক)").state == "acknowledged"


def test_a_late_report_is_remembered_and_a_correction_of_one_in_time_is_not_late(world: World, paper: Paper) -> None:
    for name in ("south_head", "north_head"):
        duty = _duty(paper, world, name, FIRST)
        report(duty, by=world.officers[name], answer=Answer(words="সংশোধিত"), today=LOOKED)
    assert _row(paper, world, "south", FIRST).cell("1(ক)").state == "reported_late"
    assert _row(paper, world, "north", FIRST).cell("1(ক)").state == "reported"


def test_what_does_not_apply_is_neither_late_nor_reported(world: World, paper: Paper) -> None:
    duty = _duty(paper, world, "south_head", FIRST)
    excuse(duty, by=world.officers["director"], sentence="এখানে উল্কা নেই", today=LOOKED)
    cell = _row(paper, world, "south", FIRST).cell("1(ক)")
    assert (cell.state, cell.reported, cell.counts.get("late", 0)) == ("excused", 0, 0)


def test_a_directive_without_a_duty_for_an_office_is_not_asked(world: World, paper: Paper) -> None:
    assert _row(paper, world, "north").cell("1(খ)").state == "not_asked"


def test_hours_count_only_where_there_is_a_clock(world: World, paper: Paper) -> None:
    assert now().clock is None, "the day was moved, the clock was not"


def test_the_sums_are_those_of_the_rows(world: World, paper: Paper) -> None:
    found = matrix(paper, AsOf(LOOKED))
    for column in found.columns:
        rows = [row.cell(column.code).asked for fold in found.districts for row in fold.rows]
        assert sum(rows) == found.total.cell(column.code).asked
    assert found.total.offices == 5
    assert found.total.cell("1(ক)").asked == Duty.objects.filter(paper=paper, kind="report").count()


def test_the_silent_alone_may_be_listed(sign: Sign, world: World, paper: Paper) -> None:
    page = text(sign("director"), f"/circulars/{paper.pk}/compliance/?silent=1&under={world.offices['north'].pk}")
    assert "শিমুলতলা" in page
    assert page.count("জেলা নক্ষত্র কার্যালয়, উত্তরপুর") == 1, "as the name of the fold, no longer as an office of its own"


def test_a_district_is_opened_without_script_and_by_itself(sign: Sign, world: World, paper: Paper) -> None:
    north = world.offices["north"].pk
    client, address = sign("director"), f"/circulars/{paper.pk}/compliance/"
    shut = text(client, address)
    assert "শিমুলতলা" not in shut
    whole = text(client, f"{address}?under={north}")
    part = text(client, f"{address}?under={north}", headers={"HX-Request": "true", "HX-Target": f"fold-{north}"})
    assert "শিমুলতলা" in whole
    assert "শিমুলতলা" in part
    assert part.strip().startswith(f'<tbody id="fold-{north}"')
    text(client, f"{address}?under=999999", 404, headers={"HX-Request": "true", "HX-Target": "fold-999999"})


def test_who_may_look(sign: Sign, paper: Paper) -> None:
    for what in ("compliance/", "compliance.pdf", "missing/"):
        text(sign("stranger"), f"/circulars/{paper.pk}/{what}", 404)


def test_a_draft_and_other_papers_have_no_matrix(sign: Sign, world: World) -> None:
    for other in (circular(world), agreement(world)):
        text(sign("director"), f"/circulars/{other.pk}/compliance/", 404)


def test_it_is_printed_and_carried_to_excel(sign: Sign, paper: Paper) -> None:
    client = sign("director")
    pdf = client.get(f"/circulars/{paper.pk}/compliance.pdf")
    assert pdf.content.startswith(b"%PDF")
    book = client.get(f"/circulars/{paper.pk}/compliance.xlsx?silent=1")
    document = read(book.content, "compliance.xlsx")
    assert "আসেনি, সময় শেষ" in document.text
    assert client.get(f"/circulars/{paper.pk}/compliance.docx").status_code == 404


def test_the_number_of_questions_does_not_grow_with_the_offices(sign: Sign, world: World, paper: Paper) -> None:
    client = sign("director")
    address = f"/circulars/{paper.pk}/compliance/?under={world.offices['north'].pk}"
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked) <= 15
