"""The list that puts back what a list changed: rows as they were, and what was new ended on its day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from angikar.formats.lists import ListSheet
from angikar.offices.bulk.columns import SHEETS, RegisterSheet
from angikar.offices.bulk.queries import (
    Fields,
    charge_fields,
    office_fields,
    officer_fields,
    post_fields,
    table,
)
from angikar.offices.bulk.values import ListChange
from angikar.offices.models import Office, Officer, Post, Tenure

_PART = 5000


def rows_before(changes: Sequence[ListChange]) -> dict[str, list[Fields]]:
    """The rows that a list changes, as they are before it."""
    found: dict[str, list[Fields]] = {sheet.name: [] for sheet in SHEETS}
    for name, rows in found.items():
        numbers = [change.pk for change in changes if change.sheet == name and change.pk]
        for start in range(0, len(numbers), _PART):
            rows += _fields(name, numbers[start : start + _PART])
    return found


def _fields(name: str, numbers: list[int]) -> list[Fields]:
    if name == "offices":
        return list(office_fields(Office.objects.filter(pk__in=numbers)))
    if name == "posts":
        return list(post_fields(Post.objects.filter(pk__in=numbers)))
    if name == "officers":
        return list(officer_fields(Officer.objects.filter(pk__in=numbers)))
    return list(charge_fields(Tenure.objects.filter(pk__in=numbers)))


def counter_sheets(
    changes: Sequence[ListChange], before: dict[str, list[Fields]], offices: dict[str, Office], day: date
) -> tuple[ListSheet, ...]:
    """The sheets of the list that puts everything back, in Bangla, with their headings."""
    made = []
    for sheet in SHEETS:
        new = [
            _ended(sheet, change, offices, day) for change in changes if change.sheet == sheet.name and not change.pk
        ]
        written = table(sheet, [*before[sheet.name], *new])
        rows = [tuple(column.heading for column in written.columns), *map(tuple, written.rows)]
        if len(rows) > 1:
            made.append(ListSheet(written.name, tuple(enumerate(rows, 1))))
    return tuple(made)


def _ended(sheet: RegisterSheet, change: ListChange, offices: dict[str, Office], day: date) -> Fields:
    """A new row as it ends: accounts closed, charges as if they had never been, offices and posts from the day on."""
    fields: Fields = dict(change.now)
    if sheet.name == "officers":
        return fields | {"is_active": False}
    since = cast("date | None", fields.get("since"))
    if sheet.name == "charges":
        fields["until"] = since
    else:
        fields["until"] = fields["until"] or max(day, since or day)
    if sheet.name == "offices":
        fields["code"] = offices[change.key].code
        fields["parent"] = offices[str(fields["parent"])].code if fields["parent"] else ""
    else:
        fields["office"] = offices[str(fields["office"])].code
    return fields
