"""Bringing the tables up to date: what will change is said first, and a backup is made before anything does."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from angikar.cli import sentences
from angikar.cli.backup import back_up, incomplete
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.running import archive
from angikar.cli.running.index import fill
from angikar.cli.running.leftovers import sweep
from angikar.cli.running.modes import mend
from angikar.cli.setup import behind, enter, enter_existing

_BEGUN = "upgrade-begun"
"""The file beside the data that names the backup an upgrade has made, until the upgrade is done."""


@two_sentences
def upgrade(call: Namespace) -> int:
    """`angikar upgrade [--dry-run]`: say which migrations are missing, back up, and run them."""
    var = enter_existing(current=False)
    if call.dry_run:
        _say(behind())
        return 0
    bring_up_to_date(var)
    if not behind():
        print(*sentences.UP_TO_DATE.both(), sep="\n")
    return 0


def prepare() -> Path:
    """Open the data, new or old, with its tables up to date and the static files in place. Returns the folder of the data."""
    from django.core.management import call_command

    var = enter()
    sweep(var)
    bring_up_to_date(var)
    call_command("collectstatic", interactive=False, verbosity=0)
    return var


def bring_up_to_date(var: Path) -> None:
    """Run the migrations that are missing; where there are tables already, after a backup. Raises `CannotDo` where the tables
    are newer than the program.
    """
    from django.core.management import call_command
    from django.db import connection

    from angikar.history import triggers

    if count := mend(var):
        print(*sentences.MODES_MENDED.both(count=count), sep="\n", flush=True)
    newer = _unknown()
    if newer:
        raise CannotDo(sentences.TABLES_NEWER, names=", ".join(newer[:5]))
    missing, begun = behind(), var / _BEGUN
    if begun.exists():
        print(*sentences.UPGRADE_CUT_OFF.both(file=begun.read_text(encoding="utf-8")), sep="\n", flush=True)
    if missing and _has_tables():
        _say(missing)
        done = back_up(var, "before-upgrade")
        print(*sentences.BACKED_UP_FIRST.both(file=str(done.archive)), sep="\n", flush=True)
        if done.wrong:
            print(*incomplete(done), sep="\n", file=sys.stderr, flush=True)
        if not begun.exists():  # that of a half one is no way back
            archive.written_out(begun, str(done.archive))
    if missing:
        call_command("migrate", interactive=False, verbosity=0)
    if rows := fill():
        print(*sentences.INDEXED.both(count=rows, gone=0), sep="\n", flush=True)
    begun.unlink(missing_ok=True)
    if gone := triggers.missing(connection):
        triggers.install_all()
        print(*sentences.GUARDS_BACK.both(count=len(gone)), sep="\n", flush=True)


def _say(missing: list[str]) -> None:
    sentence = sentences.MIGRATIONS_MISSING if missing else sentences.UP_TO_DATE
    print(*sentence.both(**({"count": len(missing)} if missing else {})), sep="\n")
    print(*(f"  {name}" for name in missing), sep="\n", flush=True)


def _has_tables() -> bool:
    from django.db import connection

    return bool(connection.introspection.table_names())


def _unknown() -> list[str]:
    """The migrations the tables went through that this program does not know: a newer one ran them."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    ours = {app for app, _ in loader.graph.nodes}
    known = {*loader.graph.nodes, *loader.disk_migrations}
    replaced = {key for each in loader.disk_migrations.values() for key in each.replaces}
    return sorted(f"{app}.{name}" for app, name in set(loader.applied_migrations) - known - replaced if app in ours)
