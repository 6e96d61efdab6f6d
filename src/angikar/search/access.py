"""What an officer may see of what the index found: the access functions of the rooms are asked again for every row that is shown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from django.db.models import QuerySet

from angikar.duties.access import visible as visible_duties
from angikar.duties.models import Duty, Report
from angikar.history.refusal import NotYours
from angikar.meetings.access import ideas_for
from angikar.meetings.register.access import decisions_for
from angikar.offices.access import User, mandate, offices_for
from angikar.offices.models import Officer
from angikar.papers.access import papers_for
from angikar.search.models import Indexed, IndexedKind, SavedSearch


def visible(user: User, rows: Sequence[Indexed], day: date) -> list[Indexed]:
    """Those of some rows of the index that `user` may see, in their order."""
    by_kind: dict[str, set[int]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, set()).add(row.number)
    seen = {kind: _seen(user, kind, numbers, day) for kind, numbers in by_kind.items()}
    return [row for row in rows if row.number in seen[row.kind]]


def _seen(user: User, kind: str, numbers: Collection[int], day: date) -> set[int]:
    """The numbers among these of what `user` may see of one kind."""
    if kind in (IndexedKind.PAPER, IndexedKind.ASK):
        return set(papers_for(user, day).filter(pk__in=numbers).order_by().values_list("pk", flat=True)) | (
            _owed(user, numbers, day) if kind == IndexedKind.ASK else set()
        )
    if kind == IndexedKind.DECISION:
        return set(decisions_for(user, day).filter(pk__in=numbers).order_by().values_list("pk", flat=True))
    if kind == IndexedKind.IDEA:
        return set(ideas_for(user).filter(pk__in=numbers).order_by().values_list("pk", flat=True))
    if kind == IndexedKind.REPORT:
        duties = dict(Report.objects.filter(pk__in=numbers).values_list("pk", "duty"))
        seen = Duty.objects.filter(visible_duties(mandate(user, day)), pk__in=duties.values()).order_by()
        known = set(seen.values_list("pk", flat=True))
        return {report for report, duty in duties.items() if duty in known}
    return set(numbers) if offices_for(user).exists() else set()


def _owed(user: User, papers: Collection[int], day: date) -> set[int]:
    """The papers that ask something of one's own offices."""
    offices = mandate(user, day).office_ids
    return set(
        Duty.objects.filter(paper__in=papers, post__office__in=offices).order_by().values_list("paper", flat=True)
    )


def saved_by(user: User) -> QuerySet[SavedSearch]:
    """The searches that an officer keeps: his own alone."""
    return SavedSearch.objects.filter(officer=user) if isinstance(user, Officer) else SavedSearch.objects.none()


def saved(user: User, pk: int) -> SavedSearch:
    """A search that one keeps. Raises `NotYours`."""
    found = saved_by(user).filter(pk=pk).first()
    if found is None:
        raise NotYours
    return found


def reported(rows: Sequence[Indexed]) -> dict[int, int]:
    """The duty that each report among these rows answers."""
    numbers = [row.number for row in rows if row.kind == IndexedKind.REPORT]
    return dict(Report.objects.filter(pk__in=numbers).values_list("pk", "duty")) if numbers else {}


def own_duties(user: User, rows: Sequence[Indexed], day: date) -> dict[tuple[int, str], int]:
    """The duty of one's own posts by paper and sentence, of what is asked among these rows: the first by its day."""
    papers = {row.number for row in rows if row.kind == IndexedKind.ASK}
    if not papers:
        return {}
    held = mandate(user, day)
    mine = Duty.objects.filter(paper__in=papers, post__in=held.reports_for).order_by("-due", "-pk")
    return {(paper, text): pk for paper, text, pk in mine.values_list("paper", "text", "pk")}
