"""The page of a meeting that runs: signing, writing rows with and without script, two at once, asking again for nothing new."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.meetings.models import Attendance, Item, ItemKind, Meeting, MeetingState, Resolution
from angikar.meetings.sittings import actions
from angikar.meetings.sittings.actions import Typed
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.models import Body, Role
from angikar.papers.meanings.actions import mean
from angikar.papers.meanings.queries import MeantPosts
from tests.desk.conftest import Sign, Stand
from tests.desk.samples import circular
from tests.world import World

DAY = date(2022, 8, 25)
HX = {"HX-Request": "true"}
ALL = "উপজেলা নক্ষত্র অফিসার (সকল), উত্তরপুর"


@pytest.fixture
def committee(world: World) -> Body:
    seats = [
        NewMember(post=world.posts["director"], role=Role.CHAIR),
        NewMember(post=world.posts["focal"], role=Role.SECRETARY),
        NewMember(post=world.posts["north_head"]),
    ]
    return form(world.offices["department"], "নক্ষত্র কমিটি", seats, day=date(2022, 7, 1), by=None)


@pytest.fixture
def meeting(world: World, committee: Body, stand: Stand) -> Meeting:
    """A meeting of today that has not begun, with one item."""
    stand(DAY)
    made = Meeting.objects.create(
        body=committee, office_path=committee.office.path, title="নক্ষত্র কমিটির সভা", date=DAY, place="সভাকক্ষ"
    )
    Item.objects.create(meeting=made, kind=ItemKind.STANDING, order=1, title="দূরবীন")
    return made


@pytest.fixture
def running(world: World, meeting: Meeting) -> Meeting:
    return actions.begin(meeting, by=world.officers["focal"], today=DAY)


def _at(meeting: Meeting, more: str = "") -> str:
    return f"/sittings/{meeting.pk}/{more}"


def test_a_meeting_is_held_without_script(sign: Sign, meeting: Meeting) -> None:
    focal = sign("focal")
    focal.post(_at(meeting, "change/"), {"do": "begin"})
    chair, _, member = meeting.body.members.order_by("rank")
    focal.post(_at(meeting, "change/"), {"do": "sign", "member": chair.pk})
    focal.post(_at(meeting, "change/"), {"do": "sign", "instead_of": member.pk, "name": "জনাব প্রতিনিধি"})
    item = meeting.items.get()
    focal.post(_at(meeting, "write/"), {"row": f"item-{item.pk}", "version": "1", "discussion": "আলোচনা হয়।"})
    said = {"row": f"new-{item.pk}", "text": "তালিকা পাঠাতে হবে।", "implementers": ALL, "when": "এ মাসের মধ্যে"}
    answer = focal.post(_at(meeting, "write/"), said)
    page = focal.get(answer["Location"]).content.decode()
    assert "৩১ আগস্ট ২০২২" in page
    assert "উপজেলা নক্ষত্র কার্যালয়, বকুলগঞ্জ" in page
    answer = focal.post(_at(meeting, "change/"), {"do": "close"})
    assert answer["Location"] == _at(meeting, "minutes/")
    assert "তালিকা পাঠাতে হবে। (এ মাসের মধ্যে)" in focal.get(answer["Location"]).content.decode()


def test_what_two_write_in_one_row_is_shown_to_the_later(sign: Sign, world: World, running: Meeting) -> None:
    item = running.items.get()
    actions.discuss(item, "প্রধানের কথা", version=1, by=world.officers["director"])
    sent = {"row": f"item-{item.pk}", "version": "1", "discussion": "ফোকালের কথা"}
    for more in (None, HX):
        answer = sign("focal").post(_at(running, "write/"), sent, headers=more)
        page = answer.content.decode()
        assert answer.status_code == 409
        assert "প্রধানের কথা" in page
        assert "জনাব director" in page
    assert "ফোকালের কথা" in sign("focal").post(_at(running, "write/"), sent).content.decode()
    assert Item.objects.get().discussion == "প্রধানের কথা"
    merged = {**sent, "version": "2", "discussion": "দুই কথা"}
    assert sign("focal").post(_at(running, "write/"), merged, headers=HX).status_code == 200


def test_a_decision_sent_again_by_the_same_page_is_one(sign: Sign, running: Meeting) -> None:
    item = running.items.get()
    sent = {"row": f"new-{item.pk}", "text": "তালিকা পাঠাতে হবে।", "implementers": "নেই এমন পদ", "token": "abc"}
    first, second = (sign("focal").post(_at(running, "write/"), sent, headers=HX).content.decode() for _ in range(2))
    assert first == second
    assert "নিবন্ধে এই পদ পাওয়া গেল না" in first
    assert Resolution.objects.count() == 1


def test_words_that_the_office_remembers_are_understood_while_they_are_written(
    world: World, sign: Sign, running: Meeting
) -> None:
    paper = circular(world)
    mean(paper, {"মাঠ দপ্তর": MeantPosts((world.posts["north_head"],))}, by=world.officers["director"])
    sent = {"row": f"new-{running.items.get().pk}", "text": "তালিকা পাঠাতে হবে।", "implementers": "মাঠ দপ্তর", "token": "abc"}
    page = sign("focal").post(_at(running, "write/"), sent, headers=HX).content.decode()
    assert "জেলা নক্ষত্র কার্যালয়, উত্তরপুর" in page
    assert "পাওয়া গেল না" not in page


def test_text_that_cannot_be_stored_stays_where_it_was_typed(sign: Sign, running: Meeting) -> None:
    item = running.items.get()
    answer = sign("focal").post(_at(running, "write/"), {"row": f"new-{item.pk}", "text": " ", "implementers": ALL})
    assert (answer.status_code, ALL in answer.content.decode()) == (422, True)
    answer = sign("focal").post(
        _at(running, "write/"), {"row": f"new-{item.pk}", "text": "ক", "continues": "৯৯৯: নেই"}, headers=HX
    )
    assert (answer.status_code, "তালিকা থেকে বেছে নিন" in answer.content.decode()) == (422, True)


def test_without_a_change_the_answer_is_empty(sign: Sign, world: World, running: Meeting) -> None:
    focal = sign("focal")
    first = focal.get(_at(running, "rows/"))
    again = focal.get(_at(running, "rows/"), HTTP_IF_NONE_MATCH=first["ETag"])
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    actions.resolve(running.items.get(), Typed("নতুন সিদ্ধান্ত"), by=world.officers["director"])
    third = focal.get(_at(running, "rows/"), HTTP_IF_NONE_MATCH=first["ETag"])
    assert (third.status_code, "নতুন সিদ্ধান্ত" in third.content.decode()) == (200, True)


def test_a_member_reads_and_a_stranger_gets_404(sign: Sign, running: Meeting) -> None:
    item = running.items.get()
    page = sign("north_head").get(_at(running))
    written = re.search(r"<textarea[^>]*name=", page.content.decode())
    assert (page.status_code, written) == (200, None)
    sent = {"row": f"item-{item.pk}", "version": "1", "discussion": "ক"}
    assert sign("north_head").post(_at(running, "write/"), sent).status_code == 404
    assert sign("south_head").get(_at(running)).status_code == 404
    other = Item.objects.create(meeting=_another(running), order=1, title="অন্য সভার")
    assert sign("focal").post(_at(running, "write/"), {**sent, "row": f"item-{other.pk}"}).status_code == 404


def _another(meeting: Meeting) -> Meeting:
    return Meeting.objects.create(
        body=meeting.body, office_path=meeting.office_path, title="অন্য", date=DAY, state=MeetingState.HELD
    )


def test_only_one_of_those_present_presides(sign: Sign, running: Meeting) -> None:
    focal, item = sign("focal"), running.items.get()
    focal.post(_at(running, "write/"), {"row": f"item-{item.pk}", "version": "1", "discussion": "আলোচনা"})
    focal.post(_at(running, "change/"), {"do": "sign", "name": "জনাব অতিথি"})
    guest = Attendance.objects.get()
    answer = focal.post(_at(running, "change/"), {"do": "close", "attendance": guest.pk})
    assert (answer.status_code, "সদস্য নন" in answer.content.decode()) == (422, True)


def test_a_long_meeting_takes_few_queries(sign: Sign, world: World, running: Meeting) -> None:
    for number in range(2, 21):
        item = Item.objects.create(meeting=running, order=number, title=f"বিষয় {number}", discussion="আলোচনা")
        for _ in range(3):
            actions.resolve(item, Typed("তালিকা পাঠাতে হবে।", [ALL], "এ মাসের মধ্যে"), by=world.officers["focal"])
    focal = sign("focal")
    focal.get(_at(running))
    with CaptureQueriesContext(connection) as queries:
        assert focal.get(_at(running)).status_code == 200
    assert len(queries) <= 15, [each["sql"][:120] for each in queries.captured_queries]


def test_a_confirmation_needs_no_implementer(sign: Sign, world: World, running: Meeting) -> None:
    item = Item.objects.create(meeting=running, kind=ItemKind.CONFIRMATION, order=0, title="দৃঢ়ীকরণ")
    assert "সংশোধন না থাকায় তা দৃঢ়ীকরণ করা হলো" in sign("focal").get(_at(running)).content.decode()
    said = {"row": f"new-{item.pk}", "text": "দৃঢ়ীকরণ করা হলো।"}
    assert "লেখা নেই" not in sign("focal").post(_at(running, "write/"), said, headers=HX).content.decode()
    said = {"row": f"new-{running.items.get(order=1).pk}", "text": "তালিকা দিতে হবে।"}
    assert "বাস্তবায়ন করবেন, লেখা নেই" in sign("focal").post(_at(running, "write/"), said, headers=HX).content.decode()
