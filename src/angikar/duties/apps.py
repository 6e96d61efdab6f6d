"""Duties as a Django app: they follow what offices and they themselves announce."""

from __future__ import annotations

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """The duties room."""

    name = "angikar.duties"

    def ready(self) -> None:
        """Follow the events of the rooms below, and say what may be done as a job."""
        from angikar.duties.events import PaperIssued
        from angikar.duties.formations import receivers
        from angikar.duties.later.assigning import ASSIGN
        from angikar.duties.later.issuing import ISSUE
        from angikar.duties.replaying.figures import DutiesReplay
        from angikar.duties.replaying.papers import PapersReplay
        from angikar.duties.replaying.tenures import TenuresReplay
        from angikar.history.publishing import subscribe
        from angikar.history.replay.claims import replayed
        from angikar.jobs.works import register
        from angikar.offices.events import LeaderChanged

        for replay in (TenuresReplay, PapersReplay, DutiesReplay):
            replayed(replay)
        subscribe(LeaderChanged, receivers.give_duties_to_leader)
        subscribe(PaperIssued, receivers.move_formations)
        register(ISSUE)
        register(ASSIGN)
