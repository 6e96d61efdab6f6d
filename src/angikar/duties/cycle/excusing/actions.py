"""What the office above does with a quarter that does not come: it closes it without a filing and says why."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from angikar.duties import sentences as duty_sentences
from angikar.duties.cycle import locks, sentences
from angikar.duties.cycle.access import superior_post
from angikar.duties.cycle.queries import QuarterRow, rows_of
from angikar.duties.cycle.turning import held, refuse_own
from angikar.duties.events import FilingChanged
from angikar.duties.models import Filing
from angikar.duties.states import FILING
from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import Refused, need_words
from angikar.offices.models import Officer
from angikar.papers.models import Paper
from angikar.rules.states import BEGINNING


def excuse_quarter(paper: Paper, quarter: int, *, by: Officer, words: str, today: date) -> Filing:
    """Close a quarter (1-4) without a filing after its last day: rows without a report stay not reported, which is not
    zero. Its office may ask to have it opened for a while, as with any closed quarter.

    Raises `Refused` without words, before the last day is over, while a row waits to be looked over, for a quarter that was
    filed or is closed, and for somebody who leads the office of the plan as well; `NotYours` for all but the office above.
    """
    with transaction.atomic():
        fresh = held(paper)
        post = superior_post(fresh, by, today)
        need_words(words, duty_sentences.REASON_MISSING)
        refuse_own(fresh, by, today)
        found = Filing.objects.select_for_update().filter(paper=fresh, quarter=quarter).first()
        before = found.state if found else BEGINNING
        state = FILING.next("filing.excuse", before)
        if state is None or locks.closed(fresh, quarter, today) == "evaluated":
            raise Refused(sentences.QUARTER_IN_HAND)
        rows = rows_of(fresh, quarter, locked=True)
        _refuse_early(rows, today)
        filing = found or Filing(paper=fresh, quarter=quarter)
        filing.missing = [str(row.identity) for row in rows if row.is_unreported]
        filing.state, filing.reviewer, filing.reviewed_on, filing.review_words = state, by, today, words.strip()
        filing.version += 1 if found else 0
        filing.save()
        publish(FilingChanged(filing, before, by, today))
        now = {"state": state, "words": filing.review_words, "missing": filing.missing}
        record("filing.excuse", filing, by=by, post=post, was={"state": before}, now=now)
    return filing


def _refuse_early(rows: list[QuarterRow], today: date) -> None:
    """Raises `Refused` for a quarter in which nothing is asked, whose last day is not over, or in which a row waits."""
    if not rows:
        raise Refused(sentences.QUARTER_EMPTY)
    if any(row.cell.duty.due is None or row.cell.duty.due >= today for row in rows):
        raise Refused(sentences.QUARTER_NOT_OVERDUE)
    if waiting := sum(row.is_waiting for row in rows):
        raise Refused(sentences.ROWS_WAITING, count=waiting)
