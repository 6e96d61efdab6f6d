"""One duty: what is asked, what was answered before, what an answer would earn, and the forms to answer it or look it over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import clock, either, figure_in, in_bangla, officer, page, sentence, signed_in, today
from angikar.desk.duties.forms import shown as form_shown
from angikar.desk.duties.proofs import proven
from angikar.desk.versioned import true_until, versioned
from angikar.duties import access, queries
from angikar.duties.cells.explained import line_score
from angikar.duties.cycle import locks
from angikar.duties.models import Duty, DutyState, Filing
from angikar.duties.plausible import doubts_of
from angikar.duties.possible import has_link, possible
from angikar.history.models import Entry
from angikar.history.refusal import Conflict, Refused
from angikar.offices.access import mandate
from angikar.offices.prepared import NUMBERS, SMALL, Prepared
from angikar.rules.duty import figure
from angikar.rules.forms.answers import sent_again, text_of
from angikar.rules.forms.form import Filled
from angikar.rules.reading import Doubt
from angikar.rules.scoring.explain import explain
from angikar.rules.scoring.lines import ScoredLine

_BEFORE = 5  # so many earlier days of a duty that recurs are shown


@signed_in
@versioned
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The duty with all its answers."""
    duty = access.duty(officer(request), pk)
    true_until(request, (duty.due_at,))
    return screen(request, duty)


@signed_in
@require_GET
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """The marks that the figure being typed would earn, or what is wrong with it."""
    duty = access.duty(officer(request), pk, to="report")
    value = figure(duty.ask, request.GET.get("value", ""), today())
    if isinstance(value, Doubt):
        return page(request, "duties/mark", {"wrong": sentence(value), "doubts": ()}, status=422)
    nearby = queries.around(duty, today())
    here = next(cell for cell in nearby if cell.duty.pk == pk)
    doubts = [sentence(each) for each in doubts_of(duty, value)]
    return page(request, "duties/mark", {"wrong": "", "doubts": doubts, **_earning(here, nearby, value, today())})


def screen(
    request: HttpRequest, duty: Duty, trouble: Refused | Doubt | Filled | None = None, at: str = "value"
) -> HttpResponse:
    """The page of a duty; with the `trouble` an answer ran into (a refusal, a doubt, or the doubts of a whole form), what was
    typed is still in its place.

    `at` names the field that a doubt about a figure belongs to. 409 when somebody else wrote another value, 422 for
    anything else that is wrong.
    """
    day = today()
    held = mandate(officer(request), day)
    status = locks.quarter_status(duty.paper_id, duty.quarter) if duty.line_id and duty.quarter else None
    linked = duty.line is not None and has_link(duty.paper_id, duty.line)
    can = possible(duty, held, day, status=status, linked=linked)
    nearby = queries.around(duty, day)
    place = next(index for index, cell in enumerate(nearby) if cell.duty.pk == duty.pk)
    here = nearby[place]
    mine = here.draft if "report" in can.rights else None
    shown = mine.value if mine else None
    context = {
        "duty": duty,
        "day": day,
        "standing": duty.standing(day, clock()),
        "ask": duty.ask,
        "cells": nearby if duty.line else nearby[max(0, place - _BEFORE) : place + 1],
        "report": here.report,
        "draft": mine,
        **proven(duty, here.report, held, day),
        "history": _history(duty, "report" in can.rights),
        "may_answer": can.may("report") or can.may("acknowledge"),
        "closed": sentence(locks.refusal(shut)) if (shut := locks.closed_for(duty, day, status)) else "",
        "may_review": here.report is not None and can.may("accept"),
        "may_excuse": can.may("excuse"),
        "may_ask_again": can.may("ask_again"),
        "typed": request.POST,
        "trouble": sentence(trouble) if isinstance(trouble, Refused) else "",
        "wrongs": {at: sentence(trouble)} if isinstance(trouble, Doubt) else {},
        "wrong": "",
        "doubts": [sentence(each) for each in doubts_of(duty, shown)] if not isinstance(trouble, Doubt) else [],
        "reported_doubts": [each["bn" if in_bangla() else "en"] for each in here.report.doubts] if here.report else [],
        "figure": figure_in,
        "conflict": trouble if isinstance(trouble, Conflict) else None,
        "version": trouble.version if isinstance(trouble, Conflict) else duty.version,
        **_earning(here, nearby, shown, day, linked),
        **_small_form(request, nearby[: place + 1], trouble),
    }
    return page(request, "duties/duty", context, status=_status(trouble))


def _small_form(
    request: HttpRequest, cells: Sequence[queries.DutyCell], trouble: Refused | Doubt | Filled | None
) -> dict[str, object]:
    """What the duty's own form shows: what was typed, else what is to be mended of the report that was sent back, else, when
    asked for (`like=last`), last time's answer; nothing for a duty without a form.
    """
    here, form = cells[-1], cells[-1].duty.ask.form
    if form is None:
        return {"form": None, "answers": []}
    before = [cell.report for cell in cells[:-1] if cell.report is not None and cell.report.fields]
    sent: Mapping[str, str] = request.POST.dict()
    if not sent and here.report is not None and here.duty.state == DutyState.SENT_BACK:
        sent = sent_again(form, here.report.fields)
    elif not sent and form.again and before and request.GET.get("like") == "last":
        sent = sent_again(form, before[-1].fields)
    wrongs = trouble.wrongs() if isinstance(trouble, Filled) else {}
    reported = here.report.fields if here.report is not None else {}
    answers = [
        (each.label, text_of(each, reported[each.name], bangla=in_bangla()))
        for each in form.fields
        if each.name in reported
    ]
    return {
        **form_shown(form, sent, wrongs),
        "answers": answers,
        "before": before[-1] if before and form.again and not sent else None,
    }


def _status(trouble: Refused | Doubt | Filled | None) -> int:
    if trouble is None:
        return 200
    return 409 if isinstance(trouble, Conflict) else 422


def _history(duty: Duty, whole: bool) -> list[Entry]:
    """What happened, the latest first; drafts are for those alone who answer the duty."""
    filed = (duty.paper_id, duty.quarter) if duty.line_id and duty.quarter else (0, 0)
    return _DONE[whole](duty.pk, *filed)


def _done(duty: int, paper: int, quarter: int) -> QuerySet[Entry]:
    filings = Filing.objects.filter(paper=paper, quarter=quarter).order_by().values("pk")
    about = Q(kind=Duty._meta.label_lower, object_id=duty) | Q(kind=Filing._meta.label_lower, object_id__in=filings)
    return Entry.objects.filter(about).order_by("-pk")


_MARKS = (*NUMBERS[:2], SMALL[0])
_DONE = (
    Prepared(lambda *of: _done(*of).exclude(verb="duty.save_cell"), *_MARKS),
    Prepared(_done, *_MARKS),
)
"""Without the drafts, and with them."""


def _earning(
    here: queries.DutyCell, nearby: Sequence[queries.DutyCell], value: str | None, day: date, linked: bool | None = None
) -> dict[str, object]:
    """The line's score from what was reported, or with `value` in place of this cell's report, and how it is computed;
    empty for a duty without a line.
    """
    score = line_score(here, nearby, value, day, linked=linked)
    return {"score": score, "arithmetic": arithmetic(score) if score else ""}


def arithmetic(score: ScoredLine, *, accepted: bool = False) -> str:
    """How a mark came about, in the language of the page."""
    return either(*explain(score, accepted=accepted))
