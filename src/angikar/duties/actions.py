"""What is done with duties: a report submitted, accepted or sent back, a duty excused or acknowledged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from angikar.duties import sentences
from angikar.duties.cycle import locks
from angikar.duties.events import DutyChanged, Excuse
from angikar.duties.models import Duty, Evidence, Report, ReportState
from angikar.duties.plausible import explained
from angikar.duties.possible import locked
from angikar.duties.receipts.actions import close
from angikar.duties.states import DUTY
from angikar.duties.submission import UNNAMED, Sending, refuse_empty, refuse_silent, sent_before
from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import Refused, need_words
from angikar.offices.access import mandate
from angikar.offices.models import Officer
from angikar.papers import store
from angikar.papers.locking import bare_row
from angikar.papers.models import File
from angikar.rules.duty import Answer


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file handed in with a report."""

    name: str
    data: bytes
    kind: str = ""
    date: date | None = None
    note: str = ""


def report(
    duty: Duty,
    *,
    by: Officer,
    answer: Answer,
    today: date,
    files: Sequence[EvidenceFile] = (),
    carry: bool = False,
    sending: Sending = UNNAMED,
) -> Report:
    """Submit the answer to a duty, with its evidence; `carry` copies the evidence of the report before. An earlier report
    stays as it is; this one takes its place. The draft becomes it. What came in the same `sending` before is given back as
    it is.

    Raises `Refused` for an empty answer, for a figure that breaks a law of value without a reason, for a period that has not begun, and when the duty is closed; `NotYours`
    for a stranger. Where the quarter is closed the answer is stored as the draft before `Refused` says so.
    """
    digests = {store.put(each.data): each for each in files}
    with transaction.atomic():
        fresh, post, case = locked(duty, by, "report", today)
        if (known := sent_before(fresh, sending)) is not None:
            return known
        case.require("answer")
        refuse_empty(fresh, answer)
        doubts = explained(fresh, answer)
        submitted = Report.objects.filter(duty=fresh, state=ReportState.DRAFT).first() or Report(duty=fresh)
        before = submitted.figures()
        _fill(submitted, answer)
        submitted.by, submitted.post, submitted.token = by, post, sending.token or None
        closed = locks.closed_for(fresh, today)
        if closed:
            submitted.save()
            _change_state(fresh, fresh.state)
            now = {**submitted.figures(), "version": fresh.version}
            record("duty.save_cell", fresh, by=by, post=post, was=before, now=now)
        else:
            submitted.on, submitted.late = today, fresh.is_late(today, sending.at)
            submitted.state, submitted.doubts = ReportState.SUBMITTED, doubts
            submitted.save()
            _prove(submitted, digests, before=_latest_evidence(fresh, submitted) if carry else ())
            was = _turn(fresh, "duty.report")
            publish(DutyChanged(fresh, was, submitted))
            facts = {"report": submitted.pk, "late": submitted.late, "files": list(digests), "carried": carry}
            record("duty.report", fresh, by=by, post=post, was=was, now={**submitted.answer(), **facts})
    if closed:
        raise locks.stored_as_draft(closed)
    return submitted


def _fill(draft: Report, answer: Answer) -> None:
    draft.value, draft.words, draft.choice = answer.value, answer.words, answer.choice
    draft.numerator, draft.denominator = answer.numerator, answer.denominator
    draft.not_applicable, draft.fields = answer.not_applicable, answer.fields


def _prove(submitted: Report, digests: Mapping[str, EvidenceFile], before: Sequence[Evidence]) -> None:
    """Store the files that were handed in with a report, by their SHA-256, and those carried over that are not among
    them.
    """
    for sha256, each in digests.items():
        described = store.describe(each.data, each.name)
        file, _ = File.objects.get_or_create(sha256=sha256, defaults=described)
        Evidence.objects.create(
            report=submitted, file=file, name=str(described["name"]), kind=each.kind, date=each.date, note=each.note
        )
    for old in before:
        if old.file.sha256 not in digests:
            described = {"name": old.called, "kind": old.kind, "date": old.date, "note": old.note}
            Evidence.objects.create(report=submitted, file=old.file, carried_from=old, **described)


def _latest_evidence(fresh: Duty, submitted: Report) -> Sequence[Evidence]:
    """The evidence of the report whose place this one takes."""
    last = Report.objects.filter(duty=fresh).exclude(state=ReportState.DRAFT).exclude(pk=submitted.pk).last()
    return list(Evidence.objects.filter(report=last).select_related("file").order_by("pk")) if last else ()


def accept(report: Report, *, by: Officer, today: date, value: str | None = None, words: str = "") -> Report:
    """Accept a report as it is, or at another value; the claimed value stays next to it. Another value, one that breaks a law of
    value, and one without the evidence that the plan promises are accepted with words alone.

    Raises `Refused` without these words, when it is not the latest report or one's own figure, `NotYours` when it is not owed to one's
    office.
    """
    with transaction.atomic():
        fresh, post, case = locked(report.duty, by, "review", today)
        case.require("accept")
        reviewed = _latest(fresh, report)
        if fresh.kind == "figure" and reviewed.by_id == by.pk:
            raise Refused(sentences.OWN_FIGURE)
        if not words.strip():
            refuse_silent(fresh, reviewed, value)
        reviewed.state, reviewed.accepted_value = ReportState.ACCEPTED, reviewed.value if value is None else value
        reviewed.reviewer, reviewed.reviewed_on, reviewed.review_words = by, today, words
        reviewed.save()
        was = _turn(fresh, "duty.accept")
        publish(DutyChanged(fresh, was, reviewed))
        values = {"claimed": reviewed.value, "accepted": reviewed.accepted_value}
        now = {"report": reviewed.pk, **values, "words": words, "on": today.isoformat()}
        record("duty.accept", fresh, by=by, post=post, was=was, now=now)
    return reviewed


def send_back(report: Report, *, by: Officer, sentence: str, today: date) -> Report:
    """Send a report back with a sentence; the duty is owed again. Raises `Refused` and `NotYours` like `accept`, and
    `Refused` without a sentence.
    """
    need_words(sentence, sentences.REASON_MISSING)
    with transaction.atomic():
        fresh, post, case = locked(report.duty, by, "review", today)
        case.require("send_back")
        reviewed = _latest(fresh, report)
        reviewed.state, reviewed.accepted_value = ReportState.SENT_BACK, None
        reviewed.reviewer, reviewed.reviewed_on, reviewed.review_words = by, today, sentence
        reviewed.save()
        was = _turn(fresh, "duty.send_back")
        publish(DutyChanged(fresh, was, reviewed))
        record("duty.send_back", fresh, by=by, post=post, was=was, now={"report": reviewed.pk, "words": sentence})
    return reviewed


def excuse(duty: Duty, *, by: Officer, sentence: str, today: date) -> Duty:
    """Say that a duty does not apply; it counts neither as zero nor as missing. Only the office it is owed to may, with
    a sentence, and nobody excuses a figure that he owes himself.
    """
    need_words(sentence, sentences.REASON_MISSING)
    with transaction.atomic():
        if duty.kind == "acknowledge":
            bare_row(duty.paper_id)
        fresh, post, case = locked(duty, by, "review", today)
        case.require("excuse")
        if fresh.kind == "figure" and fresh.post_id in mandate(by, today).post_ids:
            raise Refused(sentences.OWN_EXCUSE)
        was = _turn(fresh, "duty.excuse")
        publish(DutyChanged(fresh, was, None, Excuse(by, today, sentence)))
        if fresh.kind == "acknowledge":
            close(fresh.paper, by=by, day=today)
        record("duty.excuse", fresh, by=by, post=post, was=was, now={"words": sentence, "on": today.isoformat()})
    return fresh


def ask_again(duty: Duty, *, by: Officer, sentence: str, today: date) -> Duty:
    """Ask again for what was said not to apply; it is owed as before. Only the office it is owed to may, with a sentence."""
    need_words(sentence, sentences.REASON_MISSING)
    with transaction.atomic():
        fresh, post, case = locked(duty, by, "review", today)
        case.require("ask_again")
        was = _turn(fresh, "duty.ask_again")
        publish(DutyChanged(fresh, was, None))
        record("duty.ask_again", fresh, by=by, post=post, was=was, now={"words": sentence.strip()})
    return fresh


def acknowledge(duty: Duty, *, by: Officer, today: date) -> Report:
    """Acknowledge the receipt of a paper, by its hash; a receipt needs no review, and the last one closes the paper.
    Acknowledged again, by any officer, it is still the one receipt. Raises `Refused` when something else is asked.
    """
    with transaction.atomic():
        paper = bare_row(duty.paper_id)
        fresh, post, case = locked(duty, by, "report", today)
        known = Report.objects.filter(duty=fresh, state=ReportState.ACCEPTED).first()
        if fresh.kind == "acknowledge" and known is not None:
            return known
        case.require("acknowledge")
        receipt = Report.objects.create(
            duty=fresh,
            state=ReportState.ACCEPTED,
            by=by,
            post=post,
            on=today,
            late=fresh.is_late(today),
            value=paper.hash,
        )
        was = _turn(fresh, "duty.acknowledge")
        publish(DutyChanged(fresh, was, receipt))
        close(paper, by=by, day=today)
        now = {"report": receipt.pk, "late": receipt.late, "hash": paper.hash}
        record("duty.acknowledge", fresh, by=by, post=post, was=was, now=now)
    return receipt


def _turn(fresh: Duty, verb: str) -> str:
    """Bring the duty into the state that the verb leads to, and return the state before; `possible` has allowed it."""
    return _change_state(fresh, DUTY.next(verb, fresh.state) or fresh.state)


def _change_state(fresh: Duty, state: str) -> str:
    """Give the duty a state, count its version up, and return the state before."""
    was = fresh.state
    fresh.state = state
    fresh.version += 1
    fresh.save(update_fields=["state", "version"])
    return was


def _latest(fresh: Duty, report: Report) -> Report:
    latest = Report.objects.filter(duty=fresh).exclude(state=ReportState.DRAFT).select_related("by").last()
    if latest is None or latest.pk != report.pk:
        raise Refused(sentences.REPORT_NOT_LATEST)
    return latest
