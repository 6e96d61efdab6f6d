"""Where a paper stands: who may move it where, with a sentence when it goes back, and how it is replaced."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.issue import issue
from angikar.papers.models import Paper, State
from tests.desk.conftest import Sign
from tests.desk.samples import agreement, circular, said, text
from tests.world import World


@pytest.fixture
def paper(world: World) -> Paper:
    """A draft circular of the department."""
    return circular(world)


def _move(sign: Sign, who: str, paper: Paper, to: str, words: str = "") -> int:
    paper.refresh_from_db()
    data = {"to": to, "version": paper.version, "words": words}
    status = sign(who).post(f"/papers/{paper.pk}/move/", data).status_code
    paper.refresh_from_db()
    return status


def test_the_own_office_sends_it_on_and_the_office_above_sends_it_back(sign: Sign, paper: Paper) -> None:
    assert _move(sign, "clerk", paper, "review") == 404
    assert _move(sign, "focal", paper, "review") == 302
    assert paper.state == State.REVIEW
    assert _move(sign, "secretary", paper, "signed") == 404
    assert _move(sign, "north_head", paper, "draft", "না") == 404
    assert _move(sign, "secretary", paper, "draft") == 302
    assert paper.state == State.REVIEW, "not without a sentence"
    assert _move(sign, "secretary", paper, "draft", "তারিখ ঠিক করুন") == 302
    assert paper.state == State.DRAFT


def test_only_the_head_has_it_signed(sign: Sign, paper: Paper) -> None:
    assert _move(sign, "focal", paper, "signed") == 404
    assert _move(sign, "director", paper, "signed") == 302
    assert paper.state == State.SIGNED
    assert _move(sign, "director", paper, "issued") == 404, "issuing is looked at first"


def test_who_may_no_longer_read_the_paper_gets_the_list(sign: Sign, paper: Paper) -> None:
    _move(sign, "focal", paper, "review")
    data = {"to": "draft", "version": paper.version, "words": "তারিখ ঠিক করুন"}
    assert "নথিটি এখন “খসড়া” ধাপে।" in said(sign("secretary"), f"/papers/{paper.pk}/move/", data)


def test_an_issued_paper_is_replaced_by_a_new_draft(sign: Sign, world: World, paper: Paper) -> None:
    old = issue(paper, by=world.officers["director"], day=date(2022, 10, 13))
    assert sign("clerk").post(f"/papers/{old.pk}/supersede/").status_code == 404
    page = said(sign("focal"), f"/papers/{old.pk}/supersede/", {})
    new = Paper.objects.get(supersedes=old)
    assert f'href="/papers/{old.pk}/"' in page
    assert (new.state, new.content["directives"]) == (State.DRAFT, old.content["directives"])
    assert "৮৮.০১.০০০০.০১১.২২.০০৭.২২-৪১" in new.content["preamble"], "a letter names the one it replaces"
    assert new.content["letter"]["memo_number"] is None, "and gets a number of its own"
    assert "একবার" in said(sign("focal"), f"/papers/{old.pk}/supersede/", {})
    assert Paper.objects.filter(supersedes=old).count() == 1


def test_a_paper_says_who_will_be_asked_and_who_was(sign: Sign, paper: Paper) -> None:
    page = text(sign("focal"), f"/papers/{paper.pk}/")
    assert "মতামতের জন্য: সচিব; উপসচিব (কর্মসম্পাদন), তারকা মন্ত্রণালয়" in page
    assert page.count('value="review"') == 1, "there is one way of sending it up"
    _move(sign, "focal", paper, "review")
    page = text(sign("focal"), f"/papers/{paper.pk}/")
    assert "মতামত চাওয়া হয়েছে" in page
    assert "জনাব secretary" in page
    today = text(sign("secretary"), "/")
    assert "আমার মতামত চাওয়া হয়েছে (১)" in today
    assert f'href="/papers/{paper.pk}/"' in today
    assert "মতামতসহ ফেরত দিন" in text(sign("secretary"), f"/papers/{paper.pk}/")
    assert "আমার মতামত চাওয়া হয়েছে" not in text(sign("north_head"), "/")


def test_a_letter_is_sent_up_and_sent_for_comment_by_one_form(sign: Sign, world: World, paper: Paper) -> None:
    page = text(sign("director"), f"/papers/{paper.pk}/")
    assert page.count("/pass/") == 1
    sent = {"to": "review", "version": paper.version, "words": "দেখুন"}
    assert "নথিটি এখন “মতামত” ধাপে।" in said(sign("director"), f"/papers/{paper.pk}/pass/", sent)
    assert sign("stranger").post(f"/papers/{paper.pk}/pass/", sent).status_code == 404


def test_a_plan_lists_who_will_be_asked(sign: Sign, world: World) -> None:
    plan = agreement(world)
    page = text(sign("focal"), f"/papers/{plan.pk}/")
    assert "মতামত চাওয়া হবে এঁদের কাছে" in page
    assert "জনাব secretary" in page
    assert page.count('value="review"') == 1


def test_a_draft_is_discarded_from_its_margin_leaves_the_list_and_is_restored(sign: Sign, world: World) -> None:
    plan = agreement(world)
    data = {"version": plan.version, "words": "ভুল বছর"}
    assert "খসড়া বাতিল করুন" in text(sign("focal"), f"/papers/{plan.pk}/")
    page = said(sign("focal"), f"/papers/{plan.pk}/discard/", data)
    assert "খসড়াটি বাতিল হয়েছে" in page
    assert "ভুল বছর" in page, "the history has the reason"
    link = f'href="/papers/{plan.pk}/"'
    assert link not in text(sign("focal"), "/papers/")
    assert link in text(sign("focal"), "/papers/?state=discarded")
    plan.refresh_from_db()
    page = said(sign("focal"), f"/papers/{plan.pk}/discard/", {"restore": "1", "version": plan.version})
    assert "খসড়াটি ফিরে এসেছে।" in page
    assert link in text(sign("focal"), "/papers/")
