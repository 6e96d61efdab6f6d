"""The grid: cells saved one by one or all at once, marks that move, conflicts that show both values, few queries."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from angikar.duties.actions import report
from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty, DutyState, Report, ReportState
from angikar.history.models import Entry
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign, Stand
from tests.pledge import issued
from tests.world import World

CLERK = "সহকারী পরিচালক (প্রশাসন)"


@pytest.fixture
def duty(paper: Paper, october: date) -> Duty:
    """The first figure of the first quarter."""
    return Duty.objects.get(paper=paper, key="own:1.1.1:q1")


def _cell(client: Client, duty: Duty, value: str, version: int | None = None) -> HttpResponse:
    seen = duty.version if version is None else version
    fields = {f"value-{duty.pk}": value, f"version-{duty.pk}": seen}
    return client.post(f"/duties/{duty.pk}/cell/", fields, headers={"HX-Request": "true"})  # type: ignore[return-value]


def test_four_persons_walk_past_the_grid(sign: Sign, duty: Duty) -> None:
    people = ("stranger", "north_head", "clerk", "director", "secretary")
    assert {who: sign(who).get(f"/grid/{duty.paper_id}/").status_code for who in people} == {
        "stranger": 404,
        "north_head": 404,
        "clerk": 200,
        "director": 200,
        "secretary": 200,
    }
    assert {who: _cell(sign(who), duty, "1").status_code for who in people[:3]} == {
        "stranger": 404,
        "north_head": 404,
        "clerk": 200,
    }
    assert _cell(sign("secretary"), duty, "1").status_code == 404


def test_who_looks_over_has_no_cells_to_write_in(sign: Sign, duty: Duty, world: World, october: date) -> None:
    save_cell(duty, by=world.officers["clerk"], value="77", version=duty.version, today=october)
    page = sign("secretary").get(f"/grid/{duty.paper_id}/").content.decode()
    assert 'class="cell"' not in page
    assert "৭৭" not in page, "a draft is nobody else's business"
    assert "লেখা মানগুলোর প্রতিবেদন দিন" not in page


def test_a_cell_is_saved_as_it_is_left_and_its_mark_moves(sign: Sign, duty: Duty) -> None:
    clerk = sign("clerk")
    answer = _cell(clerk, duty, "৮৫")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'<span id="marks-{duty.line_id}" hx-swap-oob="true"><span class="marks">৫.১০</span> / ৬</span>' in page
    assert '<strong id="claimed" hx-swap-oob="true">৫.১০</strong>' in page
    assert f'name="version-{duty.pk}" value="{duty.version + 1}"' in page
    draft = Report.objects.get(duty=duty)
    assert (draft.value, draft.state) == ("85", ReportState.DRAFT)
    again = clerk.get(f"/grid/{duty.paper_id}/").content.decode()
    assert 'value="৮৫"' in again
    assert '<strong id="claimed">৫.১০</strong>' in again


def test_zero_is_stored_and_an_empty_cell_is_not_zero(sign: Sign, duty: Duty) -> None:
    clerk = sign("clerk")
    assert "০.০০</span> / ৬" in _cell(clerk, duty, "০").content.decode()
    page = _cell(clerk, duty, "", duty.version + 1).content.decode()
    assert "— / ৬" in page
    assert Report.objects.get(duty=duty).value is None


def test_unreadable_text_is_shown_at_the_cell(sign: Sign, duty: Duty) -> None:
    answer = _cell(sign("clerk"), duty, "অনেক")
    assert answer.status_code == 422
    assert "এখানে একটি সংখ্যা লিখুন" in answer.content.decode()
    assert not Report.objects.exists()


def test_a_conflict_shows_both_values_and_who_wrote_the_other(
    sign: Sign, duty: Duty, world: World, october: date
) -> None:
    save_cell(duty, by=world.officers["director"], value="70", version=duty.version, today=october)
    clerk = sign("clerk")
    answer = _cell(clerk, duty, "৭৫")
    page = answer.content.decode()
    assert (answer.status_code, answer["HX-Retarget"]) == (409, f"#cell-{duty.pk}")
    assert "জনাব director" in page
    assert "<strong>৭০</strong>" in page
    assert "<strong>৭৫</strong>" in page
    assert Report.objects.get(duty=duty).value == "70"
    assert f'name="version-{duty.pk}" value="{duty.version + 1}"' in page
    theirs = clerk.get(f"/duties/{duty.pk}/cell/?whole", headers={"HX-Request": "true"}).content.decode()
    assert 'value="৭০"' in theirs
    assert "conflict" not in theirs
    assert _cell(clerk, duty, "৭৫", duty.version + 1).status_code == 200
    assert Report.objects.get(duty=duty).value == "75"


def _whole(client: Client, paper: Paper, do: str, **values: str) -> HttpResponse:
    """The whole form as a browser without script sends it: every cell of the quarter with its version."""
    fields = {"quarter": "1", "do": do}
    for duty in Duty.objects.filter(paper=paper, quarter=1).select_related("line"):
        assert duty.line is not None
        fields[f"value-{duty.pk}"] = values.get(duty.line.code.replace(".", "_"), "")
        fields[f"version-{duty.pk}"] = str(duty.version)
    return client.post(f"/grid/{paper.pk}/", fields)  # type: ignore[return-value]


def test_without_script_the_whole_grid_is_saved_and_submitted(sign: Sign, paper: Paper, october: date) -> None:
    clerk = sign("clerk")
    values = {f"{one}_{two}_{three}": said for one, two, three, said in ((1, 1, 1, "৮৫"), (1, 1, 2, "০"))}
    assert _whole(clerk, paper, "save", **values).status_code == 302
    assert set(Report.objects.values_list("value", "state")) == {("85", "draft"), ("0", "draft")}
    answer = _whole(clerk, paper, "submit", **values)
    assert (answer.status_code, answer["Location"]) == (302, f"/grid/{paper.pk}/?quarter=1")
    assert set(Report.objects.values_list("value", "state")) == {("85", "submitted"), ("0", "submitted")}
    assert "২টি প্রতিবেদন দেওয়া হয়েছে" in clerk.get(answer["Location"]).content.decode()
    assert _whole(clerk, paper, "submit", **values).status_code == 302
    assert Report.objects.count() == 2, "what is the same is not said twice"


def test_no_cell_is_submitted_while_one_is_wrong(sign: Sign, paper: Paper, october: date) -> None:
    answer = _whole(sign("clerk"), paper, "submit", **{"1_1_1": "৮৫", "1_1_2": "কিছু একটা"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="কিছু একটা"' in page
    assert "এখানে একটি সংখ্যা লিখুন" in page
    assert list(Report.objects.values_list("value", "state")) == [("85", "draft")]


def test_a_conflict_without_script_keeps_what_was_typed(sign: Sign, paper: Paper, world: World, october: date) -> None:
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    fields = {"quarter": "1", "do": "save", f"value-{duty.pk}": "৭৫", f"version-{duty.pk}": str(duty.version)}
    save_cell(duty, by=world.officers["director"], value="70", version=duty.version, today=october)
    answer = sign("clerk").post(f"/grid/{paper.pk}/", fields)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "জনাব director" in page
    assert 'value="৭৫"' in page


def test_the_quarter_at_hand_comes_first(sign: Sign, paper: Paper, stand: Stand) -> None:
    clerk, first = sign("clerk"), Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    seen = []
    for day in (date(2022, 9, 1), date(2022, 10, 10), date(2022, 10, 20), date(2023, 8, 1)):
        stand(day)
        page = clerk.get(f"/grid/{paper.pk}/").content.decode()
        seen.append(page.split('name="quarter" value="')[1][0])
    assert seen == ["1", "1", "2", "4"]
    assert f'name="value-{first.pk}"' not in clerk.get(f"/grid/{paper.pk}/?quarter=2").content.decode()


def test_states_are_shown_as_different(sign: Sign, paper: Paper, world: World, october: date, stand: Stand) -> None:
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    report(duty, by=world.officers["clerk"], answer=Answer(value="0"), today=october)
    stand(date(2022, 10, 16))
    page = sign("secretary").get(f"/grid/{paper.pk}/?quarter=1").content.decode()
    assert "জবাব এসেছে" in page
    assert "দেরি হয়েছে" in page
    assert Duty.objects.get(pk=duty.pk).state == DutyState.SUBMITTED


def test_sixty_indicators_take_few_queries(sign: Sign, world: World, pledge: None, october: date) -> None:
    paper = issued(world, *["1"] * 60, whole="60", responsible=CLERK)
    for duty in Duty.objects.filter(paper=paper, quarter=1)[:20]:
        report(duty, by=world.officers["clerk"], answer=Answer(value="85"), today=october)
    clerk = sign("clerk")
    clerk.get(f"/grid/{paper.pk}/")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = clerk.get(f"/grid/{paper.pk}/")
    assert answer.content.count(b'class="cell"') == 60
    assert len(queries) <= 17, [query["sql"][:120] for query in queries.captured_queries]


def test_the_last_changes_are_taken_back_one_by_one_by_the_same_action(sign: Sign, paper: Paper, october: date) -> None:
    clerk = sign("clerk")
    first, second = Duty.objects.filter(paper=paper, quarter=1).order_by("pk")
    for duty, value in ((first, "৫"), (second, "৭"), (first, "৬")):
        duty.refresh_from_db()
        assert _cell(clerk, duty, value).status_code == 200
    shown = []
    for _ in range(4):
        clerk.post(f"/grid/{paper.pk}/", {"quarter": "1", "do": "undo"})
        shown.append([Report.objects.get(duty=duty).value for duty in (first, second)])
    assert shown == [["5", "7"], ["5", None], [None, None], [None, None]]
    assert Entry.objects.filter(verb="duty.save_cell").count() == 6


def test_what_somebody_else_wrote_since_is_not_taken_back(sign: Sign, duty: Duty, world: World, october: date) -> None:
    clerk = sign("clerk")
    _cell(clerk, duty, "৫")
    duty.refresh_from_db()
    save_cell(duty, by=world.officers["director"], value="9", version=duty.version, today=october)
    clerk.post(f"/grid/{duty.paper_id}/", {"quarter": "1", "do": "undo"})
    assert Report.objects.get(duty=duty).value == "9"
