"""From a meeting to its minutes: what was typed becomes the official form, is corrected, issued once, and confirmed in the next one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import cast

import pytest

from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.formats import read, write_docx, write_pdf
from angikar.history.refusal import Refused
from angikar.meetings.minutes.actions import close, propose, refuse, take
from angikar.meetings.minutes.queries import bodies_missing
from angikar.meetings.models import Attendance, Decision, Item, ItemKind, Meeting, MeetingState, Share
from angikar.meetings.sittings import actions
from angikar.meetings.sittings.actions import Signing, Typed
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.models import Body, Member, Role
from angikar.papers.actions import amend, move, supersede
from angikar.papers.discarding.actions import discard
from angikar.papers.models import Paper, State
from angikar.rules.kinds import kind_named
from angikar.rules.kinds.minutes.content import Minutes, MinutesDecision, MinutesItem
from tests.meetings.conftest import Held
from tests.world import World

DAY = date(2022, 8, 25)
NOW = datetime(2022, 8, 25, 11, 5, tzinfo=UTC)
ALL = "উপজেলা নক্ষত্র অফিসার (সকল), উত্তরপুর"


@pytest.fixture
def typed(world: World, committee: Body) -> Meeting:
    """A meeting of the committee as it was typed, not closed yet."""
    return _typed(world, committee, DAY)


def _typed(world: World, committee: Body, day: date) -> Meeting:
    focal = world.officers["focal"]
    made = Meeting.objects.create(
        body=committee, office_path=committee.office.path, title="নক্ষত্র কমিটির সভা", date=day, place="সভাকক্ষ"
    )
    rows = (
        ("গত সভার কার্যবিবরণী দৃঢ়ীকরণ", ItemKind.CONFIRMATION),
        ("দূরবীন", ItemKind.STANDING),
        ("উল্কা", ItemKind.STANDING),
    )
    items = [
        Item.objects.create(meeting=made, kind=kind, order=order, title=title)
        for order, (title, kind) in enumerate(rows, 1)
    ]
    made = actions.begin(made, by=focal, today=day)
    for short in ("director", "north_head"):
        member = Member.objects.get(body=committee, post=world.posts[short])
        actions.sign(made, Signing(member=member), by=focal, at=NOW)
    actions.resolve(items[0], Typed("কোনো সংশোধন না থাকায় দৃঢ়ীকরণ করা হলো।"), by=focal)
    actions.discuss(items[1], "দূরবীনের তালিকা নিয়ে আলোচনা হয়।", version=1, by=focal)
    actions.resolve(items[1], Typed("দূরবীনের তালিকা পাঠাতে হবে।", [ALL], "এ মাসের মধ্যে"), by=focal)
    monthly = Typed("দল সভা করবে।", [ALL, "সহকারী পরিচালক (প্রশাসন)"], "প্রতি মাসের ১০ তারিখের মধ্যে")
    actions.resolve(items[1], monthly, by=world.officers["director"])
    return made


def _closed(world: World, meeting: Meeting) -> Paper:
    return close(meeting, None, by=world.officers["focal"], today=meeting.date or DAY)


def _issued(world: World, paper: Paper, day: date = DAY) -> Paper:
    return issue(Paper.objects.get(pk=paper.pk), by=world.officers["director"], day=day)


def test_what_was_typed_becomes_the_official_form(world: World, typed: Meeting) -> None:
    value = _closed(world, typed).value()
    assert isinstance(value, Minutes)
    assert value.title == "আগস্ট ২০২২ মাসের নক্ষত্র কমিটি এর সভার কার্যবিবরণী"
    assert value.chair == "জনাব director, মহাপরিচালক, নক্ষত্র অধিদপ্তর"
    assert [(each.name, each.signed) for each in value.present] == [("জনাব director", True), ("জনাব north_head", True)]
    assert [item.title for item in value.items] == ["গত সভার কার্যবিবরণী দৃঢ়ীকরণ", "দূরবীন"]
    first, second = value.items[1].decisions
    assert (first.text, first.due) == ("দূরবীনের তালিকা পাঠাতে হবে। (এ মাসের মধ্যে)", "2022-08-31")
    assert [rule.day for rule in second.recurrence or ()] == [10]
    assert second.implementers == (ALL, "সহকারী পরিচালক (প্রশাসন)")
    assert Meeting.objects.get(pk=typed.pk).state == MeetingState.CLOSED


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_printed_minutes_read_back_the_same(world: World, typed: Meeting, form: str) -> None:
    value = cast(Minutes, _closed(world, typed).value())
    document = kind_named("minutes").write(value)
    write = {"docx": write_docx, "pdf": write_pdf}[form]
    found = kind_named("minutes").read(read(write(document), f"minutes.{form}"), None)
    assert [
        (item.title, [each.text for each in item.decisions], item.implementers) for item in found.content.items
    ] == [(item.title, [each.text for each in item.decisions], item.implementers) for item in value.items]


def test_issued_minutes_build_each_decision_on_its_offices(world: World, typed: Meeting) -> None:
    paper = _issued(world, _closed(world, typed))
    placed = Share.objects.filter(decision__paper=paper).order_by("decision__key", "office_path")
    assert [(share.decision.key, share.office.name.rpartition(" ")[2]) for share in placed] == [
        *(("2.1", name) for name in ("শিমুলতলা", "বকুলগঞ্জ", "পলাশবাড়ি")),
        ("2.2", "অধিদপ্তর"),
        *(("2.2", name) for name in ("শিমুলতলা", "বকুলগঞ্জ", "পলাশবাড়ি")),
    ]
    assert Duty.objects.filter(paper=paper, due=date(2022, 9, 10)).count() == 4
    assert Meeting.objects.get(minutes=paper).state == MeetingState.MINUTED


def test_a_decision_without_implementer_stops_the_issue_and_loses_nothing(world: World, typed: Meeting) -> None:
    item = Item.objects.get(meeting=typed, title="উল্কা")
    actions.resolve(item, Typed("উল্কার ছবি তুলতে হবে।"), by=world.officers["focal"])
    paper = _closed(world, typed)
    with pytest.raises(Refused, match="No one is named"):
        _issued(world, paper)
    path = "items.2.decisions.0.implementers"
    paper = amend(paper, path, ["সহকারী পরিচালক (প্রশাসন)"], version=paper.version, by=world.officers["focal"])
    assert _issued(world, paper).state == State.ISSUED


def test_a_day_before_the_meeting_is_said(world: World, typed: Meeting) -> None:
    item = Item.objects.get(meeting=typed, title="উল্কা")
    actions.resolve(item, Typed("ছবি পাঠাতে হবে।", [ALL], "১০.০৮.২০২২"), by=world.officers["focal"])
    paper = _closed(world, typed)
    assert "due-before-meeting" in {doubt.code for doubt in paper.doubts}


def test_only_a_member_presides(world: World, typed: Meeting) -> None:
    director = Attendance.objects.get(meeting=typed, post=world.posts["director"])
    actions.unsign(director, by=world.officers["focal"])
    guest = actions.sign(typed, Signing(name="জনাব অতিথি"), by=world.officers["focal"], at=NOW)
    with pytest.raises(Refused, match="choose who presided"):
        _closed(world, typed)
    with pytest.raises(Refused, match="only a member can preside"):
        close(typed, guest, by=world.officers["focal"], today=DAY)
    other = Attendance.objects.get(meeting=typed, post=world.posts["north_head"])
    paper = close(typed, other, by=world.officers["focal"], today=DAY)
    assert paper.content["chair"].startswith("জনাব north_head")


def test_a_meeting_is_closed_once_and_minuted_once(world: World, typed: Meeting) -> None:
    paper = _closed(world, typed)
    with pytest.raises(Refused, match="does not run"):
        _closed(world, typed)
    issued = _issued(world, paper)
    with pytest.raises(Refused, match="not in a state to be issued"):
        _issued(world, issued)


def test_a_second_paper_of_the_same_meeting_is_refused(world: World, typed: Meeting, held: Held) -> None:
    _issued(world, _closed(world, typed))
    with pytest.raises(Refused, match="issued already"):
        held(DAY)


def test_minutes_that_replace_others_stay_those_of_the_meeting(world: World, typed: Meeting) -> None:
    first = _issued(world, _closed(world, typed))
    second = _issued(world, supersede(first, by=world.officers["director"], day=DAY))
    assert Meeting.objects.get(pk=typed.pk).minutes == second
    assert Meeting.objects.count() == 1


def test_minutes_held_on_paper_alone_enter_their_meeting(held: Held, committee: Body) -> None:
    paper = held(date(2022, 7, 26))
    meeting = Meeting.objects.get(minutes=paper)
    assert (meeting.body, meeting.date, meeting.state) == (committee, date(2022, 7, 26), MeetingState.MINUTED)


def test_the_next_meeting_confirms_the_last_minutes(world: World, held: Held, typed: Meeting) -> None:
    before = held(date(2022, 7, 26))
    _issued(world, _closed(world, typed))
    last = Meeting.objects.get(minutes=before)
    assert (last.state, last.confirmed_in_id) == (MeetingState.CONFIRMED, typed.pk)


def test_a_decision_taken_up_again_counts_on(world: World, committee: Body, typed: Meeting) -> None:
    _issued(world, _closed(world, typed))
    open_ = Decision.objects.get(key="2.1")
    later = _typed(world, committee, date(2022, 9, 25))
    item = Item.objects.get(meeting=later, title="উল্কা")
    again = Typed("যারা তালিকা দেয়নি তারা দেবে।", [ALL], "এ মাসের মধ্যে", continues=open_)
    actions.resolve(item, again, by=world.officers["focal"])
    paper = _issued(world, _closed(world, later), date(2022, 9, 26))
    row = Decision.objects.get(paper=paper, key="3.1")
    assert row.text == "যারা তালিকা দেয়নি তারা দেবে। (পুনরায়, এ মাসের মধ্যে)"
    assert (row.continues, row.repeated) == (open_, 1)


def test_a_correction_is_taken_or_refused_on_record(world: World, typed: Meeting) -> None:
    focal, member, post = world.officers["focal"], world.officers["north_head"], world.posts["north_head"]
    paper = _closed(world, typed)
    path = "items.1.discussion"
    with pytest.raises(Refused, match="not circulated"):
        propose(paper, path, "অন্য কথা", words="", by=member, post=post, today=DAY)
    paper = move(paper, State.REVIEW, by=focal, version=paper.version)
    first = propose(paper, path, "তালিকা নিয়ে কথা হয়।", words="সংক্ষেপে", by=member, post=post, today=DAY, token="a")
    assert propose(paper, path, "তালিকা নিয়ে কথা হয়।", words="", by=member, post=post, today=DAY, token="a") == first
    second = propose(
        paper, path, paper.content["items"][1]["discussion"], words="ঠিক আছে তো?", by=member, post=post, today=DAY
    )
    take(first, by=focal)
    with pytest.raises(Refused, match="Write why"):
        refuse(second, words=" ", by=focal)
    refuse(second, words="ঠিক আছে।", by=focal)
    paper.refresh_from_db()
    assert paper.content["items"][1]["discussion"] == "তালিকা নিয়ে কথা হয়।"
    assert [(each.state, each.was != "") for each in paper.corrections.all()] == [("taken", True), ("refused", True)]


def test_a_correction_of_what_has_changed_is_not_placed_over_it(world: World, typed: Meeting) -> None:
    focal, member, post = world.officers["focal"], world.officers["north_head"], world.posts["north_head"]
    paper = move(_closed(world, typed), State.REVIEW, by=focal, version=1)
    asked = propose(paper, "closing", "সভা শেষ হয়।", words="", by=member, post=post, today=DAY)
    amend(paper, "closing", "সভার সমাপ্তি হয়।", version=paper.version, by=focal)
    with pytest.raises(Refused, match="has changed since"):
        take(asked, by=focal)
    paper.refresh_from_db()
    assert paper.content["closing"] == "সভার সমাপ্তি হয়।"


def test_a_body_that_is_formed_later_takes_up_the_minutes_that_name_it(world: World, held: Held) -> None:
    ask = MinutesDecision(text="দূরবীনের তালিকা পাঠাতে হবে", implementers=("সহকারী পরিচালক (প্রশাসন)",))
    confirmed = MinutesItem(
        number="1", title="গত সভার কার্যবিবরণী দৃঢ়ীকরণ", decisions=(MinutesDecision(text="দৃঢ়ীকরণ করা হলো"),)
    )
    second = MinutesItem(number="2", title="উল্কা", decisions=(ask,))
    held(date(2022, 7, 25), ask)
    held(date(2022, 8, 25), items=(confirmed, second))
    assert not Meeting.objects.exists()
    assert not Decision.objects.exclude(body=None).exists()
    assert bodies_missing([world.offices["department"].pk]) == {"নক্ষত্র কমিটি": 2}
    chair = NewMember(post=world.posts["director"], role=Role.CHAIR)
    other = form(world.offices["department"], "ধূমকেতু কমিটি", [chair], day=date(2022, 9, 1), by=None)
    assert not Meeting.objects.exists()
    body = form(world.offices["department"], "নক্ষত্র  কমিটি", [chair], day=date(2022, 9, 1), by=None)
    meetings = Meeting.objects.order_by("date")
    assert [(each.body, each.state) for each in meetings] == [
        (body, MeetingState.CONFIRMED),
        (body, MeetingState.MINUTED),
    ]
    assert {each.body for each in Decision.objects.all()} == {body}
    assert {each.body for each in Share.objects.all()} == {body}
    assert bodies_missing([world.offices["department"].pk]) == {}
    assert not Meeting.objects.filter(body=other).exists()


def test_later_minutes_of_a_body_formed_late_go_on_with_its_threads(world: World, held: Held) -> None:
    ask = MinutesDecision(text="দূরবীনের তালিকা পাঠাতে হবে", implementers=("সহকারী পরিচালক (প্রশাসন)",))
    held(date(2022, 7, 25), ask)
    chair = NewMember(post=world.posts["director"], role=Role.CHAIR)
    form(world.offices["department"], "নক্ষত্র কমিটি", [chair], day=date(2022, 8, 1), by=None)
    held(date(2022, 8, 25), ask)
    first, second = Decision.objects.order_by("pk")
    assert second.continues == first
    assert second.body == first.body


def test_the_draft_of_a_meetings_minutes_is_not_discarded(world: World, typed: Meeting) -> None:
    paper = _closed(world, typed)
    with pytest.raises(Refused) as refused:
        discard(paper, by=world.officers["director"], version=paper.version)
    assert refused.value.sentence.code == "paper-of-meeting"
    paper.refresh_from_db()
    assert paper.state == "draft"
