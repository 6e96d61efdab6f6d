"""Standings as a Django app: they follow what duties and papers announce."""

from __future__ import annotations

from django.apps import AppConfig


class StandingsConfig(AppConfig):
    """The standings room."""

    name = "angikar.standings"

    def ready(self) -> None:
        """Follow the deeds of the rooms below."""
        from angikar.duties.signals import issued, turned
        from angikar.papers.signals import linked
        from angikar.standings import receivers

        turned.connect(receivers.turned, dispatch_uid="standings.turned")
        issued.connect(receivers.laid, dispatch_uid="standings.laid")
        linked.connect(receivers.stood_for, dispatch_uid="standings.stood_for")
