"""A meeting while it runs: who came in which order, what two people write at once, and what a page sends twice."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from angikar.history.models import Entry
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.history.replay.comparing import differences
from angikar.meetings import access
from angikar.meetings.models import Attendance, Item, ItemKind, Meeting, Resolution
from angikar.meetings.sittings import actions
from angikar.meetings.sittings.actions import Signing, Typed
from angikar.meetings.sittings.queries import absent, rows_of, signed, stamp
from angikar.offices.bodies.queries import sittings
from angikar.offices.models import Body, Member
from tests.history.replay.altering import altered_columns
from tests.world import World

DAY = date(2022, 8, 25)
NOW = datetime(2022, 8, 25, 11, 5, tzinfo=UTC)


@pytest.fixture
def running(world: World, committee: Body) -> Meeting:
    """A meeting of the committee that has begun, with two items and বিবিধ."""
    made = Meeting.objects.create(
        body=committee, office_path=committee.office.path, title="নক্ষত্র কমিটির সভা", date=DAY, place="সভাকক্ষ"
    )
    titles = (("দূরবীন", ItemKind.STANDING), ("উল্কা", ItemKind.STANDING), ("বিবিধ", ItemKind.MISC))
    for order, (title, kind) in enumerate(titles, 1):
        Item.objects.create(meeting=made, kind=kind, order=order, title=title)
    return actions.begin(made, by=world.officers["focal"], today=DAY)


def _member(body: Body, world: World, short: str) -> Member:
    return Member.objects.get(body=body, post=world.posts[short])


def test_attendance_keeps_the_order_of_signing(world: World, committee: Body, running: Meeting) -> None:
    focal = world.officers["focal"]
    actions.sign(running, Signing(member=_member(committee, world, "south_head")), by=focal, at=NOW)
    actions.sign(running, Signing(member=_member(committee, world, "director")), by=focal, at=NOW)
    instead = Signing(instead_of=_member(committee, world, "north_head"), name="জনাব প্রতিনিধি", title="সহকারী")
    mistaken = actions.sign(running, Signing(name="জনাব অতিথি"), by=focal, at=NOW)
    actions.sign(running, instead, by=focal, at=NOW)
    actions.unsign(mistaken, by=focal)
    came = signed(running)
    assert [each.name for each in came] == ["জনাব south_head", "জনাব director", "জনাব প্রতিনিধি"]
    assert [seat.name for seat in absent(sittings(committee, DAY), came)] == ["জনাব focal"]


def test_what_is_written_past_the_actions_is_found(world: World, committee: Body, running: Meeting) -> None:
    focal, item = world.officers["focal"], Item.objects.filter(meeting=running).first()
    assert item is not None
    actions.sign(running, Signing(member=_member(committee, world, "director")), by=focal, at=NOW)
    actions.discuss(item, "এক", version=1, by=focal)
    decided = actions.resolve(item, Typed(text="দূরবীন কেনা হবে"), by=focal)
    assert list(differences()) == []
    models, missed = altered_columns()
    assert models >= {"meetings.Meeting", "meetings.Attendance", "meetings.Item", "meetings.Resolution"}
    assert missed == []
    Resolution.objects.filter(pk=decided.pk).update(text="উল্কা কেনা হবে")
    Attendance.objects.update(name="আরেকজন")
    assert {(each.table, each.column) for each in differences()} == {
        ("meetings.Resolution", ""),
        ("meetings.Meeting", "attendance"),
    }


def test_one_person_signs_once(world: World, committee: Body, running: Meeting) -> None:
    focal, member = world.officers["focal"], _member(committee, world, "north_head")
    actions.sign(running, Signing(instead_of=member, name="জনাব প্রতিনিধি"), by=focal, at=NOW)
    with pytest.raises(Refused, match="entered already"):
        actions.sign(running, Signing(member=member), by=focal, at=NOW)
    with pytest.raises(Refused, match="name of who came"):
        actions.sign(running, Signing(name="  "), by=focal, at=NOW)


def test_two_who_write_in_different_rows_never_meet(world: World, running: Meeting) -> None:
    first, second, _ = Item.objects.filter(meeting=running)
    actions.discuss(first, "এক", version=1, by=world.officers["focal"])
    actions.discuss(second, "দুই", version=1, by=world.officers["director"])
    assert list(Item.objects.filter(meeting=running).values_list("discussion", flat=True)) == ["এক", "দুই", ""]


def test_the_later_of_two_in_one_row_is_shown_both_texts(world: World, running: Meeting) -> None:
    item = Item.objects.filter(meeting=running).first()
    assert item is not None
    actions.discuss(item, "আমার কথা", version=1, by=world.officers["director"])
    with pytest.raises(Conflict) as clash:
        actions.discuss(item, "অন্য কথা", version=1, by=world.officers["focal"])
    assert clash.value.theirs == {"discussion": "আমার কথা"}
    assert (clash.value.who, clash.value.version) == ("জনাব director", 2)
    merged = actions.discuss(item, "আমার কথা\nঅন্য কথা", version=2, by=world.officers["focal"])
    assert merged.version == 3


def test_the_same_words_sent_twice_write_once(world: World, running: Meeting) -> None:
    item, focal = Item.objects.filter(meeting=running)[0], world.officers["focal"]
    before = Entry.objects.count()
    for _ in range(2):
        actions.discuss(item, "একই কথা", version=1, by=focal)
        actions.resolve(item, Typed("তালিকা পাঠাতে হবে।"), by=focal, token="t1")
        actions.raise_item(running, "ধূমকেতু", by=focal, token="t2")
        actions.sign(running, Signing(name="জনাব অতিথি"), by=focal, at=NOW, token="t3")
    assert Entry.objects.count() == before + 4
    assert Resolution.objects.filter(item=item).count() == 1


def test_an_item_raised_in_the_meeting_is_before_miscellaneous(world: World, running: Meeting) -> None:
    actions.raise_item(running, "ধূমকেতু", by=world.officers["focal"])
    assert [each.item.title for each in rows_of(running)] == ["দূরবীন", "উল্কা", "ধূমকেতু", "বিবিধ"]


def test_a_struck_decision_stays_on_record(world: World, running: Meeting) -> None:
    item, focal = Item.objects.filter(meeting=running)[0], world.officers["focal"]
    row = actions.resolve(item, Typed("ভুল সিদ্ধান্ত"), by=focal)
    actions.drop(row, version=1, by=focal)
    assert rows_of(running)[0].resolutions == ()
    assert Resolution.objects.get(pk=row.pk).text == "ভুল সিদ্ধান্ত"


def test_every_change_changes_the_stamp(world: World, committee: Body, running: Meeting) -> None:
    item, focal = Item.objects.filter(meeting=running)[0], world.officers["focal"]
    seen = [stamp(running)]
    row = actions.resolve(item, Typed("তালিকা পাঠাতে হবে।"), by=focal)
    seen.append(stamp(running))
    actions.rewrite(row, Typed("তালিকা দিতে হবে।"), version=1, by=focal)
    seen.append(stamp(running))
    actions.discuss(item, "কথা", version=1, by=focal)
    seen.append(stamp(running))
    actions.sign(running, Signing(member=_member(committee, world, "director")), by=focal, at=NOW)
    seen.append(stamp(running))
    assert len(set(seen)) == 5
    assert stamp(running) == seen[-1]


def test_writing_begins_with_the_meeting_and_in_ones_own_seat(world: World, committee: Body, running: Meeting) -> None:
    later = Meeting.objects.create(
        body=committee, office_path=running.office_path, title="পরের সভা", date=date(2022, 9, 25)
    )
    with pytest.raises(Refused, match="has not come"):
        actions.begin(later, by=world.officers["focal"], today=DAY)
    with pytest.raises(Refused, match="does not run"):
        actions.raise_item(later, "ধূমকেতু", by=world.officers["focal"])
    with pytest.raises(Refused, match="cannot be opened"):
        actions.begin(running, by=world.officers["focal"], today=DAY)
    for stranger in ("upazila1_head", "stranger"):
        with pytest.raises(NotYours):
            access.meeting(world.officers[stranger], running.pk)
    with pytest.raises(NotYours):
        access.meeting(world.officers["north_head"], running.pk, "write")
    assert access.meeting(world.officers["north_head"], running.pk) == running
    assert access.meeting(world.officers["focal"], running.pk, "write") == running
