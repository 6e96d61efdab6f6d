"""The offices the walks are walked in, and papers already issued among them; all are invented.

An officer signs in with the short name of his post and the pass phrase of `tests.world`.
"""

from __future__ import annotations

from datetime import date
from importlib.resources import files

from django.core.management import call_command

from angikar.duties.issue import issue
from angikar.offices.access import holder_of
from angikar.offices.models import Office, Officer, Post
from angikar.papers import actions
from tests.world import World

ISSUED = date(2022, 7, 3)


def found() -> None:
    """A ministry and its department, a secretariat, a district with three upazilas; in an empty database."""
    call_command("migrate", interactive=False, verbosity=0)
    world = World()
    world.office("ministry", "নদী ও জনপদ মন্ত্রণালয়", "ministry")
    world.post("secretary", "ministry", "সচিব", head=True)
    world.office("department", "জনপদ উন্নয়ন অধিদপ্তর", "department", "ministry")
    world.post("director", "department", "মহাপরিচালক", head=True)
    world.post("focal", "department", "উপপরিচালক (পরিকল্পনা)", focal=True)
    world.office("secretariat", "জনপদ নির্বাচন সচিবালয়", "commission")
    world.post("registrar", "secretariat", "উপসচিব (নির্বাচন পরিচালনা)", head=True)
    world.office("election", "জেলা নির্বাচন অফিস, কাজলপুর", "district", "secretariat")
    world.post("deo", "election", "জেলা নির্বাচন অফিসার", head=True)
    world.office("district", "জেলা প্রশাসকের কার্যালয়, কাজলপুর", "district")
    world.post("dc", "district", "জেলা প্রশাসক", head=True)
    world.post("ict", "district", "সহকারী কমিশনার (আইসিটি)", focal=True)
    for number, name in enumerate(("শিমুলতলা", "বকুলগঞ্জ", "পলাশবাড়ি"), 1):
        world.office(f"upazila{number}", f"উপজেলা নির্বাহী অফিসারের কার্যালয়, {name}", "upazila", "district")
        world.post(f"uno{number}", f"upazila{number}", "উপজেলা নির্বাহী অফিসার", head=True)


def lay(sample: str, office: str, day: date = ISSUED) -> int:
    """Issue a paper of the demo by the head of the office of that name, and return its number."""
    home = Office.objects.get(name=office)
    head = holder_of(Post.objects.get(office=home, is_head=True))
    assert isinstance(head, Officer)
    data = files("angikar.cli.demo").joinpath("samples", f"{sample}-demo.txt").read_bytes()
    paper = actions.take_in(head, f"{sample}.txt", data, office=home)
    paper = actions.accept_intake(paper, by=head, version=paper.version)
    return issue(paper, by=head, day=day).pk
