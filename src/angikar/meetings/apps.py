"""Meetings as a Django app: they follow what duties announce."""

from __future__ import annotations

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """The meetings room."""

    name = "angikar.meetings"

    def ready(self) -> None:
        """Follow the deeds of the rooms below."""
        from angikar.duties.signals import issued, turned
        from angikar.meetings.register import keep

        issued.connect(keep.laid, dispatch_uid="meetings.laid")
        turned.connect(keep.turned, dispatch_uid="meetings.turned")
