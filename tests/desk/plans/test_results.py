"""Results: claimed beside accepted, every mark open to its arithmetic, and the progress report as a PDF of our own."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar import formats
from angikar.duties.actions import accept, excuse, report
from angikar.duties.issue import issue
from angikar.duties.models import Duty
from angikar.papers.actions import draft, move
from angikar.papers.models import Paper
from angikar.papers.stored_doubt import StoredDoubt, as_written
from angikar.rules.duty import Answer
from angikar.rules.kinds import understand
from angikar.rules.kinds.evaluation_sheet import EvaluationSheet
from angikar.rules.kinds.progress_report import ProgressReport
from tests.desk.conftest import Sign, Stand
from tests.pledge import FRAMEWORK, issued, plan
from tests.world import World

CLERK = "সহকারী পরিচালক (প্রশাসন)"


@pytest.fixture
def four(world: World, pledge: None, october: date) -> Paper:
    """Four indicators: 85 claimed and 80 accepted, nought, one that does not apply, and one nobody spoke of."""
    paper = issued(world, "4", "3", "2", "1", responsible=CLERK)
    clerk, secretary = world.officers["clerk"], world.officers["secretary"]
    first, second, third = (Duty.objects.get(paper=paper, key=f"own:1.1.{number}:q1") for number in (1, 2, 3))
    reported = report(first, by=clerk, answer=Answer(value="85"), today=october)
    accept(reported, by=secretary, today=october, value="80", words="পাঁচটির প্রমাণ নেই")
    report(second, by=clerk, answer=Answer(value="0"), today=october)
    excuse(third, by=secretary, sentence="প্রকল্প স্থগিত", today=october)
    return paper


def test_four_persons_walk_past_the_results(sign: Sign, four: Paper) -> None:
    people = ("stranger", "north_head", "clerk", "secretary")
    for address in (f"/results/{four.pk}/", f"/results/{four.pk}/q1.pdf"):
        assert {who: sign(who).get(address).status_code for who in people} == {
            "stranger": 404,
            "north_head": 404,
            "clerk": 200,
            "secretary": 200,
        }


def test_claimed_and_accepted_stand_beside_each_other_with_their_arithmetic(sign: Sign, four: Paper) -> None:
    page = sign("clerk").get(f"/results/{four.pk}/").content.decode()
    assert '<span class="marks">৩.৪০</span><span class="faint small"> / ১০.০০</span>' in page
    assert '<span class="marks">৩.২০</span><span class="faint small"> / ১০.০০</span>' in page
    shown = " ".join(re.sub(r"<[^>]*>", " ", page).split())
    assert "গৃহীত ৩.২০ দাবিকৃত, এখনো গৃহীত নয় ০.২০ এখনো পাওয়া যায়" in shown, "the marks of the bar stand in words"
    assert "গোনা যায় না ২.০০ পূর্ণমান ১০.০০" in shown, "what does not apply is neither open nor lost"
    assert "স্তর ১০০; ৯০; ৮০; ৭০; ৬০ · দাবিকৃত ৮৫ · গৃহীত ৮০" in shown, "and so do the figures of the picture of a row"
    assert page.count('class="picture bullet"') == 2, "only rows with a figure have one"
    for step in (
        "সমষ্টি: ৮৫ (১ম)",
        "৮৫ পড়ে ৮০ (৮০) ও ৯০ (৯০)-এর মধ্যে",
        "৮০ + (৯০ − ৮০) × (৮৫ − ৮০) ÷ (৯০ − ৮০) = ৮৫.০০",
    ):
        assert f"<li>{step}</li>" in page
    assert "<li>৮৫.০০ × ৪ ÷ ১০০ = ৩.৪০</li>" in page
    assert "<li>৮০.০০ × ৪ ÷ ১০০ = ৩.২০</li>" in page


def test_the_outlook_is_shown_next_to_the_mark(sign: Sign, four: Paper) -> None:
    page = sign("clerk").get(f"/results/{four.pk}/").content.decode()
    assert "৩০ সেপ্টেম্বর ২০২২ পর্যন্ত লক্ষ্যমাত্রার ৮৫.০০%, থাকার কথা ২৫.২১%: এগিয়ে।" in page
    assert "আরও ৫ (মোট ৯০): স্কোর ৯০.০০, নম্বর ৩.৬০ (আরও ০.২০)" in page


def test_the_fewest_rows_to_the_goal_are_named(sign: Sign, paper: Paper, october: date) -> None:
    page = sign("clerk").get(f"/results/{paper.pk}/").content.decode()
    assert "এখন ০.০০; লক্ষ্য ৯.০০" in page
    assert "তাতে মোট হবে ৯.২০" in page, "six marks of the first row and 3.20 of the second"
    assert page.count("+৬.০০") == page.count("+৩.২০") == 1


def test_an_unreachable_goal_is_shown(sign: Sign, four: Paper) -> None:
    page = sign("clerk").get(f"/results/{four.pk}/").content.decode()
    assert "সর্বোচ্চ ৮.০০; লক্ষ্য ৯.০০" in page
    assert "সবচেয়ে কম যে কয়টি সূচকে" not in page


def test_a_doubt_that_shadows_a_mark_is_shown_with_it(sign: Sign, four: Paper) -> None:
    shadow = StoredDoubt(
        as_written("baseline-already-scores"),
        "warning",
        {"text": ("কাজ না করেই নম্বর", "Marks without work")},
        "areas.0.activities.0.indicators.0.criteria",
        origin="check",
    )
    Paper.objects.filter(pk=four.pk).update(doubts=[shadow])
    assert "কাজ না করেই নম্বর" in sign("clerk").get(f"/results/{four.pk}/").content.decode()


def test_the_evaluation_sheet_shows_claimed_accepted_and_evidence_and_is_signed_by_both_parties(
    sign: Sign, four: Paper
) -> None:
    answer = sign("secretary").get(f"/results/{four.pk}/evaluation.pdf")
    sheet = understand(formats.read(answer.content, "evaluation.pdf")).content
    assert isinstance(sheet, EvaluationSheet)
    rows = {row.code: row for row in sheet.areas[0].rows}
    assert [(row.state, row.claimed, row.accepted, row.proven) for row in rows.values()] == [
        ("reported", "3.40", "3.20", False),
        ("reported", "0.00", None, False),
        ("not_applicable", None, None, None),
        ("not_due", None, None, None),
    ]
    assert (sheet.weight, sheet.claimed, sheet.accepted) == ("10", "3.40", "3.20")
    assert [(each.post, each.office) for each in sheet.signatories] == [
        ("মহাপরিচালক", "নক্ষত্র অধিদপ্তর"),
        ("সচিব", "তারকা মন্ত্রণালয়"),
    ]


@pytest.mark.parametrize(
    ("what", "title"),
    [("half", "অর্ধবার্ষিক অগ্রগতি প্রতিবেদন"), ("year", "বার্ষিক অগ্রগতি প্রতিবেদন"), ("q3", "৩য় ত্রৈমাসিক অগ্রগতি প্রতিবেদন")],
)
def test_a_report_that_was_made_is_drafted_signed_and_issued_as_any_paper(
    sign: Sign, four: Paper, world: World, october: date, what: str, title: str
) -> None:
    director = sign("director")
    where = director.post(f"/results/{four.pk}/make/", {"what": what})["Location"]
    new = Paper.objects.get(kind="progress_report")
    assert where == f"/papers/{new.pk}/"
    assert (new.title, new.state, new.office) == (title, "draft", four.office)
    assert director.get(where).status_code == 200
    moved = move(new, "signed", by=world.officers["director"], version=new.version)
    assert issue(moved, by=world.officers["director"], day=october).state == "issued"
    assert sign("secretary").get(f"/papers/{new.pk}/print.docx").status_code == 200


def test_the_superior_may_make_the_evaluation_sheet_alone(sign: Sign, four: Paper, world: World) -> None:
    secretary = sign("secretary")
    assert secretary.post(f"/results/{four.pk}/make/", {"what": "q1"}).status_code == 404
    assert secretary.post(f"/results/{four.pk}/make/", {"what": "evaluation"}).status_code == 302
    assert Paper.objects.get(kind="evaluation_sheet").office == world.offices["ministry"]
    assert sign("clerk").post(f"/results/{four.pk}/make/", {"what": "evaluation"}).status_code == 404


def test_four_different_things_have_four_different_words(sign: Sign, four: Paper, stand: Stand) -> None:
    stand(date(2022, 10, 20))
    page = sign("clerk").get(f"/results/{four.pk}/").content.decode()
    row = {
        code: page.split(f'<span class="faint">{code}</span>')[1].split("</tr>")[0]
        for code in ("১.১.২", "১.১.৩", "১.১.৪")
    }
    assert ">০</a>" in row["১.১.২"]
    assert "প্রযোজ্য নয়" in row["১.১.৩"]
    assert "প্রতিবেদন নেই" in row["১.১.৪"]
    assert all("এখনো সময় হয়নি" in each for each in row.values()), "the second quarter is not over"
    assert "প্রতিবেদন নেই" not in row["১.১.২"] + row["১.১.৩"]


def test_the_progress_report_is_a_paper_that_can_be_read_back(sign: Sign, four: Paper) -> None:
    answer = sign("clerk").get(f"/results/{four.pk}/q1.pdf")
    assert answer["Content-Type"] == "application/pdf"
    read = understand(formats.read(answer.content, "progress.pdf"))
    assert isinstance(read.content, ProgressReport)
    assert (read.kind, read.content.quarter, read.content.claimed, read.content.accepted) == (
        "progress_report",
        1,
        "3.40",
        "3.20",
    )
    assert [each.post for each in read.content.signatories] == ["উপপরিচালক (পরিকল্পনা)", "মহাপরিচালক"]
    assert [each.name for each in read.content.signatories] == ["জনাব focal", "জনাব director"]


def test_a_report_of_one_quarter_is_without_the_next(sign: Sign, four: Paper, world: World, stand: Stand) -> None:
    stand(date(2023, 1, 5))
    second = Duty.objects.get(paper=four, key="own:1.1.1:q2")
    report(second, by=world.officers["clerk"], answer=Answer(value="15"), today=date(2023, 1, 5))
    client = sign("clerk")
    claimed = []
    for quarter in (1, 2):
        data = client.get(f"/results/{four.pk}/q{quarter}.pdf").content
        claimed.append(understand(formats.read(data, "progress.pdf")).content.claimed)
    assert claimed == ["3.40", "4.00"]
    assert client.get(f"/results/{four.pk}/q5.pdf").status_code == 404


def test_a_plan_that_is_not_issued_has_no_results(sign: Sign, world: World, pledge: None, october: date) -> None:
    content = plan("10").model_dump(mode="json")
    paper = draft(
        world.officers["director"],
        office=world.offices["department"],
        kind="pledge",
        framework=FRAMEWORK,
        content=content,
    )
    assert sign("director").get(f"/results/{paper.pk}/").status_code == 404
    assert sign("director").get(f"/grid/{paper.pk}/").status_code == 404


def test_sixty_indicators_take_few_queries(sign: Sign, world: World, pledge: None, october: date) -> None:
    paper = issued(world, *["1"] * 60, whole="60", responsible=CLERK)
    clerk = sign("clerk")
    with CaptureQueriesContext(connection) as queries:
        assert clerk.get(f"/results/{paper.pk}/").status_code == 200
    assert len(queries) <= 16, [query["sql"][:120] for query in queries.captured_queries]


def test_a_plan_of_a_year_without_a_known_form_shows_what_was_reported_and_says_that_no_marks_can_be_given(
    sign: Sign, world: World, pledge: None, october: date
) -> None:
    chief, content = world.officers["director"], plan("6", "4", responsible=CLERK).model_dump(mode="json")
    paper = issue(
        draft(chief, office=world.offices["department"], kind="pledge", content=content), by=chief, day=october
    )
    first = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    report(first, by=world.officers["clerk"], answer=Answer(value="85"), today=october)
    page = sign("director").get(f"/results/{paper.pk}/")
    assert page.status_code == 200
    assert "নম্বর দেওয়া যায় না" in page.content.decode()
    assert "৮৫" in page.content.decode()
    assert sign("stranger").get(f"/results/{paper.pk}/").status_code == 404
