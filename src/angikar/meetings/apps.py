"""Meetings as a Django app: they follow what duties announce."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class MeetingsConfig(AppConfig):
    """The meetings room."""

    name = "angikar.meetings"

    def ready(self) -> None:
        """Follow the deeds of the rooms below."""
        from angikar.duties.signals import issued, turned
        from angikar.meetings.convening.receivers import called
        from angikar.meetings.minutes.receivers import minuted
        from angikar.meetings.register import index, receivers

        post_migrate.connect(index.put_up, sender=self, dispatch_uid="meetings.index")
        issued.connect(called, dispatch_uid="meetings.called")
        issued.connect(minuted, dispatch_uid="meetings.minuted")
        issued.connect(receivers.laid, dispatch_uid="meetings.laid")
        turned.connect(receivers.turned, dispatch_uid="meetings.turned")
