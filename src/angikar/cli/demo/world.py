"""The invented offices, posts and officers of the demo: a ministry, its department, a district, an election secretariat.

No such place exists. Its people are named after birds and trees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from angikar.cli.demo.start import PHRASE
from angikar.offices import actions
from angikar.offices.models import Charge, Office, OfficeKind, Officer, Post
from angikar.rules.schedule.fiscal import FiscalYear

FIRST_DAY = date(2018, 7, 1)
TRANSFERRED = "field"
"""Who goes from the department to the ministry; his duties stay with the post."""
NEW_DESK = ("সহকারী সচিব (নদী)", "Assistant Secretary (Rivers)")
KEEPER = ("keeper", "বেগম শঙ্খচিল পারুল")
SUCCESSOR = ("field-new", "জনাব কোকিল জলপাই")


class DemoOffice(NamedTuple):
    """An office: short name, name in both languages, kind, the short name of the office above, memo numbers' beginning."""

    short: str
    name: str
    name_en: str
    kind: str
    above: str = ""
    memo_prefix: str = ""


class DemoPost(NamedTuple):
    """A post of an office and its first holder: the name of the sign-in, and the name papers write.

    An officer without a name here holds another post besides; `role` is `head`, `focal` or empty.
    """

    office: str
    title: str
    title_en: str
    username: str
    name: str = ""
    role: str = ""


OFFICES = (
    DemoOffice(
        "ministry", "নদী ও জনপদ মন্ত্রণালয়", "Ministry of Rivers and Settlements", OfficeKind.MINISTRY, "", "97.00.0000"
    ),
    DemoOffice(
        "department", "জনপদ উন্নয়ন অধিদপ্তর", "Department of Settlements", OfficeKind.DEPARTMENT, "ministry", "97.01.0000"
    ),
    DemoOffice(
        "district",
        "জেলা প্রশাসকের কার্যালয়, কাজলপুর",
        "Office of the Deputy Commissioner, Kajalpur",
        OfficeKind.DISTRICT,
        "ministry",
        "97.03.9900",
    ),
    *(
        DemoOffice(
            f"upazila{number}",
            f"উপজেলা নির্বাহী অফিসারের কার্যালয়, {name}",
            f"Office of the Upazila Nirbahi Officer, {name_en}",
            OfficeKind.UPAZILA,
            "district",
        )
        for number, name, name_en in (
            (1, "শিউলিডাঙ্গা", "Shiulidanga"),
            (2, "হিজলবাড়ি", "Hijalbari"),
            (3, "মেঘশিমুল", "Meghshimul"),
        )
    ),
    DemoOffice(
        "election", "জনপদ নির্বাচন সচিবালয়", "Settlement Election Secretariat", OfficeKind.COMMISSION, "", "98.00.0000"
    ),
    DemoOffice(
        "polls",
        "জেলা নির্বাচন অফিস, কাজলপুর",
        "District Election Office, Kajalpur",
        OfficeKind.DISTRICT,
        "election",
        "98.03.9900",
    ),
)

POSTS = (
    DemoPost("ministry", "সচিব", "Secretary", "secretary", "জনাব শালিক হিজল", "head"),
    DemoPost(
        "ministry", "উপসচিব (কর্মসম্পাদন)", "Deputy Secretary (Performance)", "performance", "বেগম চন্দনা বকুল", "focal"
    ),
    DemoPost("department", "মহাপরিচালক", "Director General", "dg", "জনাব মাছরাঙা তমাল", "head"),
    DemoPost("department", "উপপরিচালক (পরিকল্পনা)", "Deputy Director (Planning)", "planning", "বেগম শ্যামা কৃষ্ণচূড়া"),
    DemoPost("department", "এপিএ ফোকাল পয়েন্ট", "APA Focal Point", "planning", role="focal"),
    DemoPost("department", "সহকারী পরিচালক (প্রশাসন)", "Assistant Director (Administration)", "admin", "বেগম টুনটুনি চাঁপা"),
    DemoPost("department", "শুদ্ধাচার ফোকাল পয়েন্ট", "Integrity Focal Point", "admin"),
    DemoPost("department", "সহকারী পরিচালক (মাঠ সেবা)", "Assistant Director (Field Services)", "field", "জনাব বুলবুল গামারি"),
    DemoPost("district", "জেলা প্রশাসক", "Deputy Commissioner", "dc", "বেগম মুনিয়া শিমুল", "head"),
    DemoPost(
        "district",
        "অতিরিক্ত জেলা প্রশাসক (আইসিটি)",
        "Additional Deputy Commissioner (ICT)",
        "adc",
        "জনাব টিয়া জারুল",
        "focal",
    ),
    DemoPost("district", "সহকারী কমিশনার (আইসিটি)", "Assistant Commissioner (ICT)", "ict", "জনাব বাবুই কদম"),
    DemoPost("upazila1", "উপজেলা নির্বাহী অফিসার", "Upazila Nirbahi Officer", "uno1", "বেগম ময়না শিরীষ", "head"),
    DemoPost("upazila2", "উপজেলা নির্বাহী অফিসার", "Upazila Nirbahi Officer", "uno2", "জনাব পানকৌড়ি অর্জুন", "head"),
    DemoPost("upazila3", "উপজেলা নির্বাহী অফিসার", "Upazila Nirbahi Officer", "uno3", "জনাব ডাহুক নাগেশ্বর", "head"),
    DemoPost("election", "সচিব", "Secretary", "chief", "জনাব হরিয়াল গর্জন", "head"),
    DemoPost(
        "election",
        "উপসচিব (নির্বাচন পরিচালনা)",
        "Deputy Secretary (Elections)",
        "elections",
        "বেগম দোয়েল মহুয়া",
        "focal",
    ),
    DemoPost("polls", "জেলা নির্বাচন অফিসার", "District Election Officer", "deo", "জনাব কাঠঠোকরা আমলকী", "head"),
)


@dataclass
class World:
    """Offices by their short names, officers by their sign-ins, posts by office and title."""

    offices: dict[str, Office] = field(default_factory=dict)
    posts: dict[tuple[str, str], Post] = field(default_factory=dict)
    officers: dict[str, Officer] = field(default_factory=dict)


def handed_over(today: date) -> date:
    """The day of that transfer: in January of the running fiscal year, or else ten days ago."""
    middle = date(FiscalYear.of(today).begins + 1, 1, 12)
    return middle if middle < today else today - timedelta(days=10)


def build(today: date) -> World:
    """Found the offices, fill the posts, and transfer one officer in the running year."""
    world = World()
    keeper = _enrol(world, *KEEPER, by=None, administrator=True)
    for place in OFFICES:
        world.offices[place.short] = actions.found_office(
            place.name,
            by=keeper,
            parent=world.offices.get(place.above),
            kind=place.kind,
            name_en=place.name_en,
            memo_prefix=place.memo_prefix,
        )
    for entry in POSTS:
        if entry.name:
            _enrol(world, entry.username, entry.name, by=keeper)
        _fill(world, entry, by=keeper)
    _transfer(world, handed_over(today), by=keeper)
    return world


def signins() -> Iterator[tuple[str, str, str]]:
    """Who may sign in: user name, pass phrase, and who that is now."""
    names = {place.short: place.name for place in OFFICES}
    yield KEEPER[0], PHRASE, f"{KEEPER[1]}, দপ্তর ও পদের নিবন্ধন"
    for entry in POSTS:
        if entry.username == TRANSFERRED:
            yield SUCCESSOR[0], PHRASE, f"{SUCCESSOR[1]}, {entry.title}, {names[entry.office]}"
            yield entry.username, PHRASE, f"{entry.name}, {NEW_DESK[0]}, {names['ministry']}"
        elif entry.name:
            yield entry.username, PHRASE, f"{entry.name}, {entry.title}, {names[entry.office]}"


def _enrol(world: World, username: str, name: str, *, by: Officer | None, administrator: bool = False) -> Officer:
    world.officers[username] = actions.enrol(username, name, by=by, password=PHRASE, administrator=administrator)
    return world.officers[username]


def _fill(world: World, entry: DemoPost, *, by: Officer) -> None:
    """Create the post and put its holder there; a second post of one officer is an additional charge."""
    post = actions.create_post(
        world.offices[entry.office],
        entry.title,
        by=by,
        title_en=entry.title_en,
        is_head=entry.role == "head",
        is_focal=entry.role == "focal",
    )
    world.posts[entry.office, entry.title] = post
    actions.appoint(
        world.officers[entry.username],
        post,
        since=FIRST_DAY,
        by=None,
        charge=Charge.REGULAR if entry.name else Charge.ADDITIONAL,
    )


def _transfer(world: World, day: date, *, by: Officer) -> None:
    left = next(entry for entry in POSTS if entry.username == TRANSFERRED)
    successor = _enrol(world, *SUCCESSOR, by=by)
    actions.hand_over(world.posts[left.office, left.title], successor, day=day, by=None)
    desk = actions.create_post(world.offices["ministry"], NEW_DESK[0], by=by, title_en=NEW_DESK[1])
    actions.appoint(world.officers[TRANSFERRED], desk, since=day, by=None)
