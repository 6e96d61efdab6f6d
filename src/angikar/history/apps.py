"""History as a Django app: after every migration the guards are installed again."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HistoryConfig(AppConfig):
    """The history room."""

    name = "angikar.history"

    def ready(self) -> None:
        """Install the guards whenever the tables have been changed."""
        from angikar.history.triggers import install_all

        post_migrate.connect(install_all, sender=self, dispatch_uid="angikar.guards")
