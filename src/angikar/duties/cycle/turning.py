"""What the actions of a quarter share: the filing locked with the post that acts, and its rows turned into another state at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.db.models import F

from angikar.duties.cycle import sentences
from angikar.duties.cycle.access import superior_post
from angikar.duties.cycle.queries import QuarterRow
from angikar.duties.events import DutiesChanged, DutyChanged
from angikar.duties.models import Duty, DutyState, Filing, Report, ReportState
from angikar.duties.plausible import stored
from angikar.duties.states import FILING
from angikar.history.publishing import publish
from angikar.history.refusal import Refused
from angikar.offices.access import mandate
from angikar.offices.models import Officer, Post
from angikar.papers.access import reviewers
from angikar.papers.models import Paper
from angikar.rules.states import BEGINNING

Pairs = Sequence[tuple[Duty, Report]]


def held(paper: Paper) -> Paper:
    """The paper, locked and fresh, so that one action at a time changes its quarters."""
    return Paper.objects.select_for_update(of=("self",)).select_related("office").get(pk=paper.pk)


def reviewed(filing: Filing, by: Officer, today: date, verb: str) -> tuple[Filing, Post, str]:
    """The filing, locked and fresh with its paper, the post `by` acts as above it, and the state that the verb leads to.
    Raises `Refused` where the verb does not start in its state, `NotYours` for all but the office above.
    """
    held(filing.paper)
    fresh = Filing.objects.select_for_update(of=("self",)).select_related("paper__office").get(pk=filing.pk)
    post = superior_post(fresh.paper, by, today)
    return fresh, post, after(verb, fresh.state)


def after(verb: str, state: str = BEGINNING) -> str:
    """The state of a filing after a verb. Raises `Refused` where the verb does not start in this state."""
    to = FILING.next(verb, state)
    if to is None:
        raise Refused(sentences.FILING_IN_OTHER_STATE)
    return to


def refuse_own(paper: Paper, by: Officer, today: date) -> None:
    """Raises `Refused` for somebody of the office above who leads the office of the plan as well."""
    if paper.office_id in mandate(by, today).led and paper.office_id not in reviewers(paper):
        raise Refused(sentences.OWN_PLAN)


def move(fresh: Filing, state: str, by: Officer, today: date) -> None:
    """Bring a filing into a state, as the office above says."""
    fresh.state, fresh.reviewer, fresh.reviewed_on = state, by, today
    fresh.version += 1
    fresh.save()


def submit(typed: Sequence[QuarterRow], *, by: Officer, today: date) -> dict[str, int]:
    """Make the drafts of these rows reports; their numbers by duty. The history of the cell has who typed it, who files
    answers for it.
    """
    pairs = [(row.cell.duty, row.cell.draft) for row in typed if row.cell.draft]
    doubts = {row.cell.duty.pk: stored(row.typed_doubts) for row in typed}
    alike: dict[tuple[bool, str], list[Report]] = defaultdict(list)
    for duty, report in pairs:
        report.state, report.on, report.late, report.by = ReportState.SUBMITTED, today, duty.is_late(today), by
        report.doubts = doubts[duty.pk]
        alike[report.late, repr(report.doubts)].append(report)
    for (late, _), reports in alike.items():
        rows = Report.objects.filter(pk__in=[report.pk for report in reports])
        rows.update(state=ReportState.SUBMITTED, on=today, late=late, by=by, doubts=reports[0].doubts)
    turn(pairs, DutyState.SUBMITTED)
    return {str(duty.pk): report.pk for duty, report in pairs}


def judge(pairs: Pairs, state: str, by: Officer, today: date) -> None:
    """Give reports a state at once, as the office above says."""
    for _, report in pairs:
        report.state, report.reviewer, report.reviewed_on = state, by, today
        report.save()


def turn(pairs: Pairs, state: str) -> None:
    """Give duties a state at once, and announce them together, each with its report."""
    Duty.objects.filter(pk__in=[duty.pk for duty, _ in pairs]).update(state=state, version=F("version") + 1)
    changes = []
    for duty, report in pairs:
        was, duty.state, duty.version = duty.state, state, duty.version + 1
        changes.append(DutyChanged(duty, was, report))
    publish(DutiesChanged(changes))


def to_return(
    rows: Sequence[QuarterRow], duties: Collection[int] | None, *, only_marked: bool = False
) -> list[QuarterRow]:
    """The rows that are sent back together: those of these duties, or those that are marked, or every row that waits with
    those that are marked. Raises `Refused` for a duty without a report.
    """
    if duties is not None:
        back = [row for row in rows if row.cell.duty.pk in duties and row.is_reported]
        if len(back) != len(set(duties)):
            raise Refused(sentences.ROW_WITHOUT_REPORT)
        return back
    return [row for row in rows if row.mark or (row.is_waiting and not only_marked)]


def return_rows(back: Sequence[QuarterRow], words: Mapping[int, str], by: Officer, today: date) -> None:
    """Send the reports of rows back, each with the words for its duty."""
    pairs = [pair for row in back for pair in row.pairs]
    for duty, report in pairs:
        report.accepted_value, report.review_words = None, words[duty.pk]
    judge(pairs, ReportState.SENT_BACK, by, today)
    turn(pairs, DutyState.SENT_BACK)
