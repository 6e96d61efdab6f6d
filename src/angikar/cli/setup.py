"""Opens the data for a command: the folder, the secret key, Django."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo
from angikar.cli.running.credentials import given
from angikar.cli.running.modes import private

UNFINISHED = "restoring"
"""The folder in that of the data which is there while an archive is restored into it."""


def folder() -> Path:
    """The folder of the data: `ANGIKAR_VAR`, else ./var; it may not exist yet."""
    return Path(os.environ.get("ANGIKAR_VAR") or Path.cwd() / "var")


def database_url() -> str:
    """Where the database is; empty for the file in the folder of the data. Raises `CannotDo` for a credential that cannot be read."""
    return _set("DATABASE_URL") or ""


def _set(name: str) -> str | None:
    try:
        return given(name)
    except (OSError, UnicodeDecodeError) as wrong:
        raise CannotDo(sentences.SETTING_WRONG, reason=f"{name}: {wrong}") from wrong


def open_data(*, restoring: bool = False) -> Path:
    """Point Django at the folder of the data, with a secret key of its own. Returns the folder; makes it where it is missing. Raises
    `CannotDo` where a restore was cut off in it, unless this is one.
    """
    private()
    var = folder()
    if not restoring:
        _must_be_whole(var)
    os.environ["ANGIKAR_VAR"] = str(var)
    var.mkdir(mode=0o700, parents=True, exist_ok=True)
    if _set("ANGIKAR_SECRET_KEY") is None:
        os.environ["ANGIKAR_SECRET_KEY"] = _secret_key(var)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "angikar.site.settings")
    return var


def _secret_key(var: Path) -> str:
    """The key of this folder, made where there is none: whole or not at all, and the same for several that begin at once."""
    key, part = var / "secret-key", var / f"secret-key-{os.getpid()}.part"
    if not key.exists():
        part.write_text(secrets.token_urlsafe(64), encoding="ascii")
        with suppress(FileExistsError):
            os.link(part, key)
        part.unlink()
    return key.read_text(encoding="ascii")


def _must_be_whole(var: Path) -> None:
    if (var / UNFINISHED).is_dir():
        raise CannotDo(sentences.RESTORE_UNFINISHED, folder=str(var))


def enter(*, restoring: bool = False) -> Path:
    """Open the data and set Django up; an empty folder becomes one with data. Returns the folder. Raises `CannotDo` where a
    setting is wrong or the database does not answer.
    """
    try:
        var = open_data(restoring=restoring)
    except OSError as wrong:
        raise CannotDo(sentences.FILE_NOT_WRITTEN, file=str(wrong.filename), reason=str(wrong.strerror)) from wrong
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError, OperationalError, connection

    from angikar.cli.checking.sentences import DATABASE_DAMAGED

    try:
        django.setup()
        connection.ensure_connection()
    except ImproperlyConfigured as wrong:
        raise CannotDo(sentences.SETTING_WRONG, reason=str(wrong)) from wrong
    except OperationalError as wrong:
        raise CannotDo(sentences.DATABASE_SILENT, reason=str(wrong).strip()) from wrong
    except DatabaseError as wrong:
        raise CannotDo(DATABASE_DAMAGED, reason=str(wrong).strip()) from wrong
    return var


def existing() -> Path:
    """The folder of data that are there already. Raises `CannotDo` where there are none."""
    var = folder()
    _must_be_whole(var)
    if not database_url() and not (var / "db.sqlite3").is_file():
        raise CannotDo(sentences.NO_DATA_YET, folder=str(var))
    return var


def enter_existing(*, current: bool = True) -> Path:
    """Open data that is there already, and leave an empty folder empty. Raises `CannotDo` where there is none, and where its
    tables are older than the program unless `current` is false.
    """
    from django.apps import apps

    var = folder()
    _must_be_whole(var)
    if not apps.ready and not database_url() and not (var / "db.sqlite3").is_file():
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
