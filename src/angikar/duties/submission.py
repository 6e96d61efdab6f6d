"""Submitting: one sending of an answer, what an answer lacks before it is written, and what cannot be accepted in silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from angikar.duties import sentences
from angikar.duties.models import Duty, DutyState, Evidence, Report, ReportState
from angikar.duties.plausible import doubts_of
from angikar.duties.proofs import promised
from angikar.history.refusal import Refused, need_words
from angikar.rules.duty import Answer


@dataclass(frozen=True, slots=True)
class Sending:
    """One sending of a form: its `token`, and the duty's `version` as the person saw it; empty and `None` where neither
    is known. `at` is the time in Dhaka, for what is due by an hour.
    """

    token: str = ""
    version: int | None = None
    at: time | None = None


UNNAMED = Sending()
"""A sending without a token."""


def sent_before(fresh: Duty, sending: Sending) -> Report | None:
    """The report that came in this sending before. Raises `Refused` where another came since the form was opened."""
    known = Report.objects.filter(duty=fresh, token=sending.token).first() if sending.token else None
    if known is None and fresh.state == DutyState.SUBMITTED and sending.version not in (None, fresh.version):
        last = Report.objects.filter(duty=fresh).exclude(state=ReportState.DRAFT).select_related("by").last()
        raise Refused(sentences.REPORTED_MEANWHILE, who=last.by.name if last else "")
    return known


def refuse_empty(fresh: Duty, answer: Answer) -> None:
    """Raises `Refused` for an answer without any content, and for a figure that is missing."""
    if answer.not_applicable:
        need_words(answer.words, sentences.REASON_NOT_APPLICABLE)
        return
    if answer.value is None and not answer.words.strip() and answer.choice is None and not answer.fields:
        raise Refused(sentences.ANSWER_EMPTY)
    if fresh.kind == "figure" and answer.value is None:
        raise Refused(sentences.FIGURE_MISSING)


def refuse_silent(fresh: Duty, report: Report, value: str | None) -> None:
    """Raises `Refused` for what a reviewer accepts only with words: another value than the one claimed, a figure that breaks a
    law of value, and one without the evidence that the plan promises for its row.
    """
    if value not in (None, report.value):
        raise Refused(sentences.REASON_OTHER_VALUE)
    if report.not_applicable or report.value is None:
        return
    doubt = next(iter(doubts_of(fresh, report.value)), None)
    if doubt is not None:
        raise Refused(sentences.REASON_DOUBTFUL_VALUE, why=(doubt.message, doubt.message_en))
    if not Evidence.objects.filter(report=report).exists() and (promise := promised(fresh)) and promise.documents:
        raise Refused(sentences.REASON_NO_EVIDENCE, documents="; ".join(promise.documents))
