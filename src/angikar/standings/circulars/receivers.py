"""Keeps the counts of a circular's posts with every action that changes them, inside the transaction of the action.

The row of a post is locked and then computed again from the duties of that post, never by adding to what is kept: so that no action can
leave a difference behind. Receivers record no history: the action they follow has its own entry.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import IntegrityError, transaction

from angikar.duties.events import AnchorDayMoved, DutiesPlaced, DutyChanged, PaperIssued, Readdressed
from angikar.history.once import is_doubled
from angikar.papers.models import Paper
from angikar.standings.circulars.queries import counted, is_counted
from angikar.standings.models import CircularCount


def count_issued(event: PaperIssued) -> None:
    """Count all posts of a circular that was issued, and those of the one it replaces."""
    for paper in filter(None, (event.paper.pk, event.replaced)):
        _count(Paper.objects.get(pk=paper))


def count_post(event: DutyChanged) -> None:
    """Count the post whose duty was answered, reviewed or excused."""
    if event.duty.line_id is None and is_counted(event.duty.paper):
        keep(event.duty.paper_id, {event.duty.post_id})


def count_placed(event: DutiesPlaced) -> None:
    """Count all posts of a circular after some of its duties were made, moved or withdrawn."""
    _count(event.paper)


def count_moved(event: AnchorDayMoved) -> None:
    """Count all posts of a circular whose day was moved."""
    _count(event.paper)


def count_readdressed(event: Readdressed) -> None:
    """Count all posts of a circular whose addressees were looked up again."""
    _count(event.paper)


def keep(paper: int, posts: Collection[int] | None = None) -> None:
    """Compute the rows of a circular again, of some posts or of all, and store those that differ."""
    mine = CircularCount.objects.filter(paper=paper, **({} if posts is None else {"post__in": posts}))
    rows = {each.post_id: each for each in mine.select_for_update(of=("self",)).order_by("pk")}
    now = counted(paper, posts)
    changed, gone = [], [row.pk for post, row in rows.items() if post not in now]
    for post, each in now.items():
        row = rows.get(post)
        if row is not None and (row.counts, row.days) != each:
            row.counts, row.days = each
            changed.append(row)
    CircularCount.objects.bulk_update(changed, ["counts", "days"], batch_size=500)
    CircularCount.objects.filter(pk__in=gone).delete()
    lacking = sorted(now.keys() - rows.keys())
    if lacking and not _created(
        [CircularCount(paper_id=paper, post_id=post, **now[post]._asdict()) for post in lacking]
    ):
        keep(paper, lacking)  # another act has stored one of these rows meanwhile: what it did counts too


def _created(rows: list[CircularCount]) -> bool:
    """Store rows of posts that had none; false, and none of them, where another act that has ended by now stored one first."""
    try:
        with transaction.atomic():
            CircularCount.objects.bulk_create(rows, batch_size=500)
    except IntegrityError as error:
        if not is_doubled(error):
            raise
        return False
    return True


def _count(paper: Paper) -> None:
    if is_counted(paper):
        keep(paper.pk)
