"""Django's SQLite with durable commits: outside of a transaction SQLite waits for the disk by itself (`synchronous=FULL`); a
transaction writes without waiting, lets the next writer begin, and waits then, for one `fdatasync` together with all that wait.
"""

from __future__ import annotations

import os
from typing import Any

from django.db.backends.sqlite3 import base, features
from django.db.utils import OperationalError

from angikar.site.durable_sqlite3.together import SyncedTogether


class DatabaseFeatures(features.DatabaseFeatures):
    """What SQLite can do. Django asks the database once in the life of a connection whether it knows JSON, and where the disk fails at that
    moment it believes from then on that it does not; every SQLite since 3.38 does.
    """

    supports_json_field = True


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that says a commit is done when the disk has it."""

    features_class = DatabaseFeatures
    _together: SyncedTogether | None = None
    _changes = 0
    _is_read_only = False

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection with a write-ahead log, whose file is what is waited for; elsewhere every commit waits alone."""
        made = super().get_new_connection(conn_params)
        name = str(self.settings_dict["NAME"])
        logged = made.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        self._let_go()
        self._is_read_only = logged and not os.access(name, os.W_OK)
        self._together = _together(name) if logged else None
        made.execute("PRAGMA synchronous=FULL")
        return made

    def _start_transaction_under_autocommit(self) -> None:
        if self._together is not None:
            self.connection.execute("PRAGMA synchronous=NORMAL")
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        finally:
            self._wait_again()
        self._changes = self.connection.total_changes

    def _commit(self) -> None:
        changed = self.connection is not None and self.connection.total_changes != self._changes
        super()._commit()  # type: ignore[misc]
        self._wait_again()
        if changed and self._together is not None:
            try:
                self._together.sync()
            except OSError as failed:
                raise OperationalError(f"disk I/O error: {failed}") from failed

    def _rollback(self) -> None:
        super()._rollback()  # type: ignore[misc]
        self._wait_again()

    def _wait_again(self) -> None:
        """Let SQLite wait for the disk by itself again."""
        if self._together is not None and self.connection is not None and not self.connection.in_transaction:
            self.connection.execute("PRAGMA synchronous=FULL")

    def close_if_unusable_or_obsolete(self) -> None:
        """Between two requests: a connection that was opened while the disk could only be read can never write, so another is opened."""
        if self._is_read_only and not self.in_atomic_block:
            self.close()
        super().close_if_unusable_or_obsolete()

    def _close(self) -> None:
        self._let_go()
        super()._close()  # type: ignore[misc]

    def _let_go(self) -> None:
        if self._together is not None:
            self._together.close()
            self._together = None


def _together(name: str) -> SyncedTogether | None:
    """Who waits together; nobody where the disk can only be read, then a commit would wait alone."""
    try:
        return SyncedTogether(name)
    except OSError:
        return None
