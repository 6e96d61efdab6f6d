"""Standings: ranked plans with their quarters, narrowed by a form in the address, as a workbook, kept for a day."""

from __future__ import annotations

import io
import re
from datetime import date

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties.actions import accept, report
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.offices.models import Office, Post
from angikar.papers.actions import draft
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.standings.models import PlanScore, Rank, Turnout
from tests.desk.conftest import Sign, Stand
from tests.pledge import FRAMEWORK, ISSUED, plan
from tests.signed import ON_PAPER
from tests.world import World

SEEN = date(2022, 10, 25)


def _issued(world: World, head: str, office: str) -> Paper:
    content = plan("10").model_dump(mode="json")
    made = draft(
        world.officers[head], office=world.offices[office], kind="pledge", framework=FRAMEWORK, content=content
    )
    return issue(made, by=world.officers[head], day=ISSUED, unsigned=ON_PAPER)


def _reported(world: World, paper: Paper, head: str, value: str, day: date) -> None:
    duty = Duty.objects.get(paper=paper, quarter=1)
    reported = report(duty, by=world.officers[head], answer=Answer(value=value), today=day)
    if value == "90":
        accept(reported, by=world.officers["north_head"], today=SEEN)


@pytest.fixture
def three(world: World, pledge: None, stand: Stand) -> dict[str, Paper]:
    """Three upazilas: one accepted at 90, one late at 90 and not yet looked over, one that has not reported."""
    papers = {str(number): _issued(world, f"upazila{number}_head", f"upazila{number}") for number in (1, 2, 3)}
    _reported(world, papers["1"], "upazila1_head", "90", date(2022, 10, 10))
    _reported(world, papers["2"], "upazila2_head", "95", date(2022, 10, 20))
    stand(SEEN)
    return papers


def _rows(page: str) -> list[str]:
    return page.split("<tbody>")[1].split("</tbody>")[0].split("<tr")[1:]


def _place(row: str) -> str:
    cell = row.split('data-label="অবস্থান"')[1].split("</td>")[0]
    return re.sub(r"<[^>]*>", "", cell.partition(">")[2]).strip()


def test_the_office_above_sees_its_offices_ranked_and_who_is_missing(sign: Sign, three: dict[str, Paper]) -> None:
    page = sign("north_head").get("/standings/?basis=claimed").content.decode()
    rows = _rows(page)
    assert ["বকুলগঞ্জ" in rows[0], "শিমুলতলা" in rows[1], "পলাশবাড়ি" in rows[2]] == [True] * 3
    assert all(each in rows[0] for each in ("১ম", "৯.৫০", "এখনো গৃহীত নয়", "দেরিতে এসেছে"))
    assert all(each in rows[1] for each in ("২য়", "৯.০০", "এসেছে", "১/১"))
    assert all(each in rows[2] for each in ("প্রতিবেদন নেই", "আসেনি", "০/১", "সময় হয়নি"))
    assert "০.০০" not in rows[2], "who has not reported has no score, not nought"


def test_places_come_from_accepted_marks_or_from_claimed_ones_and_never_from_both(
    sign: Sign, three: dict[str, Paper]
) -> None:
    client = sign("north_head")
    rows = _rows(client.get("/standings/").content.decode())
    assert "শিমুলতলা" in rows[0]
    assert [_place(row) for row in rows] == ["১ম", "—", "—"], "9.50 that nobody has looked at is not before 9.00"
    strange = client.get("/standings/?basis=everything").content.decode()
    assert '<option value="accepted" selected>' in strange


def test_equals_share_their_place(sign: Sign, world: World, three: dict[str, Paper]) -> None:
    duty = Duty.objects.get(paper=three["3"], quarter=1)
    report(duty, by=world.officers["upazila3_head"], answer=Answer(value="95"), today=SEEN)
    page = sign("north_head").get("/standings/?basis=claimed").content.decode()
    assert ["যৌথভাবে ১ম" in row for row in _rows(page)] == [True, True, False]


def test_an_office_learns_its_place_and_not_the_scores_of_others(sign: Sign, three: dict[str, Paper]) -> None:
    page = sign("upazila1_head").get("/standings/?basis=claimed").content.decode()
    assert "২টির মধ্যে ২য়" in page
    assert "১টির মধ্যে ১ম, গৃহীত নম্বর" in sign("upazila1_head").get("/standings/").content.decode()
    assert "বকুলগঞ্জ" not in page
    assert "৯.৫০" not in page


def test_strangers_and_neighbours_get_404(sign: Sign, world: World, three: dict[str, Paper]) -> None:
    for who in ("south_head", "stranger"):
        assert "শিমুলতলা" not in sign(who).get("/standings/").content.decode()
    office = world.offices["upazila1"].pk
    people = ("upazila1_head", "north_head", "secretary", "upazila2_head", "south_head", "stranger")
    found = {who: sign(who).get(f"/standings/offices/{office}/").status_code for who in people}
    assert found == {
        "upazila1_head": 200,
        "north_head": 200,
        "secretary": 200,
        "upazila2_head": 404,
        "south_head": 404,
        "stranger": 404,
    }


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("under=0", 3),
        ("under=0&level=district", 0),
        ("under=0&level=upazila", 3),
        ("under=0&year=2019-20", 3),
        ("under=999999&reach=sideways&kind=nothing&level=moon&page=x", 3),
    ],
)
def test_the_choice_is_part_of_the_address(sign: Sign, three: dict[str, Paper], query: str, shown: int) -> None:
    page = sign("secretary").get(f"/standings/?{query}").content.decode()
    assert page.count('class="heatmap') == page.count("<tbody>") or shown
    assert (len(_rows(page)) if "<tbody>" in page else 0) == shown


def test_directly_under_and_at_any_depth_are_two_scopes(sign: Sign, world: World, three: dict[str, Paper]) -> None:
    _issued(world, "north_head", "north")
    north = world.offices["north"].pk
    client = sign("secretary")
    counted = [
        len(_rows(client.get(f"/standings/?under={north}&reach={reach}").content.decode()))
        for reach in ("direct", "below")
    ]
    assert counted == [3, 4]


def test_the_workbook_holds_every_row(sign: Sign, three: dict[str, Paper]) -> None:
    answer = sign("north_head").get("/standings/standings.xlsx?basis=claimed")
    assert "attachment" in answer["Content-Disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    texts = [[str(cell.value) for cell in row if cell.value is not None] for row in sheet.iter_rows()]
    rows = [row for row in texts if any("উপজেলা নক্ষত্র কার্যালয়" in cell for cell in row)]
    assert [row[0] for row in rows] == ["১ম", "২য়", "—"]
    assert rows[0][5:8] == ["এখনো গৃহীত নয়", "10", "দেরিতে এসেছে (১/১)"]


def test_the_places_of_a_day_are_stored_and_shown_with_the_office(
    sign: Sign, world: World, three: dict[str, Paper]
) -> None:
    north = str(world.offices["north"].pk)
    sent = {"year": "2022-23", "kind": "pledge", "under": north, "reach": "direct", "basis": "claimed"}
    client = sign("north_head")
    for _ in range(2):
        assert "আজকের অবস্থান রাখা হয়েছে" in client.post("/standings/keep/", sent, follow=True).content.decode()
    assert list(Rank.objects.values_list("rank", "score", "basis")) == [(1, 950, "claimed"), (2, 900, "claimed")]
    client.post("/standings/keep/", {**sent, "basis": "accepted"})
    assert Rank.objects.count() == 3, "places by another basis stand beside them"
    page = client.get(f"/standings/offices/{world.offices['upazila1'].pk}/").content.decode()
    assert "২৫ অক্টোবর ২০২২" in page
    assert ["২য় · ৯.০০ / ১০.০০ (দাবিকৃত)" in page, "১ম · ৯.০০ / ১০.০০ (গৃহীত)" in page] == [True, True]
    assert sign("secretary").post("/standings/keep/", sent).status_code == 404
    assert client.post("/standings/keep/", {**sent, "under": "0"}).status_code == 404


def test_before_any_plan_the_screen_explains_itself(sign: Sign, world: World, october: date) -> None:
    assert "পরিকল্পনা জারি হলে" in sign("secretary").get("/standings/").content.decode()


def test_four_hundred_offices_take_few_queries(sign: Sign, world: World, three: dict[str, Paper]) -> None:
    """Rows as a ministry of that size has them; how they come about is tested where they are kept."""
    pattern, above = PlanScore.objects.get(paper=three["1"]), world.offices["north"]
    Office.objects.bulk_create(
        Office(path=f"{above.path}1{number:02}", parent=above, name=f"দপ্তর {number}", kind="upazila")
        for number in range(100)
    )
    offices = list(Office.objects.filter(name__startswith="দপ্তর "))
    papers = Paper.objects.bulk_create(
        Paper(kind="pledge", office=office, office_path=office.path, content={}, fiscal_year="2022-23", state="issued")
        for office in offices
        for _ in range(4)
    )
    PlanScore.objects.bulk_create(
        PlanScore(
            paper=each,
            fiscal_year="2022-23",
            kind="pledge",
            office_id=each.office_id,
            superior=above,
            office_path=each.office_path,
            claimed=number * 2,
            accepted=0,
            full=pattern.full,
            lines=1,
            reported=1,
        )
        for number, each in enumerate(papers)
    )
    Turnout.objects.bulk_create(
        Turnout(paper=each, quarter=quarter, asked=1) for each in papers for quarter in (1, 2, 3, 4)
    )
    client = sign("secretary")
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(f"/standings/?under={above.pk}&reach=below")
    assert len(_rows(answer.content.decode())) == 50
    assert len(queries) <= 16, [query["sql"][:120] for query in queries.captured_queries]
    assert Post.objects.count() < 20


def test_without_a_plan_there_is_no_choice_to_make_and_the_page_says_what_comes_here(sign: Sign, world: World) -> None:
    page = sign("clerk").get("/standings/").content.decode()
    assert '<form class="filter' not in page
    assert "এখানে এখনো কোনো জারি করা পরিকল্পনা নেই" in page
