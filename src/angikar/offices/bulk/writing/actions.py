"""Writes the changes of a list: many offices, posts, officers or charges at once, each with an entry of its own in the history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from django.contrib.auth.hashers import make_password
from django.db import models, transaction
from django.db.models import Max

from angikar.history.actions import Happening, record_many
from angikar.offices import tree
from angikar.offices.bulk.values import ListChange, Values, plain
from angikar.offices.folded import FoldedField
from angikar.offices.models import FormerName, Office, Officer, Post, Tenure
from angikar.offices.models.offices import new_code

_BATCH = 500
Row = TypeVar("Row", bound=models.Model)
_POST_VERBS = {"changed": "post.edit", "closed": "post.close", "reopened": "post.reopen"}
_OFFICE_VERBS = {"changed": "office.edit", "closed": "office.close", "reopened": "office.reopen"}
_OFFICER_VERBS = {"changed": "officer.edit", "closed": "officer.deactivate", "reopened": "officer.reactivate"}


def found_offices(changes: Sequence[ListChange], *, by: Officer | None) -> dict[str, Office]:
    """Found the new offices, those above first. Returns every office of the register by what the list calls it."""
    with transaction.atomic():
        offices = {office.code: office for office in Office.objects.select_for_update().order_by("path")}
        steps = _last_steps()
        waiting = [change for change in changes if change.verb == "new"]
        while waiting:
            ready = [change for change in waiting if not change.now["parent"] or change.now["parent"] in offices]
            rows = [_office(change, offices, steps) for change in ready]
            made = Office.objects.bulk_create(rows, batch_size=_BATCH)
            offices |= {change.key: row for change, row in zip(ready, made, strict=True)}
            done = {change.line for change in ready}
            waiting = [change for change in waiting if change.line not in done]
            record_many(
                (
                    Happening("office.found", row, now={**_facts(change.now), "code": row.code, "path": row.path})
                    for change, row in zip(ready, made, strict=True)
                ),
                by=by,
            )
    return offices


def _last_steps() -> dict[int | None, int]:
    """The last step below each office that has any."""
    last = Office.objects.order_by().values_list("parent").annotate(Max("path"))
    return {parent: int(path[-tree.STEP :], 36) for parent, path in last}


def _office(change: ListChange, offices: dict[str, Office], steps: dict[int | None, int]) -> Office:
    parent = offices.get(plain(change.now["parent"]))
    above = parent.pk if parent else None
    steps[above] = steps.get(above, 0) + 1
    path = (parent.path if parent else "") + tree.step(steps[above])
    facts: dict[str, Any] = {name: value for name, value in change.now.items() if name not in ("code", "parent")}
    return Office(path=path, parent=parent, code=plain(change.now["code"]) or new_code(), **facts)


def change_offices(changes: Sequence[ListChange], *, by: Officer | None, day: date) -> None:
    """Change the facts of offices, close them and open them again; one that is renamed on a day keeps its name before that day."""
    with transaction.atomic():
        rows = {row.pk: row for row in Office.objects.select_for_update().filter(pk__in=_numbers(changes))}
        renamed = [rows[change.pk] for change in changes if change.pk and change.now.keys() & {"name", "name_en"}]
        FormerName.objects.bulk_create(
            [FormerName(office=row, name=row.name, name_en=row.name_en, until=day) for row in renamed],
            batch_size=_BATCH,
            ignore_conflicts=True,
        )
        _write(changes, rows, Office)
        record_many(_happenings(changes, rows, _OFFICE_VERBS), by=by)


def create_posts(changes: Sequence[ListChange], offices: dict[str, Office], *, by: Officer | None) -> None:
    """Create the new posts."""
    with transaction.atomic():
        made = Post.objects.bulk_create(
            [Post(office=offices[plain(change.now["office"])], **_without(change.now, "office")) for change in changes],
            batch_size=_BATCH,
        )
        record_many(
            (
                Happening("post.create", row, now={**_facts(change.now), "office": row.office.name})
                for change, row in zip(changes, made, strict=True)
            ),
            by=by,
        )


def change_posts(changes: Sequence[ListChange], *, by: Officer | None) -> None:
    """Change the facts of posts, close them and open them again."""
    with transaction.atomic():
        rows = {row.pk: row for row in Post.objects.select_for_update().filter(pk__in=_numbers(changes))}
        _write(changes, rows, Post)
        record_many(_happenings(changes, rows, _POST_VERBS), by=by)


def enrol_officers(changes: Sequence[ListChange], *, by: Officer | None, home: Office | None) -> None:
    """Make the new accounts; none can sign in before it has got a first password. `home` is the office whose keeper enrols them."""
    with transaction.atomic():
        made = Officer.objects.bulk_create(
            [Officer(password=make_password(None), home=home, **_without(change.now)) for change in changes],
            batch_size=_BATCH,
        )
        record_many(
            (
                Happening("officer.enrol", row, now={**_facts(change.now), "administrator": False})
                for change, row in zip(changes, made, strict=True)
            ),
            by=by,
        )


def change_officers(changes: Sequence[ListChange], *, by: Officer | None) -> None:
    """Change the cards of officers, close their accounts and open them again."""
    with transaction.atomic():
        rows = {row.pk: row for row in Officer.objects.select_for_update().filter(pk__in=_numbers(changes))}
        _write(changes, rows, Officer)
        record_many(_happenings(changes, rows, _OFFICER_VERBS), by=by)


def appoint_officers(changes: Sequence[ListChange], offices: dict[str, Office], *, by: Officer | None) -> None:
    """Put officers on posts from a day on."""
    with transaction.atomic():
        posts = _posts(changes, offices)
        names = {plain(change.now["username"]) for change in changes}
        officers = {row.username: row for row in _in_parts(Officer.objects.all(), "username", names)}
        rows = [
            Tenure(
                officer=officers[plain(change.now["username"])],
                post=posts[plain(change.now["office"]), plain(change.now["title"])],
                **_without(change.now, "office", "title", "username"),
            )
            for change in changes
        ]
        made = Tenure.objects.bulk_create(rows, batch_size=_BATCH)
        record_many((Happening("post.appoint", row.post, now=_tenure_facts(row)) for row in made), by=by)


def change_charges(changes: Sequence[ListChange], *, by: Officer | None) -> None:
    """Change what charges are and up to which day they are held."""
    with transaction.atomic():
        found = Tenure.objects.select_for_update(of=("self",)).select_related("officer", "post")
        rows = {row.pk: row for row in found.filter(pk__in=_numbers(changes))}
        was = {row.pk: _tenure_facts(row) for row in rows.values()}
        _write(changes, rows, Tenure)
        record_many(
            (
                Happening(
                    "post.release" if change.verb == "closed" else "post.recharge",
                    rows[change.pk].post,
                    was[change.pk],
                    _tenure_facts(rows[change.pk]),
                )
                for change in changes
                if change.pk
            ),
            by=by,
        )


def _posts(changes: Sequence[ListChange], offices: dict[str, Office]) -> dict[tuple[str, str], Post]:
    """The posts that charges speak of: the open one of a title before closed ones."""
    codes = {offices[plain(change.now["office"])].pk: plain(change.now["office"]) for change in changes}
    found: dict[tuple[str, str], Post] = {}
    ordered = sorted(_in_parts(Post.objects.all(), "office", codes), key=lambda row: (row.until is None, row.pk))
    for row in ordered:
        found[codes[row.office_id], row.title] = row
    return found


def _in_parts(rows: models.QuerySet[Row], field: str, values: Iterable[object]) -> list[Row]:
    """The rows with one of many values; a database takes only so many at once."""
    listed = list(values)
    return [
        row
        for start in range(0, len(listed), 10 * _BATCH)
        for row in rows.filter(**{f"{field}__in": listed[start : start + 10 * _BATCH]})
    ]


def _numbers(changes: Iterable[ListChange]) -> list[int]:
    return [change.pk for change in changes if change.pk]


def _write(changes: Iterable[ListChange], rows: dict[int, Row], model: type[Row]) -> None:
    by_fields: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for change in changes:
        if change.pk:
            for name, value in change.now.items():
                setattr(rows[change.pk], name, value)
            by_fields[tuple(sorted(change.now))].append(rows[change.pk])
    for fields, changed in by_fields.items():
        model._default_manager.bulk_update(changed, [*fields, *_folded(model)], batch_size=_BATCH)


def _happenings(changes: Iterable[ListChange], rows: dict[int, Row], verbs: dict[str, str]) -> Iterable[Happening]:
    return (
        Happening(verbs[change.verb], rows[change.pk], _facts(change.was), _facts(change.now))
        for change in changes
        if change.pk
    )


def _facts(values: Values) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _tenure_facts(row: Tenure) -> dict[str, object]:
    facts: Values = {"officer": row.officer_id, "name": row.officer.name, "charge": row.charge}
    return _facts(facts | {"since": row.since, "until": row.until})


def _without(values: Values, *names: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in names}


def _folded(model: type[Row]) -> list[str]:
    """The columns that follow what is written into others."""
    return [field.name for field in model._meta.concrete_fields if isinstance(field, FoldedField)]
