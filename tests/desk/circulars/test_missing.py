"""The board of missing reports: who owes what since when, who was told of it, and what was set aside."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties.actions import report
from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState
from angikar.history.models import Entry
from angikar.notices.models import Notice
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.standings.circulars.queries import AsOf
from angikar.standings.missing import AGES, missing
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import circular, said, text
from tests.world import World

DAY = date(2022, 10, 13)
LOOKED = date(2022, 10, 30)


@pytest.fixture
def paper(world: World, stand: Stand) -> Paper:
    """Two weeks of reports are over: ten and three days old; the north and its first upazila have sent the first."""
    draft = circular(world, anchor="2022-10-27", addressees=("জেলা নক্ষত্র অফিসার (সকল)", "উপজেলা নক্ষত্র অফিসার (সকল)"))
    issued = issue(draft, by=world.officers["director"], day=DAY)
    for name in ("north_head", "upazila1_head"):
        duty = Duty.objects.get(paper=issued, post=world.posts[name], due=date(2022, 10, 20))
        report(duty, by=world.officers[name], answer=Answer(words="প্রস্তুত"), today=DAY)
    stand(LOOKED)
    return issued


def test_each_post_owes_since_its_oldest_day_and_every_report_has_one_age(world: World, paper: Paper) -> None:
    folds = {fold.office: fold for fold in missing(paper, AsOf(LOOKED))}
    north, south = (folds[world.offices[name]] for name in ("north", "south"))
    assert (south.count, south.since, south.ages) == (2, date(2022, 10, 20), (0, 1, 0, 1))
    assert [each.since for each in north.owing] == sorted(each.since for each in north.owing)
    assert all(sum(each.ages) == each.count and len(each.ages) == len(AGES) for each in north.owing)
    assert sum(fold.count for fold in folds.values()) == 8


def test_a_report_is_not_missing_before_its_day_is_over(paper: Paper) -> None:
    assert missing(paper, AsOf(date(2022, 10, 20))) == []


def test_the_office_above_is_notified_by_one_tap_and_once_a_day(sign: Sign, world: World, paper: Paper) -> None:
    client, north = sign("director"), world.offices["north"].pk
    sent = {"under": north, "post": world.posts["upazila2_head"].pk}
    assert "ঊর্ধ্বতনকে জানানো হয়েছে" in said(client, f"/circulars/{paper.pk}/missing/escalate/", sent)
    notice = Notice.objects.get(paper=paper, kind="escalation")
    assert notice.post == world.posts["north_head"]
    assert "২টি প্রতিবেদন আসেনি" in notice.text
    again = said(client, f"/circulars/{paper.pk}/missing/escalate/", sent)
    assert "আজ এটি আগেই জানানো হয়েছে" in again
    assert "৩০.১০.২০২২ জেলা নক্ষত্র অফিসার" in again
    assert Entry.objects.filter(verb="notice.escalate", object_id=paper.pk).count() == 2
    assert Notice.objects.filter(paper=paper, kind="escalation").count() == 1


def test_a_whole_district_is_escalated_at_once(sign: Sign, world: World, paper: Paper) -> None:
    said(sign("director"), f"/circulars/{paper.pk}/missing/escalate/", {"under": world.offices["north"].pk})
    reported = Notice.objects.filter(paper=paper, kind="escalation")
    assert {(notice.post, notice.key.split(":")[2]) for notice in reported} == {
        (world.posts["director"], str(world.posts["north_head"].pk)),
        *((world.posts["north_head"], str(world.posts[f"upazila{number}_head"].pk)) for number in (1, 2, 3)),
    }


def test_only_who_issued_it_escalates(sign: Sign, world: World, paper: Paper) -> None:
    for other in ("clerk", "north_head", "secretary", "stranger"):
        client = sign(other)
        assert client.post(f"/circulars/{paper.pk}/missing/escalate/", {"under": 1}).status_code == 404


def test_without_an_office_above_a_sentence_says_so(sign: Sign, world: World, paper: Paper) -> None:
    posts = [world.posts["director"]]
    for post in posts:
        post.is_head = False
        post.is_focal = True
        post.save()
    south = {"under": world.offices["south"].pk}
    assert "নিবন্ধনে নেই" in said(sign("director"), f"/circulars/{paper.pk}/missing/escalate/", south)
    assert not Notice.objects.filter(paper=paper, kind="escalation").exists()


def test_a_report_is_set_aside_with_a_sentence_and_not_without(sign: Sign, world: World, paper: Paper) -> None:
    duty = Duty.objects.get(paper=paper, post=world.posts["south_head"], due=date(2022, 10, 20))
    client, address = sign("director"), f"/circulars/{paper.pk}/missing/excuse/"
    sent = {"duty": duty.pk, "under": world.offices["south"].pk}
    assert "কারণটি এক বাক্যে লিখুন" in said(client, address, {**sent, "words": " "})
    said(client, address, {**sent, "words": "এ সপ্তাহে আকাশ মেঘলা ছিল"})
    duty.refresh_from_db()
    assert duty.state == DutyState.EXCUSED
    assert sum(fold.count for fold in missing(paper, AsOf(LOOKED))) == 7
    assert sign("north_head").post(address, {**sent, "words": "নেই"}).status_code == 404


def test_the_open_district_lists_what_is_owed(sign: Sign, world: World, paper: Paper) -> None:
    page = text(sign("director"), f"/circulars/{paper.pk}/missing/?under={world.offices['south'].pk}")
    assert page.count("কেন প্রযোজ্য নয়") >= 2
    assert "২০ অক্টোবর ২০২২" in page
    assert "কেন প্রযোজ্য নয়" not in text(
        sign("north_head"), f"/circulars/{paper.pk}/missing/?under={world.offices['south'].pk}"
    )
