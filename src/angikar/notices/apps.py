"""Notices as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """The app of notices."""

    name = "angikar.notices"

    def ready(self) -> None:
        """Follow the events of duties and meetings."""
        from angikar.duties.signals import alarm, issued, moved, readdressed
        from angikar.meetings.signals import announced
        from angikar.notices import alarms, letters
        from angikar.notices.invitations import invite
        from angikar.notices.moved import notify_moved

        alarm.connect(alarms.raised, dispatch_uid="notices.alarm")
        issued.connect(letters.sent, dispatch_uid="notices.letters")
        readdressed.connect(letters.sent_on, dispatch_uid="notices.readdressed")
        moved.connect(notify_moved, dispatch_uid="notices.moved")
        announced.connect(invite, dispatch_uid="notices.invite")
