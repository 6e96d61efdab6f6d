"""A file of several papers is taken in as several, and read as one where it was parted wrongly."""

from __future__ import annotations

import pytest

from angikar.history.queries import history_of
from angikar.history.refusal import Refused
from angikar.papers import actions
from angikar.papers.intake.actions import read_again, read_together
from angikar.papers.intake.queries import other_parts, read_with
from angikar.papers.models import Paper, State
from tests.rules.recognition.test_several import FOLDER
from tests.world import World

DATA = (FOLDER / "several" / "letter-after-letter.txt").read_bytes()


@pytest.fixture
def taken(world: World) -> tuple[Paper, ...]:
    """Two letters of one file."""
    by, office = world.officers["focal"], world.offices["department"]
    return actions.take_in_each(by, "দুটি.txt", DATA, office=office)


def test_each_paper_has_its_own_review_and_entry(taken: tuple[Paper, ...]) -> None:
    first, second = taken
    assert (first.part, second.part) == (1, 2)
    assert first.source == second.source
    assert [history_of(each).get().verb for each in taken] == ["paper.take_in"] * 2
    assert (first.memo_number, second.memo_number) == ("47.61.8700.000.05.001.21-88", "47.61.8700.000.05.002.21-91")
    assert (other_parts(first), other_parts(second)) == ([second], [first])


def test_one_is_read_again_as_another_kind_without_the_other(world: World, taken: tuple[Paper, ...]) -> None:
    again = read_again(taken[1], "circular", by=world.officers["focal"], version=1)
    assert (again.kind, again.memo_number, again.part) == ("circular", taken[1].memo_number, 2)


def test_what_was_parted_wrongly_is_read_as_one_at_one_press(world: World, taken: tuple[Paper, ...]) -> None:
    by = world.officers["focal"]
    whole = read_together(taken[0], by=by, version=1)
    other = Paper.objects.get(pk=taken[1].pk)
    assert (whole.part, other.part, other.state) == (0, None, State.INTAKE)
    assert "several-papers" not in {each.code for each in whole.doubts}
    entry = history_of(whole).last()
    assert entry is not None
    assert (entry.verb, entry.now["together"]) == ("paper.read_together", [other.pk])
    assert read_with(other) == whole
    with pytest.raises(Refused, match="together"):
        actions.accept_intake(other, by=by, version=other.version)


def test_papers_are_not_read_together_once_one_of_them_is_a_draft(world: World, taken: tuple[Paper, ...]) -> None:
    by = world.officers["focal"]
    actions.accept_intake(taken[1], by=by, version=1)
    with pytest.raises(Refused):
        read_together(taken[0], by=by, version=1)
    assert Paper.objects.get(pk=taken[0].pk).part == 1


def test_the_only_paper_of_a_file_has_no_others(world: World) -> None:
    by, office = world.officers["focal"], world.offices["department"]
    paper = actions.take_in(by, "x.txt", DATA.partition("\n\nগণপ্রজাতন্ত্রী".encode())[0], office=office)
    assert (paper.part, other_parts(paper)) == (0, [])
    with pytest.raises(Refused, match="alone"):
        read_together(paper, by=by, version=1)


def test_the_same_file_taken_in_twice_keeps_its_parts_apart(world: World, taken: tuple[Paper, ...]) -> None:
    by, office = world.officers["focal"], world.offices["department"]
    again = actions.take_in_each(by, "দুটি.txt", DATA, office=office)
    assert (other_parts(again[0]), other_parts(taken[0])) == ([again[1]], [taken[1]])
