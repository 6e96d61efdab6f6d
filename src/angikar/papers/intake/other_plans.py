"""The plans beside which one that comes in is read: last year's of its office, and what the offices beside it have issued for its year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import F

from angikar.offices.models import Office
from angikar.papers.links.queries import subject_of
from angikar.papers.models import FROZEN, Paper, State
from angikar.rules.content import Content
from angikar.rules.plan import Plan
from angikar.rules.plan_table.unlike.other_plans import unlike_last_year, unlike_sisters, year_before
from angikar.rules.reading import Doubt

_KEPT = (*FROZEN, State.SIGNED, State.REVIEW, State.DRAFT)
"""Papers that somebody has accepted: one that is still in intake may be misread itself."""
_FEW = 8
"""Papers of one kind and year that are looked through for the one about the same reform."""
_SISTERS = 4
"""So many plans of offices beside this one are enough to see what they share."""


def beside_others(kind: str, content: Content, office: Office) -> Iterator[Doubt]:
    """What a plan has unlike last year's of its office and unlike those of the offices beside it: two queries at most.

    Of another office only what has been issued is looked at, and nothing is quoted but a figure that several have in common.
    """
    year = content.fiscal_year if isinstance(content, Plan) else None
    earlier = year_before(year) if year else None
    if not isinstance(content, Plan) or earlier is None:
        return
    own = Paper.objects.filter(office=office, kind=kind, fiscal_year=earlier, state__in=_KEPT, is_template=False)
    newest = own.defer("doubts").order_by(F("issued_at").desc(nulls_last=True), "-pk")[:_FEW]
    for each in _alike(newest, content)[:1]:
        yield from unlike_last_year(content, each)
    if office.parent_id is not None:
        beside = Paper.objects.filter(office__parent=office.parent_id, kind=kind, fiscal_year=year, state=State.ISSUED)
        others = beside.exclude(office=office).defer("doubts").order_by("-issued_at", "-pk")[: _FEW * _SISTERS]
        yield from unlike_sisters(content, _alike(others, content)[:_SISTERS])


def _alike(papers: Iterable[Paper], content: Plan) -> list[Plan]:
    """The plans that serve the same reform, or none, as this one."""
    plans = (each.value() for each in papers)
    return [plan for plan in plans if isinstance(plan, Plan) and subject_of(plan) == subject_of(content)]
