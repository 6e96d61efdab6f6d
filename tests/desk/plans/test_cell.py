"""One cell costs one line: few queries, whatever the plan holds."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty, Report
from angikar.history.models import Entry
from angikar.papers.models import Paper
from tests.desk.conftest import Sign
from tests.pledge import issued
from tests.world import World


def test_one_of_sixty_cells_is_saved_with_eight_queries(sign: Sign, world: World, pledge: None, october: date) -> None:
    paper = issued(world, *["1"] * 60, whole="60", responsible="সহকারী পরিচালক (প্রশাসন)")
    duties = list(Duty.objects.filter(paper=paper, quarter=1))
    for duty in duties[:5]:
        save_cell(duty, by=world.officers["clerk"], value="85", version=1, today=october)
    clerk, spent = sign("clerk"), []
    for version in (1, 2):
        fields = {f"value-{duties[9].pk}": f"৯{version}", f"version-{duties[9].pk}": version}
        with CaptureQueriesContext(connection) as asked:
            answer = clerk.post(f"/duties/{duties[9].pk}/cell/", fields, headers={"HX-Request": "true"})
        assert answer.status_code == 200
        spent.append([each["sql"] for each in asked if each["sql"].startswith(("SELECT", "INSERT", "UPDATE"))])
    assert [len(each) for each in spent] == [8, 8], spent
    assert '<strong id="claimed" hx-swap-oob="true">৫.১৭</strong>' in answer.content.decode()


@pytest.fixture
def cells(world: World, pledge: None, october: date) -> list[Duty]:
    """The cells of four rows in the first quarter."""
    paper = issued(world, "1", "2", "3", "4", whole="10", responsible="সহকারী পরিচালক (প্রশাসন)")
    return list(Duty.objects.filter(paper=paper, quarter=1).order_by("pk"))


def _together(client: Client, typed: dict[Duty, str], **more: str) -> HttpResponse:
    fields = {f"value-{duty.pk}": value for duty, value in typed.items()}
    fields |= {f"version-{duty.pk}": str(duty.version) for duty in typed} | more
    first = next(iter(typed))
    return client.post(f"/duties/{first.pk}/cell/", fields, headers={"HX-Request": "true"})  # type: ignore[return-value]


def test_cells_that_are_sent_together_are_each_saved_answered_and_recorded(sign: Sign, cells: list[Duty]) -> None:
    answer = _together(sign("clerk"), dict(zip(cells, ("৮৫", "৯০", "০", ""), strict=True)))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert answer["X-Angikar-Kept"] == ",".join(str(duty.pk) for duty in cells)
    assert set(Report.objects.values_list("duty", "value")) == {
        (cells[0].pk, "85"),
        (cells[1].pk, "90"),
        (cells[2].pk, "0"),
    }
    assert list(Entry.objects.filter(verb="duty.save_cell").values_list("object_id", flat=True)) == [
        duty.pk for duty in cells[:3]
    ]
    for duty in cells[1:3]:
        assert f'<div id="said-{duty.pk}" hx-swap-oob="innerHTML"><span class="saved">' in page
        assert f'id="version-{duty.pk}" name="version-{duty.pk}" value="{duty.version + 1}"' in page
    assert page.count('id="claimed"') == 1


def test_one_that_is_refused_takes_nothing_from_those_beside_it(
    sign: Sign, cells: list[Duty], world: World, october: date
) -> None:
    save_cell(cells[1], by=world.officers["director"], value="70", version=cells[1].version, today=october)
    answer = _together(sign("clerk"), dict(zip(cells, ("৮৫", "৭৫", "অনেক", "৪"), strict=True)))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert answer["X-Angikar-Kept"] == f"{cells[0].pk},{cells[3].pk}"
    assert dict(Report.objects.values_list("duty", "value")) == {cells[0].pk: "85", cells[1].pk: "70", cells[3].pk: "4"}
    assert f'<div id="cell-{cells[1].pk}" hx-swap-oob="innerHTML">' in page
    assert "<strong>৭৫</strong>" in page
    assert "এখানে একটি সংখ্যা লিখুন" in page


def test_a_cell_of_another_person_or_plan_keeps_all_that_came_with_it_unsaved(
    sign: Sign, cells: list[Duty], world: World
) -> None:
    Paper.objects.update(plan_of=None)
    other = issued(world, "1", whole="1", responsible="সহকারী পরিচালক (প্রশাসন)")
    another = Duty.objects.get(paper=other, quarter=1)
    for who, sent in (("stranger", cells[:2]), ("clerk", [cells[0], another])):
        assert _together(sign(who), dict.fromkeys(sent, "৫")).status_code == 404
    assert not Report.objects.exists()


def test_a_cell_beside_another_costs_three_queries_more(sign: Sign, cells: list[Duty]) -> None:
    clerk, spent = sign("clerk"), []
    for duties, value in ((cells[:1], "৫"), (cells, "৬")):
        Duty.objects.update(version=1)
        with CaptureQueriesContext(connection) as asked:
            assert (
                _together(clerk, dict.fromkeys([Duty.objects.get(pk=each.pk) for each in duties], value)).status_code
                == 200
            )
        spent.append(sum(each["sql"].startswith(("SELECT", "INSERT", "UPDATE")) for each in asked))
    assert spent[1] - spent[0] - 3 <= 3 * 3
