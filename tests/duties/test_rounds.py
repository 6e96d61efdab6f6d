"""A quarter goes round without a dead end: faults collected into one round, answered one by one or in the grid, filed or closed."""

from __future__ import annotations

from datetime import date

import pytest

from angikar.duties import actions
from angikar.duties.cells.saving import save_cell
from angikar.duties.cycle import locks
from angikar.duties.cycle.actions import accept, check, file, mark, send_back, take_up
from angikar.duties.cycle.excusing.actions import excuse_quarter
from angikar.duties.cycle.reopening.actions import answer, ask
from angikar.duties.models import Duty, DutyState, Filing, FilingState, Report, ReportState
from angikar.history.models import Entry
from angikar.history.refusal import NotYours, Refused
from angikar.history.replay.comparing import differences
from angikar.notices.models import Notice
from angikar.offices.actions import appoint, create_post
from angikar.papers.models import Paper
from angikar.rules.duty import Answer
from tests.pledge import issued
from tests.world import World

OCTOBER, NOVEMBER, DECEMBER = date(2022, 10, 10), date(2022, 11, 5), date(2022, 12, 1)


@pytest.fixture
def plan(world: World, pledge: None) -> Paper:
    """Four rows."""
    return issued(world, "4", "2", "2", "2", responsible="সহকারী পরিচালক (প্রশাসন)")


def _duty(paper: Paper, row: int, quarter: int = 1) -> Duty:
    return Duty.objects.get(paper=paper, key=f"own:1.1.{row}:q{quarter}")


def _answer(world: World, paper: Paper, row: int, value: str = "90", on: date = OCTOBER) -> Report:
    return actions.report(_duty(paper, row), by=world.officers["clerk"], answer=Answer(value=value), today=on)


def _verifying(world: World, paper: Paper) -> Filing:
    """Every row reported one by one, the quarter filed and taken up."""
    for row in (1, 2, 3, 4):
        _answer(world, paper, row)
    filing = file(paper, 1, by=world.officers["director"], today=OCTOBER)
    return take_up(filing, by=world.officers["secretary"], today=NOVEMBER)


def _returned(world: World, paper: Paper) -> Filing:
    """Two rows were marked and sent back in one round."""
    filing, secretary = _verifying(world, paper), world.officers["secretary"]
    for row, words in ((1, "তালিকা নেই"), (2, "যোগফল মেলে না")):
        made = Report.objects.get(duty=_duty(paper, row))
        filing = mark(filing, made, by=secretary, today=NOVEMBER, words=words)
    return send_back(filing, by=secretary, sentence="", today=NOVEMBER, only_marked=True)


def _finish(world: World, paper: Paper, filing: Filing) -> Filing:
    """Look at the sample, accept every row and the whole."""
    secretary = world.officers["secretary"]
    for duty in filing.sample:
        made = Report.objects.filter(duty=duty).exclude(state=ReportState.DRAFT).latest("pk")
        if not filing.checks.filter(report=made).exists():
            check(filing, made, by=secretary, today=DECEMBER)
    for made in Report.objects.filter(duty__paper=paper, state=ReportState.SUBMITTED):
        actions.accept(made, by=secretary, today=DECEMBER, words="দেখা হয়েছে")
    return accept(filing, by=secretary, today=DECEMBER)


def test_several_faults_go_back_in_one_round_each_with_its_own_words(world: World, plan: Paper) -> None:
    filing = _returned(world, plan)
    assert (filing.state, filing.marked) == (FilingState.SENT_BACK, {})
    words = Report.objects.filter(state=ReportState.SENT_BACK).order_by("duty").values_list("review_words", flat=True)
    assert list(words) == ["তালিকা নেই", "যোগফল মেলে না"]
    assert [_duty(plan, row).state for row in (3, 4)] == [DutyState.SUBMITTED] * 2
    assert Entry.objects.filter(verb="filing.send_back").count() == 1


def test_a_mark_is_taken_off_and_a_marked_row_is_never_accepted_with_the_whole(world: World, plan: Paper) -> None:
    filing, secretary = _verifying(world, plan), world.officers["secretary"]
    made = Report.objects.get(duty=_duty(plan, 1))
    mark(filing, made, by=secretary, today=NOVEMBER, words="তালিকা নেই")
    with pytest.raises(Refused, match="1 row is marked"):
        accept(filing, by=secretary, today=NOVEMBER)
    with pytest.raises(NotYours):
        mark(filing, made, by=world.officers["director"], today=NOVEMBER, words="")
    assert mark(filing, made, by=secretary, today=NOVEMBER, words="").marked == {}
    with pytest.raises(Refused, match="one sentence"):
        send_back(filing, by=secretary, sentence="", today=NOVEMBER, only_marked=True)


def test_rows_answered_one_by_one_let_the_head_file_again(world: World, plan: Paper) -> None:
    _returned(world, plan)
    director = world.officers["director"]
    with pytest.raises(Refused, match="nothing new"):
        _filed_again(world, plan)
    _answer(world, plan, 1, "80", NOVEMBER)
    _answer(world, plan, 2, "70", NOVEMBER)
    again = file(plan, 1, by=director, today=NOVEMBER)
    assert (again.state, again.on, again.last_on) == (FilingState.SUBMITTED, OCTOBER, NOVEMBER)
    closed = _finish(world, plan, take_up(again, by=world.officers["secretary"], today=DECEMBER))
    assert closed.state == FilingState.ACCEPTED


def _filed_again(world: World, plan: Paper) -> Filing:
    for row in (3, 4):
        actions.accept(
            Report.objects.get(duty=_duty(plan, row)), by=world.officers["secretary"], today=NOVEMBER, words="ঠিক আছে"
        )
    return file(plan, 1, by=world.officers["director"], today=NOVEMBER)


def test_the_office_above_goes_on_without_waiting_for_a_second_filing(world: World, plan: Paper) -> None:
    filing = _returned(world, plan)
    _answer(world, plan, 1, "80", NOVEMBER)
    taken = take_up(filing, by=world.officers["secretary"], today=DECEMBER)
    assert taken.state == FilingState.VERIFYING
    assert _finish(world, plan, taken).state == FilingState.ACCEPTED


def test_what_was_typed_in_the_grid_goes_along_when_it_is_filed_again(world: World, plan: Paper) -> None:
    _returned(world, plan)
    first = _duty(plan, 1)
    save_cell(first, by=world.officers["clerk"], value="60", version=first.version, today=NOVEMBER)
    _answer(world, plan, 2, "70", NOVEMBER)
    assert file(plan, 1, by=world.officers["director"], today=NOVEMBER).state == FilingState.SUBMITTED
    assert [_duty(plan, row).state for row in (1, 2)] == [DutyState.SUBMITTED] * 2


def test_both_sides_learn_of_the_round(world: World, plan: Paper) -> None:
    _returned(world, plan)
    back = Notice.objects.filter(text_en__contains="Sent back of quarter 1: 2 rows")
    assert {notice.post for notice in back} == {world.posts[who] for who in ("director", "focal", "clerk")}
    assert not Notice.objects.filter(text_en__startswith="A report was sent back").exists(), "one notice a round"
    _answer(world, plan, 1, "80", NOVEMBER)
    answered = Notice.objects.filter(text_en__startswith="What was sent back was answered")
    assert {notice.post for notice in answered} == {world.posts["secretary"], world.posts["ministry_focal"]}
    _answer(world, plan, 2, "80", NOVEMBER)
    file(plan, 1, by=world.officers["director"], today=NOVEMBER)
    again = Notice.objects.filter(text_en__contains="mended quarter 1 and filed it again")
    assert {notice.post for notice in again} == {world.posts["secretary"], world.posts["ministry_focal"]}


def test_one_report_sent_back_is_known_to_the_post_that_owes_it(world: World, plan: Paper) -> None:
    made = _answer(world, plan, 1)
    actions.send_back(made, by=world.officers["secretary"], sentence="তালিকা দিন", today=NOVEMBER)
    notice = Notice.objects.get(text_en__startswith="A report was sent back")
    assert (notice.post, notice.page) == (world.posts["clerk"], f"/duties/{made.duty_id}/")
    assert "তালিকা দিন" in notice.text


def test_a_quarter_that_never_comes_is_closed_with_a_reason_after_its_last_day(world: World, plan: Paper) -> None:
    secretary = world.officers["secretary"]
    with pytest.raises(Refused, match="last day for filing"):
        excuse_quarter(plan, 1, by=secretary, words="আসেনি", today=OCTOBER)
    with pytest.raises(Refused, match="one sentence"):
        excuse_quarter(plan, 1, by=secretary, words=" ", today=NOVEMBER)
    with pytest.raises(NotYours):
        excuse_quarter(plan, 1, by=world.officers["director"], words="আসবে না", today=NOVEMBER)
    closed = excuse_quarter(plan, 1, by=secretary, words="দপ্তর তখন গঠিত হয়নি।", today=NOVEMBER)
    assert (closed.state, closed.by, closed.on, len(closed.missing)) == (FilingState.EXCUSED, None, None, 4)
    assert locks.closed(plan, 1, NOVEMBER) == "excused"
    with pytest.raises(Refused, match="closed without being filed"):
        file(plan, 1, by=world.officers["director"], today=NOVEMBER)
    granted = ask(plan, 1, by=world.officers["director"], reason="হিসাব পাওয়া গেছে", today=NOVEMBER)
    answer(granted, by=secretary, until=DECEMBER, today=NOVEMBER)
    _answer(world, plan, 1, "50", DECEMBER)
    late = file(plan, 1, by=world.officers["director"], today=DECEMBER)
    assert (late.pk, late.state, late.on, late.late) == (closed.pk, FilingState.SUBMITTED, DECEMBER, True)


def test_a_quarter_that_was_returned_may_be_closed_and_the_doctor_knows_it(world: World, plan: Paper) -> None:
    filing, secretary = _returned(world, plan), world.officers["secretary"]
    for made in Report.objects.filter(duty__paper=plan, state=ReportState.SUBMITTED):
        actions.accept(made, by=secretary, today=NOVEMBER, words="দেখা হয়েছে")
    assert excuse_quarter(plan, 1, by=secretary, words="আসেনি", today=DECEMBER).pk == filing.pk
    assert list(differences()) == []
    Filing.objects.filter(pk=filing.pk).update(state=FilingState.ACCEPTED)
    assert [(each.table, each.column) for each in differences()] == [("duties.Filing", "state")]


def test_an_officer_does_not_close_a_quarter_of_an_office_he_leads_himself(world: World, plan: Paper) -> None:
    secretary = world.officers["secretary"]
    second = create_post(world.offices["department"], "দ্বিতীয় ফোকাল", by=None, is_focal=True)
    appoint(secretary, second, since=OCTOBER, by=None)
    with pytest.raises(Refused, match="lead this office as well"):
        excuse_quarter(plan, 1, by=secretary, words="আসেনি", today=NOVEMBER)


def test_what_was_said_not_to_apply_is_asked_again(world: World, plan: Paper) -> None:
    secretary, duty = world.officers["secretary"], _duty(plan, 1)
    with pytest.raises(Refused, match="not set aside"):
        actions.ask_again(duty, by=secretary, sentence="দরকার", today=OCTOBER)
    actions.excuse(duty, by=secretary, sentence="প্রযোজ্য নয়", today=OCTOBER)
    with pytest.raises(NotYours):
        actions.ask_again(duty, by=world.officers["director"], sentence="দরকার", today=OCTOBER)
    assert actions.ask_again(duty, by=secretary, sentence="ভুলে বাদ গিয়েছিল", today=OCTOBER).state == DutyState.OPEN
