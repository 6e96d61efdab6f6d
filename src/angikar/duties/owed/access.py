"""What an officer owes and what is owed to the offices one leads: the first rows of each, the most urgent first."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from angikar.duties.access import asked_of, posts_owing, waits_for
from angikar.duties.models import OWED, DutyState
from angikar.duties.owed.rows import COLUMNS, OwedDuty, whole
from angikar.offices.access import User, mandate
from angikar.offices.prepared import DAYS, NUMBERS, Prepared, PreparedLists


def first_of(user: User, today: date, most: int) -> list[OwedDuty]:
    """The first of what an officer owes on a day: `duties_of` as rows."""
    posts = posts_owing(mandate(user, today), today)
    return whole(_of(most).rows(posts, today)) if posts else []


def first_owed_to(user: User, today: date, most: int) -> tuple[list[OwedDuty], list[OwedDuty]]:
    """The first of what others owe the offices one leads: the answers that wait, and the duties that are late. Each state and office is
    read along its index, so that the rest of what a nation owes costs nothing.
    """
    offices = sorted(mandate(user, today).verifies_in)
    waiting = [row for office in offices for row in _owed_to(DutyState.SUBMITTED, most).rows(office, today)]
    late = [row for office in offices for state in OWED for row in _owed_to(state, most).rows(office, today)]
    first = [sorted(rows, key=_urgency)[:most] for rows in (waiting, late)]
    made = whole(chain.from_iterable(first))
    return made[: len(first[0])], made[len(first[0]) :]


def _urgency(row: tuple[Any, ...]) -> tuple[bool, date, int]:
    due = row[COLUMNS.index("due")]
    return due is not None, due or date.min, row[0]


@cache
def _of(most: int) -> PreparedLists[Any]:
    def rows(posts: Collection[int], today: date) -> QuerySet[Any, Any]:
        return asked_of(posts, today).select_related(None).values_list(*COLUMNS)[:most]

    return PreparedLists(rows, 1, DAYS[0])


@cache
def _owed_to(state: DutyState, most: int) -> Prepared[Any]:
    def rows(office: int, today: date) -> QuerySet[Any, Any]:
        waiting = waits_for([office], today).filter(owed_to=office, state=state)
        return waiting.select_related(None).values_list(*COLUMNS)[:most]

    return Prepared(rows, NUMBERS[0], DAYS[0])
