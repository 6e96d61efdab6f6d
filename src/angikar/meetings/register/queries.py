"""Reading the register: what is open and how old it is, what holds some words, and the thread of one decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.db import connection
from django.db.models import Count, F, Q, QuerySet

from angikar.duties.models import Evidence, Report, ReportState
from angikar.meetings.models import IS_OPEN, Decision, Share
from angikar.meetings.register.index import around, newest_holding
from angikar.offices import tree
from angikar.offices.keyset import Keyset, KeysetPage
from angikar.offices.models import Body, Office
from angikar.rules.bangla.search import asked
from angikar.rules.duty_key import DutyKey

AGES = (30, 90, 180, 365)
"""The ages in days at which one bucket of the picture ends and the next begins."""
BUCKETS = tuple(zip((0, *AGES), (*AGES, None), strict=True))
"""From how many days to how many each bucket goes."""
_BY_DAY = Keyset("open decisions", "due", "pk", nullable=True)
_LAST_ENTERED = Keyset("decisions", "-decision_id", "office_path", "pk")
THREAD = 60
"""So many meetings of one thread are followed."""


@dataclass(frozen=True, slots=True)
class DecisionFilter:
    """What somebody looks for: words, a body, an office and those below it, a state (`open`, `late` or one of a share;
    empty for any), an age by its place in `AGES` (their number for the oldest), the calendar year of the meeting.
    """

    words: str = ""
    body: Body | None = None
    office: Office | None = None
    state: str = "open"
    age: int | None = None
    year: int | None = None

    @property
    def terms(self) -> tuple[str, ...]:
        """The words as they are searched."""
        return asked(self.words)


def found(shares: QuerySet[Share], wanted: DecisionFilter, day: date) -> QuerySet[Share]:
    """The shares that answer to what is wanted: what is open by its last day, the rest, and what holds
    the words, with the decision entered last first."""
    rows = chosen(shares, wanted, day)
    if wanted.terms:
        return newest_holding(rows, wanted.terms, connection.vendor)
    if wanted.state in ("open", "late"):
        return rows.order_by(F("due").asc(nulls_last=True), "pk")
    return rows.order_by("-decision_id", "office_path", "pk")


def chosen(shares: QuerySet[Share], wanted: DecisionFilter, day: date) -> QuerySet[Share]:
    """The shares that answer to all that is wanted but the words, in no order."""
    if wanted.office is not None:
        shares = shares.filter(**_below(wanted.office))
    if wanted.body is not None:
        shares = shares.filter(body=wanted.body)
    if wanted.year is not None:
        shares = shares.filter(
            decision__issued__gte=date(wanted.year, 1, 1), decision__issued__lt=date(wanted.year + 1, 1, 1)
        )
    if wanted.age is not None:
        shares = shares.filter(_aged(wanted.age, day))
    if wanted.state in ("open", "late"):
        shares = shares.filter(IS_OPEN, Q(due__lt=day) if wanted.state == "late" else Q())
    elif wanted.state:
        shares = shares.filter(state=wanted.state)
    return shares.order_by()


def _below(office: Office) -> dict[str, str]:
    return {"office_path__gte": office.path, "office_path__lt": tree.following(office.path)}


def _aged(age: int, day: date) -> Q:
    """The condition on the day a thread was first decided that puts it into a bucket."""
    younger = Q(since__gt=day - timedelta(days=AGES[age])) if age < len(AGES) else Q()
    older = Q(since__lte=day - timedelta(days=AGES[age - 1])) if age else Q()
    return younger & older


def whole(shares: QuerySet[Share]) -> QuerySet[Share]:
    """With all that a row of the list shows."""
    rows = shares.select_related("decision__body", "decision__paper", "office", "post", "duty")
    return rows.defer("decision__paper__content", "decision__paper__doubts", "decision__folded", "duty__asked")


def page_of(shares: QuerySet[Share], wanted: DecisionFilter, day: date, *, asked: str, size: int) -> KeysetPage[Share]:
    """The page of what is wanted that an address asks for, each row with all that it shows: they are chosen by their indexes
    before anything is joined.
    """
    rows = chosen(shares, wanted, day).only("decision_id", "office_path", "due")
    if wanted.terms or (wanted.state, wanted.age, wanted.year) == ("", None, None):
        page = _LAST_ENTERED.page(around(rows, wanted.terms, size), asked, size)
    else:
        page = (_BY_DAY if wanted.state in ("open", "late") else _LAST_ENTERED).page(rows, asked, size)
    found = {share.pk: share for share in whole(Share.objects.filter(pk__in=[row.pk for row in page.rows])).order_by()}
    return replace(page, rows=[found[row.pk] for row in page.rows if row.pk in found])


@dataclass(frozen=True, slots=True)
class Age:
    """One bucket of the picture: so many shares whose thread is at least `since` days old, how many of them late."""

    since: int
    until: int | None
    shares: int
    late: int


def ages(shares: QuerySet[Share], day: date) -> list[Age]:
    """How old what is open is, by the day its thread was first decided: one query."""
    late = Q(due__lt=day)
    counts = {
        f"{name}{age}": Count("pk", filter=_aged(age, day) & more)
        for age in range(len(AGES) + 1)
        for name, more in (("all", Q()), ("late", late))
    }
    counted = shares.filter(IS_OPEN).order_by().aggregate(**counts)
    return [Age(*edges, counted[f"all{age}"], counted[f"late{age}"]) for age, edges in enumerate(BUCKETS)]


def is_late(share: Share, day: date) -> bool:
    """Whether a share is open after its last day."""
    return share.settled_on is None and share.due is not None and share.due < day


@dataclass(frozen=True, slots=True)
class ShareReport:
    """What an office said of its share: its latest report that was submitted, and the files that prove it."""

    share: Share
    report: Report | None = None
    proofs: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadMeeting:
    """One meeting of a thread: the decision as it was taken then, and what each office said of it."""

    decision: Decision
    reports: list[ShareReport] = field(default_factory=list)


def thread(decision: Decision, shown: QuerySet[Share]) -> list[ThreadMeeting]:
    """The whole thread a decision belongs to, the first meeting first, with the shares that are shown: one query for each
    meeting but this, and three for all that was said.
    """
    rows = [decision]
    while (before := rows[0].continues) is not None and len(rows) < THREAD:
        rows.insert(0, before)
    while (after := Decision.objects.filter(continues=rows[-1]).first()) is not None and len(rows) < THREAD:
        rows.append(after)
    shares = whole(shown.filter(decision__in=rows)).order_by("office_path", "pk")
    by_decision: dict[int, list[ShareReport]] = defaultdict(list)
    for each in last_reports(shares):
        by_decision[each.share.decision_id].append(each)
    return [ThreadMeeting(row, by_decision[row.pk]) for row in rows]


def last_reports(shares: Iterable[Share]) -> list[ShareReport]:
    """What was last reported of each share, with its proofs: two queries. Where the decision recurs, of any of its days."""
    rows = list(shares)
    reports = _latest(rows)
    proofs: dict[int, list[Evidence]] = defaultdict(list)
    for each in Evidence.objects.filter(report__in=[one.pk for one in reports.values()]).select_related("file"):
        proofs[each.report_id].append(each)
    return [ShareReport(row, (last := reports.get(row.pk)), tuple(proofs[last.pk]) if last else ()) for row in rows]


def _latest(rows: Sequence[Share]) -> dict[int, Report]:
    """The latest submitted report of each share, by the share's number: of its duty, or of any day of one that recurs."""
    once = {row.duty_id: row.pk for row in rows if row.duty_id and not row.decision.recurs}
    often = {(row.decision.paper_id, row.post_id, row.decision.key): row.pk for row in rows if row.decision.recurs}
    asked_of = Q(duty__in=once.keys())
    if often:
        asked_of |= Q(
            duty__kind="decision", duty__paper__in={key[0] for key in often}, duty__post__in={key[1] for key in often}
        )
    submitted = (
        Report.objects.filter(asked_of).exclude(state=ReportState.DRAFT).select_related("duty", "by").order_by("pk")
    )
    found: dict[int, Report] = {}
    for each in submitted.defer("duty__asked", "duty__text"):
        place = DutyKey.parse(each.duty.key).place
        share = once.get(each.duty_id) or often.get((each.duty.paper_id, each.duty.post_id, place))
        if share is not None:
            found[share] = each
    return found


def years() -> list[int]:
    """The calendar years in which decisions were issued, the latest first."""
    days = Decision.objects.values_list("issued", flat=True)
    first, last = days.order_by("issued", "pk").first(), days.order_by("-issued", "-pk").first()
    return list(range(last.year, first.year - 1, -1)) if first and last else []
