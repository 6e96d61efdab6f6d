"""Standings as a Django app that follows the events of duties and papers."""

from __future__ import annotations

from django.apps import AppConfig


class StandingsConfig(AppConfig):
    """The app of standings."""

    name = "angikar.standings"

    def ready(self) -> None:
        """Follow the events of the rooms below."""
        from angikar.duties.events import (
            AnchorDayMoved,
            DutiesChanged,
            DutiesPlaced,
            DutyChanged,
            PaperIssued,
            Readdressed,
        )
        from angikar.history.publishing import subscribe
        from angikar.papers.events import PlanLinked
        from angikar.standings import receivers
        from angikar.standings.circulars import receivers as circulars

        subscribe(DutyChanged, receivers.update_marks)
        subscribe(DutiesChanged, receivers.update_marks_together)
        subscribe(PaperIssued, receivers.create_marks)
        subscribe(PlanLinked, receivers.follow_link)
        subscribe(DutyChanged, circulars.count_post)
        subscribe(PaperIssued, circulars.count_issued)
        subscribe(AnchorDayMoved, circulars.count_moved)
        subscribe(Readdressed, circulars.count_readdressed)
        subscribe(DutiesPlaced, circulars.count_placed)
