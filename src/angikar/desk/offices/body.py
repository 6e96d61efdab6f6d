"""One committee or team: its tasks, who sits in it and how to reach them; seats are given, changed and ended here."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, day_of, number, officer, page, signed_in, today
from angikar.desk.offices import sentences
from angikar.desk.offices.bodies import seats_of
from angikar.history.refusal import NotYours, Refused
from angikar.offices.bodies import access, actions
from angikar.offices.bodies.queries import sittings
from angikar.offices.models import Body, Member, Role


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The body as it is today, and who sat in it before."""
    return _screen(request, access.body(officer(request), pk))


@signed_in
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what `do` says: `seat` somebody, make a member `chair`, `secretary` or plain `member`, let one `leave`, or
    `dissolve` the body.
    """
    body, by, do = access.body(officer(request), pk, "manage"), officer(request), request.POST.get("do", "")
    verbs: dict[str, Callable[[], object]] = {
        "seat": lambda: _seat(request, body),
        "leave": lambda: actions.leave(_member(request, body), day=day_of(request.POST.get("day", "")), by=by),
        "dissolve": lambda: actions.dissolve(body, day=day_of(request.POST.get("day", "")), by=by),
        **{role: lambda role=role: actions.give_role(_member(request, body), role, by=by) for role in Role.values},  # type: ignore[misc]
    }
    if do not in verbs:
        raise NotYours
    if attempt(request, verbs[do], _("লেখা হয়েছে।")):
        return redirect("desk:body", pk)
    return _screen(request, body, status=422)


def _seat(request: HttpRequest, body: Body) -> None:
    found = seats_of(request.POST.get("who", ""), Role.MEMBER, body.office)
    if not found:
        raise Refused(sentences.MEMBER_NOT_NAMED)
    day = day_of(request.POST.get("day", ""))
    for each in found:
        actions.seat(body, each, day=day, by=officer(request))


def _member(request: HttpRequest, body: Body) -> Member:
    found = Member.objects.filter(body=body, pk=number(request.POST, "member")).first()
    if found is None:
        raise NotYours
    return found


def _screen(request: HttpRequest, body: Body, *, status: int = 200) -> HttpResponse:
    day = today()
    context = {
        "body": body,
        "sittings": sittings(body, day),
        "former": Member.objects.filter(body=body, until__lte=day).select_related("post__office"),
        "reaches": access.may_reach(officer(request), body),
        "may_change": access.may_change(officer(request), body) and body.until is None,
        "roles": Role,
        "typed": request.POST,
        "day": day,
    }
    return page(request, "offices/body", context, status=status)
