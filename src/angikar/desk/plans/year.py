"""The year of a plan: what falls due when and what was done, the half-year's feedback, the evaluation (which says first what it
will fix), its publication and its taking back.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import officer, page, sentence, signed_in, today
from angikar.duties.cycle import access
from angikar.duties.cycle.fixed import fixed_marks
from angikar.duties.cycle.queries import Year, quarters_left, year_of
from angikar.duties.cycle.year.actions import evaluate, give_feedback, publish_evaluation, take_back_evaluation
from angikar.duties.cycle.year.possible import refuse_evaluation
from angikar.duties.models import Line
from angikar.duties.queries import scorecard
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import mandate
from angikar.papers import access as papers
from angikar.papers.models import FROZEN, Paper, State
from angikar.papers.queries import successor_of
from angikar.rules.plan import IndicatorId


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The calendar of an issued plan; the office above gives feedback, evaluates and publishes here (`do`)."""
    paper = papers.paper(officer(request), pk)
    lines = list(Line.objects.filter(paper=paper))
    if paper.state not in FROZEN or not lines:
        raise NotYours
    trouble, asking = None, False
    year = year_of(paper)
    given = access.parts(mandate(officer(request)), paper) if paper.state == State.ISSUED else frozenset()
    if request.method == "POST":
        if "review" not in given:
            raise NotYours
        try:
            asking = _asks_first(request, paper)
            if not asking:
                _do(request, paper, year, lines)
                return redirect("desk:year", pk)
        except Refused as refused:
            trouble, asking = refused, False
    context = {
        "paper": paper,
        "successor": successor_of(paper),
        "year": year,
        "fixed": fixed_marks(year.evaluation) if year.evaluation else None,
        "lines": lines,
        "given": given,
        "day": today(),
        "typed": request.POST,
        "trouble": sentence(trouble) if trouble else "",
        **_to_fix(paper, year, "review" in given),
        "asking": asking,
        "feedback": _by_indicator(year.feedback.rows) if year.feedback else (),
        "titles": {line.identity: line for line in lines},
    }
    return page(request, "plans/year", context, status=422 if trouble else 200)


def _asks_first(request: HttpRequest, paper: Paper) -> bool:
    """Whether the year is to be fixed and what that means is shown first. Raises `Refused` where it cannot be fixed."""
    asks = request.POST.get("do") == "evaluate" and not request.POST.get("confirmed")
    if asks:
        refuse_evaluation(paper, by=officer(request), words=request.POST.get("words", ""), today=today())
    return asks


def _to_fix(paper: Paper, year: Year, may_review: bool) -> dict[str, object]:
    """What finalising would fix, for who may: the marks of today, the quarters that are still open, the rows without a
    report by quarter.
    """
    if not may_review or year.evaluation is not None:
        return {"card": None, "left": ()}
    return {"card": scorecard(paper, today()), "left": quarters_left(paper, today(), year.filings.values())}


def _by_indicator(words: Mapping[str, str]) -> list[tuple[IndicatorId, str]]:
    """What the feedback says of each indicator, as it is stored, in its order."""
    return [(IndicatorId.parse(name), text) for name, text in words.items()]


def _do(request: HttpRequest, paper: Paper, year: Year, lines: list[Line]) -> None:
    by, day, words, do = officer(request), today(), request.POST.get("words", ""), request.POST.get("do", "")
    if do == "feedback":
        rows = {line.identity: request.POST.get(f"row-{line.pk}", "") for line in lines}
        give_feedback(paper, by=by, words=words, today=day, rows=rows)
        messages.success(request, _("ফলাবর্তক দেওয়া হয়েছে।"))
    elif do == "evaluate":
        evaluate(paper, by=by, words=words, today=day, seen=request.POST.get("seen", ""))
        messages.success(request, _("বছরের মূল্যায়ন চূড়ান্ত হয়েছে।"))
    elif do == "take_back" and year.evaluation is not None:
        take_back_evaluation(year.evaluation, by=by, words=words, today=day)
        messages.success(request, _("মূল্যায়ন ফেরত নেওয়া হয়েছে; বছরটি আবার খোলা।"))
    elif do == "publish" and year.evaluation is not None:
        publish_evaluation(year.evaluation, by=by, today=day)
        messages.success(request, _("মূল্যায়ন প্রকাশ করা হয়েছে।"))
    else:
        raise NotYours
