"""`flush` for test databases: take the guards down, empty the tables, put the guards up again, and count rows from one again: the
doctor reads from SQLite's counter how far the history had come.
"""

from typing import Any

from django.core.management.commands.flush import Command as Flush

from angikar.history import triggers


class Command(Flush):
    """Django's own `flush` between two moves of the guards."""

    def handle(self, **options: Any) -> None:
        using = options["database"]
        triggers.remove_all(using)
        super().handle(**{**options, "reset_sequences": True})
        triggers.install_all(using)
