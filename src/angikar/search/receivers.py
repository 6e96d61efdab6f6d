"""Keeping the index: what is found of a row is stored again whenever a verb that changes it is recorded, in the same transaction.

These are no verbs of an office: the action they follow has its own entry in the history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from django.db import connections
from django.db.models import Model, Prefetch, Q, QuerySet

from angikar.duties.events import DutiesChanged, DutyChanged
from angikar.duties.models import Report, ReportState
from angikar.meetings.models import Decision, Idea
from angikar.offices import tree
from angikar.offices.events import BodyFormed
from angikar.offices.models import Office, Officer, Post, Tenure
from angikar.papers.models import FROZEN, Paper, State
from angikar.search.made import rules
from angikar.search.models import Indexed, IndexedKind, IndexMade
from angikar.search.sources.meetings import of_decisions, of_ideas
from angikar.search.sources.papers import of_asks, of_papers
from angikar.search.sources.register import of_offices, of_posts
from angikar.search.sources.reports import of_reports

BATCH = 100
Row = TypeVar("Row", bound=Model)
_STORED = ("title", "text", "terms", "office_path")


def store(rows: Iterable[Indexed]) -> int:
    """Store rows of the index for those there are of the same things. Returns how many they were."""
    known = sorted(rows, key=_at)  # in the order in which FTS5 gathers them
    by_kind: dict[str, list[Indexed]] = {}
    for row in known:
        by_kind.setdefault(row.kind, []).append(row)
    for kind, those in by_kind.items():
        _take_away(Indexed.objects.filter(kind=kind, number__in={row.number for row in those}), those)
    Indexed.objects.bulk_create(
        known, batch_size=BATCH, update_conflicts=True, unique_fields=("id",), update_fields=_STORED
    )
    return len(known)


def _take_away(stored: QuerySet[Indexed], rows: Iterable[Indexed]) -> None:
    """Take away of what is stored what is no more, or has another place now."""
    kept = {(row.pk, row.part) for row in rows}
    if gone := [pk for pk, part in stored.order_by().values_list("pk", "part") if (pk, part) not in kept]:
        Indexed.objects.filter(pk__in=gone).delete()


def _at(row: Indexed) -> int:
    return row.pk


def index_papers(papers: Sequence[Paper]) -> None:
    """Papers came in, were written, changed or went on their way."""
    store(of_papers(papers))


def index_issued(papers: Sequence[Paper]) -> None:
    """Papers were issued or addressed again: what they ask and decide is found from now on, and no more what those asked that they replace."""
    replaced = Paper.objects.filter(pk__in=[paper.supersedes_id for paper in papers if paper.supersedes_id])
    whole = [*papers, *replaced.select_related("office")]
    index_papers(whole)
    index_asks(whole)
    store(of_decisions(_decisions(Decision.objects.filter(paper__in=whole))))


def index_asks(papers: Sequence[Paper]) -> None:
    """Store what papers ask, and take away what they ask no more."""
    rows = list(of_asks(papers))
    frozen = [paper.pk for paper in papers if paper.state in FROZEN]
    _take_away(Indexed.objects.filter(kind=IndexedKind.ASK, number__in=frozen), rows)
    store(rows)


def index_body(event: BodyFormed) -> None:
    """A body was formed and took up the decisions of earlier minutes."""
    store(of_decisions(_decisions(Decision.objects.filter(body=event.body))))


def index_ideas(ideas: Sequence[Idea]) -> None:
    """Ideas were submitted or made a step."""
    store(of_ideas(ideas))


def index_answer(event: DutyChanged) -> None:
    """A duty was answered."""
    _index_answers([event])


def index_answers(event: DutiesChanged) -> None:
    """Duties of a quarter were answered together."""
    _index_answers(event.changes)


def _index_answers(changes: Iterable[DutyChanged]) -> None:
    said = []
    for change in changes:
        if change.report is not None and change.report.state == ReportState.SUBMITTED:
            change.report.duty = change.duty
            said.append(change.report)
    if said:
        store(of_reports(said))


def index_offices(offices: Sequence[Office]) -> None:
    """Offices were founded, renamed, corrected or closed; their posts are found by their names too."""
    for some in _numbers(offices):
        store(of_offices(Office.objects.filter(pk__in=some).prefetch_related("former_names")))
        store(of_posts(_posts(Post.objects.filter(office__in=some))))


def index_posts(posts: Sequence[Post]) -> None:
    """Posts were created, changed, closed, or have other holders."""
    for some in _numbers(posts):
        closed = Post.objects.filter(pk__in=some).exclude(until=None)
        Indexed.objects.filter(kind=IndexedKind.POST, number__in=closed.values("pk")).delete()
        store(of_posts(_posts(Post.objects.filter(pk__in=some))))


def index_officers(officers: Sequence[Officer]) -> None:
    """The names of officers were corrected."""
    held = Tenure.objects.filter(officer__in=officers, until=None)
    index_posts(list(Post.objects.filter(pk__in=held.values("post"))))


def index_below(offices: Sequence[Office]) -> None:
    """Offices came to stand elsewhere, with all below them: other offices are above it now."""
    for office in offices:
        every(office.path)


def begin(using: str = "default", **_signal: object) -> None:
    """An index without rows is made by the rules of today, whichever it had; the receiver of `post_migrate`."""
    if IndexMade._meta.db_table in connections[using].introspection.table_names() and not Indexed.objects.exists():
        _note_rules()


def _note_rules() -> None:
    IndexMade.objects.update_or_create(pk=1, defaults={"rules": rules()})


def everything() -> int:
    """Store all there is again, by the rules of today. Returns how many rows that is."""
    count = every()
    _note_rules()
    return count


def every(path: str = "") -> int:
    """Store everything at a place in the tree and below it again, all there is without a place. Returns how many rows that is."""
    count = 0
    papers = Paper.objects.filter(_under(path)).select_related("office")
    for some in _each(papers):
        count += store(of_papers(some)) + store(of_asks(some))
    for decisions in _each(_decisions(Decision.objects.filter(_under(path)))):
        count += store(of_decisions(decisions))
    for ideas in _each(Idea.objects.filter(_under(path))):
        count += store(of_ideas(ideas))
    for reports in _each(_reports(Report.objects.filter(_under(path, "duty__post__office__path")))):
        count += store(of_reports(reports))
    for offices in _each(Office.objects.filter(_under(path, "path")).prefetch_related("former_names")):
        count += store(of_offices(offices))
    for posts in _each(_posts(Post.objects.filter(_under(path, "office__path")))):
        count += store(of_posts(posts))
    return count


def drop_strays() -> int:
    """Take away the rows of what is no more, or is asked no more. Returns how many they were."""
    gone = 0
    for kind, source in SOURCES.items():
        strays = Indexed.objects.filter(kind=kind).exclude(number__in=source().order_by().values("pk"))
        gone += strays.delete()[0]
    return gone


SOURCES: dict[str, Callable[[], QuerySet[Any]]] = {
    IndexedKind.PAPER: Paper.objects.all,
    IndexedKind.ASK: lambda: Paper.objects.filter(state=State.ISSUED),
    IndexedKind.DECISION: Decision.objects.all,
    IndexedKind.IDEA: Idea.objects.all,
    IndexedKind.REPORT: lambda: Report.objects.exclude(state=ReportState.DRAFT),
    IndexedKind.OFFICE: Office.objects.all,
    IndexedKind.POST: lambda: Post.objects.filter(until=None),
}
"""Of what there are rows in the index: of each kind its rows."""


def _under(path: str, field: str = "office_path") -> Q:
    return Q(**{f"{field}__gte": path, f"{field}__lt": tree.following(path)}) if path else Q()


def _each(rows: QuerySet[Row]) -> Iterator[list[Row]]:
    """Rows in batches, by their numbers."""
    last = 0
    while some := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield some
        last = some[-1].pk


def _numbers(rows: Iterable[Model]) -> Iterator[list[int]]:
    """The numbers of rows in batches."""
    known = sorted({row.pk for row in rows})
    for start in range(0, len(known), BATCH):
        yield known[start : start + BATCH]


def _decisions(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    return decisions.prefetch_related("shares")


def _reports(reports: QuerySet[Report]) -> QuerySet[Report]:
    said = reports.exclude(state=ReportState.DRAFT).select_related("duty__paper", "duty__post__office")
    return said.defer("duty__paper__content", "duty__paper__doubts")


def _posts(posts: QuerySet[Post]) -> QuerySet[Post]:
    charges = Tenure.objects.filter(until=None).select_related("officer")
    return posts.filter(until=None).select_related("office").prefetch_related(Prefetch("tenures", charges))
