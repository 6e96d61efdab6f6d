"""The rows that the replay of the register goes by: decisions, their shares and duties, the papers and the answers, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from angikar.duties.models import Duty, DutyState, Report, ReportState
from angikar.history.models import Entry
from angikar.meetings.minutes.queries import KINDS_WITH_DECISIONS
from angikar.meetings.models import Decision, Share, ShareState
from angikar.meetings.register.receivers import SAID, place_of
from angikar.papers.models import Paper

Place = tuple[int, str, int]
"""Where a share lies: the minutes, the place of the decision in them, the post."""


class KnownDecisions:
    """The register as it is stored; rows that lead nowhere are not in it."""

    def __init__(self) -> None:
        self.papers = {
            paper.pk: paper for paper in Paper.objects.filter(kind__in=KINDS_WITH_DECISIONS).defer("content")
        }
        self.after = {paper.supersedes_id: paper.pk for paper in self.papers.values() if paper.issued_at}
        stored = Decision.objects.defer("text", "folded", "title")
        self.decisions = {row.pk: row for row in stored if row.paper_id in self.papers}
        self.of_paper: dict[int, list[int]] = defaultdict(list)
        for row in self.decisions.values():
            self.of_paper[row.paper_id].append(row.pk)
        self.shares = {share.pk: share for share in Share.objects.all() if share.decision_id in self.decisions}
        self.of_decision: dict[int, list[int]] = defaultdict(list)
        for share in self.shares.values():
            self.of_decision[share.decision_id].append(share.pk)
        self.duties = {duty.pk: duty for duty in Duty.objects.filter(kind="decision").defer("asked", "text")}
        self.asked: dict[Place, list[int]] = defaultdict(list)
        for duty in self.duties.values():
            self.asked[self.place(duty)].append(duty.pk)
        self.at = {self._lies(share): share.pk for share in self.shares.values()}
        self.reports = {report.pk: report for report in Report.objects.filter(duty__kind="decision")}
        self.reports_of: dict[int, list[Report]] = defaultdict(list)
        for report in self.reports.values():
            self.reports_of[report.duty_id].append(report)

    def _lies(self, share: Share) -> Place:
        decision = self.decisions[share.decision_id]
        return decision.paper_id, decision.key, share.post_id

    @staticmethod
    def place(duty: Duty) -> Place:
        """Where a duty belongs."""
        return duty.paper_id, place_of(duty.key), duty.post_id

    def share_of(self, duty: int) -> Share | None:
        """The share that a duty answers."""
        return self.shares.get(self.at.get(self.place(self.duties[duty]), 0))

    def later(self, paper: int) -> Iterator[int]:
        """The minutes that took the place of some, and of those, one after another."""
        following = self.after.get(paper)
        while following is not None:
            yield following
            following = self.after.get(following)

    def is_replacing(self, decision: int) -> bool:
        """Whether a decision stands in minutes that replaced others."""
        return self.papers[self.decisions[decision].paper_id].supersedes_id is not None

    def answers(self, share: Share) -> list[tuple[str, str]]:
        """What was answered to a share's duty and accepted, as a state of the register, with its words."""
        return [
            (SAID[each.choice], each.words)
            for each in self.reports_of[share.duty_id or 0]
            if each.state == ReportState.ACCEPTED and each.choice in SAID
        ]

    def over_at_first(self) -> frozenset[int]:
        """The duties that were over long before their minutes were entered: excused without an entry, or asked again first."""
        first: dict[int, str] = {}
        entries = Entry.objects.filter(verb__in=("duty.excuse", "duty.ask_again"))
        for duty, verb in entries.order_by("-pk").values_list("object_id", "verb"):
            first[duty] = verb
        return frozenset(
            pk
            for pk, duty in self.duties.items()
            if (duty.state == DutyState.EXCUSED and pk not in first) or first.get(pk) == "duty.ask_again"
        )

    def first_threads(self) -> dict[int, int | None]:
        """The decision that each took up when it was entered, before somebody said another."""
        threads = {pk: row.continues_id for pk, row in self.decisions.items()}
        said = Entry.objects.filter(verb="decision.link").order_by("-pk").values_list("object_id", "was")
        return threads | {pk: was for pk, was in said if pk in threads}

    def wrong_columns(self, share: Share) -> Iterator[str]:
        """The columns of a share that are not as its decision and its duty say. What minutes that replace others ask no more keeps what it had."""
        decision, duty = self.decisions[share.decision_id], self.duties.get(share.duty_id or 0)
        if share.decided_path != decision.office_path:
            yield "decided_path"
        if share.state == ShareState.WITHDRAWN and self.is_replacing(decision.pk):
            return
        if duty is None or self.place(duty) != (decision.paper_id, decision.key, share.post_id):
            yield "duty"
            return
        expected: dict[str, int | bool | date | None] = {
            "body_id": decision.body_id,
            "since": decision.since,
            "named": duty.named,
            "due": duty.due,
        }
        yield from (column for column, value in expected.items() if getattr(share, column) != value)
