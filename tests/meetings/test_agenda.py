"""The agenda writes itself: last minutes first, what stayed open with its history, proposals and ideas, miscellaneous last."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angikar.duties import actions as duties
from angikar.duties.models import Duty
from angikar.history.refusal import Refused
from angikar.meetings.agenda import actions
from angikar.meetings.agenda.queries import histories
from angikar.meetings.convening.actions import Frame, cancel, plan
from angikar.meetings.ideas.actions import submit
from angikar.meetings.models import Item, Meeting, MeetingState
from angikar.offices.models import Body
from angikar.rules import agenda
from angikar.rules.duty import Answer
from angikar.rules.kinds.minutes.content import MinutesDecision
from tests.meetings.conftest import Held
from tests.world import World

JULY, AUGUST = date(2022, 7, 26), date(2022, 8, 25)
LIST = MinutesDecision(text="প্রতিটি দূরবীনের তালিকা পাঠাতে হবে।", implementers=("জেলা নক্ষত্র অফিসার (সকল)",), due="2022-08-10")
PICTURE = MinutesDecision(text="পরবর্তী সভায় উল্কার ছবি দেখাতে হবে।", implementers=("সহকারী পরিচালক (প্রশাসন)",))


@pytest.fixture
def coming(committee: Body, held: Held, world: World) -> Meeting:
    """August's meeting, after July's with two decisions, of which one was reported on by one office."""
    before = plan(committee, "জুলাই মাসের সভা", Frame(JULY), by=None)
    paper = held(JULY, LIST, PICTURE)
    Meeting.objects.filter(pk=before.pk).update(state=MeetingState.MINUTED, minutes=paper)
    duty = Duty.objects.get(paper=paper, post=world.posts["north_head"])
    duties.report(
        duty, by=world.officers["north_head"], answer=Answer(choice="চলমান", words="অর্ধেক হয়েছে"), today=date(2022, 8, 8)
    )
    return plan(committee, "আগস্ট মাসের সভা", Frame(AUGUST), by=None)


def _titles(meeting: Meeting) -> list[str]:
    return [item.title for item in Item.objects.filter(meeting=meeting, dropped=False)]


def test_it_begins_with_the_last_minutes_and_ends_with_the_miscellaneous(coming: Meeting) -> None:
    actions.redo(coming, by=None)
    assert _titles(coming) == [
        "২৬ জুলাই ২০২২ তারিখের সভার কার্যবিবরণী পঠন ও দৃঢ়ীকরণ",
        LIST.text,
        PICTURE.text,
        "বিবিধ",
    ]


def test_an_open_decision_brings_its_history(coming: Meeting) -> None:
    actions.redo(coming, by=None)
    item = Item.objects.get(meeting=coming, title=LIST.text)
    said = agenda.history(histories([item])[item.pk])
    assert said == (
        "সিদ্ধান্ত ২৬ জুলাই ২০২২, শেষ দিন ১০ আগস্ট ২০২২। "
        "জেলা নক্ষত্র কার্যালয়, উত্তরপুর: চলমান (“অর্ধেক হয়েছে”, ০৮ আগস্ট ২০২২); জেলা নক্ষত্র কার্যালয়, দক্ষিণপুর: নতুন"
    )


def test_made_again_it_keeps_what_was_typed_moved_and_dropped(coming: Meeting, world: World) -> None:
    actions.redo(coming, by=None)
    first, second = Item.objects.filter(meeting=coming, kind="open")
    Item.objects.filter(pk=first.pk).update(discussion="আলোচনা হয়")
    actions.shift(second, -1, by=None)
    actions.drop(first, "পরের সভায়", by=None)
    own = actions.add(coming, "বনভোজন", by=None)
    proposal = actions.propose(
        coming.body, "নতুন দূরবীন", "", post=world.posts["north_head"], day=AUGUST, by=world.officers["north_head"]
    )
    actions.answer(proposal, take=True, words="", by=world.officers["focal"])
    assert actions.redo(coming, by=None) == 1
    assert [(item.title, item.dropped) for item in Item.objects.filter(meeting=coming)][1:] == [
        (PICTURE.text, False), (LIST.text, True), ("বনভোজন", False), ("নতুন দূরবীন", False), ("বিবিধ", False),
    ]  # fmt: skip
    assert Item.objects.get(pk=first.pk).discussion == "আলোচনা হয়"
    assert Item.objects.get(pk=own.pk).title == "বনভোজন"
    assert Item.objects.get(title="নতুন দূরবীন").proposed_by == world.posts["north_head"]


def test_ideas_of_its_offices_stand_on_the_agenda(coming: Meeting, world: World) -> None:
    submit(
        world.posts["upazila1_head"],
        "আকাশ দেখার রাত",
        "স্কুলে দূরবীন",
        body=coming.body,
        day=AUGUST,
        by=world.officers["upazila1_head"],
    )
    actions.redo(coming, by=None)
    assert _titles(coming)[-2] == "আকাশ দেখার রাত (উপজেলা নক্ষত্র কার্যালয়, শিমুলতলা): জমা"


def test_a_proposal_comes_back_when_its_meeting_is_called_off(coming: Meeting, world: World) -> None:
    made = actions.propose(
        coming.body, "নতুন দূরবীন", "", post=world.posts["north_head"], day=AUGUST, by=world.officers["north_head"]
    )
    actions.answer(made, take=True, words="", by=world.officers["focal"])
    actions.redo(coming, by=None)
    later = plan(coming.body, "সেপ্টেম্বর মাসের সভা", Frame(date(2022, 9, 25)), by=None)
    actions.redo(later, by=None)
    assert "নতুন দূরবীন" not in _titles(later)
    cancel(coming, "বন্যা", version=coming.version, day=AUGUST, by=None)
    actions.redo(later, by=None)
    assert "নতুন দূরবীন" in _titles(later)


def test_a_proposal_is_refused_with_a_word(coming: Meeting, world: World) -> None:
    made = actions.propose(
        coming.body, "নতুন দূরবীন", "", post=world.posts["north_head"], day=AUGUST, by=world.officers["north_head"]
    )
    with pytest.raises(Refused, match="why it is not taken"):
        actions.answer(made, take=False, words=" ", by=world.officers["focal"])
    assert actions.answer(made, take=False, words="বরাদ্দ নেই", by=world.officers["focal"]).state == "refused"
    with pytest.raises(Refused, match="answered before"):
        actions.answer(made, take=True, words="", by=world.officers["focal"])


def test_an_agenda_does_not_change_after_the_meeting(coming: Meeting) -> None:
    actions.redo(coming, by=None)
    Meeting.objects.filter(pk=coming.pk).update(state=MeetingState.CLOSED)
    item = Item.objects.filter(meeting=coming).first()
    assert item is not None
    for action in (lambda: actions.add(coming, "বনভোজন", by=None), lambda: actions.drop(item, "না", by=None)):
        with pytest.raises(Refused, match="after the meeting"):
            action()


KEYS = st.tuples(st.integers(0, 9), st.sampled_from(agenda.KINDS)).map(lambda each: (f"{each[1]}:{each[0]}", each[1]))


@given(here=st.lists(KEYS, unique=True), new=st.lists(KEYS, unique=True))
def test_what_was_there_keeps_its_order_and_what_is_wanted_is_there_once(
    here: list[tuple[str, str]], new: list[tuple[str, str]]
) -> None:
    order = agenda.merged(here, [agenda.AgendaEntry(key, kind, "…") for key, kind in new])
    kept = [name for name, _ in here]
    assert [name for name in order if name in kept] == kept
    assert sorted(order) == sorted({*kept, *(name for name, _ in new)})
