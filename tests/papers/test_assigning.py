"""A template of an office above: a draft for each office below, fixed rows, shares that add up, and who may."""

from __future__ import annotations

from decimal import Decimal

import pytest

from angikar.duties.issue import issue
from angikar.duties.later.assigning import Sharing, assign_later, assign_now
from angikar.history.refusal import NotYours, Refused
from angikar.jobs.models import JobState
from angikar.notices.models import Notice
from angikar.papers.access import papers_for
from angikar.papers.actions import amend, move
from angikar.papers.assigning.queries import assignments, below, on_their_own, weights_in
from angikar.papers.blocks.actions import paste
from angikar.papers.discarding.actions import discard
from angikar.papers.models import Paper
from angikar.papers.plans.actions import arrange, begin
from angikar.papers.plans.forms import PLANS
from tests.jobs.working import do_all
from tests.world import World

ROW = "areas.0.activities.0.indicators.0"
COLUMNS = tuple(f"{ROW}.{name}" for name in ("title", "unit_text", "weight", "criteria.0", "criteria.1"))
LINES = (("প্রশিক্ষিত কর্মী", "জন", "১৫", "১০০", "৯০"), ("সন্তুষ্ট সেবাগ্রহীতা", "%", "১০", "৮০", "৭০"))


@pytest.fixture
def template(world: World) -> Paper:
    """A charter plan that the department has written for the offices below it."""
    focal = world.officers["focal"]
    paper = begin(focal, world.offices["department"], PLANS["charter"], "2026-27", template=True)
    paper, left = paste(paper, COLUMNS, LINES, version=paper.version, by=focal)
    assert left == []
    return paper


def _given(world: World, template: Paper, level: str = "upazila", **weights: list[int]) -> dict[str, Paper]:
    found = {path.replace("_", "."): [Decimal(each) for each in by] for path, by in weights.items()}
    assign_now(template, level, Sharing(found), by=world.officers["focal"], version=template.version)
    drafts = Paper.objects.filter(assignment__template=template).select_related("office")
    return {short: paper for short, office in world.offices.items() for paper in drafts if paper.office_id == office.pk}


def _targets(papers: dict[str, Paper]) -> list[list[str]]:
    rows = [paper.content["areas"][0]["activities"][0]["indicators"] for paper in papers.values()]
    return [[row["target"][0] for row in each] for each in rows]


def test_each_office_of_a_level_gets_a_draft_of_its_own_and_is_notified(world: World, template: Paper) -> None:
    drafts = _given(world, template)
    assert list(drafts) == ["upazila1", "upazila2", "upazila3"]
    head = world.officers["upazila1_head"]
    assert drafts["upazila1"] in papers_for(head)
    assert drafts["upazila1"].content["office"] == world.offices["upazila1"].name
    assert [each.paper.office_id for each in assignments(template)] == [each.office_id for each in drafts.values()]
    assert Notice.objects.filter(post=world.posts["upazila1_head"], key__startswith="assigned:").count() == 1


def test_a_national_target_is_shared_out_and_adds_up(world: World, template: Paper) -> None:
    assert _targets(_given(world, template, **{ROW.replace(".", "_"): [1, 1, 1]})) == [
        ["34", "80"],
        ["33", "80"],
        ["33", "80"],
    ]


def test_levels_keep_their_proportion_to_the_shared_target(world: World, template: Paper) -> None:
    drafts = _given(world, template, **{ROW.replace(".", "_"): [5, 0, 3]})
    rows = [paper.content["areas"][0]["activities"][0]["indicators"][0]["criteria"] for paper in drafts.values()]
    assert [each[:2] for each in rows] == [["63", "57"], ["0", "0"], ["37", "33"]]


def test_the_rows_of_the_template_are_fixed_and_own_rows_are_free(world: World, template: Paper) -> None:
    paper, head = _given(world, template)["upazila1"], world.officers["upazila1_head"]
    for path, value in ((f"{ROW}.title", "অন্য"), (f"{ROW}.weight", "1"), ("areas.0.activities.0.title", "অন্য")):
        with pytest.raises(Refused) as refused:
            amend(paper, path, value, version=paper.version, by=head)
        assert refused.value.sentence.code == "plan-row-fixed"
    with pytest.raises(Refused):
        arrange(paper, ROW, "remove", version=paper.version, by=head)
    with pytest.raises(Refused):
        paste(paper, (f"{ROW}.title",), [("অন্য",)], version=paper.version, by=head)
    paper = arrange(paper, ROW, "add", version=paper.version, by=head)
    own = f"{ROW[:-1]}1"
    paper = amend(paper, f"{own}.title", "নিজের সূচক", version=paper.version, by=head)
    paper = arrange(paper, own, "up", version=paper.version, by=head)
    paper = amend(paper, f"{own}.responsible", "ফোকাল পয়েন্ট", version=paper.version, by=head)
    titles = [row["title"] for row in paper.content["areas"][0]["activities"][0]["indicators"]]
    assert titles == ["নিজের সূচক", "প্রশিক্ষিত কর্মী", "সন্তুষ্ট সেবাগ্রহীতা"]


def test_a_draft_of_the_office_above_is_not_discarded_for_a_plan_without_its_rows(
    world: World, template: Paper
) -> None:
    paper = _given(world, template)["upazila1"]
    with pytest.raises(Refused) as refused:
        discard(paper, by=world.officers["upazila1_head"], version=paper.version)
    assert refused.value.sentence.code == "discard-assigned-draft"


def test_an_office_that_has_begun_its_plan_keeps_it(world: World, template: Paper) -> None:
    own = begin(world.officers["upazila2_head"], world.offices["upazila2"], PLANS["charter"], "2026-27")
    focal = world.officers["focal"]
    done = assign_now(template, "upazila", Sharing(), by=focal, version=template.version)
    assert (done.given, [each.pk for each in done.left]) == (2, [own.office_id])
    assert on_their_own(template) == [own.office]
    done = assign_now(template, "", Sharing(), by=focal, version=template.version)
    assert (done.given, done.offered, len(done.left)) == (2, 0, 1), "the districts, which had none"


def test_only_who_writes_the_template_assigns_it_and_it_is_never_issued(world: World, template: Paper) -> None:
    for who in ("stranger", "north_head", "secretary", "clerk", "upazila1_head"):
        with pytest.raises(NotYours):
            assign_now(template, "upazila", Sharing(), by=world.officers[who], version=template.version)
    director = world.officers["director"]
    with pytest.raises(Refused):
        move(template, "review", by=director, version=template.version)
    with pytest.raises(Refused):
        issue(template, by=director, day=template.created_at.date())
    own = begin(director, world.offices["department"], PLANS["charter"], "2026-27")
    with pytest.raises(Refused) as refused:
        assign_now(own, "upazila", Sharing(), by=director, version=own.version)
    assert refused.value.sentence.code == "template-not-assignable"


def test_a_pasted_table_names_each_office_and_says_what_is_wrong(world: World, template: Paper) -> None:
    offices = below(template, "upazila")
    lines = [f"{each.name if number else each.code}\t{number + 1}" for number, each in enumerate(offices)]
    assert weights_in("\n".join(("দপ্তর\t১.১.১", *lines)), offices) == {"১.১.১": [1, 2, 3]}
    for wrong, code in (
        ("", "shares-empty"),
        ("দপ্তর\tক\nকোথাও নেই\t১", "shares-unknown-office"),
        (f"দপ্তর\tক\n{offices[0].name}\tঅনেক", "shares-no-figure"),
        (f"দপ্তর\tক\n{offices[0].name}\t-৫", "shares-no-figure"),
        (f"দপ্তর\tক\n{offices[0].name}\t১\n{offices[0].code}\t২", "shares-office-twice"),
        (f"দপ্তর\tক\n{offices[0].name}\t১", "shares-office-missing"),
    ):
        with pytest.raises(Refused) as refused:
            weights_in(wrong, offices)
        assert refused.value.sentence.code == code


def test_as_a_job_it_is_done_once_with_the_rights_of_then(world: World, template: Paper) -> None:
    focal = world.officers["focal"]
    job = assign_later(template, "upazila", Sharing(last_year=[ROW]), by=focal, version=template.version)
    do_all()
    job.refresh_from_db()
    assert (job.state, job.done, job.parts, job.page) == (JobState.DONE, 3, 3, f"/papers/{template.pk}/assign/")
    assert len(assignments(template)) == 3
    late = assign_later(template, "district", Sharing(), by=focal, version=template.version)
    amend(template, f"{ROW}.title", "অন্য", version=template.version, by=focal)
    do_all()
    late.refresh_from_db()
    assert (late.state, len(assignments(template))) == (JobState.REFUSED, 3)
