"""Reading minutes: those that were issued before the body they name was formed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db.models import QuerySet

from angikar.papers.models import Paper, State
from angikar.rules.bangla.text import key
from angikar.rules.kinds import KINDS

KINDS_WITH_DECISIONS = [kind.name for kind in KINDS.values() if kind.records_decisions]
"""The kinds of papers whose decisions stand in the register."""


def without_body(office_id: int, name: str) -> list[Paper]:
    """The minutes in force of an office that name this body and are of no meeting yet, the oldest meeting first."""
    wanted = key(name, fold=True)
    loose = _loose([office_id]).values_list("pk", "content__body")
    named = [pk for pk, body in loose if wanted and key(str(body or ""), fold=True) == wanted]
    papers = Paper.objects.filter(pk__in=named).select_related("office")
    return sorted(papers, key=lambda paper: (str(paper.content.get("date") or ""), paper.pk))


def bodies_missing(offices: Iterable[int]) -> dict[str, int]:
    """The names that minutes of these offices give a body that is not formed yet, with how many minutes name it so."""
    names = _loose(offices).values_list("content__body", flat=True)
    return dict(Counter(str(name).strip() for name in names if str(name or "").strip()).most_common())


def _loose(offices: Iterable[int]) -> QuerySet[Paper]:
    return Paper.objects.filter(
        office__in=list(offices), kind__in=KINDS_WITH_DECISIONS, state=State.ISSUED, meeting=None
    ).order_by()
