"""Reading papers for the screens: what has happened to one place of a paper, and what replaced what."""

from __future__ import annotations

from django.db.models import Q

from angikar.history.models import Entry
from angikar.history.queries import history_of
from angikar.offices.models import Post
from angikar.offices.prepared import NUMBERS, Prepared
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


def reviewing_office(paper: Paper) -> int:
    """The office that looks a paper over: the counterpart, or the office above; for an office at the root its own."""
    return paper.counterpart_id or paper.office.parent_id or paper.office_id


def commenting_posts(paper: Paper) -> list[Post]:
    """The posts that are asked when a paper is sent for comment: head and focal post of the office that looks it over."""
    posts = Post.objects.filter(office=reviewing_office(paper)).filter(Q(is_head=True) | Q(is_focal=True))
    return list(posts.select_related("office").order_by("rank", "pk"))


def successor_of(paper: Paper) -> Paper | None:
    """The paper that takes the place of one, issued or not; nothing else of it than its state is read."""
    return next(iter(_SUCCESSOR(paper.pk)), None)


_SUCCESSOR = Prepared(lambda paper: Paper.objects.filter(supersedes=paper).only("state"), NUMBERS[0])


def identity(paper: Paper) -> dict[str, object]:
    """Which paper a printed or exported content is of."""
    return {"number": paper.pk, "version": paper.version, "hash": paper.fingerprint()}


def line_of_descent(paper: Paper) -> list[Paper]:
    """The paper and all that it replaced, newest first."""
    found: list[Paper] = [paper]
    while found[-1].supersedes is not None:
        found.append(found[-1].supersedes)
    return found
