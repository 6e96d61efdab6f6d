"""Asking the index: what holds the words of a question, of what one may see, by kind and the latest first.

It is asked exactly first. Where that finds little, what sounds alike or is written apart is found too, after it. Where more answers than
`MOST`, they are not counted: each kind is gone through from its latest month on until a page is full, so that a common word costs what a
rare one does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from angikar.offices.access import User
from angikar.offices.keyset import Around, Keyset, KeysetPage, Place
from angikar.rules.bangla.asking import Token, Wanted, all_of, exactly, tolerantly
from angikar.search import marks
from angikar.search.access import visible
from angikar.search.index import numbers_with, rows_with
from angikar.search.models import Indexed, IndexedKind

MOST = 1_000
"""So many rows are counted."""
FEW = 10
"""Where fewer hold the words exactly, what sounds alike is looked for too."""
OF_A_KIND = 5
"""Rows of a kind that are shown among the other kinds."""
ON_A_PAGE = 25
_FIRST_YEAR, _AHEAD = 1971, 10
_LATEST_FIRST = Keyset("search", "-day", "-pk", nullable=True)


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
        """The marks that everything found has."""
        chosen = (
            marks.of_kind(self.kind) if self.kind else "",
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
    exact = exactly(question.words)
    if seen is None or exact is None:
        return SearchResult()
    chosen = all_of(*question.marked, seen)
    numbers = numbers_with(all_of(exact, chosen), MOST + 1)
    if len(numbers) > MOST:
        return SearchResult(list(_by_months(user, all_of(exact, chosen), day)))
    loose: list[int] = []
    if len(numbers) < FEW:
        alike = all_of(tolerantly(question.words), chosen)
        loose = numbers_with(alike, MOST + 1)
        if len(loose) > MOST:
            return SearchResult(list(_by_months(user, alike, day)), is_loose=not numbers)
    known = set(numbers)
    kinds = list(_by_kind(user, known, [number for number in loose if number not in known], day))
    return SearchResult(kinds, is_loose=not numbers and bool(kinds))


def _by_kind(user: User, exact: set[int], loose: Sequence[int], day: date) -> Iterator[FoundKind]:
    """The rows of every kind among these, those that hold the words exactly first."""
    listed = Indexed.objects.filter(pk__in=[*exact, *loose]).order_by(_LATEST, "-pk")
    by_kind: dict[str, list[int]] = {kind: [] for kind in IndexedKind.values}
    for kind, number in listed.values_list("kind", "pk"):
        by_kind[kind].append(number)
    for kind, numbers in by_kind.items():
        order = sorted(numbers, key=lambda number: number not in exact)
        if rows := visible(user, _in_order(order[:OF_A_KIND]), day):
            yield FoundKind(kind, rows, len(numbers))


_LATEST = F("day").desc(nulls_last=True)


def _by_months(user: User, wanted: Wanted, day: date) -> Iterator[FoundKind]:
    """The latest rows of every kind of what answers too often to be counted at once."""
    for kind in IndexedKind.values:
        of_kind = all_of(Token(marks.of_kind(kind)), wanted)
        numbers = numbers_with(of_kind, MOST + 1)
        count = len(numbers) if len(numbers) <= MOST else None
        if count is None:
            numbers = _nearest(of_kind, OF_A_KIND, day)
        else:
            listed = Indexed.objects.filter(pk__in=numbers).order_by(_LATEST, "-pk")
            numbers = list(listed.values_list("pk", flat=True)[:OF_A_KIND])
        if rows := visible(user, _in_order(numbers), day):
            yield FoundKind(kind, rows, count)


def _in_order(numbers: Sequence[int]) -> list[Indexed]:
    rows = Indexed.objects.defer("terms").in_bulk(numbers)
    return [rows[number] for number in numbers if number in rows]


def page_of(user: User, question: Question, day: date, asked: str) -> KeysetPage[Indexed]:
    """The page that an address asks for of what is found of one kind, the latest first."""
    seen = marks.seen_by(user, day)
    exact = exactly(question.words)
    if seen is None or exact is None:
        return KeysetPage([])
    chosen = all_of(*question.marked, seen)
    wanted = all_of(exact, chosen)
    numbers = numbers_with(wanted, MOST + 1)
    if len(numbers) < FEW:
        wanted = all_of(tolerantly(question.words), chosen)
        numbers = numbers_with(wanted, MOST + 1)
    if len(numbers) <= MOST:
        page = _LATEST_FIRST.page(Indexed.objects.filter(pk__in=numbers).order_by(), asked, ON_A_PAGE)
    else:
        page = _LATEST_FIRST.page(_around(wanted, day), asked, ON_A_PAGE)
    return replace(page, rows=visible(user, page.rows, day))


def _around(wanted: Wanted, day: date) -> Around[Indexed]:
    """The rows around a place of a list that is too long to be held: as many as can fill a page."""

    def near(place: Place, back: bool) -> QuerySet[Indexed]:
        numbers = _nearest(wanted, ON_A_PAGE + 2, day, place=place, back=back)
        return Indexed.objects.filter(pk__in=numbers).order_by()

    return near


def _nearest(wanted: Wanted, most: int, day: date, *, place: Place = None, back: bool = False) -> list[int]:
    """So many numbers of what answers from a place on, the latest first, or back from it: month by month until they are enough."""
    numbers: list[int] = []
    for mark in _spans(day, place, back=back):
        rows = rows_with(all_of(Token(mark), wanted))
        if place is not None:
            rows = rows.filter(_from(place, back=back))
        order = ("day", "pk") if mark != marks.UNDATED else ("pk",)
        rows = rows.order_by(*(name if back else f"-{name}" for name in order))
        numbers += rows.values_list("pk", flat=True)[: most - len(numbers)]
        if len(numbers) >= most:
            break
    return numbers


def _spans(day: date, place: Place, *, back: bool) -> Iterator[str]:
    """The marks of the months in whose year there is anything, from that of a place on, the latest first, and last what has no day; the
    other way round where it leads back.
    """
    undated = place is not None and place[0] is None
    here = (place[0].year, place[0].month) if place is not None and not undated else None
    if back and (place is None or undated):
        yield marks.UNDATED
    if back or not undated:
        years = range(_FIRST_YEAR, day.year + _AHEAD + 1)
        for year in years if back else reversed(years):
            beyond = here is not None and (year < here[0] if back else year > here[0])
            if beyond or not numbers_with(
                Token(f"=n{year}"), 1
            ):  # without the words, whose beginnings are dear to look up
                continue
            for month in range(1, 13) if back else range(12, 0, -1):
                if here is None or ((year, month) >= here if back else (year, month) <= here):
                    yield f"=g{year}{month:02}"
    if not back:
        yield marks.UNDATED


def _from(place: Sequence[Any], *, back: bool) -> Q:
    """The condition of what lies at a place or behind it; before it where the way leads back."""
    on, number = place
    beyond = Q(pk__gte=number) if back else Q(pk__lte=number)
    if on is None:
        return (Q(day=None) & beyond) | (Q(day__isnull=False) if back else Q(pk__in=()))
    later = Q(day__gt=on) if back else Q(day__lt=on) | Q(day=None)
    return later | (Q(day=on) & beyond)
