"""Issuing freezes a paper and lays, in one transaction, all that follows from it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from angikar.duties import issue as issuing
from angikar.duties.actions import report
from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState, Line, Report
from angikar.history.chain.verifying import verify
from angikar.history.models import Entry
from angikar.history.queries import history_of
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.papers.access import papers_for
from angikar.papers.actions import amend, draft, supersede
from angikar.papers.models import Addressee, Paper, State
from angikar.rules.duty import Answer
from angikar.rules.plan import IndicatorId
from tests.amended import agreed
from tests.pledge import FRAMEWORK, ISSUED, issued, plan
from tests.world import World

pytestmark = pytest.mark.usefixtures("pledge")


def _draft(world: World, *weights: str, **content: Any) -> Paper:
    value = plan(*weights, **content).model_dump(mode="json")
    return draft(
        world.officers["director"],
        office=world.offices["department"],
        kind="pledge",
        framework=FRAMEWORK,
        content=value,
    )


def test_issuing_creates_lines_and_duties(world: World, paper: Paper) -> None:
    assert (paper.state, paper.issued_at, paper.hash) == (State.ISSUED, ISSUED, paper.fingerprint())
    assert [(line.identity, line.weight, line.office_path) for line in Line.objects.all()] == [
        (IndicatorId("own", "1.1.1"), "6", paper.office.path),
        (IndicatorId("own", "1.1.2"), "4", paper.office.path),
    ]
    duties = Duty.objects.filter(paper=paper)
    assert duties.count() == 8
    assert {(duty.post_id, duty.owed_to_id, duty.named) for duty in duties} == {
        (world.posts["clerk"].pk, world.offices["ministry"].pk, True)
    }
    first = duties.get(key="own:1.1.1:q1")
    assert (first.opens, first.due, first.quarter) == (date(2022, 7, 1), date(2022, 10, 15), 1)
    assert first.ask.line == "own:1.1.1"
    assert verify() is None


def test_one_action_one_entry(world: World) -> None:
    made = _draft(world, "6", "4")
    before = Entry.objects.count()
    issue(made, by=world.officers["director"], day=ISSUED)
    assert Entry.objects.count() == before + 1
    entry = history_of(made).last()
    assert entry is not None
    assert (entry.verb, entry.now["duties"], entry.now["lines"]) == ("paper.issue", 8, 2)


def test_the_hash_does_not_hang_on_the_order_of_keys(paper: Paper) -> None:
    paper.content = dict(reversed(list(paper.content.items())))
    assert paper.fingerprint() == paper.hash


@pytest.mark.parametrize("responsible", ["প্রধান বৈমানিক", "জেলা নক্ষত্র অফিসার (সকল)"])
def test_a_figure_of_no_single_post_is_the_focal_posts_only_where_a_person_says_so(
    world: World, responsible: str
) -> None:
    made, director = _draft(world, "6", "4", responsible=responsible), world.officers["director"]
    with pytest.raises(Refused, match=r"leads to no post \(8 duties\)"):
        issue(made, by=director, day=ISSUED)
    issue(made, by=director, day=ISSUED, focal=True)
    assert {(duty.post, duty.named) for duty in Duty.objects.filter(paper=made)} == {(world.posts["focal"], False)}
    entry = history_of(made).last()
    assert entry is not None
    assert entry.now["unmatched"] == [responsible]


def test_a_figure_that_names_nobody_is_the_focal_posts(world: World) -> None:
    made = issued(world, "6", "4", responsible="")
    assert {duty.post for duty in Duty.objects.filter(paper=made)} == {world.posts["focal"]}


def test_a_family_gets_a_duty_each_and_reads_the_paper(world: World) -> None:
    made = issued(world, "10", addressees=("উপজেলা নক্ষত্র অফিসার (সকল)",), copies=({"to": "সচিব"},))
    receipts = Duty.objects.filter(paper=made, kind="acknowledge")
    assert {duty.post.office.name.split(", ")[1] for duty in receipts} == {"শিমুলতলা", "বকুলগঞ্জ", "পলাশবাড়ি"}
    assert {duty.owed_to for duty in receipts} == {world.offices["department"]}
    assert set(Addressee.objects.filter(paper=made, role="copy").values_list("post", flat=True)) == {
        world.posts["secretary"].pk
    }
    for short in ("upazila1_head", "upazila3_head", "secretary"):
        assert made in papers_for(world.officers[short])
    assert made not in papers_for(world.officers["south_head"])


def test_an_open_error_prevents_the_issue(world: World) -> None:
    made = _draft(world, "6", "5")
    with pytest.raises(Refused, match="1 error is open"):
        issue(made, by=world.officers["director"], day=ISSUED)
    assert not Line.objects.exists()
    made = amend(made, "areas.0.weight", "11", version=made.version, by=world.officers["focal"])
    assert issue(made, by=world.officers["director"], day=ISSUED).state == State.ISSUED


def test_only_the_head_issues_what_he_has_seen_and_only_once(world: World) -> None:
    made = _draft(world, "6", "4")
    for short in ("focal", "clerk", "secretary", "north_head", "stranger"):
        with pytest.raises(NotYours):
            issue(made, by=world.officers[short], day=ISSUED)
    amend(made, "office", "অন্য", version=1, by=world.officers["focal"])
    with pytest.raises(Conflict):
        issue(made, by=world.officers["director"], day=ISSUED)
    made.refresh_from_db()
    out = issue(made, by=world.officers["director"], day=ISSUED)
    with pytest.raises(Refused, match="not in a state"):
        issue(out, by=world.officers["director"], day=ISSUED)


def test_an_issue_that_breaks_half_way_leaves_no_row(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made = _draft(world, "6", "4")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(issuing, "record", broken)
    with pytest.raises(RuntimeError):
        issue(made, by=world.officers["director"], day=ISSUED)
    made.refresh_from_db()
    assert (made.state, made.hash) == (State.DRAFT, "")
    assert not Line.objects.exists()
    assert not Duty.objects.exists()
    assert not Addressee.objects.exists()


def test_a_paper_that_replaces_another_takes_over_what_both_ask(world: World, paper: Paper) -> None:
    clerk, director = world.officers["clerk"], world.officers["director"]
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    answered = report(duty, by=clerk, answer=Answer(value="30"), today=date(2022, 10, 5))
    new = supersede(paper, by=director, day=date(2022, 9, 1))
    content = plan("7", responsible="সহকারী পরিচালক (প্রশাসন)").model_dump(mode="json")["areas"]
    Paper.objects.filter(pk=new.pk).update(content={**new.content, "areas": content})
    new.refresh_from_db()
    new = amend(new, "areas.0.weight", "7", version=new.version, by=director)
    new = issue(agreed(world, new, day=date(2022, 10, 20)), by=director, day=date(2022, 10, 20))
    paper.refresh_from_db()
    duty.refresh_from_db()
    assert paper.state == State.SUPERSEDED
    assert duty.paper == new
    assert duty.line is not None
    assert (duty.line.paper, duty.line.weight, duty.state) == (new, "7", DutyState.SUBMITTED)
    assert Report.objects.get(pk=answered.pk).duty == duty
    assert set(Duty.objects.filter(paper=paper).values_list("state", flat=True)) == {DutyState.WITHDRAWN}
    assert Duty.objects.filter(paper=new).count() == 4
