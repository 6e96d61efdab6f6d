"""What everybody may read: the evaluations that were published, with their plans. Nothing else of a plan is public."""

from __future__ import annotations

from django.db.models import QuerySet

from angikar.duties.models import Evaluation
from angikar.history.refusal import NotYours
from angikar.papers.models import State


def published(*, year: str = "", office: int | None = None) -> QuerySet[Evaluation]:
    """The published evaluations, of one fiscal year or one office where that is asked, the newest year first."""
    found = Evaluation.objects.in_force().filter(published_on__isnull=False, paper__state=State.ISSUED)
    if year:
        found = found.filter(paper__fiscal_year=year)
    if office is not None:
        found = found.filter(paper__office=office)
    whole = found.select_related("paper__office").defer("card", "paper__content", "paper__doubts")
    return whole.order_by("-paper__fiscal_year", "paper__office_path", "paper__kind", "pk")


def evaluation(paper: int) -> Evaluation:
    """The published evaluation of a plan, with the plan; `NotYours` for what is not public, whether or not it exists."""
    found = published().filter(paper=paper).defer(None).first()
    if found is None:
        raise NotYours
    return found


def years() -> list[str]:
    """The fiscal years of which something is public, the newest first."""
    return sorted(set(published().order_by().values_list("paper__fiscal_year", flat=True)), reverse=True)
