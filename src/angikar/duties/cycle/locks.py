"""Locks: whether a quarter of a plan still takes reports on a day, and the sentence that says why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Subquery

from angikar.duties.models import Duty, Evaluation, Filing, FilingState, Reopening
from angikar.history.refusal import Refused
from angikar.papers.models import Paper
from angikar.rules.frameworks import for_paper, framework
from angikar.rules.frameworks.framework import Framework
from angikar.rules.schedule import cycle
from angikar.rules.schedule.cycle import Closed

_CLOSED: dict[Closed, tuple[str, str]] = {
    "accepted": (
        "এই ত্রৈমাসিক গৃহীত হয়ে বন্ধ হয়েছে। আবার জানাতে হলে ঊর্ধ্বতন দপ্তরকে সাময়িকভাবে খুলে দিতে বলুন।",
        "This quarter was accepted and is closed. To report again, ask the office above to open it for a while.",
    ),
    "calendar": (
        "পঞ্জিকা অনুযায়ী এই ত্রৈমাসিকের প্রতিবেদন নেওয়া বন্ধ হয়েছে। জানাতে হলে ঊর্ধ্বতন দপ্তরকে সাময়িকভাবে খুলে দিতে বলুন।",
        "By the calendar this quarter takes no more reports. To report, ask the office above to open it for a while.",
    ),
    "evaluated": (
        "বছরের মূল্যায়ন চূড়ান্ত হয়েছে; এই পরিকল্পনায় আর কিছু বদলায় না।",
        "The year has been evaluated; nothing of this plan changes any more.",
    ),
}


def law_of(paper: Paper) -> Framework | None:
    """The framework of a plan, by the name it carries or by its kind and year; its content is not opened."""
    if paper.framework:
        return framework(paper.framework)
    return for_paper(paper.kind, paper.fiscal_year)


@dataclass(frozen=True, slots=True)
class Stands:
    """How a quarter stands: what has become of its filing (`None` where it was not filed), the last day until which it
    was ever opened again, and whether the year is evaluated.
    """

    state: str | None
    until: date | None
    evaluated: bool

    def is_reopened(self, today: date) -> bool:
        """Whether the closed quarter is open for a while on a day."""
        return self.until is not None and today <= self.until and not self.evaluated


def stands(paper: int, quarter: int) -> Stands:
    """How a quarter of the paper of that number stands: one query."""
    filed = Filing.objects.filter(paper=OuterRef("pk"), quarter=quarter)
    granted = Reopening.objects.filter(paper=OuterRef("pk"), quarter=quarter, until__isnull=False)
    found = Paper.objects.filter(pk=paper).values_list(
        Subquery(filed.values("state")[:1]),
        Subquery(granted.order_by("-until").values("until")[:1]),
        Exists(Evaluation.objects.filter(paper=OuterRef("pk"))),
    )
    return Stands(*found.get())


def closed(paper: Paper, quarter: int, today: date, known: Stands | None = None) -> Closed | None:
    """Why a quarter of a plan takes no more reports on a day, `None` while it does; one query where it is not `known` how
    it stands.
    """
    law, now = law_of(paper), known or stands(paper.pk, quarter)
    return cycle.closed(
        today,
        accepted=now.until is not None or now.state == FilingState.ACCEPTED,
        evaluated=now.evaluated,
        last=law.last_day(paper.fiscal_year, quarter) if law and paper.fiscal_year else None,
        reopened=now.until,
    )


def refusal(why: Closed) -> Refused:
    """What is said where a quarter is closed."""
    return Refused(*_CLOSED[why])


def kept_refusal(why: Closed) -> Refused:
    """The same, where what was typed has been kept as a draft."""
    bangla, english = _CLOSED[why]
    return Refused(f"{bangla} যা লিখেছেন, তা খসড়া হিসেবে রাখা আছে।", f"{english} What you wrote is kept as a draft.")


def closed_for(duty: Duty, today: date) -> Closed | None:
    """Why the quarter of a figure is closed; nothing closes what is asked besides."""
    if duty.line_id is None or duty.quarter is None:
        return None
    return closed(duty.paper, duty.quarter, today)


def refuse_evaluated(duty: Duty) -> None:
    """Raises `Refused` once the year is evaluated: then no figure is accepted, sent back or excused any more."""
    if duty.line_id is not None and Evaluation.objects.filter(paper=duty.paper_id).exists():
        raise refusal("evaluated")
