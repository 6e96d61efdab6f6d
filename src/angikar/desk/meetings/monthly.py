"""The month's board of decisions that recur: who has met or sent, and who has not."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from angikar.desk.base import either, officer, page, signed_in, today
from angikar.meetings.register.access import shares_for
from angikar.meetings.register.monthly import after, boards, month_of
from angikar.standings.export import STATES


@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """One month; this one, where none is asked for."""
    day = today()
    month = _month(request.GET.get("month", ""), day)
    context = {
        "boards": boards(shares_for(officer(request), day), month, day),
        "month": month,
        "before": month_of(month - timedelta(days=1)),
        "after": after(month),
        "states": {name: either(*title) for name, title in STATES.items()},
        "day": day,
    }
    return page(request, "meetings/monthly", context)


def _month(month: str, day: date) -> date:
    """The first day of a month as an address names it (`2022-08`)."""
    try:
        return date.fromisoformat(f"{month}-01")
    except ValueError:
        return month_of(day)
