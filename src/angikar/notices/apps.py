"""Notices as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """The notices room."""

    name = "angikar.notices"

    def ready(self) -> None:
        """Follow what meetings announce."""
        from angikar.meetings.signals import announced
        from angikar.notices.invitations import invite

        announced.connect(invite, dispatch_uid="notices.invite")
