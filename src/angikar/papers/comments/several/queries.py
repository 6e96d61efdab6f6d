"""Reading the drafts of the offices below: by state, one page at a time, each with who has it since when and how many of its threads are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from angikar.offices.keyset import Keyset, KeysetPage
from angikar.papers.comments.several.access import READ
from angikar.papers.doubts import still_open
from angikar.papers.models import Comment, Paper, Round

_LONGEST_FIRST = Keyset("argued", "changed_at", "pk")


@dataclass(frozen=True, slots=True)
class ArguedDraft:
    """A draft of an office below, with what one sees of it side by side: who has it how many days, its open doubts and threads. Of one that
    is in hand of its office no more than the days are known.
    """

    paper: Paper
    days: int
    doubts: int | None
    threads: int | None

    @property
    def is_read(self) -> bool:
        """Whether the draft itself is read by who sees it side by side with others."""
        return self.paper.state in READ


def states_of(drafts: QuerySet[Paper]) -> dict[str, int]:
    """How many drafts there are in each state."""
    return dict(drafts.order_by().values_list("state").annotate(count=Count("pk")))


def argued(drafts: QuerySet[Paper], asked: str, size: int, today: date) -> tuple[KeysetPage[Paper], list[ArguedDraft]]:
    """The page of drafts that an address asks for, those first that were longest left alone, and what is seen of each. Their number costs
    no query more.
    """
    page = _LONGEST_FIRST.page(drafts.only("changed_at"), asked, size)
    rows = {row.pk: row for row in _whole([row.pk for row in page.rows])}
    return page, [_argued(rows[row.pk], today) for row in page.rows]


def _whole(numbers: Sequence[int]) -> QuerySet[Any]:
    last = Round.objects.filter(paper=OuterRef("pk")).order_by("-number")
    since = last.annotate(since=Coalesce("ended_at", "sent_at")).values("since")[:1]
    open_ = Comment.objects.filter(paper=OuterRef("pk"), thread=None, settled_at=None).order_by()
    threads = open_.values("paper").annotate(count=Count("pk")).values("count")
    rows = Paper.objects.filter(pk__in=numbers).select_related("office__parent", "counterpart")
    return rows.annotate(since=Coalesce(Subquery(since), F("created_at")), open_threads=Subquery(threads))


def _argued(row: Any, today: date) -> ArguedDraft:
    read = row.state in READ
    return ArguedDraft(
        paper=row,
        days=_days(row.since, today),
        doubts=len(still_open(row.doubts)) if read else None,
        threads=(row.open_threads or 0) if read else None,
    )


def _days(since: datetime, today: date) -> int:
    return max(0, (today - timezone.localtime(since).date()).days)


def of_choice(drafts: QuerySet[Paper], *, year: str, state: str, level: str) -> QuerySet[Paper]:
    """Those of a year, in a state and of a level of offices, as far as they are asked for."""
    wanted = {"fiscal_year": year, "state": state, "office__kind": level}
    return drafts.filter(**{column: value for column, value in wanted.items() if value})


def years_of(drafts: QuerySet[Paper]) -> list[str]:
    """The fiscal years of some drafts, the latest first."""
    years = drafts.exclude(fiscal_year="").order_by("-fiscal_year").values_list("fiscal_year", flat=True)
    return list(years.distinct())
