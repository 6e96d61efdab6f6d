"""Looking for a plan of an office by its kind and year."""

from __future__ import annotations

from django.db.models import QuerySet

from angikar.offices.models import Office
from angikar.papers.models import Paper
from angikar.papers.plans.forms import PlanForm


def plans_of(papers: QuerySet[Paper], office: Office, plan: PlanForm, year: str) -> QuerySet[Paper]:
    """Those of some papers that are an office's plan of that kind, subject and year, the newest first."""
    found = papers.filter(office=office, kind=plan.kind.name, fiscal_year=year).order_by("-pk")
    return found.filter(content__subject=plan.subject) if plan.subject else found
