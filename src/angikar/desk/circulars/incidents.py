"""Incidents of a circular: the list by district with their age."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from angikar.desk.base import officer, page, signed_in
from angikar.duties.incidents import access
from angikar.duties.incidents.queries import by_district
from angikar.duties.models import Incident
from angikar.history.refusal import NotYours
from angikar.offices.access import mandate
from angikar.papers.access import papers_for
from angikar.papers.models import FROZEN
from angikar.rules.kinds import WITH_DIRECTIVES


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The incidents of a circular that one may see, by district, the open ones with their age."""
    readable = papers_for(officer(request)).filter(kind__in=WITH_DIRECTIVES, state__in=FROZEN)
    paper = readable.defer("content", "doubts").filter(pk=pk).first()
    if paper is None:
        raise NotYours
    found = list(access.incidents_for(officer(request), paper))
    context = {
        "paper": paper,
        "districts": by_district(found),
        "open": sum(each.closed_at is None for each in found),
        "count": len(found),
        "age": age_of,
        "may_tell": access.reporting_post(mandate(officer(request)), paper) is not None,
    }
    return page(request, "circulars/incidents", context)


def age_of(incident: Incident) -> tuple[int, int]:
    """How many whole days and hours an incident has been open, or was."""
    age = incident.age(timezone.now())
    return age.days, age.seconds // 3600
