"""The desk as a Django app: it looks at who signs in, and follows what officers change in their own accounts."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class DeskConfig(AppConfig):
    """The officers' screens."""

    name = "angikar.desk"

    def ready(self) -> None:
        """Ask for a second factor where a post demands it, and write into the history what allauth's pages change."""
        from angikar.desk.account import receivers
        from angikar.desk.door.device import let_in
        from angikar.desk.second_factor import ask

        user_logged_in.connect(ask, dispatch_uid="desk.second_factor")
        user_logged_in.connect(let_in, dispatch_uid="desk.door.device")
        receivers.follow()
