"""The offices and people that the tests live among; all of them are invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from angikar.offices import actions
from angikar.offices.models import Office, Officer, Post

FIRST_DAY = date(2022, 7, 1)


@dataclass
class World:
    """Offices, posts and officers by a short name; an officer has the name of the post he was put on first."""

    offices: dict[str, Office] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    officers: dict[str, Officer] = field(default_factory=dict)
    mark: str = ""
    """A word that stands in what these offices write, so that it is found where it does not belong."""

    def office(self, short: str, name: str, kind: str, parent: str | None = None) -> None:
        """Found an office."""
        above = self.offices[parent] if parent else None
        self.offices[short] = actions.found_office(name, by=None, parent=above, kind=kind)

    def post(self, short: str, office: str, title: str, *, head: bool = False, focal: bool = False) -> None:
        """Create a post and put an officer of that name on it."""
        post = actions.create_post(self.offices[office], title, by=None, is_head=head, is_focal=focal)
        self.posts[short] = post
        self.officers[short] = self.officer(short)
        actions.appoint(self.officers[short], post, since=FIRST_DAY, by=None)

    def officer(self, short: str) -> Officer:
        """Enrol an officer who holds no post yet."""
        return actions.enrol(short, f"জনাব {short}", by=None, password="a pass phrase")


def build() -> World:
    """A ministry, a department below it, two districts below that, three upazilas below the first, and a stranger."""
    world = World()
    world.office("ministry", "তারকা মন্ত্রণালয়", "ministry")
    world.post("secretary", "ministry", "সচিব", head=True)
    world.post("ministry_focal", "ministry", "উপসচিব (কর্মসম্পাদন)", focal=True)
    world.office("department", "নক্ষত্র অধিদপ্তর", "department", "ministry")
    world.post("director", "department", "মহাপরিচালক", head=True)
    world.post("focal", "department", "উপপরিচালক (পরিকল্পনা)", focal=True)
    world.post("clerk", "department", "সহকারী পরিচালক (প্রশাসন)")
    for short, name in (("north", "উত্তরপুর"), ("south", "দক্ষিণপুর")):
        world.office(short, f"জেলা নক্ষত্র কার্যালয়, {name}", "district", "department")
        world.post(f"{short}_head", short, "জেলা নক্ষত্র অফিসার", head=True)
    for number, name in enumerate(("শিমুলতলা", "বকুলগঞ্জ", "পলাশবাড়ি"), 1):
        world.office(f"upazila{number}", f"উপজেলা নক্ষত্র কার্যালয়, {name}", "upazila", "north")
        world.post(f"upazila{number}_head", f"upazila{number}", "উপজেলা নক্ষত্র অফিসার", head=True)
    world.officers["stranger"] = world.officer("stranger")
    return world
