"""Cells are saved, reports submitted, accepted, sent back; nothing that was reported is ever overwritten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from angikar.duties import actions
from angikar.duties.actions import EvidenceFile, accept, acknowledge, excuse, report, send_back
from angikar.duties.cells.saving import save_cell
from angikar.duties.models import Duty, DutyState, Evidence, Report, ReportState
from angikar.history.chain.verifying import verify
from angikar.history.models import Entry
from angikar.history.queries import history_of
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.actions import appoint, create_post, hand_over
from angikar.papers import store
from angikar.papers.models import File, Paper
from angikar.rules.duty import Answer
from tests.pledge import issued
from tests.world import World

IN_TIME, TOO_LATE = date(2022, 10, 10), date(2022, 10, 16)


@pytest.fixture
def duty(paper: Paper) -> Duty:
    """The first figure of the first quarter."""
    return Duty.objects.get(paper=paper, key="own:1.1.1:q1")


def test_two_people_in_one_cell_see_both_values(world: World, duty: Duty) -> None:
    save_cell(duty, by=world.officers["clerk"], value="10", version=1, today=IN_TIME)
    with pytest.raises(Conflict) as conflict:
        save_cell(duty, by=world.officers["focal"], value="12", version=1, today=IN_TIME)
    found = conflict.value
    assert (found.mine, found.theirs, found.who, found.version) == ("12", "10", world.officers["clerk"].name, 2)
    save_cell(duty, by=world.officers["focal"], value="12", version=found.version, today=IN_TIME)
    draft = Report.objects.get(duty=duty)
    assert (draft.value, draft.by, draft.state) == ("12", world.officers["focal"], ReportState.DRAFT)


def test_saving_the_same_value_is_no_conflict(world: World, duty: Duty) -> None:
    save_cell(duty, by=world.officers["clerk"], value="10", version=1, today=IN_TIME)
    assert save_cell(duty, by=world.officers["focal"], value="10", version=1, today=IN_TIME).value == "10"


def test_a_report_remembers_who_as_which_post_when_and_how_late(world: World, duty: Duty) -> None:
    save_cell(duty, by=world.officers["clerk"], value="10", version=1, today=IN_TIME)
    submitted = report(duty, by=world.officers["clerk"], answer=Answer(value="11"), today=TOO_LATE)
    assert (submitted.value, submitted.on, submitted.late, submitted.post) == (
        "11",
        TOO_LATE,
        True,
        world.posts["clerk"],
    )
    assert Report.objects.count() == 1
    duty.refresh_from_db()
    assert duty.state == DutyState.SUBMITTED
    entry = history_of(duty).last()
    assert entry is not None
    assert (entry.verb, entry.post_title, entry.now["late"]) == ("duty.report", world.posts["clerk"].title, True)


def test_a_later_report_takes_the_place_of_an_earlier_one_and_both_stay(world: World, duty: Duty) -> None:
    first = report(duty, by=world.officers["clerk"], answer=Answer(value="11"), today=IN_TIME)
    second = report(duty, by=world.officers["clerk"], answer=Answer(value="12"), today=IN_TIME)
    assert list(Report.objects.values_list("pk", "value")) == [(first.pk, "11"), (second.pk, "12")]
    with pytest.raises(Refused, match="later report"):
        accept(first, by=world.officers["ministry_focal"], today=IN_TIME)


@pytest.mark.parametrize("change", [{"value": "99"}, {"words": "x"}, {"late": True}, {"not_applicable": True}])
def test_the_database_itself_holds_a_report_still(world: World, duty: Duty, change: dict[str, object]) -> None:
    submitted = report(
        duty, by=world.officers["clerk"], answer=Answer(value="11"), today=IN_TIME, files=[EvidenceFile("ক.txt", b"a")]
    )
    touches: tuple[Callable[[], object], ...] = (
        lambda: Report.objects.filter(pk=submitted.pk).update(**change),
        lambda: Evidence.objects.all().delete(),
        lambda: Evidence.objects.update(note="x"),
        lambda: Report.objects.filter(pk=submitted.pk)._raw_delete("default"),
    )
    for touch in touches:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            touch()


def test_evidence_is_kept_with_the_report_it_proves(world: World, duty: Duty) -> None:
    proofs = [EvidenceFile("হাজিরা.pdf", b"%PDF", kind="হাজিরা", date=IN_TIME), EvidenceFile("ছবি.png", b"png")]
    submitted = report(duty, by=world.officers["clerk"], answer=Answer(value="11"), today=IN_TIME, files=proofs)
    assert [(each.file.name, each.kind, each.date) for each in submitted.evidence.order_by("pk")] == [
        ("হাজিরা.pdf", "হাজিরা", IN_TIME),
        ("ছবি.png", "", None),
    ]
    assert store.get(File.objects.get(name="ছবি.png").sha256) == b"png"


def test_claimed_and_accepted_are_two_values(world: World, duty: Duty) -> None:
    submitted = report(duty, by=world.officers["clerk"], answer=Answer(value="11"), today=IN_TIME)
    with pytest.raises(Refused, match="why another value"):
        accept(submitted, by=world.officers["ministry_focal"], today=TOO_LATE, value="9")
    submitted = accept(submitted, by=world.officers["ministry_focal"], today=TOO_LATE, value="9", words="দুটির প্রমাণ নেই")
    submitted.refresh_from_db()
    assert (submitted.value, submitted.accepted_value, submitted.state) == ("11", "9", ReportState.ACCEPTED)
    with pytest.raises(Refused, match="no longer open"):
        report(duty, by=world.officers["clerk"], answer=Answer(value="12"), today=TOO_LATE)


def test_what_is_sent_back_is_owed_again(world: World, duty: Duty) -> None:
    submitted = report(duty, by=world.officers["clerk"], answer=Answer(value="11"), today=IN_TIME)
    with pytest.raises(Refused, match="reason"):
        send_back(submitted, by=world.officers["secretary"], sentence=" ", today=IN_TIME)
    send_back(submitted, by=world.officers["secretary"], sentence="প্রমাণ দিন", today=IN_TIME)
    duty.refresh_from_db()
    assert (duty.state, duty.answered) == (DutyState.SENT_BACK, False)
    with pytest.raises(Refused, match="looked over"):
        accept(submitted, by=world.officers["secretary"], today=IN_TIME)
    assert report(duty, by=world.officers["clerk"], answer=Answer(value="10"), today=IN_TIME).pk != submitted.pk


def test_an_officer_cannot_accept_a_figure_of_his_own(world: World, duty: Duty) -> None:
    second = create_post(world.offices["department"], "অতিরিক্ত দায়িত্ব", by=None, is_focal=True)
    appoint(world.officers["ministry_focal"], second, since=date(2022, 8, 1), by=None, charge="additional")
    submitted = report(duty, by=world.officers["ministry_focal"], answer=Answer(value="11"), today=IN_TIME)
    assert submitted.post == second
    with pytest.raises(Refused, match="of your own"):
        accept(submitted, by=world.officers["ministry_focal"], today=IN_TIME)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(), "0 for zero"),
        (Answer(words="সব ঠিক"), "a figure is asked"),
        (Answer(not_applicable=True), "why it does not apply"),
    ],
)
def test_an_empty_answer_is_not_an_answer(world: World, duty: Duty, answer: Answer, said: str) -> None:
    with pytest.raises(Refused, match=f"(?i){said}"):
        report(duty, by=world.officers["clerk"], answer=answer, today=IN_TIME)
    assert not Report.objects.exists()


def test_a_quarter_that_has_not_begun_cannot_be_reported(world: World, paper: Paper) -> None:
    fourth = Duty.objects.get(paper=paper, key="own:1.1.1:q4")
    with pytest.raises(Refused, match="not opened"):
        report(fourth, by=world.officers["clerk"], answer=Answer(value="1"), today=IN_TIME)


def test_only_the_office_it_is_owed_to_excuses_a_duty(world: World, duty: Duty) -> None:
    with pytest.raises(NotYours):
        excuse(duty, by=world.officers["director"], sentence="প্রযোজ্য নয়", today=IN_TIME)
    excused = excuse(duty, by=world.officers["secretary"], sentence="প্রকল্প স্থগিত", today=IN_TIME)
    assert (excused.state, excused.answered) == (DutyState.EXCUSED, True)
    with pytest.raises(Refused, match="answered already"):
        excuse(duty, by=world.officers["secretary"], sentence="আবার", today=IN_TIME)


def test_an_officer_cannot_excuse_a_figure_that_he_owes_himself(world: World, duty: Duty) -> None:
    both = world.officers["ministry_focal"]
    hand_over(duty.post, both, day=date(2022, 8, 1), by=None, charge="additional")
    with pytest.raises(Refused, match="owe yourself"):
        excuse(duty, by=both, sentence="প্রকল্প স্থগিত", today=IN_TIME)
    assert (
        excuse(duty, by=world.officers["secretary"], sentence="প্রকল্প স্থগিত", today=IN_TIME).state == DutyState.EXCUSED
    )


def test_a_receipt_is_acknowledged_once_by_the_post_itself(world: World, pledge: None) -> None:
    made = issued(world, "10", addressees=("জেলা নক্ষত্র অফিসার (সকল)",))
    receipt = Duty.objects.get(paper=made, kind="acknowledge", post=world.posts["north_head"])
    with pytest.raises(NotYours):
        acknowledge(receipt, by=world.officers["south_head"], today=IN_TIME)
    submitted = acknowledge(receipt, by=world.officers["north_head"], today=date(2022, 7, 6))
    assert (submitted.state, submitted.late) == (ReportState.ACCEPTED, True)
    assert submitted.value == made.hash
    assert acknowledge(receipt, by=world.officers["north_head"], today=IN_TIME) == submitted
    assert Entry.objects.filter(verb="duty.acknowledge").count() == 1


def test_strangers_can_do_no_action_whatever_they_call(world: World, duty: Duty) -> None:
    submitted = report(duty, by=world.officers["clerk"], answer=Answer(value="11"), today=IN_TIME)
    before = Entry.objects.count()
    for short in ("stranger", "north_head", "upazila1_head"):
        who = world.officers[short]
        forbidden: tuple[Callable[[], object], ...] = (
            lambda who=who: save_cell(duty, by=who, value="1", version=2, today=IN_TIME),
            lambda who=who: report(duty, by=who, answer=Answer(value="1"), today=IN_TIME),
            lambda who=who: accept(submitted, by=who, today=IN_TIME),
            lambda who=who: send_back(submitted, by=who, sentence="x", today=IN_TIME),
            lambda who=who: excuse(duty, by=who, sentence="x", today=IN_TIME),
            lambda who=who: acknowledge(duty, by=who, today=IN_TIME),
        )
        for action in forbidden:
            with pytest.raises(NotYours):
                action()
    assert Entry.objects.count() == before
    assert verify() is None


def test_a_report_that_breaks_half_way_leaves_no_row(world: World, duty: Duty, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(actions, "record", broken)
    with pytest.raises(RuntimeError):
        report(
            duty,
            by=world.officers["clerk"],
            answer=Answer(value="1"),
            today=IN_TIME,
            files=[EvidenceFile("ক", b"proof")],
        )
    duty.refresh_from_db()
    assert (duty.state, duty.version) == (DutyState.OPEN, 1)
    assert not Report.objects.exists()
    assert not File.objects.exists()
