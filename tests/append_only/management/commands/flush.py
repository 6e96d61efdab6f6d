"""`flush` for test databases: take the guards down, empty the tables, put the guards up again."""

from typing import Any

from django.core.management.commands.flush import Command as Flush

from angikar.history import triggers


class Command(Flush):
    """Django's own `flush` between two moves of the guards."""

    def handle(self, **options: Any) -> None:
        using = options["database"]
        triggers.remove_all(using)
        super().handle(**options)
        triggers.install_all(using)
