"""The offices the walks are walked in, and papers already issued among them; all are invented.

An officer signs in with the short name of his post and the pass phrase of `tests.world`.
"""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

from django.core.management import call_command

from angikar.desk.papers.printing import printed
from angikar.duties.actions import EvidenceFile, report
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.offices.access import holder_of
from angikar.offices.models import Office, Officer, Post
from angikar.papers import actions
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.forms.form import Field, Form
from tests.signed import ON_PAPER
from tests.world import World

ISSUED = date(2022, 7, 3)


def found() -> None:
    """A ministry and its two departments, a secretariat, a district with three upazilas; in an empty database."""
    call_command("migrate", interactive=False, verbosity=0)
    world = World()
    world.office("ministry", "নদী ও জনপদ মন্ত্রণালয়", "ministry")
    world.post("secretary", "ministry", "সচিব", head=True)
    world.office("department", "জনপদ উন্নয়ন অধিদপ্তর", "department", "ministry")
    world.post("director", "department", "মহাপরিচালক", head=True)
    world.post("focal", "department", "উপপরিচালক (পরিকল্পনা)", focal=True)
    world.office("board", "নৌপথ অধিদপ্তর", "department", "ministry")
    world.post("chief", "board", "মহাপরিচালক", head=True)
    world.post("planner", "board", "উপপরিচালক (পরিকল্পনা)", focal=True)
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


def build(sample: str, office: str, day: date = ISSUED) -> int:
    """Issue a paper of the demo by the head of the office of that name, and return its number. Where an earlier test has issued such a
    plan, this one takes its place.
    """
    home = Office.objects.get(name=office)
    Paper.objects.filter(office=home).update(plan_of=None)
    head = holder_of(Post.objects.get(office=home, is_head=True))
    assert isinstance(head, Officer)
    paper = actions.take_in(head, f"{sample}.txt", _sample(f"{sample}-demo"), office=home)
    paper = _numbered(actions.accept_intake(paper, by=head, version=paper.version), head)
    return issue(paper, by=head, day=day, focal=True, unsigned=ON_PAPER).pk


def _numbered(paper: Paper, head: Officer) -> Paper:
    """A letter under a memo number of its own: tests share a house, and no number goes out twice."""
    memo = paper.content["letter"]["memo_number"]
    if not memo:
        return paper
    number = f"{memo.rpartition('-')[0]}-{1000 + paper.pk}"
    return actions.amend(paper, "letter.memo_number", number, version=paper.version, by=head)


def by_form() -> str:
    """A circular of the secretariat whose reports fill in a small form, issued: its number and that of a report the deputy
    commissioner owes, as JSON.
    """
    home = Office.objects.get(name="জনপদ নির্বাচন সচিবালয়")
    head = Officer.objects.get(username="registrar")
    paper = actions.take_in(head, "circular.txt", _sample("circular-demo"), office=home)
    paper = _numbered(actions.accept_intake(paper, by=head, version=paper.version), head)
    form = Form(
        fields=(
            Field(name="visits", label="কয়টি কেন্দ্র দেখা হয়েছে", unit="টি", least="0", most="200", whole=True),
            Field(name="calm", label="পরিস্থিতি শান্ত কি", kind="yes_no"),
            Field(name="place", label="কোথায়", kind="place", required=False),
            Field(name="photo", label="ছবি", kind="files", required=False),
        )
    ).model_dump(mode="json")
    for number, directive in enumerate(paper.content["directives"]):
        if directive["schedule"]:
            paper = actions.amend(paper, f"directives.{number}.form", form, version=paper.version, by=head)
    paper = issue(paper, by=head, day=ISSUED, focal=True, unsigned=ON_PAPER)
    owed = Duty.objects.filter(paper=paper, kind="report", post__title="জেলা প্রশাসক").order_by("pk")
    return json.dumps({"paper": paper.pk, "duty": owed[0].pk})


def scene() -> str:
    """Papers in every state and duties of every kind for the screens, as JSON of short names and numbers."""
    department, district = "জনপদ উন্নয়ন অধিদপ্তর", "জেলা প্রশাসকের কার্যালয়, কাজলপুর"
    director, focal = (Officer.objects.get(username=name) for name in ("director", "focal"))
    home = Office.objects.get(name=department)
    taken = actions.take_in(director, "minutes.txt", _sample("minutes-demo"), office=home)
    drawn = actions.take_in(director, "minutes.pdf", printed(taken, "pdf"), office=home)
    doubtful = actions.take_in(director, "broken-plan.txt", _sample("broken-plan"), office=home)
    draft = actions.take_in(director, "plan.txt", _sample("integrity-plan-demo"), office=home)
    draft = actions.accept_intake(draft, by=director, version=draft.version)
    agreement, circular = build("agreement", department), build("circular", "জনপদ নির্বাচন সচিবালয়")
    minutes = build("minutes", district)
    figures = Duty.objects.filter(paper=agreement, quarter=1, asked__unit="number").order_by("pk")
    proof = EvidenceFile("কার্যবিবরণী.txt", b"proof", "কার্যবিবরণী")
    answer = Answer(value="4", words="চারটি হয়েছে।")
    report(figures[1], by=focal, answer=answer, today=date(2022, 10, 10), files=[proof])
    named = {
        "taken": taken.pk,
        "drawn": drawn.pk,
        "doubtful": doubtful.pk,
        "draft": draft.pk,
        "agreement": agreement,
        "circular": circular,
        "minutes": minutes,
        "figure": figures[0].pk,
        "reported": figures[1].pk,
        "office": home.pk,
        "post": home.posts.all()[0].pk,
        "receipt": Duty.objects.get(paper=circular, kind="acknowledge", post__title="জেলা প্রশাসক").pk,
        "decision": Duty.objects.filter(paper=minutes, post__office__name__contains="শিমুলতলা")[0].pk,
    }
    return json.dumps(named)


def _sample(name: str) -> bytes:
    return files("angikar.cli.demo").joinpath("samples", f"{name}.txt").read_bytes()


def change_of_hands() -> str:
    """A department of its own whose focal post changes hands: its agreement, a running total's first two quarters and the
    post, as JSON of short names and numbers. `leaver` holds the post, `comer` none yet, `surveyor` is the head.
    """
    world = World()
    world.offices["ministry"] = Office.objects.get(kind="ministry")
    world.office("survey", "নদী জরিপ অধিদপ্তর", "department", "ministry")
    world.post("surveyor", "survey", "মহাপরিচালক", head=True)
    world.post("leaver", "survey", "উপপরিচালক (পরিকল্পনা)", focal=True)
    world.officer("comer")
    paper = build("agreement", "নদী জরিপ অধিদপ্তর")
    running = {"paper": paper, "line__part": "own", "line__counting": "cumulative", "line__unit": "number"}
    first = Duty.objects.filter(**running, quarter=1).order_by("pk")[0]
    second = Duty.objects.get(paper=paper, line=first.line_id, quarter=2)
    return json.dumps({"paper": paper, "first": first.pk, "second": second.pk, "post": first.post_id})
