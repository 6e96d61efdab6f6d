"""The quarter as a whole: what its office files, what the office above sees with it, and how a closed quarter is opened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import figure_in, officer, page, sentence, signed_in, today
from angikar.desk.plans import sentences
from angikar.duties.cycle import access, locks
from angikar.duties.cycle.actions import file as file_quarter
from angikar.duties.cycle.queries import QuarterRow, has_news, is_answered, reopenings_of, rows_of
from angikar.duties.cycle.reopening import actions as reopening
from angikar.duties.models import DutyState, Evidence, Filing, FilingState
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.papers import access as papers
from angikar.papers.models import Paper
from angikar.rules.bangla.dates import parse_date

QUARTERS = (1, 2, 3, 4)


@signed_in
@require_GET
def show(request: HttpRequest, pk: int, quarter: int) -> HttpResponse:
    """The filing of a quarter with its rows; what may be done there depends on who looks."""
    return screen(request, papers.paper(officer(request), pk), quarter)


@signed_in
@require_POST
def file(request: HttpRequest, pk: int, quarter: int) -> HttpResponse:
    """File the quarter: every draft becomes a report."""
    paper, words = _own(request, pk), request.POST.get("words", "")
    try:
        filed = file_quarter(paper, quarter, by=officer(request), today=today(), words=words)
    except Refused as refused:
        return screen(request, paper, quarter, refused)
    messages.success(request, _("ত্রৈমাসিকটি দাখিল হয়েছে।"))
    if filed.missing:
        messages.warning(request, _("যেগুলোর প্রতিবেদন নেই, সেগুলো শূন্য নয়; নিচে তালিকা আছে।"))
    return redirect("desk:filing", pk, quarter)


@signed_in
@require_POST
def reopen(request: HttpRequest, pk: int, quarter: int) -> HttpResponse:
    """Ask to open a closed quarter (`do` is `ask`), open it until a day (`grant`) or decline (`decline`)."""
    paper = papers.paper(officer(request), pk)
    if not access.parts(mandate(officer(request)), paper) & {"answer", "review"}:
        raise NotYours
    try:
        _reopen(request, paper, quarter)
    except Refused as refused:
        return screen(request, paper, quarter, refused)
    return redirect("desk:filing", pk, quarter)


def _reopen(request: HttpRequest, paper: Paper, quarter: int) -> None:
    words, by, do = request.POST.get("words", ""), officer(request), request.POST.get("do", "ask")
    if do == "ask":
        reopening.ask(paper, quarter, by=by, reason=words, today=today())
        messages.success(request, _("ঊর্ধ্বতন দপ্তরকে জানানো হয়েছে।"))
        return
    asked = next((each for each in reopenings_of(paper, quarter) if each.answered_on is None), None)
    if asked is None:
        raise NotYours
    reopening.answer(asked, by=by, until=_until(request, do), today=today(), words=words)
    messages.success(request, _("উত্তর রাখা হয়েছে।"))


def _until(request: HttpRequest, do: str) -> date | None:
    """The day a quarter is opened until; `None` where it is declined. Raises `Refused` when it cannot be read."""
    if do == "decline":
        return None
    day = parse_date(request.POST.get("until", ""))
    if day is None:
        raise Refused(sentences.LAST_DAY_UNREADABLE)
    return day


def screen(
    request: HttpRequest, paper: Paper, quarter: int, trouble: Refused | None = None, at: int = 0
) -> HttpResponse:
    """The page of a quarter; with the `trouble` of an action, what was typed is still in its place (`at` names the
    duty whose row it was).
    """
    day, found = today(), Filing.objects.filter(paper=paper, quarter=quarter)
    filing, given = (
        found.select_related("by", "post", "reviewer").first(),
        access.parts(mandate(officer(request), day), paper),
    )
    rows = rows_of(paper, quarter, filing=filing)
    if not rows or quarter not in QUARTERS:
        raise NotYours
    asked = reopenings_of(paper, quarter)
    closed = locks.closed(paper, quarter, day)
    unfiled = filing is None or filing.state == FilingState.SENT_BACK
    over = all(row.cell.duty.due is not None and row.cell.duty.due < day for row in rows)
    context = {
        "paper": paper,
        "quarter": quarter,
        "quarters": QUARTERS,
        "filing": filing,
        "rows": rows,
        "given": given,
        "day": day,
        "closed": sentence(locks.refusal(closed)) if closed else "",
        "reopenings": asked,
        "proofs": _proofs(rows),
        "ready": sum(row.is_typed for row in rows),
        "news": has_news(filing, rows),
        "answered": filing is not None and is_answered(filing, rows),
        "returned": sum(row.cell.duty.state == DutyState.SENT_BACK for row in rows),
        "marks": sum(bool(row.mark) for row in rows),
        "may_excuse": "review" in given and unfiled and over and closed != "evaluated",
        "plain": sum(row.is_plain for row in rows),
        "unreported": [row for row in rows if row.is_unreported and not (row.is_typed and "answer" in given)],
        "unexplained": [row for row in rows if row.is_unexplained],
        "waiting": sum(row.is_waiting for row in rows),
        "unchecked": sum(row.must_be_seen for row in rows),
        "due": max((row.cell.duty.due for row in rows if row.cell.duty.due), default=None),
        "trouble": sentence(trouble) if trouble else "",
        "at": at,
        "typed": request.POST,
        "figure": figure_in,
    }
    return page(request, "plans/filing", context, status=422 if trouble else 200)


def _proofs(rows: list[QuarterRow]) -> Mapping[int, list[Evidence]]:
    """The evidence of every row's report, by the report."""
    reports = [row.cell.report.pk for row in rows if row.cell.report]
    found: dict[int, list[Evidence]] = {}
    for each in Evidence.objects.filter(report__in=reports).select_related("file").order_by("pk"):
        found.setdefault(each.report_id, []).append(each)
    return found


def _own(request: HttpRequest, pk: int) -> Paper:
    """A plan of one's own office; other offices get 404."""
    paper = papers.paper(officer(request), pk)
    if paper.office_id not in mandate(officer(request)).office_ids:
        raise NotYours
    return paper


def onward(paper: Paper, quarter: int, after: int = 0) -> HttpResponse:
    """The page again, at the next row that waits after a duty's."""
    rows = rows_of(paper, quarter, filing=Filing.objects.filter(paper=paper, quarter=quarter).first())
    place = next((index for index, row in enumerate(rows) if row.cell.duty.pk == after), -1)
    left = [row for row in (*rows[place + 1 :], *rows[: place + 1]) if row.is_waiting]
    at = f"#row-{left[0].cell.duty.pk}" if left and after else ""
    return redirect(f"{reverse('desk:filing', args=[paper.pk, quarter])}{at}")
