"""A list held against the register, list by list: offices, posts, officers, charges."""

from __future__ import annotations

from collections.abc import Sequence

from angikar.offices.bulk.comparing.charges import compare_charges
from angikar.offices.bulk.comparing.known import KnownRegister
from angikar.offices.bulk.comparing.officers import compare_officers
from angikar.offices.bulk.comparing.offices import compare_offices, refuse_unfinished
from angikar.offices.bulk.comparing.posts import compare_posts
from angikar.offices.bulk.rights import ListRights
from angikar.offices.bulk.values import ListComparison, ListLine, RefusedLine

__all__ = ["compare"]


def compare(lines: Sequence[ListLine], unreadable: Sequence[RefusedLine], rights: ListRights) -> ListComparison:
    """What the lines of a list would change in the register as it is now, and which of them are refused."""
    made = ListComparison(refused=list(unreadable))
    known = KnownRegister(rights, {line.sheet for line in lines})
    compare_offices([line for line in lines if line.sheet == "offices"], known, made)
    compare_posts([line for line in lines if line.sheet == "posts"], known, made)
    compare_officers([line for line in lines if line.sheet == "officers"], known, made)
    compare_charges([line for line in lines if line.sheet == "charges"], known, made)
    refuse_unfinished(known, made)
    made.refused.sort(key=lambda each: (each.sheet, each.line))
    return made
