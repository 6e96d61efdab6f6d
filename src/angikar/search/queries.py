"""Asking the index: what holds the words of a question, of what one may see, by kind and the latest first.

It is asked exactly first. Where that finds little, what sounds alike or is written apart is found too, after it. Of each kind the first rows are
read and no more than `MOST` are counted, so that a common word costs what a rare one does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import QuerySet

from angikar.offices.access import User
from angikar.offices.keyset import Keyset, KeysetPage, Place
from angikar.rules.bangla.asking import Token, Wanted, all_of, exactly, tolerantly
from angikar.search import marks
from angikar.search.access import visible
from angikar.search.index import of_each_kind, places_with
from angikar.search.models import Indexed, IndexedKind
from angikar.search.places import of_kind

MOST = 1_000
"""So many rows are counted."""
FEW = 10
"""Where fewer hold the words exactly, what sounds alike is looked for too."""
OF_A_KIND = 5
"""Rows of a kind that are shown among the other kinds."""
ON_A_PAGE = 25
_BY_PLACE = Keyset("search", "pk")


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody looks for: words, a kind, an office and those below it by its path, a fiscal year, a state; empty for any."""

    words: str = ""
    kind: str = ""
    path: str = ""
    year: str = ""
    state: str = ""

    @property
    def marked(self) -> list[Wanted]:
        """The marks that everything found has besides its kind."""
        chosen = (
            marks.at_place(self.path) if self.path else "",
            marks.in_year(self.year) if self.year else "",
            marks.in_state(self.state) if self.state else "",
        )
        return [Token(mark) for mark in chosen if mark]


@dataclass(frozen=True, slots=True)
class FoundKind:
    """What was found of one kind: the first rows of it, how many there are (None where they are more than are counted)."""

    kind: str
    rows: list[Indexed]
    count: int | None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was found by kind, in the order of the kinds; `is_loose` where nothing holds the words as they were typed."""

    kinds: list[FoundKind] = field(default_factory=list)
    is_loose: bool = False


def found(user: User, question: Question, day: date) -> SearchResult:
    """What an officer finds, some rows of every kind."""
    seen = marks.seen_by(user, day)
    words = exactly(question.words)
    if seen is None or words is None:
        return SearchResult()
    chosen = all_of(*question.marked, seen)
    kinds = (question.kind,) if question.kind else IndexedKind.values
    exact = of_each_kind(all_of(words, chosen), kinds, MOST + 1)
    count = sum(map(len, exact.values()))
    wider = all_of(tolerantly(question.words), chosen)
    alike = of_each_kind(wider, kinds, MOST + 1) if count < FEW else exact
    shown = list(_shown(user, exact, alike, day))
    return SearchResult(shown, is_loose=not count and bool(shown))


def _shown(
    user: User, exact: Mapping[str, list[int]], alike: Mapping[str, list[int]], day: date
) -> Iterator[FoundKind]:
    """Some rows of every kind, those that hold the words exactly first."""
    by_kind = {kind: list(dict.fromkeys([*exact[kind], *alike[kind]])) for kind in exact}
    first = {kind: numbers[:OF_A_KIND] for kind, numbers in by_kind.items()}
    rows = Indexed.objects.defer("terms").in_bulk([number for numbers in first.values() for number in numbers])
    shown = visible(user, [rows[number] for numbers in first.values() for number in numbers if number in rows], day)
    for kind, numbers in by_kind.items():
        if of_it := [row for row in shown if row.kind == kind]:
            yield FoundKind(kind, of_it, len(numbers) if len(numbers) <= MOST else None)


def page_of(user: User, question: Question, day: date, asked: str) -> KeysetPage[Indexed]:
    """The page that an address asks for of what is found of one kind, the latest first."""
    seen = marks.seen_by(user, day)
    words = exactly(question.words)
    if seen is None or words is None:
        return KeysetPage([])
    chosen = all_of(*question.marked, seen)
    wanted = all_of(words, chosen)
    if len(places_with(wanted, of_kind(question.kind), FEW)) < FEW:
        wanted = all_of(tolerantly(question.words), chosen)

    def near(place: Place, back: bool) -> QuerySet[Indexed]:
        within = of_kind(question.kind, place[0] if place else None, back=back)
        return Indexed.objects.filter(pk__in=places_with(wanted, within, ON_A_PAGE + 2)).defer("terms").order_by()

    page = _BY_PLACE.page(near, asked, ON_A_PAGE)
    return replace(page, rows=visible(user, page.rows, day))
