"""The papers that came in one file: which of them were taken in together with a paper."""

from __future__ import annotations

from angikar.papers.models import Paper


def other_parts(paper: Paper) -> list[Paper]:
    """The other papers that were taken in with one of several, in the order of their file; none where it is the only one.

    The same file may have been taken in before: of each part the nearest is meant.
    """
    if not paper.part or paper.source_id is None:
        return []
    came = Paper.objects.filter(source=paper.source_id, office=paper.office_id, created_by=paper.created_by_id)
    nearest: dict[int, Paper] = {}
    for each in came.filter(part__gt=0).exclude(part=paper.part).select_related("source"):
        part, before = each.part or 0, nearest.get(each.part or 0)
        if before is None or abs(each.pk - paper.pk) < abs(before.pk - paper.pk):
            nearest[part] = each
    return [nearest[part] for part in sorted(nearest)]


def read_with(paper: Paper) -> Paper | None:
    """The paper that holds the text of one that is only kept, because their file was read as one."""
    if paper.part is not None or paper.source_id is None:
        return None
    came = Paper.objects.filter(source=paper.source_id, office=paper.office_id, part=0)
    return came.order_by("-changed_at").first()
