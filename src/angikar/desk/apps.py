"""The desk as a Django app: it looks at who signs in."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class DeskConfig(AppConfig):
    """The officers' screens."""

    name = "angikar.desk"

    def ready(self) -> None:
        """Ask for a second factor at the sign-in where a post demands it."""
        from angikar.desk.second_factor import ask

        user_logged_in.connect(ask, dispatch_uid="desk.second_factor")
