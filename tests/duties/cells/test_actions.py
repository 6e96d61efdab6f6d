"""A cell that was read is written only as it was read: what happened in between is seen, and judged again."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.actions import report
from angikar.duties.cells.access import OpenCell, open_cell
from angikar.duties.cells.actions import CellInput, save
from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty, Filing, FilingState, Report
from angikar.history.models import Entry
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import mandate
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.world import World

OCTOBER = date(2022, 10, 10)


@pytest.fixture
def duty(paper: Paper) -> Duty:
    """The first figure of the first quarter."""
    return Duty.objects.get(paper=paper, key="own:1.1.1:q1")


def _read(duty: Duty, world: World, who: str = "clerk") -> OpenCell:
    return open_cell(mandate(world.officers[who], OCTOBER), duty.pk, OCTOBER)


def test_what_another_wrote_since_the_reading_is_a_conflict(duty: Duty, world: World) -> None:
    read = _read(duty, world)
    save_cell(duty, by=world.officers["director"], value="70", version=1, today=OCTOBER)
    with pytest.raises(Conflict) as refused:
        save(read, CellInput("75", 1), by=world.officers["clerk"], today=OCTOBER)
    assert (refused.value.theirs, refused.value.version) == ("70", 2)
    assert Report.objects.get().value == "70"


def test_the_same_value_written_since_the_reading_is_no_conflict(duty: Duty, world: World) -> None:
    read = _read(duty, world)
    save_cell(duty, by=world.officers["director"], value="75", version=1, today=OCTOBER)
    cell, draft = save(read, CellInput("75", 1), by=world.officers["clerk"], today=OCTOBER)
    assert (draft.by, cell.duty.version, Duty.objects.get(pk=duty.pk).version) == (world.officers["clerk"], 3, 3)
    assert [entry.now["version"] for entry in Entry.objects.filter(verb="duty.save_cell")] == [2, 3]


def test_a_quarter_that_closed_since_the_reading_takes_nothing(duty: Duty, world: World) -> None:
    read = _read(duty, world)
    Filing.objects.create(paper=duty.paper, quarter=1, state=FilingState.ACCEPTED, on=OCTOBER)
    with pytest.raises(Refused):
        save(read, CellInput("75", 1), by=world.officers["clerk"], today=OCTOBER)
    assert not Report.objects.exists()
    assert Duty.objects.get(pk=duty.pk).version == 1


def test_what_was_reported_since_the_reading_is_not_overwritten(duty: Duty, world: World) -> None:
    read = _read(duty, world)
    report(duty, by=world.officers["director"], answer=Answer(value="70"), today=OCTOBER)
    with pytest.raises(Conflict):
        save(read, CellInput("75", 1), by=world.officers["clerk"], today=OCTOBER)
    assert [each.value for each in Report.objects.all()] == ["70"]


def test_who_may_only_look_opens_no_cell(duty: Duty, world: World) -> None:
    for who in ("secretary", "north_head", "stranger"):
        with pytest.raises(NotYours):
            _read(duty, world, who)
