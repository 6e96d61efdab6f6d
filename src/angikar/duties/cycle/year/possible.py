"""Whether the year of a plan may be fixed on a day, and the sentence that says why not; the page asks here before it asks twice."""

from __future__ import annotations

from datetime import date

from angikar.duties.cycle import sentences
from angikar.duties.cycle.access import superior_post
from angikar.duties.cycle.queries import open_quarters
from angikar.duties.cycle.turning import refuse_own
from angikar.duties.models import Duty, DutyState, Evaluation
from angikar.history.refusal import Refused, need_words
from angikar.offices.models import Officer, Post
from angikar.papers.models import Paper
from angikar.rules.schedule.fiscal import FiscalYear


def refuse_evaluation(paper: Paper, *, by: Officer, words: str, today: date) -> Post:
    """The post as which `by` may fix the year of a plan. Raises what `evaluate` raises before it computes the marks."""
    post = superior_post(paper, by, today)
    need_words(words, sentences.WORDS_MISSING)
    refuse_own(paper, by, today)
    refuse_early(today, FiscalYear.parse(paper.fiscal_year).shifted(1).start)
    if Evaluation.objects.in_force().filter(paper=paper).exists():
        raise Refused(sentences.EVALUATED_ALREADY)
    waiting = Duty.objects.filter(paper=paper, line__isnull=False, state=DutyState.SUBMITTED).count()
    if waiting:
        raise Refused(sentences.REPORTS_WAITING, count=waiting)
    if left := open_quarters(paper, today):
        raise Refused(sentences.QUARTERS_OPEN, quarters=", ".join(str(quarter) for quarter in left))
    return post


def refuse_early(today: date, first: date) -> None:
    """Raises `Refused` before the first day."""
    if today < first:
        raise Refused(sentences.PERIOD_NOT_OVER, day=first.isoformat())
