"""What the demo builds is whole: figures in every state, ranks, a transfer, circulars and decisions half answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from angikar.cli.demo.districts import DISTRICTS
from angikar.cli.demo.load import load
from angikar.cli.demo.start import PHRASE
from angikar.cli.demo.world import handed_over
from angikar.duties.models import Duty, DutyState, Evaluation, Line, Report, ReportState
from angikar.duties.queries import scorecard
from angikar.history import triggers
from angikar.history.chain.verifying import verify
from angikar.history.models import Entry
from angikar.history.replay.comparing import differences
from angikar.meetings.models import Meeting
from angikar.notices.escalation.queries import escalated
from angikar.offices.models import Office, Officer, Tenure
from angikar.papers.doubts import still_open
from angikar.papers.models import Paper, State
from angikar.standings.actions import recount
from angikar.standings.circulars.queries import AsOf
from angikar.standings.compliance import matrix
from angikar.standings.models import PlanScore
from angikar.standings.queries import Scope, standings
from tests.history.replay.altering import altered_columns

pytestmark = pytest.mark.django_db
TODAY = date(2027, 2, 1)
"""A day on which a quarter and a half of the running year are reported."""
PAST = ("agreement-2024-25", "agreement-2025-26")
KIND_OF = {
    "agreement-demo": "agreement",
    "integrity-plan-demo": "integrity_plan",
    "circular-demo": "circular",
    "minutes-demo": "minutes",
    "plain-letter-demo": "plain_letter",
}
PLANTED = {
    ("bangla-date-old-rule", 6, "1429-08-17"),
    ("area-weight-sum", 31, "7"),
    ("date-outside-quarter", 34, "-, 2018-12-31, -, -"),
    ("target-missing", 38, None),
    ("cell-unreadable", 38, None),
    ("quarter-sum", 42, "9, 9, 9, 9"),
    ("code-sequence", 43, "8"),
    ("code-duplicate", 44, None),
}
"""Code, line and suggestion of what is wrong with the broken plan; of the paper as a whole there is more to say."""


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Paper]]:
    """The papers of a demo that is loaded once for all tests here, by the name of the file they came from."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(TODAY)
        papers = Paper.objects.select_related("source")
        yield {Path(paper.source.name).stem: paper for paper in papers if paper.source}
        transaction.set_rollback(True)


def test_a_demo_is_loaded_whole_and_once(demo: dict[str, Paper]) -> None:
    signins = load(TODAY)
    may = Officer.objects.exclude(
        password__startswith="!"
    ).count()  # heads of district offices only stand in the register
    assert len(signins) == may == len({username for username, _, _ in signins})
    assert all(Officer.objects.get(username=username).check_password(phrase) for username, phrase, _ in signins)
    assert {phrase for _, phrase, _ in signins} == {PHRASE}
    entries = Entry.objects.count()
    assert load(TODAY) == signins
    assert Entry.objects.count() == entries
    assert verify() is None


def test_every_paper_is_issued_but_the_broken_one(demo: dict[str, Paper]) -> None:
    papers = dict(demo)
    broken = papers.pop("broken-plan")
    assert broken.state == State.INTAKE
    assert {doubt.code for doubt in still_open(broken.doubts)} >= {code for code, _, _ in PLANTED}
    assert {paper.state for paper in papers.values()} == {State.ISSUED}
    assert all(paper.fingerprint() == paper.hash for paper in papers.values())
    assert len(papers) == len(KIND_OF) + len(DISTRICTS) + len(PAST)
    assert [still_open(paper.doubts) for paper in papers.values()] == [[]] * len(papers)
    issued = [entry.now or {} for entry in Entry.objects.filter(verb="paper.issue")]
    unmatched = [name for each in issued for name in each["unmatched"]]
    assert set(unmatched) == {"নদীতথ্য শাখা"}  # a branch, not a post: the focal post answers for it


def test_figures_are_accepted_lowered_sent_back_late_and_open(demo: dict[str, Paper]) -> None:
    agreement = demo["agreement-demo"]
    duties = Duty.objects.filter(paper=agreement)
    states = Counter(duties.values_list("state", flat=True))
    assert set(states) == {
        DutyState.OPEN,
        DutyState.SUBMITTED,
        DutyState.ACCEPTED,
        DutyState.SENT_BACK,
        DutyState.EXCUSED,
    }
    reports = Report.objects.filter(duty__paper=agreement)
    lowered = [each for each in reports.filter(state=ReportState.ACCEPTED) if each.value != each.accepted_value]
    assert [(each.value, each.accepted_value, bool(each.review_words)) for each in lowered] == [("40", "34", True)]
    assert reports.filter(late=True).count() == 3
    assert reports.get(state=ReportState.DRAFT).value == "5"
    assert reports.filter(evidence__isnull=False).count() == 1
    card = scorecard(agreement, TODAY)
    assert card is not None
    assert card.claimed is not None
    assert card.accepted is not None
    assert float(card.claimed) > float(card.accepted) > 0


def test_the_districts_of_the_department_are_ranked(demo: dict[str, Paper]) -> None:
    scope = Scope("2026-27", "agreement", under=Office.objects.get(memo_prefix="97.01.0000"), reach="direct")
    rows = standings(PlanScore.objects.all(), scope, TODAY)
    assert [each.place and (each.place.rank, each.place.tied) for each in rows] == [
        (1, False),
        (2, True),
        (2, True),
        (3, False),
        None,
        None,
    ], "whose figures wait to be accepted has no place yet"
    assert [each.quarters[0].state for each in rows] == [
        "reported",
        "reported",
        "reported",
        "missing",
        "late",
        "missing",
    ]
    assert [recount(each.plan.paper, by=None) for each in rows] == [0] * len(DISTRICTS)


def test_a_duty_stays_with_its_post_when_the_officer_is_transferred(demo: dict[str, Paper]) -> None:
    ferry = Line.objects.get(paper=demo["agreement-demo"], part="own", code="1.1.1")
    before, after = (Report.objects.get(duty__line=ferry, duty__quarter=quarter) for quarter in (1, 2))
    assert before.post == after.post
    assert (before.by.username, after.by.username) == ("field", "field-new")
    assert before.on < handed_over(TODAY) <= after.on  # type: ignore[operator]
    assert Tenure.objects.filter(post=before.post, until=handed_over(TODAY)).count() == 1


def test_the_circular_reaches_the_whole_family_and_only_some_acknowledge(demo: dict[str, Paper]) -> None:
    duties = Duty.objects.filter(paper=demo["circular-demo"])
    receipts = Counter(duties.filter(kind="acknowledge").values_list("state", flat=True))
    assert receipts == {DutyState.ACCEPTED: 4, DutyState.OPEN: 1}
    lists = duties.filter(key="3:1:once").order_by("post__office__path")
    assert [(duty.named, duty.state) for duty in lists] == [
        (True, DutyState.ACCEPTED),
        (True, DutyState.SUBMITTED),
        (True, DutyState.OPEN),
    ]
    assert [report.late for report in Report.objects.filter(duty__in=lists)] == [False, True]


def test_one_decision_is_carried_out_and_others_are_open(demo: dict[str, Paper]) -> None:
    duties = Duty.objects.filter(paper=demo["minutes-demo"])
    assert [duty.key for duty in duties.filter(state=DutyState.ACCEPTED)] == ["3.1.1"]
    assert duties.filter(key__startswith="3.2.1@").count() in (12, 13)
    assert duties.filter(due_on_issue=True, state=DutyState.OPEN).count() == 2
    assert duties.filter(key="2.1.1").count() == 3


def test_the_districts_answer_a_circular_before_a_poll_each_in_its_way(demo: dict[str, Paper]) -> None:
    circular = Paper.objects.get(kind="circular", content__number="4")
    folds = {fold.total.office.name_en: fold.total for fold in matrix(circular, AsOf(TODAY)).districts}
    first, last = (folds[f"District Election Office, {name}"] for name in ("Shalukdighi", "Dalimkanda"))
    assert (first.offices, first.is_silent, first.cell("1").state) == (4, False, "reported")
    assert [last.cell(code).reported for code in ("1", "2", "3")] == [0, 0, 0]
    assert folds["District Election Office, Kashbonia"].cell("2").counts["reported_late"] == 3
    assert len(escalated(circular)) == 4


def test_history_names_every_row_and_each_column_that_is_altered(demo: dict[str, Paper]) -> None:
    assert list(differences()) == []
    with transaction.atomic():
        triggers.remove_all()
        altered, missed = altered_columns()
        Evaluation.objects.update(accepted="99.99")
        Meeting.objects.filter(pk__in=Entry.objects.filter(verb="meeting.plan").values("object_id")).update(title="x")
        found = {each.table for each in differences()}
        transaction.set_rollback(True)
    assert missed == []
    assert altered >= {"duties.Evaluation", "duties.Feedback", "meetings.Idea", "meetings.Meeting", "papers.Paper"}
    assert found >= {"duties.Evaluation"}
