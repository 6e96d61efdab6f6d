"""Before a meeting: its series plans ahead, bad days are refused in a sentence, the notice calls it and members hear of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from django.core import mail
from django.test import override_settings
from icalendar import Calendar

from angikar.duties.issue import issue
from angikar.history.refusal import Conflict, Refused
from angikar.meetings.agenda.actions import redo
from angikar.meetings.agenda.queries import histories
from angikar.meetings.convening import laws
from angikar.meetings.convening.actions import Frame, Terms, begin, cancel, draft_notice, end, move, plan, plan_ahead
from angikar.meetings.convening.notice import notice
from angikar.meetings.models import Item, Meeting, MeetingState, Series
from angikar.notices.calendar import calendar, invitation
from angikar.notices.delivering import deliver
from angikar.notices.models import Notice
from angikar.notices.tend import plan_meetings
from angikar.offices.bodies.actions import NewMember, seat
from angikar.offices.bodies.queries import sittings
from angikar.offices.models import Body
from angikar.rules.schedule.rule import Rule
from tests.world import World

JULY = date(2022, 7, 3)
BY_THE_TENTH = Terms("মাসিক সভা", Rule(rule="monthly", day=10), JULY, time=time(11), place="সভাকক্ষ", standing=("বাজেট",))
NOW = datetime(2022, 7, 4, 4, tzinfo=UTC)


@pytest.fixture
def series(committee: Body, world: World) -> Series:
    """The committee meets by the 10th of each month."""
    return begin(committee, BY_THE_TENTH, by=world.officers["focal"], day=JULY)


@pytest.fixture
def meeting(series: Series, world: World) -> Meeting:
    """The first meeting of the series, with a day and an agenda."""
    frame = Frame(date(2022, 7, 7), time(11), "সভাকক্ষ")
    found = move(series.meetings.get(due=date(2022, 7, 10)), frame, version=1, day=JULY, by=world.officers["focal"])
    redo(found, by=world.officers["focal"])
    return found


def _called(meeting: Meeting, world: World, day: date = JULY) -> Meeting:
    """Its notice drafted by the focal point and issued by the head."""
    items = list(Item.objects.filter(meeting=meeting))
    there = sittings(meeting.body, meeting.date or day)
    letter = notice(meeting, items, histories(items), there, memo="৮৮.০১.০০০০.০১১.২২.০০৭.২২-১০১", day=day)
    drafted = draft_notice(meeting, letter, by=world.officers["focal"])
    paper = drafted.notice.successors.first() or drafted.notice if drafted.notice else None
    assert paper is not None
    issue(paper, by=world.officers["director"], day=day)
    return Meeting.objects.select_related("body__office", "series", "notice").get(pk=meeting.pk)


def test_the_next_meetings_lie_there_planned(series: Series) -> None:
    assert [str(each.due) for each in series.meetings.order_by("due")] == [
        "2022-07-10",
        "2022-08-10",
        "2022-09-10",
        "2022-10-10",
    ]


def test_tending_plans_what_came_into_sight_and_nothing_twice(series: Series) -> None:
    assert [plan_meetings(date(2022, 8, 4)), plan_meetings(date(2022, 8, 4))] == [1, 0]
    assert series.meetings.latest("due").due == date(2022, 11, 10)


def test_a_meeting_that_was_called_off_is_not_planned_again(series: Series, world: World) -> None:
    first = series.meetings.get(due=date(2022, 7, 10))
    cancel(first, "বন্যা", version=1, day=JULY, by=world.officers["focal"])
    assert plan_ahead([series], day=JULY) == 0


@pytest.mark.parametrize(
    ("rule", "due", "first"),
    [
        (Rule(rule="quarterly"), date(2022, 9, 30), date(2022, 7, 1)),
        (Rule(rule="weekly", weekday=7), date(2022, 7, 10), date(2022, 7, 4)),
        (Rule.model_validate({"rule": "every", "days": 15, "from": "formation"}), date(2022, 7, 18), date(2022, 7, 4)),
    ],
)
def test_every_rhythm_has_its_period(committee: Body, world: World, rule: Rule, due: date, first: date) -> None:
    series = begin(committee, Terms("সভা", rule, JULY), by=world.officers["focal"], day=JULY)
    found = series.meetings.get(due=due)
    assert laws.period(found) == (first, due)


def test_what_is_no_rhythm_is_refused(committee: Body, world: World) -> None:
    with pytest.raises(Refused, match="how often"):
        begin(committee, Terms("সভা", Rule(rule="immediate"), JULY), by=None, day=JULY)


def test_an_ended_series_takes_its_planned_meetings_along(series: Series) -> None:
    end(series, day=date(2022, 8, 1), by=None)
    states = dict(series.meetings.values_list("due__month", "state"))
    assert states == {7: "planned", 8: "cancelled", 9: "cancelled", 10: "cancelled"}


def test_a_day_outside_the_period_wants_a_reason(series: Series) -> None:
    first = series.meetings.get(due=date(2022, 7, 10))
    with pytest.raises(Refused, match="2022-07-01 and 2022-07-10"):
        move(first, Frame(date(2022, 7, 14)), version=1, day=JULY, by=None)
    moved = move(first, Frame(date(2022, 7, 14), words="বন্যা"), version=1, day=JULY, by=None)
    assert (moved.date, moved.words, moved.version) == (date(2022, 7, 14), "বন্যা", 2)


def test_a_body_meets_once_a_day(meeting: Meeting) -> None:
    with pytest.raises(Refused, match="another meeting on 2022-07-07"):
        plan(meeting.body, "জরুরি সভা", Frame(date(2022, 7, 7)), by=None)
    assert Meeting.objects.filter(series=None).count() == 0


def test_who_is_no_member_does_not_lead(meeting: Meeting) -> None:
    with pytest.raises(Refused, match="no member"):
        move(meeting, Frame(date(2022, 7, 8), chair="সচিব"), version=2, day=JULY, by=None)
    assert move(meeting, Frame(date(2022, 7, 8), chair="জেলা নক্ষত্র অফিসার"), version=2, day=JULY, by=None).chair


def test_two_who_move_it_at_once_do_not_overwrite_each_other(meeting: Meeting) -> None:
    move(meeting, Frame(date(2022, 7, 8)), version=2, day=JULY, by=None)
    with pytest.raises(Conflict):
        move(meeting, Frame(date(2022, 7, 9)), version=2, day=JULY, by=None)


def test_no_notice_without_an_agenda(series: Series, world: World) -> None:
    first = move(
        series.meetings.get(due=date(2022, 7, 10)),
        Frame(date(2022, 7, 7), time(11), "সভাকক্ষ"),
        version=1,
        day=JULY,
        by=None,
    )
    letter = notice(first, [], {}, sittings(first.body, JULY), memo="", day=JULY)
    with pytest.raises(Refused, match="without an agenda"):
        draft_notice(first, letter, by=world.officers["focal"])


def test_the_issued_notice_calls_the_meeting_and_every_member_hears_of_it(meeting: Meeting, world: World) -> None:
    called = _called(meeting, world)
    assert called.state == MeetingState.CALLED
    shown = Notice.objects.filter(kind="invitation")
    assert {each.post for each in shown} == {
        world.posts[name] for name in ("director", "focal", "north_head", "south_head")
    }
    assert shown[0].text == "সভা: নক্ষত্র কমিটি, ০৭ জুলাই ২০২২, ১১:০০টা, সভাকক্ষ"
    addressed = set(called.notice.addressees.values_list("post", flat=True)) if called.notice else set()
    assert addressed == {world.posts[name].pk for name in ("director", "north_head", "south_head")}


def test_a_second_notice_before_the_first_is_issued_is_refused(meeting: Meeting, world: World) -> None:
    items = list(Item.objects.filter(meeting=meeting))
    letter = notice(meeting, items, {}, sittings(meeting.body, JULY), memo="", day=JULY)
    drafted = draft_notice(meeting, letter, by=world.officers["focal"])
    with pytest.raises(Refused, match="draft of the notice"):
        draft_notice(drafted, letter, by=world.officers["focal"])


def test_moving_a_called_meeting_wants_a_reason_and_a_new_notice_replaces_the_old(
    meeting: Meeting, world: World
) -> None:
    called = _called(meeting, world)
    frame = Frame(date(2022, 7, 9), time(15), "সম্মেলন কক্ষ")
    with pytest.raises(Refused, match="notice is out"):
        move(called, frame, version=called.version, day=JULY, by=None)
    frame = Frame(date(2022, 7, 9), time(15), "সম্মেলন কক্ষ", words="সভাকক্ষ খালি নেই")
    moved = move(called, frame, version=called.version, day=JULY, by=None)
    assert Notice.objects.filter(text__startswith="সভার সময় বদলেছে", text__contains="সভাকক্ষ খালি নেই").count() == 4
    again = _called(moved, world)
    assert again.notice != called.notice
    assert again.notice is not None
    assert "০৯ জুলাই ২০২২" in str(again.notice.content)


def test_a_calendar_changes_its_entry_and_strikes_it(meeting: Meeting, world: World) -> None:
    called = _called(meeting, world)
    before = Calendar.from_ical(invitation(called, NOW)).walk("VEVENT")[0]
    assert before.decoded("dtstart") == datetime(2022, 7, 7, 5, tzinfo=UTC)
    gone = cancel(called, "বন্যা", version=called.version, day=JULY, by=None)
    book = Calendar.from_ical(invitation(gone, NOW))
    (after,) = book.walk("VEVENT")
    assert (str(book["method"]), str(after["status"])) == ("CANCEL", "CANCELLED")
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def test_meetings_stand_in_the_feed_of_members_alone(meeting: Meeting, world: World) -> None:
    def entries(who: str) -> list[str]:
        return [
            str(each["uid"]) for each in Calendar.from_ical(calendar(world.officers[who], JULY, NOW)).walk("VEVENT")
        ]

    assert f"meeting-{meeting.pk}@angikar" in entries("north_head")
    assert entries("upazila1_head") == []


@override_settings(MAIL_FROM="house@example.org")
def test_the_mail_to_an_outsider_carries_the_calendar_file(meeting: Meeting, world: World) -> None:
    seat(meeting.body, NewMember(name="জনাব অতিথি", title="শিক্ষক", email="guest@example.org"), day=JULY, by=None)
    _called(meeting, world)
    deliver(NOW)
    (letter,) = [each for each in mail.outbox if each.to == ["guest@example.org"]]
    ((name, words, kind),) = letter.attachments
    assert (name, kind) == ("meeting.ics", "text/calendar")
    assert f"meeting-{meeting.pk}@angikar" in str(words)


def test_what_is_over_is_neither_moved_nor_called_off(meeting: Meeting) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.CLOSED)
    for action in (
        lambda: cancel(meeting, "বন্যা", version=2, day=JULY, by=None),
        lambda: move(meeting, Frame(date(2022, 7, 8)), version=2, day=JULY, by=None),
    ):
        with pytest.raises(Refused, match="held"):
            action()


def test_a_short_notice_is_counted(meeting: Meeting) -> None:
    assert [laws.short_by(meeting, day) for day in (date(2022, 7, 4), date(2022, 7, 5), date(2022, 7, 7))] == [0, 1, 3]
