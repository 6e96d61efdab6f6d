"""Standings as a Django app that follows the events of duties and papers."""

from __future__ import annotations

from django.apps import AppConfig


class StandingsConfig(AppConfig):
    """The app of standings."""

    name = "angikar.standings"

    def ready(self) -> None:
        """Follow the events of the rooms below."""
        from angikar.duties.events import DutiesChanged, DutyChanged, PaperIssued
        from angikar.history.publishing import subscribe
        from angikar.papers.events import PlanLinked
        from angikar.standings import receivers

        subscribe(DutyChanged, receivers.update_marks)
        subscribe(DutiesChanged, receivers.update_marks_together)
        subscribe(PaperIssued, receivers.create_marks)
        subscribe(PlanLinked, receivers.follow_link)
