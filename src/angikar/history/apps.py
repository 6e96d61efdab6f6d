"""History as a Django app: after every migration the guards stand."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HistoryConfig(AppConfig):
    """The history room."""

    name = "angikar.history"

    def ready(self) -> None:
        """Have the guards put up whenever the tables have been changed."""
        from angikar.history.triggers import put_up

        post_migrate.connect(put_up, sender=self, dispatch_uid="angikar.guards")
