"""A list held against the register, list by list: offices, posts, officers, charges."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from angikar.offices.bulk.comparing.charges import compare_charges
from angikar.offices.bulk.comparing.known import KnownRegister
from angikar.offices.bulk.comparing.officers import compare_officers
from angikar.offices.bulk.comparing.offices import compare_offices, refuse_unfinished
from angikar.offices.bulk.comparing.posts import compare_posts
from angikar.offices.bulk.rights import ListRights
from angikar.offices.bulk.values import ListComparison, ListLine, RefusedLine

__all__ = ["Progress", "compare"]

Progress = Callable[[int, int], None]
"""Called with how many lines or changes are done, and of how many."""
_STEPS = (
    ("offices", compare_offices),
    ("posts", compare_posts),
    ("officers", compare_officers),
    ("charges", compare_charges),
)


def compare(
    lines: Sequence[ListLine],
    unreadable: Sequence[RefusedLine],
    rights: ListRights,
    progress: Progress = lambda done, of: None,
) -> ListComparison:
    """What the lines of a list would change in the register as it is now, and which of them are refused."""
    made = ListComparison(refused=list(unreadable))
    known = KnownRegister(rights, {line.sheet for line in lines})
    done = 0
    for sheet, step in _STEPS:
        progress(done, len(lines))
        part = [line for line in lines if line.sheet == sheet]
        step(part, known, made)
        done += len(part)
    refuse_unfinished(known, made)
    made.refused.sort(key=lambda each: (each.sheet, each.line))
    return made
