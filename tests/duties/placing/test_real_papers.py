"""The real papers, where they are at hand, find the posts they mean, each asked once."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState
from angikar.duties.placing.sharing import same
from angikar.duties.preview import asks_of, foresee, unplaced
from angikar.duties.receipts.queries import receipts
from angikar.offices.models import Post
from angikar.papers.actions import accept_intake, amend, take_in
from angikar.papers.meanings.actions import mean
from angikar.papers.meanings.queries import MeantPosts, meaning_of, register_of
from angikar.papers.models import Paper
from angikar.standings.circulars.queries import RECEIPT, AsOf
from angikar.standings.compliance import matrix
from tests.signed import ON_PAPER
from tests.world import World

POLL = date(2022, 10, 31)
DISTRICTS, UPAZILAS = ("কুড়িগ্রাম", "রংপুর"), ("কুড়িগ্রাম সদর", "উলিপুর", "চিলমারী", "রাজারহাট")


@pytest.fixture
def country(db: None) -> World:
    """A secretariat with its district and upazila offices, and deputy commissioners with theirs, as papers call them."""
    world = World()
    world.office("secretariat", "নির্বাচন কমিশন সচিবালয়", "commission")
    world.post("secretary", "secretariat", "সচিব", head=True)
    world.post("focal", "secretariat", "উপসচিব (পরিচালনা)", focal=True)
    world.office("cabinet", "মন্ত্রিপরিষদ বিভাগ", "ministry")
    for number, name in enumerate(DISTRICTS, 1):
        world.office(f"dc{number}", f"জেলা প্রশাসকের কার্যালয়, {name}", "district", "cabinet")
        world.post(f"dc{number}_head", f"dc{number}", "জেলা প্রশাসক", head=True)
        world.post(f"ict{number}", f"dc{number}", "সহকারী কমিশনার (আইসিটি)", focal=True)
        world.office(f"election{number}", f"জেলা নির্বাচন অফিস, {name}", "district", "secretariat")
        world.post(f"election{number}_head", f"election{number}", "জেলা নির্বাচন অফিসার", head=True)
    for number, name in enumerate(UPAZILAS, 1):
        world.office(f"uno{number}", f"উপজেলা নির্বাহী অফিসারের কার্যালয়, {name}", "upazila", "dc1")
        world.post(f"uno{number}_head", f"uno{number}", "উপজেলা নির্বাহী অফিসার", head=True)
        world.office(f"upazila{number}", f"উপজেলা নির্বাচন অফিস, {name}", "upazila", "election1")
        world.post(f"upazila{number}_head", f"upazila{number}", "উপজেলা নির্বাচন অফিসার", head=True)
    return world


def _taken(world: World, seeds: Path, name: str, who: str, office: str) -> Paper:
    by = world.officers[who]
    paper = take_in(by, f"{name}.txt", (seeds / f"{name}.txt").read_bytes(), office=world.offices[office])
    return accept_intake(paper, by=by, version=paper.version)


def _lost(paper: Paper, day: date) -> set[str]:
    return {each.unmatched or "" for each in unplaced(foresee(paper, asks_of(paper, day), register_of(paper)))}


def _asked(paper: Paper) -> Counter[object]:
    duties = Duty.objects.filter(paper=paper).exclude(state=DutyState.WITHDRAWN)
    return Counter((same(duty.key, duty.asked.get("body")), duty.post_id) for duty in duties)


def test_the_duties_of_the_returning_officer_are_the_deputy_commissioners(country: World, seeds: Path) -> None:
    secretary = country.officers["secretary"]
    paper = _taken(country, seeds, "circular-ec-2022", "secretary", "secretariat")
    paper = amend(paper, "anchor", POLL.isoformat(), version=paper.version, by=secretary)
    day = date(2022, 10, 13)
    mean(paper, dict.fromkeys(_lost(paper, day), MeantPosts()), by=secretary)
    paper = issue(paper, by=secretary, day=day, unsigned=ON_PAPER)
    assert set(_asked(paper).values()) == {1}
    returning = Duty.objects.filter(paper=paper, post=country.posts["dc1_head"], kind="report")
    assert returning.filter(key__startswith="5(চ)").exists(), "the team that the returning officer leads"
    assert not Duty.objects.filter(paper=paper, post__office=country.offices["secretariat"]).exists()
    board, column = receipts(paper, day), matrix(paper, AsOf(day)).total.cell(RECEIPT)
    assert (
        len([each for each in board if each.asked])
        == column.asked
        == Duty.objects.filter(paper=paper, kind="acknowledge").count()
        == 8
    )
    entered = Post.objects.filter(duties__paper=paper, duties__kind="acknowledge").distinct().count()
    assert entered == 8


def test_the_minutes_of_a_district_ask_no_decision_twice(country: World, seeds: Path) -> None:
    dc, day = country.officers["dc1_head"], date(2016, 8, 17)
    paper = _taken(country, seeds, "minutes-kurigram-2016", "dc1_head", "dc1")
    said = {}
    for text in _lost(paper, day):
        upazilas = "উপজেলা নির্বাহী অফিসার (সকল)" if "উপজেলা" in text else "সহকারী কমিশনার (আইসিটি)"
        said[text] = meaning_of(paper, [], upazilas)
    mean(paper, said, by=dc)
    assert not _lost(paper, day)
    paper = issue(paper, by=dc, day=day, entered=date(2026, 8, 10), unsigned=ON_PAPER)
    assert set(_asked(paper).values()) == {1}
    assert set(Duty.objects.filter(paper=paper).values_list("state", flat=True)) == {DutyState.EXCUSED}


def test_the_sections_of_an_agreement_are_mapped_at_once(country: World, seeds: Path) -> None:
    secretary, day = country.officers["secretary"], date(2022, 7, 1)
    paper = _taken(country, seeds, "agreement-dip-2022-23", "secretary", "secretariat")
    lost = _lost(paper, day)
    assert len(lost) == 12
    country.post("section", "secretariat", "সহকারী সচিব")
    mean(paper, dict.fromkeys(lost, MeantPosts((country.posts["section"],))), by=secretary)
    paper = issue(paper, by=secretary, day=day, unsigned=ON_PAPER)
    assert Counter(Duty.objects.filter(paper=paper).values_list("post", flat=True)) == {
        country.posts["section"].pk: 88,
        country.posts["focal"].pk: 5,
    }
