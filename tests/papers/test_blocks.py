"""Many cells of a plan at once: pasted from a spreadsheet, filled down, spread over quarters, and taken back step by step."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.history.queries import history_of
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.papers.actions import amend
from angikar.papers.blocks.actions import fill_down, paste, spread_quarters, take_back
from angikar.papers.blocks.entering import differences
from angikar.papers.models import Paper
from angikar.papers.plans.actions import arrange, begin
from angikar.papers.plans.forms import PLANS
from angikar.rules.plan import Plan
from tests.world import World

ROW = "areas.0.activities.0.indicators.0"
COLUMNS = (
    "areas.0.title",
    "areas.0.weight",
    "areas.0.activities.0.title",
    f"{ROW}.title",
    f"{ROW}.unit_text",
    f"{ROW}.counting",
    f"{ROW}.weight",
    f"{ROW}.criteria.0",
)
BLOCK = (
    ("সেবা", "২০", "[১.১] কাজ", "[১.১.১] সভা", "সংখ্যা", "সমষ্টি", "৫", "১০"),
    ("", "", "", "প্রশিক্ষণ", "জন", "ক্রমপুঞ্জিভূত", "৫", "১,২০০"),
    ("", "", "পরিদর্শন", "প্রতিবেদন", "তারিখ", "", "১০", "১৫.০৩.২০২৭"),
    ("জনবল", "৫", "নিয়োগ", "নিয়োগকৃত", "%", "গড়", "৫", "৯০"),
)


@pytest.fixture
def paper(world: World) -> Paper:
    """An agreement in which nothing is written yet."""
    return begin(world.officers["focal"], world.offices["department"], PLANS["agreement"], "2026-27")


def _rows(paper: Paper) -> list[tuple[Any, ...]]:
    paper.refresh_from_db()
    value = paper.value()
    assert isinstance(value, Plan)
    return [
        (row.code, area.title, activity.title, row.title, row.counting, row.target)
        for _, area, activity, row in value.indicators()
    ]


def test_a_block_fills_its_cells_by_what_they_are_and_adds_the_rows_it_needs(world: World, paper: Paper) -> None:
    _, left = paste(paper, COLUMNS, BLOCK, version=paper.version, by=world.officers["focal"])
    assert left == []
    assert _rows(paper) == [
        ("1.1.1", "সেবা", "কাজ", "সভা", "sum", ("10",)),
        ("1.1.2", "সেবা", "কাজ", "প্রশিক্ষণ", "cumulative", ("1200",)),
        ("1.2.1", "সেবা", "পরিদর্শন", "প্রতিবেদন", "date", ("2027-03-15",)),
        ("2.1.1", "জনবল", "নিয়োগ", "নিয়োগকৃত", "average", ("90",)),
    ]
    assert [entry.verb for entry in history_of(paper)] == ["paper.draft", "paper.amend_several"]


def test_a_long_block_asks_the_database_no_more_than_a_short_one(world: World, paper: Paper) -> None:
    focal, asked = world.officers["focal"], list[int]()
    for count in (2, 12):
        version = Paper.objects.get(pk=paper.pk).version
        with CaptureQueriesContext(connection) as queries:
            paste(paper, (f"{ROW}.title",), [(f"সভা {each}",) for each in range(count)], version=version, by=focal)
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert [row[0] for row in _rows(paper)] == [f"1.1.{number}" for number in range(1, 13)]


def test_rows_without_areas_run_through_the_activities_and_the_last_takes_the_rest(world: World, paper: Paper) -> None:
    focal = world.officers["focal"]
    paper = arrange(paper, "areas.0.activities.0", "add", version=paper.version, by=focal)
    paste(paper, (f"{ROW}.title",), [("ক",), ("খ",), ("গ",)], version=paper.version, by=focal)
    assert [row[:1] + row[3:4] for row in _rows(paper)] == [("1.1.1", "ক"), ("1.2.1", "খ"), ("1.2.2", "গ")]


def test_a_cell_that_cannot_be_taken_says_why_and_all_others_are_entered(world: World, paper: Paper) -> None:
    columns, line = (f"{ROW}.title", f"{ROW}.counting", f"{ROW}.weight"), ("সভা", "যখন খুশি", "পাঁচ", "বেশি")
    _, left = paste(paper, columns, [line], version=paper.version, by=world.officers["focal"])
    assert [(each.place.path.rpartition(".")[2], each.place.value, each.why.sentence.code) for each in left] == [
        ("", "বেশি", "block-too-wide"),
        ("weight", "পাঁচ", "text-not-a-figure"),
        ("counting", "যখন খুশি", "value-does-not-fit"),
    ]
    assert _rows(paper)[0][3] == "সভা"


def test_what_another_wrote_meanwhile_is_left_and_said(world: World, paper: Paper) -> None:
    seen = paper.version
    amend(paper, f"{ROW}.weight", "7", version=seen, by=world.officers["director"])
    columns = (f"{ROW}.title", f"{ROW}.weight")
    fresh, left = paste(paper, columns, [("সভা", "৫")], version=seen, by=world.officers["focal"])
    assert [each.why.sentence.code for each in left] == ["cell-changed-meanwhile"]
    row = fresh.content["areas"][0]["activities"][0]["indicators"][0]
    assert (row["title"], row["weight"]) == ("সভা", "7")
    arrange(fresh, ROW, "copy", version=fresh.version, by=world.officers["director"])
    with pytest.raises(Conflict):
        paste(paper, columns, [("সভা", "৫")], version=fresh.version, by=world.officers["focal"])


def test_a_value_is_filled_down_as_far_as_there_are_rows(world: World, paper: Paper) -> None:
    focal = world.officers["focal"]
    paper, _ = paste(paper, (f"{ROW}.unit_text",), [("জন",), ("টি",), ("টি",)], version=paper.version, by=focal)
    fresh, left = fill_down(paper, (f"{ROW}.unit_text",), 9, version=paper.version, by=focal)
    rows = fresh.content["areas"][0]["activities"][0]["indicators"]
    assert ([row["unit_text"] for row in rows], left) == (["জন"] * 3, [])


def test_steps_are_taken_back_and_done_again_any_number_of_times(world: World, paper: Paper) -> None:
    focal, contents, steps = world.officers["focal"], [paper.content], []
    for columns, lines in ((COLUMNS, BLOCK), ((f"{ROW}.title",), [("ক",), ("খ",), ("গ",), ("ঘ",)])):
        paper, _ = paste(paper, columns, lines, version=paper.version, by=focal)
        steps.append(list(differences(contents[-1], paper.content)))
        contents.append(paper.content)
    for turn in (1, 2):
        for number in (1, 0):
            paper = take_back(paper, steps[number], by=focal)
            assert paper.content == contents[number], turn
        for number in (0, 1):
            again = list(differences(contents[number + 1], contents[number]))
            paper = take_back(paper, again, by=focal)
            assert paper.content == contents[number + 1], turn


def test_a_step_is_not_taken_back_over_what_another_wrote(world: World, paper: Paper) -> None:
    focal, before = world.officers["focal"], paper.content
    paper = amend(paper, f"{ROW}.title", "সভা", version=paper.version, by=focal)
    step = list(differences(before, paper.content))
    paper = amend(paper, f"{ROW}.title", "কর্মশালা", version=paper.version, by=world.officers["director"])
    with pytest.raises(Conflict) as conflict:
        take_back(paper, step, by=focal)
    assert (conflict.value.theirs, conflict.value.who) == ("কর্মশালা", "জনাব director")


def test_quarters_are_spread_from_the_target_and_add_up(world: World, paper: Paper) -> None:
    focal = world.officers["focal"]
    with pytest.raises(Refused) as refused:
        spread_quarters(paper, f"{ROW}.quarter_targets.0", version=paper.version, by=focal)
    assert refused.value.sentence.code == "quarters-not-spread"
    columns = (f"{ROW}.unit_text", f"{ROW}.counting", f"{ROW}.criteria.0")
    paper, _ = paste(paper, columns, [("সংখ্যা", "সমষ্টি", "১০")], version=paper.version, by=focal)
    paper = spread_quarters(paper, f"{ROW}.quarter_targets.0", version=paper.version, by=focal)
    assert paper.content["areas"][0]["activities"][0]["indicators"][0]["quarter_targets"] == ["2", "2", "3", "3"]


def test_only_its_office_pastes_into_a_plan_and_only_so_many_cells(world: World, paper: Paper) -> None:
    with pytest.raises(NotYours):
        paste(paper, (f"{ROW}.title",), [("ক",)], version=paper.version, by=world.officers["stranger"])
    with pytest.raises(Refused) as refused:
        paste(paper, (f"{ROW}.title",), [("ক",)] * 4001, version=paper.version, by=world.officers["focal"])
    assert refused.value.sentence.code == "block-too-large"
