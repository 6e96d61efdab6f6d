"""The house on the bench: pages of a plan of sixty numbers and one cell saved, in a database of their own."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.bench.measure import Row, median_ms

if TYPE_CHECKING:
    from angikar.offices.models import Officer
    from angikar.papers.models import Paper

ISSUED, TODAY = date(2022, 6, 26), date(2022, 10, 10)
_PLAIN = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE cell (id INTEGER PRIMARY KEY, value TEXT)"


def open_in(folder: Path, url: str = "") -> None:
    """Set Django up on an empty database: that of a URL, or SQLite in a folder."""
    os.environ |= {
        "ANGIKAR_VAR": str(folder),
        "ANGIKAR_DEBUG": "0",
        "ANGIKAR_HTTPS": "0",
        "ANGIKAR_HOSTS": "testserver",
        "ANGIKAR_SECRET_KEY": secrets.token_urlsafe(64),
        "DJANGO_SETTINGS_MODULE": "angikar.site.settings",
    }
    os.environ["DATABASE_URL"] = url
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def issued() -> tuple[Officer, Paper]:
    """The head of an office and its plan of sixty numbers, in force."""
    from angikar.duties.issue import issue
    from angikar.offices import actions as offices
    from angikar.papers.actions import draft
    from tools.bench.papers import FRAMEWORK, plan_of_sixty

    head = offices.enrol("head", "জনাব শালিক হিজল", by=None)
    office = offices.found_office("জনপদ উন্নয়ন অধিদপ্তর", by=head)
    post = offices.create_post(office, "মহাপরিচালক", by=None, is_head=True, is_focal=True)
    offices.appoint(head, post, since=date(2018, 7, 1), by=None)
    content = plan_of_sixty().model_dump(mode="json")
    made = draft(head, office=office, kind="agreement", framework=FRAMEWORK, content=content)
    return head, issue(made, by=head, day=ISSUED)


def pages(head: Officer, paper: Paper) -> Iterator[Row]:
    """The screens that show the plan, each with its queries, beside a bare view through the same middleware."""
    from django.test import Client, override_settings
    from django.urls import reverse

    with override_settings(ROOT_URLCONF="tools.bench.bare"):
        client = Client(raise_request_exception=False)
        client.force_login(head, backend="django.contrib.auth.backends.ModelBackend")
        bare, note = get(client, "/bare/")
        yield Row("a bare view, signed in", bare, note=note)
        for what, address in (
            ("today", reverse("desk:today")),
            ("the plan of 60 as a paper", reverse("desk:paper", args=[paper.pk])),
            ("the plan of 60 as a grid", reverse("desk:grid", args=[paper.pk])),
        ):
            ms, note = get(client, address)
            yield Row(what, ms, bare, note)


def get(client: Any, address: str) -> tuple[float, str]:
    """The median time of a page and, once it is warm, how many queries it asks; what it answers where it is no page."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    ms = median_ms(lambda: client.get(address), 15)
    with CaptureQueriesContext(connection) as queries:
        status = client.get(address).status_code
    return ms, f"{len(queries)} queries" if status == 200 else f"answers {status}"


def cell(head: Officer, paper: Paper, folder: Path) -> Iterator[Row]:
    """One figure kept with its entry in the history, beside a bare transaction of SQLite."""
    from angikar.duties.cells.saving import save_cell
    from angikar.duties.models import Duty

    duty, figures = Duty.objects.get(paper=paper, key="own:1.1.1:q1"), count(1)
    plain = _plain(folder / "plain.sqlite3")

    def save() -> None:
        value = str(next(figures))
        save_cell(duty, by=head, value=value, version=duty.version, today=TODAY)
        duty.refresh_from_db(fields=["version"])

    def bare() -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT INTO cell (value) VALUES (?)", (str(next(figures)),))
        plain.execute("COMMIT")

    yield Row("save one cell", median_ms(save, 50), median_ms(bare, 50), "beside a bare transaction")


def _plain(file: Path) -> Any:
    import sqlite3

    connection = sqlite3.connect(file, isolation_level=None)
    connection.executescript(_PLAIN)
    return connection
