"""Counting anew proves what was stored: after any actions both agree, with each other and with the scorecard on the screen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from angikar.duties.actions import accept, excuse, report, send_back
from angikar.duties.issue import issue
from angikar.duties.models import Duty, Line, Report
from angikar.duties.queries import scorecard
from angikar.history.models import Entry
from angikar.history.refusal import Refused
from angikar.papers.actions import draft
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.rules.plan import Activity, Area, Indicator
from angikar.rules.scoring.figures import marks_text
from angikar.standings.actions import recount
from angikar.standings.models import PlanScore, PlanTally, Turnout
from angikar.standings.plan_tallies import scores_of, tallies_of
from angikar.standings.queries import marks_of
from angikar.standings.tally import LineScore
from tests.pledge import ISSUED, Pledge
from tests.signed import ON_PAPER
from tests.standings import kept
from tests.standings.conftest import CLERK
from tests.world import World

TODAY = date(2023, 7, 10)
FRAMEWORKS = ("agreement-2022-23", "integrity-2021-22", "integrity-2017-18")
COUNTINGS = st.sampled_from(["sum", "average", "cumulative", None])
LADDERS = st.sampled_from(
    [
        ("100", "90", "80", "70", "60"),
        ("10", "12", "15", "18", "20"),
        ("30", "29.95", "29.9", "29.85", "29.8"),
        ("2022-12-31", "2023-01-15", "2023-02-01", None, None),
        ("4", "3", None, None, None),
        ("5", "5", "4", "3", "2"),
    ]
)
TARGETS = st.sampled_from(
    [
        (None,) * 4,
        ("1", None, "2", "1"),
        ("2022-09-30", None, None, "2023-06-15"),
        (None, "0", "3", None),
        ("100",) * 4,
    ]
)
FIGURES = st.sampled_from(["0", "1", "3", "12.5", "29.97", "85", "95.1234", "2022-09-29", "2023-01-20"])


def _indicators(draw: st.DrawFn) -> tuple[Indicator, ...]:
    return tuple(
        Indicator(
            code=f"1.1.{number}",
            title=f"সূচক {number}",
            counting=draw(COUNTINGS),
            weight=draw(st.sampled_from(["1", "2.5", "0.75"])),
            target=draw(st.sampled_from([(), ("4",), ("2022-12-31",)])),
            criteria=draw(LADDERS),
            quarter_targets=draw(TARGETS),
            responsible=(CLERK,),
        )
        for number in range(1, draw(st.integers(1, 3)) + 1)
    )


@st.composite
def plans(draw: st.DrawFn) -> tuple[str, Pledge]:
    """A framework and a plan of one area: rows of every law, some that have none."""
    rows = _indicators(draw)
    activity = Activity(code="1.1", title="কাজ", indicators=rows)
    total = sum(float(row.weight or 0) for row in rows)
    area = Area(code="1", title="ক্ষেত্র", weight=f"{total:g}", activities=(activity,))
    name = draw(st.sampled_from(FRAMEWORKS))
    return name, Pledge(title="অঙ্গীকারনামা", fiscal_year="2022-23", areas=(area,))


ACTIONS = st.lists(
    st.tuples(st.integers(0, 11), st.sampled_from(["report", "accept", "back", "excuse", "na"]), FIGURES, FIGURES),
    max_size=14,
)


def _issued(world: World, framework: str, plan: Pledge) -> Paper:
    director = world.officers["director"]
    content = plan.model_dump(mode="json")
    made = draft(director, office=world.offices["department"], kind="pledge", framework=framework, content=content)
    return issue(made, by=director, day=ISSUED, unsigned=ON_PAPER)


def _do(world: World, paper: Paper, action: tuple[int, str, str, str]) -> None:
    """One action on one of the duties; what may not be done is left undone."""
    number, verb, value, other = action
    duties = list(Duty.objects.filter(paper=paper).order_by("pk"))
    duty = duties[number % len(duties)]
    clerk, reviewer = world.officers["clerk"], world.officers["secretary"]
    last = Report.objects.filter(duty=duty).order_by("pk").last()
    try:
        if verb == "report":
            parts = {} if other < value else {"numerator": "3", "denominator": "8"}
            report(duty, by=clerk, answer=Answer(value=value, words=value, **parts), today=TODAY)
        elif verb == "na":
            report(duty, by=clerk, answer=Answer(not_applicable=True, words="স্থগিত"), today=TODAY)
        elif verb == "excuse":
            excuse(duty, by=reviewer, sentence="স্থগিত", today=TODAY)
        elif last is not None and verb == "accept":
            accept(last, by=reviewer, today=TODAY, value=None if last.not_applicable else other, words="প্রমাণ")
        elif last is not None:
            send_back(last, by=reviewer, sentence="প্রমাণ নেই", today=TODAY)
    except Refused:
        pass


def _agree(paper: Paper) -> None:
    """The stored rows and the scorecard tell the same."""
    card = scorecard(paper, date.max)
    assert card is not None
    codes, plan = dict(Line.objects.filter(paper=paper).values_list("pk", "code")), PlanTally.objects.get(paper=paper)
    stored = {codes[each.line_id]: made for each, made in zip(tallies_of(plan), scores_of(plan), strict=True)}
    for line in card.lines:
        score = stored.get(line.code, LineScore(None, None, None, None, -1))
        for grade, raw, marks in (
            (line.claimed, score.raw, score.marks),
            (line.accepted, score.accepted_raw, score.accepted_marks),
        ):
            assert (grade.raw if grade else None) == (None if raw is None else marks_text(raw)), line
            assert (grade.marks if grade else None) == (None if marks is None else marks_text(marks)), line
    whole = PlanScore.objects.get(paper=paper)
    assert marks_of(whole) == card.marks
    states = [line.state for line in card.lines if line.law is not None]
    assert (whole.reported, whole.excused) == (states.count("reported"), states.count("not_applicable"))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(made=plans(), actions=ACTIONS)
def test_increments_scorecard_and_recount_agree(
    world: World, pledge: None, made: tuple[str, Pledge], actions: list[tuple[int, str, str, str]]
) -> None:
    with transaction.atomic():
        paper = _issued(world, *made)
        for action in actions:
            _do(world, paper, action)
        _agree(paper)
        assert recount(paper, by=None) == 0
        transaction.set_rollback(True)


@pytest.fixture
def reported(paper: Paper, world: World) -> Paper:
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    report(duty, by=world.officers["clerk"], answer=Answer(value="85"), today=date(2022, 10, 10))
    return paper


@pytest.mark.parametrize(
    ("model", "field", "wrong"),
    [
        (PlanTally, "scores", b""),
        (PlanTally, "law", b"N1"),
        (PlanScore, "claimed", 999),
        (PlanScore, "quarters", "r,,,"),
        (Turnout, "reported", 2),
    ],
)
def test_a_wrong_row_is_found_and_corrected(reported: Paper, model: Any, field: str, wrong: object) -> None:
    row = model.objects.filter(paper=reported).order_by("pk").first()
    right = getattr(row, field)
    setattr(row, field, wrong)
    row.save()
    version = PlanScore.objects.get(paper=reported).version
    found = recount(reported, by=None)
    assert found == (2 if model is PlanTally else 1), "a block that cannot be read tells of no line"
    assert PlanScore.objects.get(paper=reported).version == version + 1
    assert getattr(model.objects.filter(paper=reported).order_by("pk").first(), field) == right
    assert recount(reported, by=None) == 0
    assert [entry.now["differed"] for entry in Entry.objects.filter(verb="standings.recount")] == [found, 0]


@pytest.mark.parametrize("figures", [{"excused": 1}, {"q1": 5}, {"a2": 7}])
def test_a_figure_that_no_report_has_is_found_and_corrected(reported: Paper, figures: dict[str, int]) -> None:
    right = kept.tally(paper=reported)
    kept.change(reported, **figures)
    assert recount(reported, by=None) == 1
    assert kept.tally(paper=reported) == right


def test_a_late_report_that_was_sent_back_still_came_late(paper: Paper, world: World) -> None:
    duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
    late = report(duty, by=world.officers["clerk"], answer=Answer(value="85"), today=TODAY)
    send_back(late, by=world.officers["secretary"], sentence="প্রমাণ নেই", today=TODAY)
    assert Turnout.objects.get(paper=paper, quarter=1).late == 1
    assert recount(paper, by=None) == 0


def test_a_plan_that_was_never_tallied_is_tallied_by_a_recount(reported: Paper) -> None:
    for model in (PlanTally, Turnout, PlanScore):
        model.objects.filter(paper=reported).delete()  # type: ignore[attr-defined]
    assert recount(reported, by=None) > 0
    assert PlanScore.objects.get(paper=reported).claimed == 510


def test_a_draft_has_no_rows(world: World, pledge: None) -> None:
    content = Pledge(title="অঙ্গীকারনামা", fiscal_year="2022-23").model_dump(mode="json")
    made = draft(world.officers["director"], office=world.offices["department"], kind="pledge", content=content)
    assert recount(made, by=None) == 0


def test_an_answer_that_came_late_to_a_quarter_that_does_not_ask_is_not_late_there(world: World, pledge: None) -> None:
    once, every = (
        Indicator(code=code, title="সূচক", counting="sum", weight="1", criteria=criteria, responsible=(CLERK,))
        for code, criteria in (
            ("1.1.1", ("2022-12-31", "2023-01-15", "2023-02-01", None, None)),
            ("1.1.2", ("100", "90", "80", "70", "60")),
        )
    )
    area = Area(
        code="1", title="ক্ষেত্র", weight="2", activities=(Activity(code="1.1", title="কাজ", indicators=(once, every)),)
    )
    paper = _issued(world, FRAMEWORKS[0], Pledge(title="অঙ্গীকারনামা", fiscal_year="2022-23", areas=(area,)))
    _do(world, paper, (0, "report", "0", "12.5"))
    assert Report.objects.get().late
    assert Turnout.objects.get(paper=paper, quarter=1).late == 0
    assert recount(paper, by=None) == 0
