"""Reading papers for the screens: what has happened to one place of a paper, and what replaced what."""

from __future__ import annotations

from angikar.history.models import Entry
from angikar.history.queries import history_of
from angikar.papers.content import overlap
from angikar.papers.models import Paper

CHANGES = ("paper.amend", "paper.settle", "paper.settle_several", "paper.arrange")


def changes(paper: Paper, path: str = "") -> list[Entry]:
    """The entries that changed or settled the value at a path (or anywhere), oldest first: the history of a cell."""
    entries = history_of(paper).filter(verb__in=CHANGES)
    return [entry for entry in entries if not path or any(overlap(each, path) for each in _paths(entry))]


def _paths(entry: Entry) -> list[str]:
    """The places that an entry changed."""
    now = entry.now or {}
    return [str(each.get("path", "")) for each in now.get("places", (now,))]


def line_of_descent(paper: Paper) -> list[Paper]:
    """The paper and all that it replaced, newest first."""
    found: list[Paper] = [paper]
    while found[-1].supersedes is not None:
        found.append(found[-1].supersedes)
    return found
