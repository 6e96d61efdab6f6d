"""Old steps: the migrations one by one, as a database from before version 0.2.0 takes them, without those that make all tables at once."""

from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader


class OldSteps(MigrationLoader):
    """The graph of migrations without those that replace others."""

    def load_disk(self) -> None:
        """Read all migrations, and leave out those that replace others."""
        super().load_disk()
        self.disk_migrations = {key: each for key, each in self.disk_migrations.items() if not each.replaces}


def executor() -> MigrationExecutor:
    """What runs the old steps in the database of the test."""
    made = MigrationExecutor(connection)
    made.loader = OldSteps(connection)
    return made
