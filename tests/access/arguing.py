"""What the scene argues over: a comment of the office above on a paper that was sent to it."""

from __future__ import annotations

from angikar.papers.comments.actions import Remark, comment
from angikar.papers.models import Paper
from tests.world import World


def commented(world: World, paper: Paper) -> int:
    """The number of a comment on the whole paper."""
    said = Remark(f"আবার দেখুন{world.mark}")
    return comment(paper, "", said, version=paper.version, by=world.officers["secretary"]).pk
