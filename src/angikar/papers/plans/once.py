"""That an office has one plan of a kind, subject and year."""

from __future__ import annotations

from angikar.history.refusal import Refused
from angikar.offices.models import Office
from angikar.papers import sentences
from angikar.papers.models import Paper, State
from angikar.papers.plans.forms import PlanForm
from angikar.papers.plans.queries import plans_of

_BEGUN = (State.DRAFT, State.REVIEW, State.SIGNED)


def refuse_second(office: Office, plan: PlanForm, year: str, *, template: bool = False) -> None:
    """An office has one plan of a kind, subject and year, and one template. Its row is locked while it is looked, so that of several who
    begin one at the same moment the first alone does. Raises `Refused` where there is one.
    """
    Office.objects.select_for_update(no_key=True).get(pk=office.pk)
    same = plans_of(Paper.objects.filter(is_template=template), office, plan, year)
    if same.filter(state=State.ISSUED).exists():
        raise Refused(sentences.PLAN_ISSUED, year=year, plan=(plan.title, plan.title_en))
    if same.filter(state__in=_BEGUN).exists():
        raise Refused(sentences.PLAN_BEGUN, year=year, plan=(plan.title, plan.title_en))
