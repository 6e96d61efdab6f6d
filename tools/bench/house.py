"""The house on the bench: pages of a plan of sixty numbers and one cell saved, in a database of their own."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Any

from tools.bench.measure import Row, median_ms

if TYPE_CHECKING:
    from angikar.offices.models import Officer
    from angikar.papers.models import Paper

ISSUED, TODAY = date(2022, 6, 26), date(2022, 10, 10)
BARE, _WITH_BARE = "/bare/", "tools.bench.bare"
"""The bare view, and the addresses of the system with it among them."""
TURNS = 25
"""So often each of two pages is asked in turn."""
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
    return head, issue(made, by=head, day=ISSUED, unsigned="কাগজে স্বাক্ষরিত")


def pages(head: Officer, paper: Paper) -> Iterator[Row]:
    """The screens that show the plan, each with its queries and its goal, beside a bare view through the same middleware."""
    from django.test import override_settings
    from django.urls import reverse

    from angikar.duties.models import Duty

    with override_settings(ROOT_URLCONF=_WITH_BARE):
        client = signed_in(head)
        ms, note = get(client, BARE)
        yield Row("a bare view, signed in", ms, note=note)
        duty = Duty.objects.get(paper=paper, key="own:1.1.1:q1")
        sheet = reverse("desk:paper", args=[paper.pk])
        for what, address, goal in (
            ("today", reverse("desk:today"), 12.0),
            ("the plan of 60 as a paper", sheet, 6.0),
            ("the plan of 60 as a grid", reverse("desk:grid", args=[paper.pk]), 12.0),
            ("the results of the plan of 60", reverse("desk:results", args=[paper.pk]), 15.0),
            ("one duty", reverse("desk:duty", args=[duty.pk]), 8.0),
        ):
            yield beside(client, what, address, goal)
            kept = {"If-None-Match": client.get(address)["ETag"]}
            yield beside(client, f"{what}, nothing new", address, 2.0, kept)


def beside(client: Any, what: str, address: str, goal: float = 0.0, headers: dict[str, str] | None = None) -> Row:
    """A page beside a bare view of the same officer. Both are asked in turn, so that what else the machine does falls on both alike."""
    from django.test import override_settings

    with override_settings(ROOT_URLCONF=_WITH_BARE):
        page, floor = _in_turn(lambda: client.get(address, headers=headers or {}), lambda: client.get(BARE))
        return Row(what, page, floor, _asked(client, address, headers or {}), goal)


def _in_turn(*calls: Callable[[], object]) -> list[float]:
    """The median time of the processor for each of several calls, in milliseconds."""
    taken: list[list[float]] = [[] for _ in calls]
    for turn in range(TURNS + 1):
        for call, times in zip(calls, taken, strict=True):
            start = process_time()
            call()
            if turn:  # the first one warms up
                times.append(1000 * (process_time() - start))
    return [median(times) for times in taken]


def signed_in(head: Officer) -> Any:
    """A browser in which an officer has signed in."""
    from django.test import Client

    client = Client(raise_request_exception=False)
    client.force_login(head, backend="django.contrib.auth.backends.ModelBackend")
    return client


def get(client: Any, address: str) -> tuple[float, str]:
    """The median time of the processor for a page and, once it is warm, how many queries it asks; what it answers where it is no page."""
    return median_ms(lambda: client.get(address), 15, clock=process_time), _asked(client, address)


def _asked(client: Any, address: str, headers: dict[str, str] | None = None) -> str:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        status = client.get(address, headers=headers or {}).status_code
    return f"{len(queries)} queries" if status in (200, 304) else f"answers {status}"


def cell(head: Officer, paper: Paper, folder: Path) -> Iterator[Row]:
    """One figure kept with its entry in the history, beside a bare transaction of SQLite, and how many statements it takes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

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

    ms, floor = median_ms(save, 50), median_ms(bare, 50)
    with CaptureQueriesContext(connection) as queries:
        save_cell(duty, by=head, value=str(next(figures)), version=duty.version, today=TODAY)
    yield Row("save one cell", ms, floor, "beside a bare transaction", statements=_counted(queries), allowed=5)


def saving(head: Officer, paper: Paper) -> Iterator[Row]:
    """One cell of the grid saved through the web, with thirty drafts in its quarter, beside a bare view; the time of the processor."""
    from django.db import connection
    from django.test import override_settings
    from django.test.utils import CaptureQueriesContext

    from angikar.duties.cells.saving import save_cell
    from angikar.duties.models import Duty

    drafts = list(Duty.objects.filter(paper=paper, quarter=1).order_by("pk")[:30])
    for each in drafts[1:]:
        save_cell(each, by=head, value="7", version=each.version, today=TODAY)
    client, duty, figures = signed_in(head), drafts[0], count(1)
    duty.refresh_from_db(fields=["version"])

    def save() -> None:
        fields = {f"value-{duty.pk}": str(next(figures)), f"version-{duty.pk}": str(duty.version)}
        answer = client.post(f"/duties/{duty.pk}/cell/", fields, headers={"HX-Request": "true"})
        if answer.status_code != 200:
            raise RuntimeError(f"saving a cell answers {answer.status_code}")
        duty.version += 1

    with override_settings(TODAY=TODAY, ROOT_URLCONF=_WITH_BARE):
        ms, floor = _in_turn(save, lambda: client.get(BARE))
        with CaptureQueriesContext(connection) as queries:
            save()
    yield Row("a cell of the grid saved", ms, floor, goal=8.0, statements=_counted(queries), allowed=8)


def _counted(queries: Any) -> int:
    """How many statements there are besides those of the transaction."""
    return sum(not each["sql"].startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")) for each in queries)


def _plain(file: Path) -> Any:
    import sqlite3

    connection = sqlite3.connect(file, isolation_level=None)
    connection.executescript(_PLAIN)
    return connection
