"""What is done with a quarter as a whole: filed by the head, taken up by the office above, checked, sent back, accepted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from django.db import transaction
from django.db.models import F, Q

from angikar.duties import sentences as duty_sentences
from angikar.duties.cycle import locks, sentences
from angikar.duties.cycle.access import superior_post
from angikar.duties.cycle.queries import QuarterRow, rows_of
from angikar.duties.events import DutyChanged
from angikar.duties.models import OWED, Check, Duty, DutyState, Evaluation, Filing, FilingState, Report, ReportState
from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import NotYours, Refused, need_words
from angikar.offices.access import mandate
from angikar.offices.models import Officer, Post
from angikar.papers.access import reviewers
from angikar.papers.models import Paper, State
from angikar.rules.duty import Ask, AskKind
from angikar.rules.duty_key import DutyKey
from angikar.rules.schedule.cycle import SAMPLE_PERCENT, sample
from angikar.rules.schedule.fiscal import FiscalYear


def file(paper: Paper, quarter: int, *, by: Officer, today: date, words: str = "") -> Filing:
    """File a quarter (1-4) of a plan: every draft that holds a figure becomes a report at once; what has none is listed
    as not reported, never as zero. Filed again, it retains the day it was filed first and whether that was late.

    Raises `Refused` for all but the head of the office, for a quarter that has not opened or is closed, and where
    there is no new report to file; `NotYours` for a stranger.
    """
    with transaction.atomic():
        fresh = _held(paper)
        post = _head(fresh, by, today)
        _refuse_filing(fresh, quarter, today)
        rows = rows_of(fresh, quarter, locked=True)
        typed = [row for row in rows if row.is_typed]
        found = Filing.objects.filter(paper=fresh, quarter=quarter).first()
        if not typed and (found is not None or not any(row.cell.report for row in rows)):
            raise Refused(sentences.NO_NEW_REPORT)
        due = max((row.cell.duty.due for row in rows if row.cell.duty.due), default=None)
        filing = found or Filing(paper=fresh, quarter=quarter, due=due, on=today, late=due is not None and today > due)
        was = {"state": filing.state, "missing": filing.missing} if found else None
        missing = [str(row.identity) for row in rows if row.cell.duty.state in OWED and not row.is_typed]
        filing.by, filing.post, filing.words, filing.last_on, filing.missing = by, post, words.strip(), today, missing
        if filing.state in (FilingState.SENT_BACK, FilingState.ACCEPTED):
            filing.state = FilingState.SUBMITTED
        filing.version += 1 if found else 0
        filing.save()
        reports = _submit(typed, by=by, today=today)
        _ask_superior(fresh)
        now = {
            "state": filing.state,
            "reports": reports,
            "missing": missing,
            "late": filing.late,
            "words": filing.words,
        }
        record("filing.file", filing, by=by, post=post, was=was, now=now)
    return filing


def take_up(filing: Filing, *, by: Officer, today: date) -> Filing:
    """Begin to verify a filed quarter: the sample that must be looked at again follows from the paper's hash and the
    quarter alone. Raises `Refused` unless it waits for that, `NotYours` for all but the office above.
    """
    with transaction.atomic():
        fresh, post = _reviewed(filing, by, today, (FilingState.SUBMITTED,))
        rows = rows_of(fresh.paper, fresh.quarter)
        law = locks.law_of(fresh.paper)
        percent = (law.recheck if law else None) or SAMPLE_PERCENT
        reported = {row.cell.duty.key: row.cell.duty.pk for row in rows if row.is_reported}
        sampled = sample(f"{fresh.paper.hash}:{fresh.quarter}", sorted(reported), percent)
        fresh.sample = [reported[key] for key in sampled]
        _move(fresh, FilingState.VERIFYING, by, today)
        record("filing.take_up", fresh, by=by, post=post, now={"state": fresh.state, "sample": list(sampled)})
    return fresh


def check(filing: Filing, report: Report, *, by: Officer, today: date, words: str = "") -> Check:
    """Say that a report was looked at again, with its evidence. Raises `Refused` where it is not of the quarter or not
    the latest, or was looked at already; `NotYours` like `take_up`.
    """
    with transaction.atomic():
        fresh, post = _reviewed(filing, by, today, (FilingState.VERIFYING,))
        row = _row(rows_of(fresh.paper, fresh.quarter), report.duty_id)
        if row.cell.report is None or row.cell.report.pk != report.pk:
            raise Refused(sentences.LATER_REPORT)
        if Check.objects.filter(filing=fresh, report=report).exists():
            raise Refused(sentences.CHECKED_ALREADY)
        done = Check.objects.create(filing=fresh, report=report, by=by, post=post, on=today, words=words.strip())
        now = {"report": report.pk, "duty": report.duty_id, "words": done.words}
        record("filing.check", fresh, by=by, post=post, now=now)
    return done


def accept_rest(filing: Filing, *, by: Officer, today: date) -> list[int]:
    """Accept every row that waits, raises no doubt and is not in the unseen part of the sample, at the value claimed.

    Returns the numbers of these duties. Raises like `check`, and `Refused` where there is no such row.
    """
    with transaction.atomic():
        fresh, post = _reviewed(filing, by, today, (FilingState.VERIFYING,))
        if Evaluation.objects.filter(paper=fresh.paper).exists():
            raise locks.refusal("evaluated")
        rows = rows_of(fresh.paper, fresh.quarter, filing=fresh, locked=True)
        ready = [pair for row in rows if row.is_plain for pair in row.pairs if pair[1].by_id != by.pk]
        if not ready:
            raise Refused(sentences.NO_PLAIN_ROW)
        for _, report in ready:
            report.accepted_value = report.value
        _judge(ready, ReportState.ACCEPTED, by, today)
        _turn(ready, DutyState.ACCEPTED)
        accepted = [duty.pk for duty, _ in ready]
        record("filing.accept_rest", fresh, by=by, post=post, now={"accepted": accepted})
    return accepted


def send_back(
    filing: Filing, *, by: Officer, sentence: str, today: date, duties: Collection[int] | None = None
) -> Filing:
    """Send a filed quarter back with a sentence: the rows of these `duties`, or every row that waits. What was accepted
    of other rows stays. Raises `Refused` without a sentence or a row, `NotYours` like `take_up`.
    """
    with transaction.atomic():
        need_words(sentence, duty_sentences.REASON_MISSING)
        fresh, post = _reviewed(filing, by, today, (FilingState.SUBMITTED, FilingState.VERIFYING))
        if why := locks.closed(fresh.paper, fresh.quarter, today):
            raise locks.refusal(why)
        rows = rows_of(fresh.paper, fresh.quarter, locked=True)
        back = [
            row
            for row in rows
            if (row.is_waiting if duties is None else row.cell.duty.pk in duties and row.is_reported)
        ]
        if duties is not None and len(back) != len(set(duties)):
            raise Refused(sentences.ROW_WITHOUT_REPORT)
        pairs = [pair for row in back for pair in row.pairs]
        for _, report in pairs:
            report.accepted_value, report.review_words = None, sentence
        _judge(pairs, ReportState.SENT_BACK, by, today)
        _turn(pairs, DutyState.SENT_BACK)
        was = {"state": fresh.state}
        fresh.review_words = sentence
        _move(fresh, FilingState.SENT_BACK, by, today)
        now = {"state": fresh.state, "words": sentence, "rows": [row.cell.duty.pk for row in back]}
        record("filing.send_back", fresh, by=by, post=post, was=was, now=now)
    return fresh


def accept(filing: Filing, *, by: Officer, today: date, words: str = "") -> Filing:
    """Accept a quarter as a whole, which closes it. A row without a report stays not reported.

    Raises `Refused` while a row waits or one of the sample has not been looked at again, `NotYours` like `take_up`.
    """
    with transaction.atomic():
        fresh, post = _reviewed(filing, by, today, (FilingState.VERIFYING,))
        rows = rows_of(fresh.paper, fresh.quarter, filing=fresh, locked=True)
        unseen = sum(row.must_be_seen for row in rows)
        if unseen:
            raise Refused(sentences.SAMPLE_UNCHECKED, count=unseen)
        waiting = sum(row.is_waiting for row in rows)
        if waiting:
            raise Refused(sentences.ROWS_WAITING, count=waiting)
        was = {"state": fresh.state}
        fresh.review_words = words.strip()
        _move(fresh, FilingState.ACCEPTED, by, today)
        now = {"state": fresh.state, "words": fresh.review_words, "missing": fresh.missing}
        record("filing.accept", fresh, by=by, post=post, was=was, now=now)
    return fresh


def _held(paper: Paper) -> Paper:
    """The paper, locked and fresh, so that one action at a time changes its quarters."""
    return Paper.objects.select_for_update(of=("self",)).select_related("office").get(pk=paper.pk)


def _head(fresh: Paper, by: Officer, today: date) -> Post:
    held = mandate(by, today)
    post = held.post_in(fresh.office_id)
    if post is None:
        raise NotYours
    if not post.is_head:
        raise Refused(sentences.NOT_HEAD)
    return post


def _refuse_filing(fresh: Paper, quarter: int, today: date) -> None:
    asked = Duty.objects.filter(paper=fresh, quarter=quarter, line__isnull=False)
    if fresh.state != State.ISSUED or not asked.exists():
        raise Refused(sentences.QUARTER_EMPTY)
    if not asked.exclude(opens__gt=today).exists():
        raise Refused(sentences.QUARTER_NOT_BEGUN)
    if why := locks.closed(fresh, quarter, today):
        raise locks.refusal(why)


def _reviewed(filing: Filing, by: Officer, today: date, states: Sequence[str]) -> tuple[Filing, Post]:
    """The filing, locked and fresh with its paper, and the post `by` acts as above it."""
    _held(filing.paper)
    fresh = Filing.objects.select_for_update(of=("self",)).select_related("paper__office").get(pk=filing.pk)
    post = superior_post(fresh.paper, by, today)
    if fresh.state not in states:
        raise Refused(sentences.FILING_IN_OTHER_STATE)
    return fresh, post


def _move(fresh: Filing, state: str, by: Officer, today: date) -> None:
    fresh.state, fresh.reviewer, fresh.reviewed_on = state, by, today
    fresh.version += 1
    fresh.save()


def _submit(typed: Sequence[QuarterRow], *, by: Officer, today: date) -> dict[str, int]:
    """Make the drafts of these rows reports; their numbers by duty. The history of the cell has who typed it, who files
    answers for it.
    """
    pairs = [(row.cell.duty, row.cell.draft) for row in typed if row.cell.draft]
    for duty, report in pairs:
        report.state, report.on, report.late, report.by = ReportState.SUBMITTED, today, duty.is_late(today), by
        report.save()
    _turn(pairs, DutyState.SUBMITTED)
    return {str(duty.pk): report.pk for duty, report in pairs}


def _judge(pairs: Sequence[tuple[Duty, Report]], state: str, by: Officer, today: date) -> None:
    for _, report in pairs:
        report.state, report.reviewer, report.reviewed_on = state, by, today
        report.save()


def _turn(pairs: Sequence[tuple[Duty, Report]], state: str) -> None:
    """Give duties a state at once, and announce each with its report."""
    Duty.objects.filter(pk__in=[duty.pk for duty, _ in pairs]).update(state=state, version=F("version") + 1)
    for duty, report in pairs:
        was, duty.state, duty.version = duty.state, state, duty.version + 1
        publish(DutyChanged(duty, was, report))


def _row(rows: Sequence[QuarterRow], duty: int) -> QuarterRow:
    found = next((row for row in rows if row.cell.duty.pk == duty), None)
    if found is None:
        raise NotYours
    return found


_ASKED: dict[AskKind, str] = {"feedback": "অর্ধবার্ষিক ফলাবর্তক: {}", "evaluation": "বার্ষিক মূল্যায়ন: {}"}


def _ask_superior(fresh: Paper) -> None:
    """Create what the office above owes the plan once it is filed for the first time: its word at half-time and on the year."""
    law, above = locks.law_of(fresh), min(reviewers(fresh))
    posts = Post.objects.filter(office=above).filter(Q(is_focal=True) | Q(is_head=True))
    post = posts.order_by("-is_focal", "rank", "pk").first()
    if law is None or not fresh.fiscal_year or post is None or above == fresh.office_id:
        return
    year = FiscalYear.parse(fresh.fiscal_year)
    days = {
        "feedback": (year.quarter(3).start, law.day_of("half_yearly", fresh.fiscal_year)),
        "evaluation": (year.shifted(1).start, law.day_of("evaluation", fresh.fiscal_year)),
    }
    for kind, words in _ASKED.items():
        opens, due = days[kind]
        text = words.format(fresh.title)
        ask = Ask(
            kind=kind,
            key=str(DutyKey("cycle", kind)),
            text=text,
            opens=opens.isoformat(),
            due=due.isoformat() if due else None,
        )
        columns = {
            "owed_to_id": fresh.office_id,
            "kind": kind,
            "text": ask.text,
            "asked": ask.model_dump(mode="json"),
            "opens": opens,
            "due": due,
        }
        if not Duty.objects.filter(paper=fresh, key=ask.key).exists():
            Duty.objects.create(paper=fresh, key=ask.key, post=post, **columns)
