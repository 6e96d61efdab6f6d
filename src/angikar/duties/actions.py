"""What is done with duties: a cell saved, a report submitted, accepted or sent back, a duty excused or acknowledged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from angikar.duties.access import Right, rights
from angikar.duties.cycle import locks
from angikar.duties.events import DutyChanged, Excuse
from angikar.duties.models import OF_THE_CYCLE, OWED, Duty, DutyState, Evidence, Report, ReportState
from angikar.duties.receipts.actions import close
from angikar.duties.submission import UNNAMED, Sending, refuse_closed, refuse_empty, sent_before
from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import Conflict, NotYours, Refused
from angikar.offices.access import mandate
from angikar.offices.models import Officer, Post
from angikar.papers import store
from angikar.papers.locking import bare_row
from angikar.papers.models import File
from angikar.rules.duty import Answer


@dataclass(frozen=True, slots=True)
class Proof:
    """A file handed in with a report."""

    name: str
    data: bytes
    kind: str = ""
    date: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """What a mean is the mean of: so much of so many, as canonical figures."""

    numerator: str | None = None
    denominator: str | None = None


def save_cell(
    duty: Duty, *, by: Officer, value: str | None, version: int, today: date, words: str = "", pair: Pair = Pair(),
    undoes: int | None = None,
) -> Report:  # fmt: skip
    """Keep what is typed into a cell as the draft of a report. `version` is the duty's, as the person last saw it;
    `undoes` is the number of the entry in the history that this takes back. A draft may be kept of a closed quarter too.

    Raises `Conflict` with both values when somebody else wrote another value meanwhile, `Refused` when nothing
    more is owed.
    """
    with transaction.atomic():
        fresh, post = _taken(duty, by, "report", today)
        refuse_closed(fresh, today)
        draft = Report.objects.filter(duty=fresh, state=ReportState.DRAFT).select_related("by").first()
        theirs = draft.value if draft else None
        if fresh.version != version and theirs != value:
            raise Conflict(mine=value, theirs=theirs, who=draft.by.name if draft else "", version=fresh.version)
        draft = draft or Report(duty=fresh)
        was = _typed(draft)
        draft.value, draft.words, draft.by, draft.post = value, words, by, post
        draft.numerator, draft.denominator = pair.numerator, pair.denominator
        draft.save()
        _turn(fresh, fresh.state)
        undone = {} if undoes is None else {"undoes": undoes}
        now = {**_typed(draft), "version": fresh.version, **undone}
        record("duty.save_cell", fresh, by=by, post=post, was=was, now=now)
    return draft


def _typed(draft: Report) -> dict[str, str | None]:
    """What a draft holds, as history keeps it: the figure, and the pair where it is a mean."""
    pair = {"numerator": draft.numerator, "denominator": draft.denominator}
    return {"value": draft.value, **(pair if draft.numerator or draft.denominator else {})}


def report(
    duty: Duty, *, by: Officer, answer: Answer, today: date, files: Sequence[Proof] = (), carry: bool = False,
    sending: Sending = UNNAMED,
) -> Report:  # fmt: skip
    """Submit the answer to a duty, with its proofs; `carry` takes those of the report before over, as rows anew. An
    earlier report stays as it is; this one takes its place. The draft becomes it. What came in the same `sending` before
    is given back as it is.

    Raises `Refused` for an empty answer, for a period that has not opened, and when the duty is closed; `NotYours`
    for a stranger. Where the quarter is closed the answer is kept as the draft before `Refused` says so.
    """
    digests = {store.put(proof.data): proof for proof in files}
    with transaction.atomic():
        fresh, post = _taken(duty, by, "report", today)
        if (known := sent_before(fresh, sending)) is not None:
            return known
        refuse_closed(fresh, today)
        refuse_empty(fresh, answer, today)
        told = Report.objects.filter(duty=fresh, state=ReportState.DRAFT).first() or Report(duty=fresh)
        before = _typed(told)
        told.value, told.words, told.choice = answer.value, answer.words, answer.choice
        told.numerator, told.denominator = answer.numerator, answer.denominator
        told.not_applicable, told.by, told.post = answer.not_applicable, by, post
        told.fields, told.token = answer.fields, sending.token or None
        closed = locks.closed_for(fresh, today)
        if closed:
            told.save()
            _turn(fresh, fresh.state)
            kept = {**_typed(told), "version": fresh.version}
            record("duty.save_cell", fresh, by=by, post=post, was=before, now=kept)
        else:
            told.on, told.late, told.state = today, fresh.is_late(today, sending.at), ReportState.SUBMITTED
            told.save()
            _prove(told, digests, before=_latest_proofs(fresh, told) if carry else ())
            was = _turn(fresh, DutyState.SUBMITTED)
            publish(DutyChanged(fresh, was, told))
            said = {**told.answer(), "report": told.pk, "late": told.late, "files": list(digests), "carried": carry}
            record("duty.report", fresh, by=by, post=post, was=was, now=said)
    if closed:
        raise locks.kept_refusal(closed)
    return told


def _prove(told: Report, digests: Mapping[str, Proof], before: Sequence[Evidence]) -> None:
    """Keep the files that were handed in with a report, by their SHA-256, and those carried over that are not among
    them.
    """
    for sha256, proof in digests.items():
        described = store.describe(proof.data, proof.name)
        file, _ = File.objects.get_or_create(sha256=sha256, defaults=described)
        Evidence.objects.create(
            report=told, file=file, name=str(described["name"]), kind=proof.kind, date=proof.date, note=proof.note
        )
    for each in before:
        if each.file.sha256 not in digests:
            Evidence.objects.create(
                report=told, file=each.file, name=each.called, kind=each.kind, date=each.date, note=each.note,
                carried_from=each,
            )  # fmt: skip


def _latest_proofs(fresh: Duty, told: Report) -> Sequence[Evidence]:
    """The proofs of the report that this one takes the place of."""
    last = Report.objects.filter(duty=fresh).exclude(state=ReportState.DRAFT).exclude(pk=told.pk).last()
    return list(Evidence.objects.filter(report=last).select_related("file").order_by("pk")) if last else ()


def accept(report: Report, *, by: Officer, today: date, value: str | None = None, words: str = "") -> Report:
    """Accept a report as it is, or at another value (then say why); what was claimed stays beside it.

    Raises `Refused` when it is not the latest report or one's own figure, `NotYours` when it is not owed to one's
    office.
    """
    with transaction.atomic():
        fresh, post = _taken(report.duty, by, "review", today)
        locks.refuse_evaluated(fresh)
        told = _latest(fresh, report)
        if fresh.kind == "figure" and told.by_id == by.pk:
            raise Refused("নিজের দেওয়া হিসাব নিজে গ্রহণ করা যায় না।", "Nobody accepts a figure of his own.")
        if value not in (None, told.value) and not words.strip():
            raise Refused("অন্য মান গ্রহণ করলে কারণ লিখুন।", "Write why another value is accepted.")
        told.state, told.accepted_value = ReportState.ACCEPTED, told.value if value is None else value
        told.reviewer, told.reviewed_on, told.review_words = by, today, words
        told.save()
        was = _turn(fresh, DutyState.ACCEPTED)
        publish(DutyChanged(fresh, was, told))
        now = {"report": told.pk, "claimed": told.value, "accepted": told.accepted_value, "words": words}
        record("duty.accept", fresh, by=by, post=post, was=was, now=now)
    return told


def send_back(report: Report, *, by: Officer, sentence: str, today: date) -> Report:
    """Send a report back with a sentence; the duty is owed again. Raises as `accept` does, and `Refused` without a
    sentence.
    """
    _refuse_silence(sentence)
    with transaction.atomic():
        fresh, post = _taken(report.duty, by, "review", today)
        if closed := locks.closed_for(fresh, today):
            raise locks.refusal(closed)
        told = _latest(fresh, report)
        told.state, told.accepted_value = ReportState.SENT_BACK, None
        told.reviewer, told.reviewed_on, told.review_words = by, today, sentence
        told.save()
        was = _turn(fresh, DutyState.SENT_BACK)
        publish(DutyChanged(fresh, was, told))
        record("duty.send_back", fresh, by=by, post=post, was=was, now={"report": told.pk, "words": sentence})
    return told


def excuse(duty: Duty, *, by: Officer, sentence: str, today: date) -> Duty:
    """Say that a duty does not apply; it counts neither as zero nor as missing. Only whom it is owed to may, with
    a sentence.
    """
    _refuse_silence(sentence)
    with transaction.atomic():
        if duty.kind == "acknowledge":
            bare_row(duty.paper_id)
        fresh, post = _taken(duty, by, "review", today)
        locks.refuse_evaluated(fresh)
        if fresh.kind in OF_THE_CYCLE:
            raise Refused("এই করণীয় বাদ দেওয়া যায় না।", "This duty cannot be set aside.")
        if fresh.state not in OWED:
            raise Refused("এই করণীয়ের জবাব এসে গেছে।", "This duty has been answered already.")
        was = _turn(fresh, DutyState.EXCUSED)
        publish(DutyChanged(fresh, was, None, Excuse(by, today, sentence)))
        if fresh.kind == "acknowledge":
            close(fresh.paper, by=by, day=today)
        record("duty.excuse", fresh, by=by, post=post, was=was, now={"words": sentence, "on": today.isoformat()})
    return fresh


def acknowledge(duty: Duty, *, by: Officer, today: date) -> Report:
    """Acknowledge the receipt of a paper, by its hash; nobody has to look that over, and the last one closes the paper. Done
    again, by whomever, it is still the one receipt. Raises `Refused` when something else is asked.
    """
    with transaction.atomic():
        paper = bare_row(duty.paper_id)
        fresh, post = _taken(duty, by, "report", today)
        told = Report.objects.filter(duty=fresh, state=ReportState.ACCEPTED).first()
        if fresh.kind == "acknowledge" and told is not None:
            return told
        if fresh.kind != "acknowledge" or fresh.state not in OWED:
            raise Refused("এখানে প্রাপ্তিস্বীকার চাওয়া হয়নি।", "No receipt is asked here.")
        told = Report.objects.create(
            duty=fresh,
            state=ReportState.ACCEPTED,
            by=by,
            post=post,
            on=today,
            late=fresh.is_late(today),
            value=paper.hash,
        )
        was = _turn(fresh, DutyState.ACCEPTED)
        publish(DutyChanged(fresh, was, told))
        close(paper, by=by, day=today)
        now = {"report": told.pk, "late": told.late, "hash": paper.hash}
        record("duty.acknowledge", fresh, by=by, post=post, was=was, now=now)
    return told


def _taken(duty: Duty, by: Officer, to: Right, today: date) -> tuple[Duty, Post]:
    """The duty, locked and fresh, and the post `by` acts as; `NotYours` when he may not."""
    fresh = Duty.objects.select_for_update(of=("self",)).select_related("post__office", "paper", "line").get(pk=duty.pk)
    held = mandate(by, today)
    office = fresh.owed_to_id if to == "review" else fresh.post.office_id
    own = fresh.post if to == "report" and fresh.post_id in held.post_ids else held.post_in(office)
    if own is None and to == "report" and fresh.body_id:
        own = next((post for post in held.posts if post.seats.filter(body=fresh.body_id, until=None).exists()), None)
    if own is None or to not in rights(held, fresh):
        raise NotYours
    return fresh, own


def _turn(fresh: Duty, state: str) -> str:
    """Bring the duty into a state, count its version up, and return the state before."""
    was = fresh.state
    fresh.state = state
    fresh.version += 1
    fresh.save(update_fields=["state", "version"])
    return was


def _latest(fresh: Duty, report: Report) -> Report:
    told = Report.objects.filter(duty=fresh).exclude(state=ReportState.DRAFT).select_related("by").last()
    if told is None or told.pk != report.pk or fresh.state not in (DutyState.SUBMITTED, DutyState.ACCEPTED):
        raise Refused(
            "এর পরে নতুন প্রতিবেদন এসেছে বা এটি দেখা হয়ে গেছে।", "A later report has come, or this one was looked over."
        )
    return told


def _refuse_silence(sentence: str) -> None:
    if not sentence.strip():
        raise Refused("কারণটি এক বাক্যে লিখুন।", "Write the reason in one sentence.")
