"""The command that checks the system: fonts, database, chain of history, stored files; one line each."""

from __future__ import annotations

import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import NamedTuple

from angikar import assets
from angikar.cli.refusal import two_sentences
from angikar.cli.setup import enter_existing


class Finding(NamedTuple):
    """What was checked, whether it is well (None: optional and absent), and what was found."""

    what: str
    well: bool | None
    seen: str


@two_sentences
def doctor(call: Namespace) -> int:
    """`angikar doctor`: exit code 1 when something is not well."""
    enter_existing(current=False)
    found = [finding for look in _LOOKS for finding in look()]
    for finding in found:
        sign = {True: "ok  ", False: "BAD ", None: "--  "}[finding.well]
        print(f"{sign}{finding.what}: {finding.seen}")
    return 1 if any(finding.well is False for finding in found) else 0


def _python() -> Iterator[Finding]:
    yield Finding("Python", sys.version_info >= (3, 11), sys.version.split()[0])


def _assets() -> Iterator[Finding]:
    faces = sorted(path.name for path in assets.FONT_DIR.glob("*.ttf"))
    yield Finding("print fonts", bool(faces), ", ".join(faces) or "missing; run `make assets`")
    yield Finding("scripts", (assets.WEB_DIR / "htmx.min.js").exists(), str(assets.WEB_DIR))


def _database() -> Iterator[Finding]:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        version = cursor.fetchone()[0]
    yield Finding("database", True, f"{connection.vendor} {version}")
    executor = MigrationExecutor(connection)
    behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    yield Finding("tables", not behind, f"{len(behind)} migrations behind" if behind else "up to date")
    if not behind:
        yield from _history()
        yield from _files()


def _history() -> Iterator[Finding]:
    from angikar.history.actions import seal
    from angikar.history.models import Entry
    from angikar.history.whole import verify

    seal()
    broken = verify()
    yield Finding(
        "history", broken is None, f"{Entry.objects.count()} entries" if broken is None else " ".join(broken.both)
    )


def _files() -> Iterator[Finding]:
    from angikar.papers import store
    from angikar.papers.models import File

    bad = []
    for sha256, name in File.objects.values_list("sha256", "name").iterator():
        try:
            store.get(sha256)
        except (OSError, ValueError):
            bad.append(name)
    yield Finding(
        "kept files", not bad, f"missing or altered: {', '.join(bad)}" if bad else f"{File.objects.count()} whole"
    )


def _readers() -> Iterator[Finding]:
    tesseract = shutil.which("tesseract")
    yield Finding("tesseract", True if tesseract else None, tesseract or "not installed; scans cannot be read")


_LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (_python, _assets, _database, _readers)
