"""Series: how often a body meets, its meetings before and behind today, and what its members want on the agenda."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, day_of, number, officer, page, refusal, signed_in, today
from angikar.desk.meetings import sentences
from angikar.desk.meetings.hours import frame_of, hour_of
from angikar.history.refusal import NotYours, Refused
from angikar.meetings import access
from angikar.meetings.agenda import actions as agenda
from angikar.meetings.convening import actions
from angikar.meetings.models import ProposalState, Series
from angikar.meetings.queries import coming, past
from angikar.offices.access import mandate
from angikar.offices.bodies.queries import sittings
from angikar.offices.models import Body
from angikar.rules.bangla.digits import to_latin
from angikar.rules.schedule.parsing import parse_rule
from angikar.rules.schedule.rule import Rule, ScheduleError
from angikar.rules.schedule.wording import describe, describe_en

_SHOWN = 40
_MOST_DAYS = 90
"""Days before a meeting or after it for which a series may set a limit."""


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The meetings of a body and how they recur."""
    return _screen(request, access.body(officer(request), pk))


@signed_in
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what `do` says: `begin` or `end` a series, `plan` a meeting of its own, `propose` a subject, `take` or `refuse` one."""
    do, by = request.POST.get("do", ""), officer(request)
    body = access.body(by, pk, "propose" if do == "propose" else "write")
    verbs: dict[str, Callable[[], object]] = {
        "begin": lambda: _begin(request, body),
        "end": lambda: actions.end(_series(request, body), day=day_of(request.POST.get("day", "")), by=by),
        "plan": lambda: actions.plan(body, request.POST.get("title", ""), frame_of(request.POST), by=by),
        "propose": lambda: _propose(request, body),
        "take": lambda: _answer(request, body, take=True),
        "refuse": lambda: _answer(request, body, take=False),
    }
    if do not in verbs:
        raise NotYours
    if attempt(request, verbs[do], _("লেখা হয়েছে।")):
        return redirect("desk:series", pk)
    return _screen(request, body, status=422)


def _begin(request: HttpRequest, body: Body) -> None:
    sent = request.POST
    try:
        rule = parse_rule(sent.get("rule", ""))
    except ScheduleError as wrong:
        raise refusal(wrong) from wrong
    terms = actions.Terms(
        sent.get("title", ""),
        rule,
        day_of(sent.get("since", "")),
        minutes_within=_days(sent.get("minutes_within", ""), 7),
        notice_days=_days(sent.get("notice_days", ""), 3),
        time=hour_of(sent.get("time", "")),
        place=sent.get("place", ""),
        standing=tuple(line.strip() for line in sent.get("standing", "").splitlines() if line.strip()),
    )
    actions.begin(body, terms, by=officer(request), day=today())


def _days(typed: str, usual: int) -> int:
    """A number of days as typed, the usual one for an empty text. Raises `Refused` for any other text."""
    text = to_latin(typed).strip()
    if not text:
        return usual
    if not (text.isascii() and text.isdecimal() and int(text) <= _MOST_DAYS):
        raise Refused(sentences.DAYS_UNREADABLE, text=typed, most=_MOST_DAYS)
    return int(text)


def _series(request: HttpRequest, body: Body) -> Series:
    found = access.series(officer(request), number(request.POST, "series"))
    if found.body_id != body.pk:
        raise NotYours
    return found


def _propose(request: HttpRequest, body: Body) -> None:
    seat = access.sits_in(mandate(officer(request)), body)
    if seat is None or seat.post is None:
        raise NotYours
    sent = request.POST
    agenda.propose(
        body, sent.get("subject", ""), sent.get("text", ""), post=seat.post, day=today(), by=officer(request)
    )


def _answer(request: HttpRequest, body: Body, *, take: bool) -> None:
    found = access.proposal(officer(request), number(request.POST, "proposal"))
    if found.body_id != body.pk:
        raise NotYours
    agenda.answer(found, take=take, words=request.POST.get("answer", ""), by=officer(request))


def _screen(request: HttpRequest, body: Body, *, status: int = 200) -> HttpResponse:
    held = mandate(officer(request))
    meetings = body.meetings.select_related("body__office", "series")
    rhythms = [
        (each, describe(rule), describe_en(rule))
        for each in body.series.filter(until=None)
        for rule in [Rule.model_validate(each.rule)]
    ]
    context = {
        "body": body,
        "rhythms": rhythms,
        "coming": coming(meetings)[:_SHOWN],
        "past": past(meetings)[:_SHOWN],
        "proposals": body.proposals.select_related("post__office")[:_SHOWN],
        "waiting": ProposalState.WAITING,
        "may_write": access.may_write(held, body) and body.until is None,
        "seated": access.sits_in(held, body) is not None,
        "sittings": sittings(body, today()),
        "typed": request.POST,
        "day": today(),
    }
    return page(request, "meetings/series", context, status=status)
