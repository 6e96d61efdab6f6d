"""Looking for a plan of an office by its kind and year."""

from __future__ import annotations

from django.db.models import QuerySet

from angikar.offices.models import Office
from angikar.papers.models import Paper
from angikar.papers.plans.forms import PlanForm


def plans_of(papers: QuerySet[Paper], office: Office | None, plan: PlanForm, year: str) -> QuerySet[Paper]:
    """Those of some papers that are plans of that kind, subject and year, of one office or of all, the newest first."""
    found = papers.filter(kind=plan.kind.name, fiscal_year=year).order_by("-pk")
    found = found if office is None else found.filter(office=office)
    return found.filter(content__subject=plan.subject) if plan.subject else found
