"""Opens the data for a command: the folder, the secret key, Django."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo
from angikar.cli.running.modes import private


def folder() -> Path:
    """The folder of the data: `ANGIKAR_VAR`, else ./var; it may not exist yet."""
    return Path(os.environ.get("ANGIKAR_VAR") or Path.cwd() / "var")


def open_data() -> Path:
    """Point Django at the folder of the data, with a secret key of its own. Returns the folder; makes it where it is missing."""
    private()
    var = folder()
    os.environ["ANGIKAR_VAR"] = str(var)
    var.mkdir(mode=0o700, parents=True, exist_ok=True)
    if "ANGIKAR_SECRET_KEY" not in os.environ:
        key = var / "secret-key"
        if not key.exists():
            with os.fdopen(os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(64))
        os.environ["ANGIKAR_SECRET_KEY"] = key.read_text(encoding="ascii")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "angikar.site.settings")
    return var


def enter() -> Path:
    """Open the data and set Django up; an empty folder becomes one with data. Returns the folder. Raises `CannotDo` where a
    setting is wrong or the database does not answer.
    """
    try:
        var = open_data()
    except OSError as wrong:
        raise CannotDo(sentences.FILE_NOT_WRITTEN, file=str(wrong.filename), reason=str(wrong.strerror)) from wrong
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError, connection

    try:
        django.setup()
        connection.ensure_connection()
    except ImproperlyConfigured as wrong:
        raise CannotDo(sentences.SETTING_WRONG, reason=str(wrong)) from wrong
    except OperationalError as wrong:
        raise CannotDo(sentences.DATABASE_SILENT, reason=str(wrong).strip()) from wrong
    return var


def existing() -> Path:
    """The folder of data that are there already. Raises `CannotDo` where there are none."""
    var = folder()
    if not os.environ.get("DATABASE_URL") and not (var / "db.sqlite3").is_file():
        raise CannotDo(sentences.NO_DATA_YET, folder=str(var))
    return var


def enter_existing(*, current: bool = True) -> Path:
    """Open data that is there already, and leave an empty folder empty. Raises `CannotDo` where there is none, and where its
    tables are older than the program unless `current` is false.
    """
    from django.apps import apps

    var = folder()
    if not apps.ready and not os.environ.get("DATABASE_URL") and not (var / "db.sqlite3").is_file():
        raise CannotDo(sentences.NO_DATA_YET, folder=str(var))
    enter()
    if current and behind():
        raise CannotDo(sentences.TABLES_BEHIND)
    return var


def behind() -> list[str]:
    """The migrations that the tables still lack, each as `room.name`, in the order in which they would run."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
