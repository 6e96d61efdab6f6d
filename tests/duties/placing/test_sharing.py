"""A post that several lines of a paper name is asked once, and its duty names the lines."""

from __future__ import annotations

from datetime import date
from typing import Any

from angikar.duties.actions import acknowledge
from angikar.duties.anchor_day.actions import move
from angikar.duties.issue import issue
from angikar.duties.models import Duty, DutyState
from angikar.duties.readdressing.actions import readdress
from angikar.duties.receipts.queries import by_area, receipts
from angikar.notices.models import Notice
from angikar.papers.actions import draft, supersede
from angikar.papers.models import Addressee, Paper
from angikar.rules.kinds.minutes.content import Minutes, MinutesDecision, MinutesItem
from angikar.standings.circulars.queries import RECEIPT, AsOf
from angikar.standings.compliance import matrix
from tests.desk.samples import LETTER, circular
from tests.world import World

DAY, LATER = date(2022, 10, 13), date(2022, 10, 20)
DISTRICTS, UPAZILAS = "জেলা নক্ষত্র অফিসার (সকল)", "উপজেলা নক্ষত্র অফিসার (সকল)"
LINES = (DISTRICTS, "জেলা নক্ষত্র অফিসার, উত্তরপুর", "জেলা নক্ষত্র অফিসার, ..... (সংশ্লিষ্ট) ও রিটার্নিং অফিসার")


def _issued(world: World, **more: Any) -> Paper:
    paper = circular(world, **{"addressees": LINES, "anchor": "2022-10-27", **more})
    return issue(paper, by=world.officers["director"], day=DAY)


def _receipts(paper: Paper) -> list[Duty]:
    return list(Duty.objects.filter(paper=paper, kind="acknowledge").exclude(state=DutyState.WITHDRAWN))


def test_a_post_of_three_lines_owes_one_receipt_that_names_them(world: World) -> None:
    paper = _issued(world)
    given = {duty.post: duty.lines for duty in _receipts(paper)}
    assert given == {world.posts["north_head"]: list(LINES), world.posts["south_head"]: [LINES[0], LINES[2]]}
    asked = Duty.objects.filter(paper=paper, kind="report", post=world.posts["north_head"], due=date(2022, 10, 20))
    assert sorted(duty.key.partition(":")[0] for duty in asked) == ["1(ক)"], "one report of one directive on one day"
    assert Notice.objects.filter(paper=paper, post=world.posts["north_head"]).count() == 1


def test_fifteen_upazilas_named_twice_give_fifteen_receipts_on_every_board(world: World) -> None:
    for number in range(4, 16):
        world.office(f"upazila{number}", f"উপজেলা নক্ষত্র কার্যালয়, গ্রাম {number}", "upazila", "north")
        world.post(f"upazila{number}_head", f"upazila{number}", "উপজেলা নক্ষত্র অফিসার", head=True)
    paper = _issued(world, addressees=(UPAZILAS, "উপজেলা নক্ষত্র অফিসার, ..... (সংশ্লিষ্ট)", "উপজেলা/থানা নক্ষত্র অফিসার (সকল)"))
    first = _receipts(paper)[0]
    acknowledge(first, by=world.officers["upazila1_head"], today=DAY)
    whole = by_area(receipts(paper, DAY))
    column = matrix(paper, AsOf(DAY)).total.cell(RECEIPT)
    assert len(_receipts(paper)) == 15
    assert (sum(area.asked for area in whole), sum(area.acknowledged for area in whole)) == (15, 1)
    assert (column.asked, column.counts["acknowledged"]) == (15, 1)
    assert Addressee.objects.filter(paper=paper).count() == 15


def test_a_decision_whose_implementers_overlap_is_one_duty_of_a_post(world: World) -> None:
    said = MinutesDecision(text="দূরবিন মেরামত করতে হবে।", implementers=(UPAZILAS, "উপজেলা নক্ষত্র অফিসার, বকুলগঞ্জ"))
    value = Minutes(
        body="মান কমিটি",
        letter=LETTER,
        date="2022-10-10",
        items=(MinutesItem(number="1", title="দূরবিন", decisions=(said,)),),
    )
    director, office = world.officers["director"], world.offices["department"]
    paper = draft(director, office=office, kind="minutes", content=value.model_dump(mode="json"))
    duties = Duty.objects.filter(paper=issue(paper, by=director, day=DAY), kind="decision")
    assert {(duty.post.office, len(duty.lines)) for duty in duties} == {
        (world.offices["upazila1"], 0),
        (world.offices["upazila2"], 2),
        (world.offices["upazila3"], 0),
    }
    assert duties.count() == 3


def test_offices_that_change_and_a_day_that_moves_make_no_second_duty(world: World) -> None:
    paper, director = _issued(world, addressees=(LINES[1], DISTRICTS)), world.officers["director"]
    world.office("east", "জেলা নক্ষত্র কার্যালয়, পূর্বপুর", "district", "department")
    world.post("east_head", "east", "জেলা নক্ষত্র অফিসার", head=True)
    readdress(paper, by=director, today=LATER)
    move(paper, date(2022, 11, 3), by=director, today=LATER, words="রাত পিছিয়েছে")
    owed = Duty.objects.filter(paper=paper).exclude(state=DutyState.WITHDRAWN)
    asked = [(duty.post_id, duty.kind, duty.key.partition(":")[0], duty.due) for duty in owed]
    assert len(asked) == len(set(asked))
    assert len(_receipts(paper)) == 3


def test_a_letter_with_its_lines_in_another_order_keeps_what_was_acknowledged(world: World) -> None:
    paper, director = _issued(world, addressees=(DISTRICTS,)), world.officers["director"]
    acknowledge(_receipts(paper)[0], by=world.officers["north_head"], today=DAY)
    new = supersede(paper, by=director, day=DAY)
    new.content = {**new.content, "addressees": ["মহাপরিচালক", LINES[1], DISTRICTS]}
    new.save()
    issue(new, by=director, day=LATER)
    assert sorted(duty.state for duty in _receipts(new)) == [DutyState.ACCEPTED, DutyState.OPEN, DutyState.OPEN]


def test_what_leads_to_no_post_is_asked_of_no_post_of_the_issuer(world: World) -> None:
    paper = _issued(world, addressees=(DISTRICTS, "মহাকাশ সচিব"))
    assert {duty.post for duty in Duty.objects.filter(paper=paper)} == {
        world.posts["north_head"],
        world.posts["south_head"],
    }
