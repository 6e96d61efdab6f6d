"""The page of a meeting to come: its agenda by itself, by hand and without script; bad days said, nothing lost."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries

from angikar.meetings.models import Item, Meeting, MeetingState
from tests.desk.conftest import Sign
from tests.desk.meeting_cases import coming, committee
from tests.world import World


@pytest.fixture
def meeting(world: World, october: date) -> Meeting:
    """October's meeting of the committee."""
    return coming(world, committee(world))


@pytest.fixture
def focal(sign: Sign, meeting: Meeting) -> Client:
    """The secretary, who has let the agenda be made."""
    client = sign("focal")
    assert client.post(f"/agenda/{meeting.pk}/change/", {"do": "redo"}).status_code == 302
    return client


def _titles(meeting: Meeting) -> list[str]:
    return list(Item.objects.filter(meeting=meeting, dropped=False).values_list("title", flat=True))


def test_an_agenda_is_put_in_order_without_script(focal: Client, meeting: Meeting) -> None:
    path = f"/agenda/{meeting.pk}/change/"
    focal.post(path, {"do": "add", "title": "বনভোজন"})
    assert _titles(meeting) == ["বাজেট", "বনভোজন", "বিবিধ"]
    item = Item.objects.get(title="বনভোজন")
    focal.post(path, {"do": "up", "item": str(item.pk)})
    assert _titles(meeting) == ["বনভোজন", "বাজেট", "বিবিধ"]
    assert focal.post(path, {"do": "drop", "item": str(item.pk), "reason": ""}).status_code == 422
    focal.post(path, {"do": "drop", "item": str(item.pk), "reason": "এবার নয়"})
    assert "এবার নয়" in focal.get(f"/agenda/{meeting.pk}/").content.decode()
    focal.post(path, {"do": "restore", "item": str(item.pk)})
    focal.post(path, {"do": "down", "item": str(item.pk)})
    assert _titles(meeting) == ["বাজেট", "বনভোজন", "বিবিধ"]


def test_a_wrong_day_is_refused_and_the_typed_text_stays(focal: Client, meeting: Meeting) -> None:
    typed = {"do": "move", "version": str(meeting.version), "time": "বিকাল ৩টা", "place": "নতুন কক্ষ"}
    for day, chair, said in (
        ("কাল", "", "সভার তারিখ লিখুন"),
        ("২৫.১০.২০২২", "", "বাইরে করতে হলে কারণ লিখুন"),
        ("১৯.১০.২০২২", "জনাব কেউ না", "সদস্য নন"),
    ):
        answer = focal.post(f"/agenda/{meeting.pk}/change/", {**typed, "date": day, "chair": chair})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert said in page
        assert 'value="নতুন কক্ষ"' in page
        assert f'value="{day}"' in page
    assert Meeting.objects.get(pk=meeting.pk).date == meeting.date


def test_a_held_meeting_is_not_called_off(focal: Client, meeting: Meeting) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.MINUTED)
    answer = focal.post(
        f"/agenda/{meeting.pk}/change/", {"do": "cancel", "version": str(meeting.version), "why": "বন্যা"}
    )
    assert answer.status_code == 422
    assert "সভা শুরু হয়ে গেলে বা শেষ হলে আর সরানো বা বাতিল করা যায় না।" in answer.content.decode()


def test_a_member_reads_and_takes_the_calendar_file_but_cannot_arrange(
    sign: Sign, focal: Client, meeting: Meeting
) -> None:
    member = sign("north_head")
    page = member.get(f"/agenda/{meeting.pk}/").content.decode()
    assert "বাজেট" in page
    assert "change/" not in page
    assert member.post(f"/agenda/{meeting.pk}/change/", {"do": "redo"}).status_code == 404
    file = member.get(f"/agenda/{meeting.pk}/meeting.ics")
    assert file["Content-Type"].startswith("text/calendar")
    assert Calendar.from_ical(file.content).walk("VEVENT")[0]["location"] == "সভাকক্ষ"


def test_the_page_asks_little_of_the_database(
    focal: Client, meeting: Meeting, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    Item.objects.bulk_create(
        [Item(meeting=meeting, title=f"বিষয় {number}", order=number, key=f"standing:{number}") for number in range(20)]
    )
    with django_assert_max_num_queries(15):
        assert focal.get(f"/agenda/{meeting.pk}/").status_code == 200
