"""Reading receipts: every addressee of an issued paper with its status, counted by district; and the addressees outside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from angikar.duties.models import Duty, DutyState, Report, ReportState
from angikar.offices import tree
from angikar.offices.models import Office, OfficeKind
from angikar.papers.models import Addressee, Outsider, Paper
from angikar.rules.schedule.reminding import is_overdue

Standing = Literal["acknowledged", "excused", "seen", "sent"]


@dataclass(frozen=True, slots=True)
class Home:
    """An office as the board needs it."""

    pk: int
    name: str
    path: str
    kind: str


@dataclass(slots=True)
class Receipt:
    """One post that a paper goes to. `asked` tells whether a receipt is wanted of it: where none is, it owes none. `late` is
    one that is wanted and has not come for long, or came too late.
    """

    post: int
    title: str
    home: Home
    role: str
    text: str
    seen_at: datetime | None
    duty: int | None = None
    asked: bool = False
    excused: bool = False
    at: datetime | None = None
    on: date | None = None
    by: str = ""
    late: bool = False

    @property
    def office(self) -> str:
        """The office of the post."""
        return self.home.name

    @property
    def standing(self) -> Standing:
        """How far it has come: read is not acknowledged."""
        if self.at is not None:
            return "acknowledged"
        if self.excused:
            return "excused"
        return "seen" if self.seen_at is not None else "sent"


@dataclass(slots=True)
class ReceiptArea:
    """The addressees in and below one district, or in one office that belongs to none; `office` is that district or office."""

    office: Home
    sent: int = 0
    seen: int = 0
    asked: int = 0
    acknowledged: int = 0
    late: int = 0
    receipts: list[Receipt] = field(default_factory=list)

    @property
    def missing(self) -> int:
        """How many receipts are wanted and have not come."""
        return self.asked - self.acknowledged

    def add(self, receipt: Receipt) -> None:
        """Count one addressee in; who has acknowledged without opening the paper has not seen it."""
        self.sent += 1
        self.seen += receipt.seen_at is not None
        self.asked += receipt.asked and not receipt.excused
        self.acknowledged += receipt.at is not None
        self.late += receipt.late and receipt.at is None
        self.receipts.append(receipt)


def receipts(paper: Paper, today: date) -> list[Receipt]:
    """Every post an issued paper names, for action before copies, in the order of the offices: four queries, however many."""
    duties = {
        post: (pk, state, due)
        for pk, post, state, due in Duty.objects.filter(paper=paper, kind="acknowledge")
        .exclude(state=DutyState.WITHDRAWN)
        .order_by("-pk")
        .values_list("pk", "post", "state", "due")
    }
    given = Report.objects.filter(duty__paper=paper, duty__kind="acknowledge", state=ReportState.ACCEPTED)
    acknowledged = {
        duty: (at, on, late, by)
        for duty, at, on, late, by in given.order_by().values_list("duty", "at", "on", "late", "by__name")
    }
    rows = Addressee.objects.filter(paper=paper, gone=None).order_by("post__office__path", "post__rank", "post", "role")
    office = ("post__office", "post__office__name", "post__office__path", "post__office__kind")
    columns = ("post", "role", "text", "seen_at", "post__title", *office)
    found: dict[int, Receipt] = {}
    for post, role, text, seen_at, title, *home in rows.values_list(*columns):
        duty, state, due = duties.get(post, (0, "", None))
        if post in found or not (text or duty):
            continue
        at, on, late, by = acknowledged.get(duty, (None, None, False, ""))
        open_ = duty != 0 and at is None and state != DutyState.EXCUSED
        found[post] = Receipt(
            post,
            title,
            Home(*home),
            role,
            text,
            seen_at,
            duty or None,
            duty != 0,
            state == DutyState.EXCUSED,
            at,
            on,
            by,
            late=bool(late) or (open_ and is_overdue(due, paper.issued_at, today)),
        )
    return list(found.values())


def by_area(found: Iterable[Receipt]) -> list[ReceiptArea]:
    """Receipts by the district their offices belong to, in the order of the offices; an office of no district is alone."""
    found = list(found)
    above = {path for each in found for path in tree.ancestors(each.home.path)}
    districts = Office.objects.filter(path__in=above, kind=OfficeKind.DISTRICT).values_list(
        "pk", "name", "path", "kind"
    )
    known = {home.path: home for home in (Home(*row) for row in districts)}
    areas: dict[str, ReceiptArea] = {}
    for each in found:
        around = (known[path] for path in tree.ancestors(each.home.path) if path in known)
        home = next(around, each.home)
        areas.setdefault(home.path, ReceiptArea(home)).add(each)
    return list(areas.values())


def outsiders_of(paper: Paper) -> list[Outsider]:
    """Who outside the offices gets the paper, in the order they were addressed; those taken off it too."""
    return list(Outsider.objects.filter(paper=paper).select_related("added_by"))
