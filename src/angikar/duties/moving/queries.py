"""Which day a circular counts from today: the one it was issued with, or the one it was moved to since."""

from __future__ import annotations

from datetime import date
from typing import Any

from angikar.duties.moving.models import MovedDay
from angikar.papers.models import Paper


def anchor_of(paper: Paper) -> date | None:
    """The day everything leads to, as it is in force; `None` where nobody has named one."""
    moved = MovedDay.objects.filter(paper=paper).order_by("-pk").values_list("day", flat=True).first()
    written = paper.content.get("anchor")
    return moved or (date.fromisoformat(written) if written else None)


def in_force(paper: Paper, *, formation: date | None = None) -> Any:
    """The content of a paper as its duties follow from it now: with the day it was moved to, and with the day on which a
    body was formed where one is given.
    """
    anchor = anchor_of(paper)
    days = {"anchor": anchor.isoformat() if anchor else None}
    if formation is not None:
        days["formation"] = formation.isoformat()
    return paper.value().model_copy(update=days)


def moves(paper: Paper) -> list[MovedDay]:
    """How the day was moved, the first move first."""
    return list(MovedDay.objects.filter(paper=paper).select_related("by", "post__office"))
