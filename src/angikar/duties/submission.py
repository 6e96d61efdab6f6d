"""Answering: what one sending of an answer is, and what an answer runs into before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from angikar.duties.cycle import locks
from angikar.duties.models import OF_THE_CYCLE, OWED, Duty, DutyState, Report, ReportState
from angikar.history.refusal import Refused
from angikar.papers.models import Link
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
"""A sending that nobody gave a name."""


def sent_before(fresh: Duty, sending: Sending) -> Report | None:
    """The report that came in this sending before. Raises `Refused` where another came since the form was opened."""
    known = Report.objects.filter(duty=fresh, token=sending.token).first() if sending.token else None
    if known is None and fresh.state == DutyState.SUBMITTED and sending.version not in (None, fresh.version):
        told = Report.objects.filter(duty=fresh).exclude(state=ReportState.DRAFT).select_related("by").last()
        who = told.by.name if told else ""
        raise Refused(
            f"এর মধ্যে {who} প্রতিবেদন পাঠিয়েছেন; সেটি দেখে নিন, তারপরও নিজেরটি দিতে চাইলে আবার দাখিল করুন।",
            f"{who} has sent a report meanwhile; look at it, and submit again if yours is to take its place.",
        )
    return known


def refuse_closed(fresh: Duty, today: date) -> None:
    """Raises `Refused` where the duty takes no answer any more, or takes it elsewhere."""
    if fresh.kind in OF_THE_CYCLE:
        raise Refused("এর জবাব পরিকল্পনার বছরের পাতায় দিতে হয়।", "This is answered on the page of the plan's year.")
    if fresh.state not in (*OWED, DutyState.SUBMITTED) and not _is_reopened(fresh, today):
        raise Refused("এই করণীয় এখন আর খোলা নেই।", "This duty is no longer open.")
    if fresh.line is not None and Link.objects.filter(paper=fresh.paper_id, line=str(fresh.line.identity)).exists():
        raise Refused(
            "এই সূচকের নম্বর সংযুক্ত কর্মপরিকল্পনা থেকে আসে; এখানে লিখতে হয় না।",
            "The marks of this row come from the plan that is linked to it; nothing is to be written here.",
        )


def _is_reopened(fresh: Duty, today: date) -> bool:
    """Whether an accepted figure may be reported anew, because its quarter was opened for a while."""
    quarter = fresh.quarter if fresh.state == DutyState.ACCEPTED else None
    return quarter is not None and locks.stands(fresh.paper_id, quarter).is_reopened(today)


def refuse_empty(fresh: Duty, answer: Answer, today: date) -> None:
    """Raises `Refused` for an answer that says nothing, and for one that comes before its period has opened."""
    if fresh.opens is not None and today < fresh.opens:
        raise Refused("এই সময়কাল এখনো শুরু হয়নি।", "This period has not opened yet.")
    if answer.not_applicable and not answer.words.strip():
        raise Refused("কেন প্রযোজ্য নয় তা লিখুন।", "Write why it does not apply.")
    said = answer.value is not None or answer.words.strip() or answer.choice is not None or answer.fields
    if not answer.not_applicable and not said:
        raise Refused("খালি জবাব দাখিল করা যায় না; শূন্য হলে ০ লিখুন।", "An empty answer cannot be submitted; write 0 for zero.")
    if fresh.kind == "figure" and not answer.not_applicable and answer.value is None:
        raise Refused("এখানে একটি মান লিখতে হবে; শূন্য হলে ০ লিখুন।", "A figure is asked here; write 0 for zero.")
