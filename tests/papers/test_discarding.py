"""A draft that nobody needs is discarded and restored: its year is free meanwhile, nothing is lost, and what needs it keeps it."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.issue import issue
from angikar.history.queries import history_of
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.papers.actions import amend, move, supersede
from angikar.papers.discarding.actions import discard, restore
from angikar.papers.letters.actions import begin as begin_letter
from angikar.papers.letters.blank import FORMS
from angikar.papers.letters.queries import in_hand
from angikar.papers.links.actions import link_plan
from angikar.papers.links.queries import inside
from angikar.papers.models import Paper, State
from angikar.papers.plans.actions import begin
from angikar.papers.plans.forms import PLANS
from tests.desk.samples import circular
from tests.world import FIRST_DAY, World

YEAR = "2026-27"


def _begun(world: World, name: str = "charter", year: str = YEAR) -> Paper:
    return begin(world.officers["focal"], world.offices["department"], PLANS[name], year)


def _discarded(world: World, paper: Paper, by: str = "focal") -> Paper:
    paper.refresh_from_db()
    return discard(paper, by=world.officers[by], version=paper.version, words="ভুল বছর")


def _restored(world: World, paper: Paper, by: str = "focal") -> Paper:
    paper.refresh_from_db()
    return restore(paper, by=world.officers[by], version=paper.version)


def test_a_discarded_plan_frees_its_year_and_is_restored_as_it_was(world: World) -> None:
    paper = _begun(world)
    amend(paper, "areas.0.title", "সেবা সহজীকরণ", version=paper.version, by=world.officers["focal"])
    paper = _discarded(world, paper)
    other = _begun(world)
    with pytest.raises(Refused) as refused:
        _restored(world, paper)
    assert refused.value.sentence.code == "plan-already-begun"
    _discarded(world, other)
    back = _restored(world, paper)
    assert (back.state, back.content["areas"][0]["title"]) == (State.DRAFT, "সেবা সহজীকরণ")
    verbs = [entry.verb for entry in history_of(paper)]
    assert verbs == ["paper.draft", "paper.amend", "paper.discard", "paper.restore"]


def test_a_discarded_draft_is_neither_changed_nor_issued(world: World) -> None:
    paper = _discarded(world, _begun(world))
    with pytest.raises(Refused) as refused:
        amend(paper, "areas.0.title", "না", version=paper.version, by=world.officers["focal"])
    assert refused.value.sentence.code == "paper-discarded"
    with pytest.raises(Refused):
        move(paper, State.REVIEW, by=world.officers["focal"], version=paper.version)
    with pytest.raises(Refused):
        issue(paper, by=world.officers["director"], day=date(2026, 9, 1))


@pytest.mark.parametrize("who", ["stranger", "north_head", "secretary", "clerk"])
def test_only_who_has_a_draft_in_hand_discards_and_restores_it(world: World, who: str) -> None:
    paper = _begun(world)
    with pytest.raises(NotYours):
        _discarded(world, paper, who)
    paper = _discarded(world, paper)
    with pytest.raises(NotYours):
        _restored(world, paper, who)


def test_a_draft_that_changed_meanwhile_is_looked_at_again(world: World) -> None:
    paper = _begun(world)
    amend(paper, "areas.0.title", "সেবা", version=paper.version, by=world.officers["director"])
    with pytest.raises(Conflict):
        discard(paper, by=world.officers["focal"], version=paper.version)


def test_a_letter_leaves_the_hand_of_its_holder_and_comes_back_to_it(world: World) -> None:
    clerk = world.officers["clerk"]
    letter = begin_letter(clerk, world.offices["department"], FORMS["circular"], subject="উল্কাবৃষ্টির প্রস্তুতি")
    with pytest.raises(NotYours):
        _discarded(world, letter, "focal")
    letter = _discarded(world, letter, "clerk")
    assert not in_hand(clerk, FIRST_DAY)
    _restored(world, letter, "clerk")
    assert [each.pk for each in in_hand(clerk, FIRST_DAY)] == [letter.pk]


def test_what_a_discarded_amendment_was_to_replace_may_be_replaced_by_another(world: World) -> None:
    director = world.officers["director"]
    old = issue(circular(world), by=director, day=date(2022, 10, 13))
    first = supersede(old, by=director, day=date(2022, 10, 14))
    _discarded(world, first, "director")
    second = supersede(old, by=director, day=date(2022, 10, 15))
    with pytest.raises(Refused) as refused:
        _restored(world, first, "director")
    assert refused.value.sentence.code == "draft-not-restorable"
    _discarded(world, second, "director")
    assert _restored(world, first, "director").supersedes == old


def test_a_plan_that_an_agreement_counts_stays_and_one_of_a_discarded_agreement_is_free(world: World) -> None:
    focal = world.officers["focal"]
    pledge, charter = _begun(world, "agreement", "2022-23"), _begun(world, "charter", "2022-23")
    line = next(each.line for each in inside(pledge) if each.form and each.form.name == "charter")
    link_plan(pledge, line, charter, by=focal, version=pledge.version)
    with pytest.raises(Refused) as refused:
        _discarded(world, charter)
    assert refused.value.sentence.code == "discard-linked-plan"
    pledge = _discarded(world, pledge)
    other = _begun(world, "agreement", "2022-23")
    link_plan(other, line, charter, by=focal, version=other.version)
    _discarded(world, other)
    assert {each.named for each in inside(_restored(world, pledge)) if each.line == line} == {charter}


def test_a_restored_agreement_leaves_a_plan_to_the_one_that_counts_it_now(world: World) -> None:
    focal, first = world.officers["focal"], _begun(world, "agreement", "2022-23")
    charter = _begun(world, "charter", "2022-23")
    line = next(each.line for each in inside(first) if each.form and each.form.name == "charter")
    link_plan(first, line, charter, by=focal, version=first.version)
    first = _discarded(world, first)
    other = _begun(world, "agreement", "2022-23")
    link_plan(other, line, charter, by=focal, version=other.version)
    Paper.objects.filter(pk=other.pk).update(fiscal_year="2023-24")
    assert {each.named for each in inside(_restored(world, first)) if each.line == line} == {None}
