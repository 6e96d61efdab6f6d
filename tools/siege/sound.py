"""What is looked at inside a house after a blow: what the doctor finds, acts done by halves, and parts of files that nobody finishes."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

_LATER = 3 * 24 * 60 * 60
"""Seconds after which nothing that was begun is still under way."""


def look() -> None:
    """Print all of it as a line of JSON."""
    from django.apps import apps

    from angikar.cli.doctor import data
    from angikar.cli.setup import behind

    older = bool(behind())
    found = {
        "unwell": [f"{each.what}: {each.said[1]}" for each in data() if each.well is False],
        "halves": [] if older else list(_halves()),
        "left": [] if older else list(_left()),
        "rows": {} if older else {model._meta.db_table: model._default_manager.count() for model in apps.get_models()},
    }
    print(json.dumps(found))


def _halves() -> Iterator[str]:
    from angikar.duties.models import Duty, Line
    from angikar.history.models import Entry
    from angikar.jobs.models import ACTIVE, Job
    from angikar.papers.models import Paper

    for paper in Paper.objects.filter(state="issued"):
        if not Duty.objects.filter(paper=paper).exists():
            yield f"paper {paper.pk} is issued and nobody owes anything"
        if "areas" in paper.content and not Line.objects.filter(paper=paper).exists():
            yield f"paper {paper.pk} is issued without its lines"
        if Entry.objects.filter(kind="papers.paper", object_id=paper.pk, verb="paper.issue").count() != 1:
            yield f"paper {paper.pk} is issued without its one entry"
    for paper in Paper.objects.exclude(state="issued"):
        if Duty.objects.filter(paper=paper).exists():
            yield f"paper {paper.pk} is not issued and somebody owes something"
    for job in Job.objects.filter(state="done", page=""):
        yield f"job {job.pk} is done without a result"
    for job in Job.objects.filter(state__in=ACTIVE):
        if not all(_waiting(name).is_file() for name in job.args["files"]):
            yield f"job {job.pk} has lost its file"


def _waiting(name: str) -> Path:
    from django.conf import settings

    return Path(settings.WAITING) / name


def _left() -> Iterator[str]:
    """What is still there of files that were being written, after the sweep of a day without any work."""
    from django.conf import settings
    from django.utils import timezone

    from angikar.cli.running.leftovers import sweep
    from angikar.jobs.actions import prune
    from angikar.jobs.models import ACTIVE, Job

    var = Path(settings.VAR)
    sweep(var, now=time.time() + _LATER)
    prune(timezone.now() + timedelta(seconds=_LATER))
    for pattern in (
        "tmp*",
        "files/**/tmp*",
        "pictures/**/tmp*",
        "tmp/*",
        "backups/*.part",
        "backups/*.locked",
        "restoring",
    ):
        yield from (path.relative_to(var).as_posix() for path in var.glob(pattern) if path != var / "tmp")
    known = {name for job in Job.objects.filter(state__in=ACTIVE) for name in job.args["files"]}
    yield from (f"waiting/{path.name}" for path in _waiting("").glob("*") if path.name not in known)
