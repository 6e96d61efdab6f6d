"""Meetings: those of the bodies one sits in and of one's offices, the next first; and the bodies, each with its own page."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import number, officer, page, signed_in, today
from angikar.meetings.access import bodies_for, meetings_for
from angikar.meetings.minutes.queries import bodies_missing
from angikar.meetings.queries import coming, past
from angikar.offices.access import mandate
from angikar.offices.bodies.queries import counted

_ON_A_PAGE = 20
_NEXT = 30


@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The list: coming meetings, past meetings page by page, and the bodies."""
    mine = meetings_for(officer(request))
    context = {
        "coming": coming(mine)[:_NEXT],
        "past": Paginator(past(mine), _ON_A_PAGE).get_page(number(request.GET, "page") or 1),
        "bodies": counted(bodies_for(officer(request)).filter(until=None), today()),
        "missing": bodies_missing(mandate(officer(request)).led),
        "day": today(),
    }
    return page(request, "meetings/meetings", context)
