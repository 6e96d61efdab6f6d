"""The quarter as a whole: filed by the head, verified by the office above with a sample, sent back, accepted and closed."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angikar.duties import actions
from angikar.duties.actions import EvidenceFile
from angikar.duties.cells.saving import save_cell
from angikar.duties.cycle.actions import accept, accept_rest, check, file, send_back, take_up
from angikar.duties.models import Duty, DutyState, Filing, FilingState, Report, ReportState
from angikar.history.chain.verifying import verify
from angikar.history.models import Entry
from angikar.history.refusal import NotYours, Refused
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from angikar.standings.actions import recount
from tests.pledge import issued
from tests.world import World

OCTOBER, LATE, NOVEMBER = date(2022, 10, 10), date(2022, 10, 20), date(2022, 11, 5)
CLERK = "সহকারী পরিচালক (প্রশাসন)"


@pytest.fixture
def plan(world: World, pledge: None) -> Paper:
    """Five rows of two marks each."""
    return issued(world, "2", "2", "2", "2", "2", responsible=CLERK)


def _duty(paper: Paper, row: int, quarter: int = 1) -> Duty:
    return Duty.objects.get(paper=paper, key=f"own:1.1.{row}:q{quarter}")


def type_in(world: World, paper: Paper, **values: str | None) -> None:
    """Type figures into the rows `r1`, `r2` … of the first quarter."""
    for name, value in values.items():
        duty = _duty(paper, int(name[1:]))
        save_cell(duty, by=world.officers["clerk"], value=value, version=duty.version, today=OCTOBER)


def filed(world: World, paper: Paper, on: date = OCTOBER, words: str = "") -> Filing:
    """File the first quarter."""
    return file(paper, 1, by=world.officers["director"], today=on, words=words)


def seen(world: World, filing: Filing, on: date = NOVEMBER) -> Filing:
    """Take a filing up and look at its whole sample."""
    filing = take_up(filing, by=world.officers["secretary"], today=on)
    for duty in filing.sample:
        made = Report.objects.filter(duty=duty, state=ReportState.SUBMITTED).get()
        check(filing, made, by=world.officers["ministry_focal"], today=on, words="নথি দেখা হয়েছে।")
    return filing


def test_the_head_files_all_drafts_at_once_and_what_is_not_filled_is_not_reported(world: World, plan: Paper) -> None:
    type_in(world, plan, r1="85", r2="0", r3=None)
    filing = filed(world, plan, words="বাকি তিনটির হিসাব মাঠ থেকে আসেনি।")
    assert (filing.state, filing.late, filing.on) == (FilingState.SUBMITTED, False, OCTOBER)
    assert filing.missing == ["own:1.1.3", "own:1.1.4", "own:1.1.5"]
    made = set(Report.objects.exclude(state=ReportState.DRAFT).values_list("value", "state", "late"))
    assert made == {("85", "submitted", False), ("0", "submitted", False)}
    assert _duty(plan, 3).state == DutyState.OPEN
    entries = Entry.objects.filter(verb="filing.file")
    assert [entry.now["missing"] for entry in entries] == [filing.missing]
    assert verify() is None


def test_four_drafts_are_filed_with_no_more_statements_than_one_and_count_the_same(world: World, plan: Paper) -> None:
    type_in(world, plan, r1="85")
    with CaptureQueriesContext(connection) as of_one:
        filed(world, plan)
    type_in(world, plan, r2="0", r3="85", r4="90.5", r5="71")
    with CaptureQueriesContext(connection) as of_four:
        filed(world, plan)
    assert len(of_four) <= len(of_one)
    assert recount(plan, by=None) == 0, "the marks are those of every report by itself"


def test_the_day_it_was_filed_first_and_its_lateness_are_never_overwritten(world: World, plan: Paper) -> None:
    type_in(world, plan, r1="85")
    first = filed(world, plan, LATE)
    assert (first.late, first.due) == (True, date(2022, 10, 15))
    type_in(world, plan, r2="90")
    again = filed(world, plan, NOVEMBER)
    assert (again.pk, again.on, again.last_on, again.late) == (first.pk, LATE, NOVEMBER, True)
    assert again.missing == ["own:1.1.3", "own:1.1.4", "own:1.1.5"]


def test_only_the_head_files(world: World, plan: Paper) -> None:
    type_in(world, plan, r1="85")
    for who in ("clerk", "focal"):
        with pytest.raises(Refused, match="head of the office files"):
            file(plan, 1, by=world.officers[who], today=OCTOBER)
    for who in ("stranger", "north_head", "secretary"):
        with pytest.raises(NotYours):
            file(plan, 1, by=world.officers[who], today=OCTOBER)
    assert not Filing.objects.exists()
    assert Report.objects.get().state == ReportState.DRAFT


def test_an_empty_quarter_and_one_that_has_not_opened_are_not_filed(world: World, plan: Paper) -> None:
    with pytest.raises(Refused, match="nothing new"):
        filed(world, plan)
    with pytest.raises(Refused, match="not opened"):
        file(plan, 3, by=world.officers["director"], today=OCTOBER)
    with pytest.raises(Refused, match="Nothing is asked"):
        file(plan, 7, by=world.officers["director"], today=OCTOBER)


def test_filing_creates_what_the_superior_owes_on_the_days_of_the_framework(world: World, plan: Paper) -> None:
    type_in(world, plan, r1="85")
    filed(world, plan)
    owed = {duty.kind: (duty.due, duty.post, duty.owed_to) for duty in Duty.objects.filter(key__startswith="cycle:")}
    above = (world.posts["ministry_focal"], world.offices["department"])
    assert owed == {"feedback": (date(2023, 1, 30), *above), "evaluation": (date(2023, 8, 30), *above)}
    with pytest.raises(Refused, match="page of the plan's year"):
        actions.report(
            Duty.objects.get(kind="feedback"), by=world.officers["ministry_focal"], answer=Answer(words="ভালো"),
            today=date(2023, 1, 20),
        )  # fmt: skip


def test_the_sample_is_fixed_without_a_choice_and_must_be_checked_before_the_whole_is_accepted(
    world: World, plan: Paper
) -> None:
    type_in(world, plan, r1="85", r2="90", r3="95", r4="70", r5="60")
    filing = take_up(filed(world, plan), by=world.officers["secretary"], today=NOVEMBER)
    assert len(filing.sample) == 3
    with pytest.raises(Refused, match="3 rows of the sample"):
        accept(filing, by=world.officers["secretary"], today=NOVEMBER)
    for duty in filing.sample:
        check(filing, Report.objects.get(duty=duty), by=world.officers["ministry_focal"], today=NOVEMBER)
    with pytest.raises(Refused, match="5 rows still wait"):
        accept(filing, by=world.officers["secretary"], today=NOVEMBER)
    assert {each.by for each in filing.checks.all()} == {world.officers["ministry_focal"]}
    with pytest.raises(Refused, match="looked at again already"):
        check(filing, Report.objects.get(duty=filing.sample[0]), by=world.officers["secretary"], today=NOVEMBER)


def test_rows_without_a_doubt_are_accepted_together_and_the_others_wait(world: World, plan: Paper) -> None:
    for row, files in ((1, [EvidenceFile("a.txt", b"a")]), (2, [EvidenceFile("b.txt", b"b")]), (3, ())):
        actions.report(
            _duty(plan, row), by=world.officers["clerk"], answer=Answer(value="90"), today=OCTOBER, files=files
        )
    filing = seen(world, filed(world, plan))
    accepted = accept_rest(filing, by=world.officers["secretary"], today=NOVEMBER)
    assert accepted == [_duty(plan, 1).pk, _duty(plan, 2).pk]
    assert _duty(plan, 3).state == DutyState.SUBMITTED, "no file proves it"
    actions.accept(
        Report.objects.get(duty=_duty(plan, 3)), by=world.officers["secretary"], today=NOVEMBER, value="80",
        words="খাতায় ৮০ আছে।",
    )  # fmt: skip
    done = accept(filing, by=world.officers["secretary"], today=NOVEMBER, words="ভালো।")
    assert done.state == FilingState.ACCEPTED
    assert list(Report.objects.order_by("duty").values_list("value", "accepted_value")) == [
        ("90", "90"), ("90", "90"), ("90", "80"),
    ]  # fmt: skip
    with pytest.raises(Refused, match="in another state"):
        accept_rest(filing, by=world.officers["secretary"], today=NOVEMBER)


def test_a_row_of_the_sample_is_not_accepted_unseen(world: World, plan: Paper) -> None:
    for row in range(1, 6):
        actions.report(
            _duty(plan, row), by=world.officers["clerk"], answer=Answer(value="90"), today=OCTOBER,
            files=[EvidenceFile("a.txt", b"a")],
        )  # fmt: skip
    filing = take_up(filed(world, plan), by=world.officers["secretary"], today=NOVEMBER)
    accepted = accept_rest(filing, by=world.officers["secretary"], today=NOVEMBER)
    assert len(accepted) == 2
    assert not set(accepted) & set(filing.sample)


def test_rows_are_sent_back_with_a_sentence_and_answered_again(world: World, plan: Paper) -> None:
    type_in(world, plan, r1="85", r2="90")
    filing = filed(world, plan)
    back = send_back(
        filing, by=world.officers["secretary"], sentence="তালিকা দিন।", today=NOVEMBER, duties=[_duty(plan, 2).pk]
    )
    assert (back.state, back.review_words) == (FilingState.SENT_BACK, "তালিকা দিন।")
    assert [_duty(plan, row).state for row in (1, 2)] == [DutyState.SUBMITTED, DutyState.SENT_BACK]
    type_in(world, plan, r2="88")
    again = filed(world, plan, NOVEMBER)
    assert (again.state, again.late) == (FilingState.SUBMITTED, False)
    made = Report.objects.filter(duty=_duty(plan, 2)).values_list("value", "state", "late")
    assert list(made) == [("90", "sent_back", False), ("88", "submitted", True)]


def test_the_whole_is_sent_back_without_touching_what_was_accepted(world: World, plan: Paper) -> None:
    type_in(world, plan, r1="85", r2="90")
    filing = filed(world, plan)
    actions.accept(Report.objects.get(duty=_duty(plan, 1)), by=world.officers["secretary"], today=NOVEMBER)
    with pytest.raises(Refused, match="one sentence"):
        send_back(filing, by=world.officers["secretary"], sentence=" ", today=NOVEMBER)
    send_back(filing, by=world.officers["secretary"], sentence="আবার দেখুন।", today=NOVEMBER)
    assert [_duty(plan, row).state for row in (1, 2)] == [DutyState.ACCEPTED, DutyState.SENT_BACK]
    type_in(world, plan, r2="91")
    filing, five = filed(world, plan, NOVEMBER), [_duty(plan, 5).pk]
    with pytest.raises(Refused, match="without a report"):
        send_back(filing, by=world.officers["secretary"], sentence="না", today=NOVEMBER, duties=five)


def test_only_the_office_above_verifies(world: World, plan: Paper) -> None:
    type_in(world, plan, r1="85")
    filing = filed(world, plan)
    for who in ("director", "clerk", "north_head", "stranger"):
        by = world.officers[who]
        with pytest.raises(NotYours):
            take_up(filing, by=by, today=NOVEMBER)
        with pytest.raises(NotYours):
            send_back(filing, by=by, sentence="না", today=NOVEMBER)


def test_a_row_without_a_report_stays_not_reported_when_the_quarter_is_accepted(world: World, plan: Paper) -> None:
    type_in(world, plan, r1="85")
    filing = seen(world, filed(world, plan))
    actions.accept(Report.objects.get(), by=world.officers["secretary"], today=NOVEMBER)
    accept(filing, by=world.officers["secretary"], today=NOVEMBER)
    assert {_duty(plan, row).state for row in (2, 3, 4, 5)} == {DutyState.OPEN}
    assert Report.objects.count() == 1
