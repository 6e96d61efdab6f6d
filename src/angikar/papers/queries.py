"""Reading papers for the screens: what has happened to one place of a paper, and what replaced what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Min, Q, QuerySet

from angikar.history.models import Entry
from angikar.history.queries import history_of
from angikar.offices.keyset import Keyset, KeysetPage
from angikar.offices.models import Post
from angikar.offices.prepared import NUMBERS, Prepared
from angikar.papers.content import overlap
from angikar.papers.models import Paper

_NEWEST_FIRST = Keyset("papers", "-changed_at", "-pk")
CHANGES = (
    "paper.amend",
    "paper.settle",
    "paper.settle_several",
    "paper.arrange",
    "paper.amend_several",
    "paper.take_offer",
    "paper.accept_suggestion",
)


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


def done_to(paper: Paper) -> list[Entry]:
    """What was last done to a paper, the latest first; that somebody looked at it is left out."""
    return _DONE_TO(paper.pk)


_REMEMBERED = 30
_DONE_TO = Prepared(
    lambda paper: (
        Entry.objects.filter(kind=Paper._meta.label_lower, object_id=paper)
        .exclude(verb="paper.see")
        .order_by("-pk")[:_REMEMBERED]
    ),
    NUMBERS[0],
)


def identity(paper: Paper) -> dict[str, object]:
    """Which paper a printed or exported content is of."""
    return {"number": paper.pk, "version": paper.version, "hash": paper.fingerprint()}


def line_of_descent(paper: Paper) -> list[Paper]:
    """The paper and all that it replaced, newest first."""
    found: list[Paper] = [paper]
    while found[-1].supersedes is not None:
        found.append(found[-1].supersedes)
    return found


def holding(papers: QuerySet[Paper], words: Iterable[str]) -> QuerySet[Paper]:
    """Those that hold every word, in the form in which texts are searched, in title, memo number, year or the name of their office."""
    for word in words:
        papers = papers.filter(Q(folded__holds=word) | Q(office__folded__holds=word))
    return papers


def page_of(papers: QuerySet[Paper], asked: str, size: int) -> KeysetPage[Paper]:
    """The page of papers that an address asks for, the latest changed first: their numbers are found along the index, then they are read."""
    page = _NEWEST_FIRST.page(papers.select_related(None).only("changed_at"), asked, size)
    whole = Paper.objects.select_related("office").defer("content", "doubts", "folded")
    found = whole.in_bulk([row.pk for row in page.rows])
    return replace(page, rows=[found[row.pk] for row in page.rows])


def years_of(papers: QuerySet[Paper]) -> list[str]:
    """The fiscal years of some papers, the latest first: each year there is asks whether there is one of it, none reads them all."""
    known, last = list[str](), ""
    while year := Paper.objects.filter(fiscal_year__gt=last).aggregate(least=Min("fiscal_year"))["least"]:
        known.append(year)
        last = year
    return [year for year in reversed(known) if papers.filter(fiscal_year=year).exists()]
