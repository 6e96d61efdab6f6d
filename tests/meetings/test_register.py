"""The register of decisions: every decision on every implementer, its thread through the meetings, its state by report."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties import actions as duties
from angikar.duties.models import Duty, Report
from angikar.history.refusal import NotYours, Refused
from angikar.meetings.models import Decision as Row
from angikar.meetings.models import Share, ShareState
from angikar.meetings.register.access import shares_for
from angikar.meetings.register.actions import give_word, link, set_state
from angikar.meetings.register.queries import ages, thread
from angikar.offices.models import Body
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.kinds.minutes.content import MinutesDecision
from angikar.rules.schedule.rule import Rule
from tests.meetings.conftest import Held
from tests.world import World

JULY, AUGUST, SEPTEMBER = date(2022, 7, 26), date(2022, 8, 25), date(2022, 9, 27)
LIST = MinutesDecision(
    text="প্রতিটি দূরবীনের তালিকা হালনাগাদ করে পাঠাতে হবে।", implementers=("জেলা নক্ষত্র অফিসার (সকল)",), due="2022-08-10"
)
PICTURE = MinutesDecision(text="পরবর্তী সভায় উল্কার ছবি দেখাতে হবে।", implementers=("সহকারী পরিচালক (প্রশাসন)",))
MONTHLY = MinutesDecision(
    text="প্রতি মাসের ১০ তারিখের মধ্যে সভা করতে হবে ও ২৮ তারিখের মধ্যে কার্যবিবরণী পাঠাতে হবে।",
    implementers=("উপজেলা নক্ষত্র অফিসার (সকল)",),
    recurrence=(Rule(rule="monthly", day=10), Rule(rule="monthly", day=28)),
)


def _shares(paper: Paper) -> list[tuple[str, str, str]]:
    shares = (
        Share.objects.filter(decision__paper=paper)
        .select_related("decision", "office")
        .order_by("decision__key", "office_path")
    )
    return [(share.decision.key, share.office.name, share.state) for share in shares]


def _answer(world: World, duty: Duty, choice: str, words: str = "") -> Report:
    who = next(short for short, post in world.posts.items() if post == duty.post)
    return duties.report(duty, by=world.officers[who], answer=Answer(choice=choice, words=words), today=AUGUST)


def test_each_decision_lies_on_each_implementer(held: Held, committee: Body) -> None:
    paper = held(JULY, LIST, PICTURE)
    assert _shares(paper) == [
        ("2.1", "জেলা নক্ষত্র কার্যালয়, উত্তরপুর", "new"),
        ("2.1", "জেলা নক্ষত্র কার্যালয়, দক্ষিণপুর", "new"),
        ("2.2", "নক্ষত্র অধিদপ্তর", "new"),
    ]
    assert {row.body for row in Row.objects.all()} == {committee}


def test_a_recurring_decision_is_one_share_with_a_duty_for_each_day(held: Held) -> None:
    paper = held(JULY, MONTHLY)
    assert [office for _, office, _ in _shares(paper)] == [
        f"উপজেলা নক্ষত্র কার্যালয়, {name}" for name in ("শিমুলতলা", "বকুলগঞ্জ", "পলাশবাড়ি")
    ]
    august = Duty.objects.filter(paper=paper, due__year=2022, due__month=8)
    assert sorted({duty.due.day for duty in august if duty.due}) == [10, 28]
    assert august.count() == 6


def test_the_same_decision_next_month_takes_up_its_thread(held: Held, committee: Body) -> None:
    first = held(JULY, LIST, PICTURE)
    again = LIST.model_copy(update={"text": "প্রতিটি দূরবীনের তালিকা হালনাগাদ করে পুনরায় পাঠাতে হবে", "carried_over": True})
    second = held(AUGUST, again)
    third = held(SEPTEMBER, again)
    rows = {row.paper_id: row for row in Row.objects.filter(key="2.1")}
    assert rows[third.pk].continues == rows[second.pk]
    assert [rows[paper.pk].repeated for paper in (first, second, third)] == [0, 1, 2]
    assert [state for *_, state in _shares(first)] == ["carried", "carried", "new"]


def test_an_unlike_decision_starts_a_thread_of_its_own(held: Held) -> None:
    held(JULY, LIST)
    held(AUGUST, PICTURE)
    assert set(Row.objects.values_list("continues", flat=True)) == {None}


def test_a_decision_that_was_carried_out_is_not_carried_over(held: Held, world: World) -> None:
    first = held(JULY, LIST)
    for duty in Duty.objects.filter(paper=first):
        duties.accept(_answer(world, duty, "বাস্তবায়িত"), by=world.officers["director"], today=AUGUST)
    assert [state for *_, state in _shares(first)] == ["done", "done"]
    held(AUGUST, LIST)
    assert [state for *_, state in _shares(first)] == ["done", "done"]
    assert Row.objects.latest("pk").repeated == 0


@pytest.mark.parametrize(
    ("choice", "state"),
    [("চলমান", ShareState.RUNNING), ("আংশিক", ShareState.PARTLY), ("বাস্তবায়িত", ShareState.DONE)],
)
def test_the_state_follows_what_is_accepted(held: Held, world: World, choice: str, state: str) -> None:
    duty = Duty.objects.get(paper=held(JULY, PICTURE))
    report = _answer(world, duty, choice)
    assert Share.objects.get().state == ShareState.RUNNING
    duties.accept(report, by=world.officers["director"], today=AUGUST)
    assert Share.objects.get().state == state


def test_what_cannot_be_done_has_its_reason_and_the_chairs_word(held: Held, world: World) -> None:
    duty = Duty.objects.get(paper=held(JULY, PICTURE))
    report = _answer(world, duty, "বাস্তবায়নযোগ্য নয়", "ক্যামেরা নেই")
    duties.accept(report, by=world.officers["director"], today=AUGUST, words="সম্মত")
    share = Share.objects.get()
    assert (share.state, share.reason, share.word, share.settled_on) == ("cannot", "ক্যামেরা নেই", "সম্মত", AUGUST)


def test_replaced_minutes_keep_what_was_said(held: Held, world: World) -> None:
    from angikar.duties.issue import issue
    from angikar.papers.actions import supersede

    first = held(JULY, PICTURE)
    duty = Duty.objects.get(paper=first)
    duties.accept(_answer(world, duty, "আংশিক"), by=world.officers["director"], today=AUGUST)
    director = world.officers["director"]
    second = issue(supersede(first, by=director, day=AUGUST), by=director, day=AUGUST)
    assert _shares(second) == [("2.1", "নক্ষত্র অধিদপ্তর", "partly")]
    assert Row.objects.get(paper=second).continues is None


def test_other_papers_enter_no_decision(world: World, pledge: None) -> None:
    from tests.pledge import issued

    issued(world, "6", "4")
    assert not Row.objects.exists()


def test_replaced_minutes_keep_their_thread(held: Held, world: World) -> None:
    from angikar.duties.issue import issue
    from angikar.papers.actions import supersede

    held(JULY, LIST)
    second = held(AUGUST, LIST)
    row = Row.objects.get(paper=second)
    director = world.officers["director"]
    third = issue(supersede(second, by=director, day=AUGUST), by=director, day=AUGUST)
    row.refresh_from_db()
    assert (row.paper, row.repeated, row.since) == (third, 1, JULY)
    assert not Row.objects.filter(paper=second).exists()


def test_what_replaced_minutes_no_longer_ask_is_withdrawn(held: Held, world: World) -> None:
    from angikar.duties.issue import issue
    from angikar.papers.actions import amend, supersede

    first = held(JULY, LIST, PICTURE)
    director = world.officers["director"]
    draft = supersede(first, by=director, day=JULY)
    left = draft.content["items"][1]["decisions"][1:]
    draft = amend(draft, "items.1.decisions", left, version=draft.version, by=director)
    issue(draft, by=director, day=AUGUST)
    assert [
        (share.decision.text, share.state, share.settled_on) for share in Share.objects.select_related("decision")
    ] == [
        (LIST.text, "withdrawn", AUGUST),
        (LIST.text, "withdrawn", AUGUST),
        (PICTURE.text, "new", None),
    ]


def test_only_the_chairs_word_settles_what_cannot_be_done(held: Held, world: World, committee: Body) -> None:
    from angikar.offices.bodies.actions import give_role

    give_role(committee.members.get(post=world.posts["north_head"]), "chair", by=world.officers["director"])
    duty = Duty.objects.get(paper=held(JULY, PICTURE))
    report = _answer(world, duty, "বাস্তবায়নযোগ্য নয়", "ক্যামেরা নেই")
    duties.accept(report, by=world.officers["director"], today=AUGUST, words="সম্মত")
    share = Share.objects.get()
    assert (share.state, share.reason, share.word, share.settled_on) == ("cannot", "ক্যামেরা নেই", "", None)


def test_an_excused_decision_has_the_chairs_words_for_its_reason(held: Held, world: World) -> None:
    duty = Duty.objects.get(paper=held(JULY, PICTURE))
    duties.excuse(duty, by=world.officers["director"], sentence="দরকার নেই", today=AUGUST)
    share = Share.objects.get()
    assert (share.state, share.reason, share.word, share.settled_on) == ("cannot", "দরকার নেই", "দরকার নেই", AUGUST)


def test_a_decision_that_recurs_is_carried_out_with_its_last_day(held: Held, world: World) -> None:
    paper = held(JULY, MONTHLY)
    first, *others = Duty.objects.filter(paper=paper, post=world.posts["upazila1_head"]).order_by("due")
    share = Share.objects.get(post=world.posts["upazila1_head"])
    day = first.due
    assert day
    report = duties.report(first, by=world.officers["upazila1_head"], answer=Answer(choice="বাস্তবায়িত"), today=day)
    duties.accept(report, by=world.officers["director"], today=day)
    share.refresh_from_db()
    assert (share.state, share.settled_on) == ("running", None)
    for each in others:
        day = each.due or day
        report = duties.report(each, by=world.officers["upazila1_head"], answer=Answer(choice="বাস্তবায়িত"), today=day)
        duties.accept(report, by=world.officers["director"], today=day)
    share.refresh_from_db()
    assert (share.state, share.settled_on) == ("done", day)


def test_a_thread_is_tied_and_loosed_by_hand(held: Held, world: World) -> None:
    director = world.officers["director"]
    first, second, third = (
        Row.objects.get(paper=held(day, decision))
        for day, decision in ((JULY, LIST), (AUGUST, PICTURE), (SEPTEMBER, PICTURE))
    )
    assert third.continues == second
    link(second, first, by=director, today=SEPTEMBER)
    third.refresh_from_db()
    assert (third.repeated, third.since) == (2, JULY)
    assert {share.state for share in first.shares.all()} == {"carried"}
    link(second, None, by=director, today=SEPTEMBER)
    third.refresh_from_db()
    assert (third.repeated, third.since) == (1, AUGUST)
    assert {(share.state, share.settled_on) for share in first.shares.all()} == {("new", None)}


def test_a_thread_goes_back_in_time_and_splits_nowhere(held: Held, world: World) -> None:
    director = world.officers["director"]
    first, second, third = (
        Row.objects.get(paper=held(day, decision))
        for day, decision in ((JULY, LIST), (AUGUST, PICTURE), (SEPTEMBER, PICTURE))
    )
    with pytest.raises(Refused, match="an earlier meeting"):
        link(first, second, by=director, today=SEPTEMBER)
    link(second, first, by=director, today=SEPTEMBER)
    with pytest.raises(Refused, match="continues that one already"):
        link(third, first, by=director, today=SEPTEMBER)
    with pytest.raises(NotYours):
        link(third, second, by=world.officers["north_head"], today=SEPTEMBER)


def test_the_secretary_sets_its_state_and_the_chair_agrees(held: Held, world: World, committee: Body) -> None:
    share = Share.objects.get(decision__paper=held(JULY, PICTURE))
    focal, director = world.officers["focal"], world.officers["director"]
    with pytest.raises(Refused, match="Write why"):
        set_state(share, "cannot", by=focal, words=" ", today=AUGUST)
    set_state(share, "cannot", by=focal, words="ক্যামেরা নেই", today=AUGUST)
    with pytest.raises(NotYours):
        give_word(share, by=focal, words="সম্মত", today=AUGUST)
    share = give_word(share, by=director, words="সম্মত", today=AUGUST)
    assert (share.state, share.reason, share.word, share.settled_on) == ("cannot", "ক্যামেরা নেই", "সম্মত", AUGUST)
    with pytest.raises(Refused):
        set_state(share, "carried", by=focal, words="", today=AUGUST)


def test_open_shares_are_counted_by_the_age_of_their_thread(held: Held) -> None:
    held(JULY, LIST)
    held(AUGUST, LIST, PICTURE)
    counted = ages(Share.objects.all(), date(2023, 8, 1))
    assert [(each.since, each.until, each.shares, each.late) for each in counted] == [
        (0, 30, 0, 0), (30, 90, 0, 0), (90, 180, 0, 0), (180, 365, 1, 0), (365, None, 2, 2),
    ]  # fmt: skip


def test_a_thread_shows_every_meeting_with_what_was_reported(held: Held, world: World) -> None:
    first, second = held(JULY, PICTURE), held(AUGUST, PICTURE)
    duty = Duty.objects.get(paper=second)
    duties.report(duty, by=world.officers["clerk"], answer=Answer(choice="চলমান", words="কাজ চলছে"), today=AUGUST)
    found = thread(Row.objects.get(paper=second), Share.objects.all())
    said = [
        (each.decision.paper_id, [(one.share.state, one.report and one.report.words) for one in each.reports])
        for each in found
    ]
    assert said == [(first.pk, [("carried", None)]), (second.pk, [("running", "কাজ চলছে")])]


def test_a_stranger_sees_no_decision_and_an_implementer_his_share(held: Held, world: World, committee: Body) -> None:
    held(JULY, LIST, PICTURE)
    seen = {
        who: shares_for(world.officers[who], AUGUST).count()
        for who in ("director", "secretary", "south_head", "upazila1_head", "stranger")
    }
    assert seen == {"director": 3, "secretary": 3, "south_head": 3, "upazila1_head": 0, "stranger": 0}
