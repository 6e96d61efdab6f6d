"""Several at once: what is ticked is accepted or acknowledged in one step, what stays out is said with its reason, and others get nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from angikar.duties.actions import EvidenceFile, report
from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState, Report
from angikar.duties.owed.several import AT_ONCE
from angikar.history.models import Entry
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.desk.conftest import Sign
from tests.desk.samples import circular
from tests.world import World

ACCEPT, ACKNOWLEDGE = "/duties/accept/", "/duties/acknowledge/"


def _said(client: Client, address: str, **sent: object) -> str:
    answer = client.post(address, sent, follow=True)
    assert answer.redirect_chain == [("/", 302)]
    return answer.content.decode()


def _issued(world: World, number: int, day: date) -> Paper:
    """A circular that went out under a number of its own."""
    draft = circular(world)
    draft.memo_number = draft.content["letter"]["memo_number"] = f"88.01.0000.011.22.007.22-{number}"
    draft.save()
    return issue(draft, by=world.officers["director"], day=day)


@pytest.fixture
def claimed(world: World, paper: Paper, october: date) -> list[Report]:
    """Two figures of the first quarter that the clerk reported, the second beyond what its row can be."""
    found = []
    for duty, value in zip(Duty.objects.filter(paper=paper, quarter=1).order_by("pk"), ("85", "100000"), strict=True):
        duty.asked = {**duty.asked, "target": "100"}
        duty.save()
        answer = Answer(value=value, words="গণনা করা")
        file = EvidenceFile("proof.txt", f"proof {value}".encode())
        found.append(report(duty, by=world.officers["clerk"], answer=answer, today=october, files=[file]))
    return found


def test_what_needs_words_stays_out_and_the_rest_is_accepted(sign: Sign, claimed: list[Report]) -> None:
    client = sign("secretary")
    page = client.get("/").content.decode()
    assert all(f'name="report" value="{each.pk}"' in page for each in claimed), "both stand there with their figures"
    assert "১,০০,০০০" in page
    before = Entry.objects.filter(verb="duty.accept").count()
    said = _said(client, ACCEPT, report=[each.pk for each in claimed])
    assert "১টি প্রতিবেদন গৃহীত হয়েছে।" in said
    assert "রয়ে গেছে ১টি (সূচক 2" in said
    assert "সন্দেহজনক মান গ্রহণ করতে হলে কারণ লিখুন" in said
    assert list(Report.objects.order_by("pk").values_list("state", flat=True)) == ["accepted", "submitted"]
    assert Entry.objects.filter(verb="duty.accept").count() == before + 1
    assert "এর মধ্যে দেখা হয়ে গেছে" in _said(client, ACCEPT, report=[claimed[0].pk]), "sent twice is accepted once"
    assert Entry.objects.filter(verb="duty.accept").count() == before + 1


def test_one_accepts_only_what_one_looks_over(sign: Sign, claimed: list[Report]) -> None:
    both = [each.pk for each in claimed]
    for who in ("clerk", "director", "north_head", "stranger"):
        assert sign(who).post(ACCEPT, {"report": both}).status_code == 404
    assert sign("secretary").post(ACCEPT, {"report": [both[0], 999_999]}).status_code == 404, (
        "one foreign number spoils all"
    )
    assert set(Duty.objects.filter(quarter=1).values_list("state", flat=True)) == {DutyState.SUBMITTED}


def test_a_figure_of_ones_own_stays_out(sign: Sign, world: World, paper: Paper, october: date) -> None:
    duty = Duty.objects.filter(paper=paper, quarter=1)[0]
    Duty.objects.filter(pk=duty.pk).update(owed_to=paper.office)
    own = report(duty, by=world.officers["director"], answer=Answer(value="85"), today=october)
    assert "নিজের দেওয়া হিসাব নিজে গ্রহণ করা যায় না" in _said(sign("director"), ACCEPT, report=[own.pk])
    own.refresh_from_db()
    assert own.state == "submitted"


def test_an_empty_choice_and_too_many_are_refused(sign: Sign, claimed: list[Report]) -> None:
    client = sign("secretary")
    assert "কোনোটিতে টিক দেওয়া হয়নি" in _said(client, ACCEPT)
    assert "একবারে সর্বোচ্চ ৩০টি" in _said(client, ACCEPT, report=list(range(1, AT_ONCE + 2)))


def test_receipts_are_acknowledged_together_and_by_their_posts_alone(sign: Sign, world: World, october: date) -> None:
    papers = [_issued(world, number, october) for number in (41, 42)]
    asked = Duty.objects.filter(paper__in=papers, kind="acknowledge", post=world.posts["north_head"])
    both = sorted(asked.values_list("pk", flat=True))
    assert len(both) == 2
    for who in ("south_head", "stranger"):
        assert sign(who).post(ACKNOWLEDGE, {"duty": both}).status_code == 404
    client = sign("north_head")
    assert "প্রাপ্তি স্বীকার বাকি (২)" in client.get("/").content.decode()
    said = _said(client, ACKNOWLEDGE, duty=both)
    assert "২টি নথির প্রাপ্তি স্বীকার করা হয়েছে।" in said
    assert "প্রাপ্তি স্বীকার বাকি" not in said
    assert set(asked.values_list("state", flat=True)) == {DutyState.ACCEPTED}
