"""What is done with a quarter as a whole: filed by the head, taken up by the office above, checked, sent back, accepted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Q

from angikar.duties import sentences as duty_sentences
from angikar.duties.cycle import locks, sentences
from angikar.duties.cycle.queries import QuarterRow, has_news, is_answered, rows_of
from angikar.duties.cycle.turning import after, held, judge, move, return_rows, reviewed, submit, to_return, turn
from angikar.duties.events import FilingChanged
from angikar.duties.models import OWED, Check, Duty, DutyState, Filing, FilingState, Report, ReportState
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
from angikar.rules.states import BEGINNING


def file(paper: Paper, quarter: int, *, by: Officer, today: date, words: str = "") -> Filing:
    """File a quarter (1-4) of a plan: every draft that holds a figure becomes a report at once; what has none is listed
    as not reported, never as zero. Filed again, it retains the day it was filed first and whether that was late; a quarter
    that was sent back is filed again also where the rows were answered one by one.

    Raises `Refused` for all but the head of the office, for a quarter that has not opened or is closed, and where
    there is no new report to file or a figure breaks a law of value without a reason; `NotYours` for a stranger.
    """
    with transaction.atomic():
        fresh = held(paper)
        post = _head(fresh, by, today)
        _refuse_filing(fresh, quarter, today)
        found = Filing.objects.filter(paper=fresh, quarter=quarter).first()
        rows = rows_of(fresh, quarter, filing=found, locked=True)
        typed = [row for row in rows if row.is_typed]
        if not has_news(found, rows):
            raise Refused(sentences.NO_NEW_REPORT)
        _refuse_unexplained(typed)
        filing, before = found or Filing(paper=fresh, quarter=quarter), found.state if found else BEGINNING
        was = {"state": before, "missing": filing.missing} if found else None
        filing.state = after("filing.file", before)
        if filing.on is None:
            filing.due = max((row.cell.duty.due for row in rows if row.cell.duty.due), default=None)
            filing.on, filing.late = today, filing.due is not None and today > filing.due
        missing = [str(row.identity) for row in rows if row.cell.duty.state in OWED and not row.is_typed]
        filing.by, filing.post, filing.words, filing.last_on, filing.missing = by, post, words.strip(), today, missing
        filing.version += 1 if found else 0
        filing.save()
        reports = submit(typed, by=by, today=today)
        _ask_superior(fresh)
        publish(FilingChanged(filing, before, by, today))
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
    quarter alone. One that was sent back may be taken up as soon as something was answered, filed again or not.

    Raises `Refused` unless it waits for that, `NotYours` for all but the office above.
    """
    with transaction.atomic():
        fresh, post, state = reviewed(filing, by, today, "filing.take_up")
        rows = rows_of(fresh.paper, fresh.quarter)
        if fresh.state != FilingState.SUBMITTED and not is_answered(fresh, rows):
            raise Refused(sentences.NO_ANSWER_SINCE)
        law = locks.law_of(fresh.paper)
        percent = (law.recheck if law else None) or SAMPLE_PERCENT
        reported = {row.cell.duty.key: row.cell.duty.pk for row in rows if row.is_reported}
        sampled = sample(f"{fresh.paper.hash}:{fresh.quarter}", sorted(reported), percent)
        fresh.sample = [reported[key] for key in sampled]
        move(fresh, state, by, today)
        record("filing.take_up", fresh, by=by, post=post, now={"state": fresh.state, "sample": list(sampled)})
    return fresh


def check(filing: Filing, report: Report, *, by: Officer, today: date, words: str = "") -> Check:
    """Say that a report was looked at again, with its evidence. Raises `Refused` where it is not of the quarter or not
    the latest, or was looked at already; `NotYours` like `take_up`.
    """
    with transaction.atomic():
        fresh, post, _ = reviewed(filing, by, today, "filing.check")
        _latest(rows_of(fresh.paper, fresh.quarter), report)
        if Check.objects.filter(filing=fresh, report=report).exists():
            raise Refused(sentences.CHECKED_ALREADY)
        done = Check.objects.create(filing=fresh, report=report, by=by, post=post, on=today, words=words.strip())
        now = {"report": report.pk, "duty": report.duty_id, "words": done.words}
        record("filing.check", fresh, by=by, post=post, now=now)
    return done


def mark(filing: Filing, report: Report, *, by: Officer, today: date, words: str) -> Filing:
    """Mark a report to be sent back, with what is wrong with it; empty `words` take the mark off. What is marked goes back
    in one round with `send_back`. Raises `Refused` and `NotYours` like `check`.
    """
    with transaction.atomic():
        fresh, post, _ = reviewed(filing, by, today, "filing.mark")
        _latest(rows_of(fresh.paper, fresh.quarter), report)
        was, key = fresh.marked.get(str(report.pk), ""), str(report.pk)
        fresh.marked = {**{name: said for name, said in fresh.marked.items() if name != key}}
        if words.strip():
            fresh.marked[key] = words.strip()
        fresh.version += 1
        fresh.save()
        now = {"report": report.pk, "duty": report.duty_id, "words": words.strip()}
        record("filing.mark", fresh, by=by, post=post, was={"words": was}, now=now)
    return fresh


def accept_rest(filing: Filing, *, by: Officer, today: date) -> list[int]:
    """Accept every row that waits, raises no doubt, has no mark and is not in the unseen part of the sample, at the value
    claimed.

    Returns the numbers of these duties. Raises like `check`, and `Refused` where there is no such row.
    """
    with transaction.atomic():
        fresh, post, _ = reviewed(filing, by, today, "filing.accept_rest")
        if locks.quarter_status(fresh.paper_id, fresh.quarter).evaluated:
            raise locks.refusal("evaluated")
        rows = rows_of(fresh.paper, fresh.quarter, filing=fresh, locked=True)
        ready = [pair for row in rows if row.is_plain for pair in row.pairs if pair[1].by_id != by.pk]
        if not ready:
            raise Refused(sentences.NO_PLAIN_ROW)
        for _, report in ready:
            report.accepted_value = report.value
        judge(ready, ReportState.ACCEPTED, by, today)
        turn(ready, DutyState.ACCEPTED)
        accepted = [duty.pk for duty, _ in ready]
        record("filing.accept_rest", fresh, by=by, post=post, now={"accepted": accepted})
    return accepted


def send_back(
    filing: Filing,
    *,
    by: Officer,
    sentence: str,
    today: date,
    duties: Collection[int] | None = None,
    only_marked: bool = False,
) -> Filing:
    """Send a filed quarter back in one round: the rows of these `duties`, or those that are marked (`only_marked`), or
    every row that waits with those that are marked. A marked row goes back with its own words, the others with the
    sentence. What was accepted of other rows stays.

    Raises `Refused` without a sentence where a row has no words of its own, and without a row; `NotYours` like `take_up`.
    """
    with transaction.atomic():
        fresh, post, state = reviewed(filing, by, today, "filing.send_back")
        if why := locks.closed(fresh.paper, fresh.quarter, today):
            raise locks.refusal(why)
        back = to_return(
            rows_of(fresh.paper, fresh.quarter, filing=fresh, locked=True), duties, only_marked=only_marked
        )
        if not all(row.mark for row in back) or not back:
            need_words(sentence, duty_sentences.REASON_MISSING)
        words = {row.cell.duty.pk: row.mark or sentence.strip() for row in back}
        return_rows(back, words, by, today)
        before, fresh.review_words, fresh.marked = fresh.state, sentence.strip(), {}
        move(fresh, state, by, today)
        publish(FilingChanged(fresh, before, by, today, tuple(row.cell.duty for row in back)))
        now = {"state": fresh.state, "words": fresh.review_words, "rows": list(words), "marks": list(words.values())}
        record("filing.send_back", fresh, by=by, post=post, was={"state": before}, now=now)
    return fresh


def accept(filing: Filing, *, by: Officer, today: date, words: str = "") -> Filing:
    """Accept a quarter as a whole, which closes it. A row without a report stays not reported.

    Raises `Refused` while a row waits or is marked, or one of the sample has not been looked at again, `NotYours` like
    `take_up`.
    """
    with transaction.atomic():
        fresh, post, state = reviewed(filing, by, today, "filing.accept")
        rows = rows_of(fresh.paper, fresh.quarter, filing=fresh, locked=True)
        _refuse_unfinished(rows)
        before, fresh.review_words = fresh.state, words.strip()
        move(fresh, state, by, today)
        publish(FilingChanged(fresh, before, by, today))
        now = {"state": fresh.state, "words": fresh.review_words, "missing": fresh.missing}
        record("filing.accept", fresh, by=by, post=post, was={"state": before}, now=now)
    return fresh


def _refuse_unexplained(typed: list[QuarterRow]) -> None:
    """Raises `Refused` for figures that break a law of value without a reason in words; the first is named."""
    left = [row for row in typed if row.is_unexplained]
    if left:
        first = left[0].typed_doubts[0]
        code = left[0].identity.code if left[0].identity else ""
        raise Refused(sentences.FIGURES_UNEXPLAINED, count=len(left), code=code, why=(first.message, first.message_en))


def _refuse_unfinished(rows: list[QuarterRow]) -> None:
    """Raises `Refused` while a row of a quarter is marked, waits, or is still to be looked at again."""
    for count, sentence in (
        (sum(bool(row.mark) for row in rows), sentences.ROWS_MARKED),
        (sum(row.must_be_seen for row in rows), sentences.SAMPLE_UNCHECKED),
        (sum(row.is_waiting for row in rows), sentences.ROWS_WAITING),
    ):
        if count:
            raise Refused(sentence, count=count)


def _latest(rows: list[QuarterRow], report: Report) -> None:
    """Raises `Refused` where a later report has taken a report's place, `NotYours` where it is not of these rows."""
    row = next((row for row in rows if row.cell.duty.pk == report.duty_id), None)
    if row is None:
        raise NotYours
    if row.cell.report is None or row.cell.report.pk != report.pk:
        raise Refused(sentences.LATER_REPORT)


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


_ASKED: dict[AskKind, str] = {"feedback": "অর্ধবার্ষিক ফলাবর্তক: {}", "evaluation": "বার্ষিক মূল্যায়ন: {}"}


def _ask_superior(fresh: Paper) -> None:
    """Create what the office above owes the plan once it is filed for the first time: its word at half-time and on the year."""
    law, above = locks.law_of(fresh), min(reviewers(fresh))
    posts = Post.objects.open().filter(office=above).filter(Q(is_focal=True) | Q(is_head=True))
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
