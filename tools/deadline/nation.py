"""The nation of the evening: one office with its plan is founded by the actions of the house, then copied row by row inside the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import connection

from angikar.rules.schedule.fiscal import FiscalYear

if TYPE_CHECKING:
    from django.db.models import Field, Model

SUPERIORS = 64
APART = 10_000
"""How far the numbers of one office's rows are from those of the next."""
_AT_ONCE = 500
_COPIED = ("offices", "papers", "duties", "standings")
_NAMED = {"username", "code", "sha256", "token", "digest"}
"""Columns of text that no two rows may share; the path of an office is another too."""
PASS_PHRASE = "a pass phrase of the evening"


@dataclass(frozen=True, slots=True)
class _Above:
    """A superior office: the numbers of itself, of its head's post and of its head, and its path."""

    office: int
    post: int
    officer: int
    path: str


def ended(day: date) -> tuple[FiscalYear, int]:
    """The fiscal year and the number (1-4) of the last quarter that was over on a day."""
    year, quarter = FiscalYear.of(day), (day.month - 7) // 3 % 4
    return (year, quarter) if quarter else (year.shifted(-1), 4)


def build(offices: int, day: date) -> None:
    """Found so many offices of one kind, each with an officer who leads it and a plan of sixty numbers in force."""
    above = [_superior(number, day) for number in range(min(SUPERIORS, offices))]
    before = {model: _last(model) for model in _models()}
    path = _office_with_plan(above[0], day)
    grown = {model: last for model in _models() if (last := _last(model)) > before[model]}
    if max(grown.values()) >= APART:
        raise RuntimeError(f"one office has more than {APART} rows of a kind")
    with _unchecked():
        _number(offices, above, path)
        for model in grown:
            for first in range(1, offices, _AT_ONCE):
                _copy(model, before, above[0], path, range(first, min(first + _AT_ONCE, offices)))
    _settle()
    _look_over()


def _superior(number: int, day: date) -> _Above:
    from angikar.offices import actions

    office = actions.found_office(f"জেলা কার্যালয় {number + 1}", by=None)
    head = actions.enrol(f"superior-{number}", f"জনাব দোয়েল {number + 1}", by=None)
    post = actions.create_post(office, "উপপরিচালক", by=None, is_head=True, is_focal=True)
    actions.appoint(head, post, since=date(day.year - 2, 7, 1), by=None)
    return _Above(office.pk, post.pk, head.pk, office.path)


def _office_with_plan(above: _Above, day: date) -> str:
    """The office that is copied; its path."""
    from angikar.duties.issue import issue
    from angikar.offices import actions
    from angikar.offices.models import Office
    from angikar.papers.actions import draft
    from tools.bench.papers import FRAMEWORK, plan_of_sixty

    since = date(day.year - 2, 7, 1)
    office = actions.found_office("উপজেলা কার্যালয়", by=None, parent=Office.objects.get(pk=above.office))
    head = actions.enrol("officer-0", "বেগম ময়না", by=None)
    head.set_password(PASS_PHRASE)
    head.save(update_fields=["password"])
    post = actions.create_post(office, "উপজেলা কর্মকর্তা", by=None, is_head=True, is_focal=True)
    actions.appoint(head, post, since=since, by=None)
    year, _ = ended(day)
    content = plan_of_sixty().model_copy(update={"fiscal_year": str(year)}).model_dump(mode="json")
    made = draft(head, office=office, kind="agreement", framework=FRAMEWORK, content=content)
    issue(made, by=head, day=date(year.begins, 7, 5), unsigned="কাগজে স্বাক্ষরিত")
    return office.path


def _models() -> list[type[Model]]:
    from django.apps import apps

    return [
        model
        for name in _COPIED
        for model in apps.get_app_config(name).get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    ]


def _last(model: type[Model]) -> int:
    key = model._meta.pk
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT MAX("{key.column}") FROM "{model._meta.db_table}"')
        found = cursor.fetchone()[0]
    return found if isinstance(found, int) else 0


def _number(offices: int, above: list[_Above], path: str) -> None:
    """A table of the offices to come: the number of each, its superior and its path."""
    from angikar.offices import tree

    rows = []
    for number in range(1, offices):
        over = above[number % len(above)]
        rows.append((number, over.office, over.post, over.officer, over.path + tree.step(number // len(above) + 1)))
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE another (n BIGINT PRIMARY KEY, office BIGINT, post BIGINT, officer BIGINT, path TEXT)"
        )
        cursor.executemany("INSERT INTO another VALUES (%s, %s, %s, %s, %s)", rows)


def _copy(model: type[Model], before: dict[type[Model], int], above: _Above, path: str, numbers: range) -> None:
    meta = model._meta
    fields = meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(field, before, above, path) for field in fields)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{meta.db_table}" ({columns}) SELECT {values} FROM "{meta.db_table}" AS one '
            f'CROSS JOIN another WHERE one."{meta.pk.column}" > {before[model]} AND one."{meta.pk.column}" < {APART} '
            f"AND another.n BETWEEN {numbers.start} AND {numbers.stop - 1}"
        )


def _value(field: Field[object, object], before: dict[type[Model], int], above: _Above, path: str) -> str:
    """What the copy holds in a column: numbers of its own rows and of its superior's, names of its own, else the same."""
    column = f'one."{field.column}"'
    target = field.remote_field.model if field.remote_field else None
    if target in before:
        own = {"Office": above.office, "Post": above.post, "Officer": above.officer}.get(target.__name__)
        name = target.__name__.lower()
        of_superior = f"WHEN {column} = {own} THEN another.{name} " if own else ""
        return (
            f"CASE {of_superior}WHEN {column} > {before[target]} THEN {column} + another.n * {APART} ELSE {column} END"
        )
    if field.primary_key and target is None:
        return f"{column} + another.n * {APART}"
    if field.get_internal_type() == "CharField" and (field.name == "path" or field.name.endswith("_path")):
        return f"CASE WHEN {column} = '{path}' THEN another.path ELSE {column} END"
    if field.name in _NAMED:
        return f"CASE WHEN {column} = '' THEN '' ELSE REPLACE({column}, '-0', '') || '-' || another.n END"
    return column


@contextmanager
def _unchecked() -> Iterator[None]:
    """Rows go in without their keys being checked; they are copies of rows whose keys were."""
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF" if sqlite else "SET session_replication_role = replica")
        yield
        cursor.execute("PRAGMA foreign_keys = ON" if sqlite else "SET session_replication_role = DEFAULT")


def _settle() -> None:
    """Let the database know its new size, and where the next numbers begin."""
    from django.core.management.color import no_style

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)
        cursor.execute("ANALYZE")


def _look_over() -> None:
    """Note that the data were looked over in the night before, as those of an office that has run for a day are."""
    from django.utils import timezone

    from angikar.notices.kept import keep

    now = timezone.localtime()
    keep("last-doctor", now, found=[])
    keep("last-verify", now, broken=None)
