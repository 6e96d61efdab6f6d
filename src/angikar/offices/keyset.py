"""Keyset: one page of a list from the place on where the page before it ended, so that page 900 costs what the first one costs.

The place is the values by which the list is ordered, of the row at the edge of the page. It goes into the address with the signature of the house:
what was cut off, typed or taken from another list is known as such, and the list begins again with a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from typing import Any, Generic, TypeVar

from django.core.signing import BadSignature, Signer
from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)
Place = tuple[Any, ...] | None
"""The values of the row at the edge of a page; None at the end of the list from which the way leads."""
Around = Callable[[Place, bool], QuerySet[M]]
_LONGEST = 600
"""Letters of a place in an address; what is longer is none of ours."""
_FORWARD, _BACK = "f", "b"


@dataclass(frozen=True, slots=True)
class KeysetPage(Generic[M]):
    """A page of a list: its rows, and the places of the pages `before` and `after` it as the address names them, empty where there is
    none. It is the first page and `is_lost` where the address named no place of this list.
    """

    rows: list[M]
    before: str = ""
    after: str = ""
    is_lost: bool = False

    @property
    def is_part(self) -> bool:
        """Whether there is more of the list than this page."""
        return bool(self.before or self.after)


class Keyset:
    """The order of a list by name: its columns as `order_by` takes them, the last of them without two rows alike. Where the first is
    `nullable`, rows without it come last; each of the two parts is read along its index.
    """

    def __init__(self, name: str, *columns: str, nullable: bool = False) -> None:
        self._signer = Signer(salt=f"angikar.page.{name}")
        self._columns = tuple((column.lstrip("-"), column.startswith("-")) for column in columns)
        self._nullable = nullable

    def page(self, rows: QuerySet[M] | Around[M], asked: str, size: int) -> KeysetPage[M]:
        """The page of these rows that an address asks for, or the first one: one query, a second where a part ends or rows are gone.
        Rows may be given by where they lie: a function that gets the values of the place, and whether the way leads back.
        """
        way, place = self._read(asked)
        back = way == _BACK
        found = self._next(rows, place, size + 1, back=back)
        more, found = len(found) > size, found[:size]
        if place is None:
            after = self._place(_FORWARD, found[-1]) if more else ""
            return KeysetPage(found, after=after, is_lost=bool(asked))
        if back and not more:  # no whole page is left before: here the list begins
            return self.page(rows, "", size)
        if not found:
            return self._last(rows, size)
        if back:
            found.reverse()
        after = self._place(_FORWARD, found[-1]) if more or back else ""
        return KeysetPage(found, self._place(_BACK, found[0]), after)

    def _last(self, rows: QuerySet[M] | Around[M], size: int) -> KeysetPage[M]:
        """The last page: all that was behind the place is gone."""
        found = self._next(rows, None, size + 1, back=True)
        more, found = len(found) > size, found[:size][::-1]
        return KeysetPage(found, self._place(_BACK, found[0]) if more else "")

    def _next(self, rows: QuerySet[M] | Around[M], place: Place, most: int, *, back: bool) -> list[M]:
        """So many rows behind a place, or before it; from the end of the list where there is none."""
        order = [f"-{column}" if falling != back else column for column, falling in self._columns]
        around = rows if isinstance(rows, QuerySet) else rows(place, back)
        found: list[M] = []
        for part in self._parts(place, back=back):
            if len(found) < most:
                found += around.filter(part).order_by(*order)[: most - len(found)]
        return found

    def _parts(self, place: Place, *, back: bool) -> list[Q]:
        """The conditions of the parts of the list that are left behind a place, in their order."""
        if not self._nullable:
            return [Q() if place is None else self._past(place, back=back)]
        empty = {f"{self._columns[0][0]}__isnull": True}
        parts = [Q(**empty), ~Q(**empty)] if back else [~Q(**empty), Q(**empty)]
        if place is None:
            return parts
        at = int((place[0] is None) != back)
        first = self._past(place[1:], back=back) if place[0] is None else self._past(place, back=back)
        return [parts[at] & first, *parts[at + 1 :]]

    def _past(self, place: Sequence[Any], *, back: bool) -> Q:
        """The condition of all that lies behind a place, or before it, by its columns, the last ones where it has fewer. The first of
        them is bounded by itself too, for that is what an index is entered by.
        """
        found, columns = Q(pk__in=()), self._columns[-len(place) :]
        for (column, falling), value in reversed(tuple(zip(columns, place, strict=True))):
            sign = "lt" if falling != back else "gt"
            found = Q(**{f"{column}__{sign}": value}) | (Q(**{column: value}) & found)
        column, falling = columns[0]
        return Q(**{f"{column}__{'lte' if falling != back else 'gte'}": place[0]}) & found

    def _place(self, way: str, row: M) -> str:
        values = [_written(reduce(getattr, column.split("__"), row)) for column, _ in self._columns]
        return self._signer.sign_object([way, *values])

    def _read(self, asked: str) -> tuple[str, Place]:
        """The way an address leads and the place it starts from; no place where it names none of this list."""
        if not asked or len(asked) > _LONGEST:
            return _FORWARD, None
        try:
            way, *values = self._signer.unsign_object(asked)
        except (BadSignature, ValueError):
            return _FORWARD, None
        return (way, tuple(map(_value, values))) if len(values) == len(self._columns) else (_FORWARD, None)


def _written(value: Any) -> Any:
    """A value as it is signed."""
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    return {"on": value.isoformat()} if isinstance(value, date) else value


def _value(written: Any) -> Any:
    if not isinstance(written, dict):
        return written
    return datetime.fromisoformat(written["at"]) if "at" in written else date.fromisoformat(written["on"])
