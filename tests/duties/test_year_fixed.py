"""The marks of a year: fixed as they were shown, published once, taken back with a reason, never by who earns them."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties import actions
from angikar.duties.cycle.actions import file
from angikar.duties.cycle.published import published
from angikar.duties.cycle.queries import year_of
from angikar.duties.cycle.year.actions import evaluate, publish_evaluation, take_back_evaluation
from angikar.duties.models import Duty, DutyState, Evaluation, Report
from angikar.history.refusal import NotYours, Refused
from angikar.notices.models import Notice
from angikar.offices.actions import appoint, create_post
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.closing import close_year
from tests.world import World

OCTOBER, JULY = date(2022, 10, 10), date(2023, 7, 20)


def _duty(paper: Paper) -> Duty:
    return Duty.objects.get(paper=paper, key="own:1.1.1:q1")


def _report(world: World, duty: Duty, value: str) -> Report:
    return actions.report(duty, by=world.officers["clerk"], answer=Answer(value=value), today=OCTOBER)


def test_marks_that_changed_since_they_were_shown_are_not_fixed(world: World, paper: Paper) -> None:
    close_year(world, paper, JULY)
    with pytest.raises(Refused, match="marks have changed"):
        evaluate(paper, by=world.officers["secretary"], words="ভালো", today=JULY, seen="99.00")
    assert not Evaluation.objects.exists()


def test_an_evaluation_is_taken_back_with_a_reason_and_the_year_is_open_again(world: World, paper: Paper) -> None:
    secretary, asked = world.officers["secretary"], _report(world, _duty(paper), "85")
    file(paper, 1, by=world.officers["director"], today=OCTOBER)
    close_year(world, paper, JULY)
    fixed = publish_evaluation(evaluate(paper, by=secretary, words="ভালো", today=JULY), by=secretary, today=JULY)
    assert [each.pk for each in published()] == [fixed.pk]
    with pytest.raises(Refused, match="reason"):
        take_back_evaluation(fixed, by=secretary, words=" ", today=JULY)
    with pytest.raises(NotYours):
        take_back_evaluation(fixed, by=world.officers["director"], words="কম পেয়েছি", today=JULY)
    back = take_back_evaluation(fixed, by=secretary, words="একটি প্রমাণক ভুয়া ছিল।", today=JULY)
    assert (back.is_public, back.accepted, back.taken_back_words) == (False, fixed.accepted, "একটি প্রমাণক ভুয়া ছিল।")
    assert list(published()) == []
    assert Duty.objects.get(kind="evaluation").state == DutyState.OPEN
    with pytest.raises(Refused, match="taken back already"):
        take_back_evaluation(fixed, by=secretary, words="আবার", today=JULY)
    with pytest.raises(Refused, match="taken back already"):
        publish_evaluation(fixed, by=secretary, today=JULY)
    actions.accept(asked, by=secretary, today=JULY, value="60", words="প্রমাণক বাদ")
    again = evaluate(paper, by=secretary, words="সংশোধিত", today=JULY)
    assert (again.pk != fixed.pk, year_of(paper).evaluation, year_of(paper).taken_back) == (True, again, (back,))
    sent = list(Notice.objects.filter(page__endswith="/year/", post=world.posts["director"]).values_list("text_en"))
    assert len(sent) == 4, sent


def test_an_officer_does_not_fix_the_marks_of_an_office_he_leads_himself(world: World, paper: Paper) -> None:
    close_year(world, paper, JULY)
    secretary = world.officers["secretary"]
    appoint(
        secretary, create_post(world.offices["department"], "দ্বিতীয় ফোকাল", by=None, is_focal=True), since=JULY, by=None
    )
    with pytest.raises(Refused, match="lead this office as well"):
        evaluate(paper, by=secretary, words="চমৎকার", today=JULY)


def test_an_evaluation_is_published_once_by_the_office_above(world: World, paper: Paper) -> None:
    close_year(world, paper, JULY)
    fixed = evaluate(paper, by=world.officers["secretary"], words="কিছুই জানানো হয়নি।", today=JULY)
    with pytest.raises(NotYours):
        publish_evaluation(fixed, by=world.officers["director"], today=JULY)
    shown = publish_evaluation(fixed, by=world.officers["ministry_focal"], today=JULY)
    assert (shown.is_public, shown.published_on) == (True, JULY)
    with pytest.raises(Refused, match="published already"):
        publish_evaluation(fixed, by=world.officers["secretary"], today=JULY)
