"""Missing reports of a circular: which post owes how many since when, by district and by age."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from angikar.duties.models import OWED, Duty
from angikar.offices.models import Post
from angikar.papers.models import Paper
from angikar.standings.circulars.queries import AsOf
from angikar.standings.districts import PlacedOffice, districts

AGES = ((0, 1), (2, 3), (4, 7), (8, None))
"""The buckets of age in days, the first and the last day of each; the last is open."""


@dataclass(frozen=True, slots=True)
class Owing:
    """What one post owes: how many reports, since when, and how many of them in each bucket of `AGES`."""

    post: Post
    count: int
    since: date
    ages: tuple[int, ...]


@dataclass(slots=True)
class DistrictMissing:
    """A district and its posts that owe a report, the oldest first."""

    office: PlacedOffice
    owing: list[Owing] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many reports are missing."""
        return sum(each.count for each in self.owing)

    @property
    def since(self) -> date:
        """The day the oldest of them was due."""
        return min(each.since for each in self.owing)

    @property
    def ages(self) -> tuple[int, ...]:
        """How many of them in each bucket."""
        return tuple(map(sum, zip(*(each.ages for each in self.owing), strict=True)))


def owed(paper: Paper, at: AsOf) -> QuerySet[Duty]:
    """The duties of a circular without a report whose day, or hour, is over."""
    over = Q(due__lt=at.day)
    if at.clock is not None:
        over |= Q(due=at.day, due_at__lt=at.clock)
    return Duty.objects.filter(over, paper=paper, state__in=OWED).exclude(kind="acknowledge")


def missing(paper: Paper, at: AsOf) -> list[DistrictMissing]:
    """The posts that owe a report, by district in the order of the register. Three queries."""
    ages = {f"age{index}": Count("pk", filter=_aged(at.day, index)) for index in range(len(AGES))}
    grouped = owed(paper, at).order_by().values("post").annotate(count=Count("pk"), since=Min("due"), **ages)
    found: dict[int, Any] = {row["post"]: row for row in grouped}
    posts = Post.objects.filter(pk__in=found.keys()).select_related("office").order_by("office__path", "rank", "pk")
    listed = list(posts)
    groups = districts(post.office for post in listed)
    by_path: dict[str, DistrictMissing] = {}
    for post in listed:
        row, group = found[post.pk], groups[post.office_id]
        counts = tuple(row[name] for name in ages)
        owing = Owing(post, row["count"], row["since"], counts)
        by_path.setdefault(group.path, DistrictMissing(group)).owing.append(owing)
    for district in by_path.values():
        district.owing.sort(key=lambda each: each.since)
    return [by_path[path] for path in sorted(by_path)]


def _aged(day: date, index: int) -> Q:
    """Whether a duty's age in days lies in a bucket."""
    least, most = AGES[index]
    younger = Q(due__lte=date.fromordinal(day.toordinal() - least))
    return younger if most is None else younger & Q(due__gte=date.fromordinal(day.toordinal() - most))
