"""Rows on the sheet of a plan: added, copied, moved and removed by buttons of the open cell, levels filled, and the marks left to give."""

from __future__ import annotations

from typing import Any

import pytest

from angikar.papers.models import Paper
from angikar.papers.plans.actions import begin
from angikar.papers.plans.forms import PLANS
from angikar.rules.plan import Plan
from tests.desk.conftest import Sign
from tests.world import World

HTMX: dict[str, Any] = {"HTTP_HX_REQUEST": "true"}
ROW = "areas.0.activities.0.indicators.0"


@pytest.fixture
def paper(world: World) -> Paper:
    """An agreement in which nothing is written yet."""
    return begin(world.officers["focal"], world.offices["department"], PLANS["agreement"], "2026-27")


def _rows(paper: Paper) -> list[tuple[str, str]]:
    paper.refresh_from_db()
    value = paper.value()
    assert isinstance(value, Plan)
    return [(row.code, row.title) for _, _, _, row in value.indicators()]


def test_the_open_cell_has_the_buttons_of_its_row_and_what_was_typed_is_kept_first(sign: Sign, paper: Paper) -> None:
    focal, path = sign("focal"), f"{ROW}.title"
    cell = focal.get(f"/papers/{paper.pk}/cell/?path={path}", **HTMX).content.decode()
    for how in ("add", "copy", "up", "down", "remove"):
        assert f'name="arrange" value="{how}"' in cell
    sent = {"path": path, "n": "1", "version": paper.version, f"f:{path}": "প্রথম", f"was:{path}": "", "arrange": "copy"}
    assert focal.post(f"/papers/{paper.pk}/cell/", sent).status_code == 302
    assert _rows(paper) == [("1.1.1", "প্রথম"), ("1.1.2", "প্রথম")]


def test_areas_and_lists_are_added_below_the_sheet_and_an_item_is_removed_again(sign: Sign, paper: Paper) -> None:
    focal = sign("focal")
    for name in ("areas", "acronyms", "dependencies", "outcomes"):
        paper.refresh_from_db()
        focal.post(f"/papers/{paper.pk}/rows/", {"path": name, "arrange": "add", "version": paper.version})
    paper.refresh_from_db()
    assert [code for code, _ in _rows(paper)] == ["1.1.1", "2.1.1"]
    assert [len(paper.content[name]) for name in ("acronyms", "dependencies", "outcomes")] == [1, 1, 2]
    assert list(paper.content["outcomes"][1]["indicators"][0]["projections"]) == ["2027-28", "2028-29"]
    sent = {"path": "acronyms.0.short", "arrange": "remove", "version": paper.version}
    focal.post(f"/papers/{paper.pk}/rows/", sent)
    paper.refresh_from_db()
    assert paper.content["acronyms"] == []
    assert sign("stranger").post(f"/papers/{paper.pk}/rows/", sent).status_code == 404


def test_the_levels_of_a_row_are_filled_from_its_target(sign: Sign, paper: Paper) -> None:
    focal, path = sign("focal"), f"{ROW}.criteria.2"
    assert 'name="fill" value="percent"' in focal.get(f"/papers/{paper.pk}/cell/?path={path}", **HTMX).content.decode()
    sent = {"path": path, "fill": "step", "target": "১০", "step": "১", "version": paper.version}
    focal.post(f"/papers/{paper.pk}/rows/", sent)
    paper.refresh_from_db()
    row = paper.content["areas"][0]["activities"][0]["indicators"][0]
    assert (row["criteria"], row["target"]) == (["10", "9", "8", "7", "6"], ["10"])


def test_the_marks_left_to_give_are_shown_beside_the_sheet(sign: Sign, paper: Paper) -> None:
    focal = sign("focal")
    assert "১০০ বাকি" in focal.get(f"/papers/{paper.pk}/").content.decode()
    for path, value in (("areas.0.weight", "৯৭"), (f"{ROW}.weight", "৯৮")):
        paper.refresh_from_db()
        sent = {"path": path, "n": "1", "version": paper.version, f"f:{path}": value, f"was:{path}": ""}
        shown = focal.post(f"/papers/{paper.pk}/cell/", sent, **HTMX).content.decode()
    assert "৩ বাকি" in shown
    assert "[১] ১ বেশি" in shown


def test_a_pasted_block_answers_with_the_whole_sheet_and_a_step_that_takes_it_back(sign: Sign, paper: Paper) -> None:
    focal = sign("focal")
    text = "সভা\tসংখ্যা\tসমষ্টি\t৫\nপ্রশিক্ষণ\tজন\tসমষ্টি\tছয়"
    sent = {"do": "paste", "path": f"{ROW}.title", "n": "0", "version": paper.version, "text": text}
    answer = focal.post(f"/papers/{paper.pk}/block/", sent)
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["X-Angikar-Sheet"]) == (200, "1")
    assert [title for _, title in _rows(paper)[:2]] == ["সভা", "প্রশিক্ষণ"]
    assert "<strong>ছয়</strong>" in page
    step = page.partition('data-step="')[2].partition('"')[0]
    assert step
    assert sign("director").post(f"/papers/{paper.pk}/block/", {"do": "back", "step": step}).status_code == 404
    back = focal.post(f"/papers/{paper.pk}/block/", {"do": "back", "step": step})
    assert back.status_code == 200
    assert [title for _, title in _rows(paper)][:1] == [""]
    again = focal.post(f"/papers/{paper.pk}/block/", {"do": "back", "step": step})
    assert again.status_code == 409, "it has been taken back already"
    assert focal.post(f"/papers/{paper.pk}/block/", {"do": "back", "step": f"{step}x"}).status_code == 422


def test_a_rearranged_row_leaves_its_step_for_the_page_that_is_shown_next(sign: Sign, paper: Paper) -> None:
    focal = sign("focal")
    focal.post(f"/papers/{paper.pk}/rows/", {"path": ROW, "arrange": "copy", "version": paper.version})
    assert "data-step=" in focal.get(f"/papers/{paper.pk}/").content.decode()
    assert "data-step=" not in focal.get(f"/papers/{paper.pk}/").content.decode()
