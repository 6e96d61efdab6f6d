"""Creating duties: the rows that one ask makes for many posts, written at once inside the transaction of the action.

This is no verb of an office: the action it belongs to has its own entry in the history.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time

from django.db import connections, router

from angikar.duties.models import Duty, Line
from angikar.papers.access import reviewers
from angikar.papers.models import Paper
from angikar.rules.duty import Ask

Lines = Mapping[int, tuple[str, ...]]
"""The texts of the lines of a paper that name a post, for the posts that several lines name."""

ASKED_COLUMNS = (
    "key",
    "paper",
    "line",
    "owed_to",
    "kind",
    "text",
    "asked",
    "named",
    "lines",
    "quarter",
    "opens",
    "due",
    "due_at",
    "due_on_issue",
    "version",
)
"""The columns of a duty that an ask, its lines and its paper fill."""


def fill_duty(duty: Duty, ask: Ask, paper: Paper, line: Line | None) -> None:
    """Write an ask into a duty. Figures are owed to the office that reviews the paper, everything else to the office that
    issues it.
    """
    duty.paper, duty.line, duty.kind, duty.text = paper, line, ask.kind, ask.text
    duty.asked, duty.quarter, duty.due_on_issue = ask.model_dump(mode="json"), ask.quarter, ask.due_on_issue
    duty.owed_to_id = next(iter(reviewers(paper))) if ask.kind == "figure" else paper.office_id
    duty.opens, duty.due = _day(ask.opens), _day(ask.due)
    duty.due_at = time.fromisoformat(ask.at) if ask.at else None
    duty.version = (duty.version or 0) + 1 if duty.pk else 1


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def create_duties(duty: Duty, posts: Iterable[int], lines: Lines | None = None) -> None:
    """Create one duty for each of several posts, by their numbers; `lines` are those of the paper that name a post, for the
    posts that several name.
    """
    alike: dict[tuple[str, ...], list[int]] = {}
    for post in posts:
        alike.setdefault((lines or {}).get(post, ()), []).append(post)
    for named, together in alike.items():
        duty.lines = list(named)
        _insert(duty, together)


def _insert(duty: Duty, posts: Iterable[int]) -> None:
    """Write one duty for each of several posts: one statement, however many they are.

    `duty` gives everything but the post and is not stored itself. This makes a circular to thousands of offices quick:
    rows of the model are many times as costly as rows of the table.
    """
    connection = connections[router.db_for_write(Duty)]
    fields = [field for field in Duty._meta.concrete_fields if not field.primary_key]
    values = [
        None if field.name == "post" else field.get_db_prep_save(getattr(duty, field.attname), connection)
        for field in fields
    ]
    at = next(index for index, field in enumerate(fields) if field.name == "post")
    quoted = connection.ops.quote_name
    columns, marks = ", ".join(quoted(str(field.column)) for field in fields), ", ".join(["%s"] * len(fields))
    before, after = values[:at], values[at + 1 :]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quoted(Duty._meta.db_table)} ({columns}) VALUES ({marks})",  # noqa: S608  names of the model alone
            [(*before, post, *after) for post in posts],
        )
