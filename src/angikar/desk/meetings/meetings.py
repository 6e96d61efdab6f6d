"""Meetings: those of the bodies one sits in and of one's offices, the next first; and the bodies, each with its own page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import officer, page, signed_in, today
from angikar.meetings.access import bodies_for, meetings_for
from angikar.meetings.minutes.queries import bodies_missing
from angikar.meetings.queries import coming, past
from angikar.offices.access import mandate
from angikar.offices.bodies.queries import counted
from angikar.offices.keyset import Keyset

_ON_A_PAGE = 20
_NEXT = 30
_ORDER = Keyset("meetings", "-on", "-pk", nullable=True)


@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The list: coming meetings, past meetings page by page, and the bodies."""
    mine = meetings_for(officer(request))
    context = {
        "coming": coming(mine)[:_NEXT],
        "past": _ORDER.page(past(mine), request.GET.get("page", ""), _ON_A_PAGE),
        "bodies": counted(bodies_for(officer(request)).filter(until=None), today()),
        "missing": bodies_missing(mandate(officer(request)).led),
        "day": today(),
    }
    return page(request, "meetings/meetings", context)
