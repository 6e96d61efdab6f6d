"""Meetings as a Django app: they follow what duties announce."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class MeetingsConfig(AppConfig):
    """The meetings room."""

    name = "angikar.meetings"

    def ready(self) -> None:
        """Follow the events of the rooms below, and say what the history tells of the register."""
        from angikar.duties.events import DutyChanged, PaperIssued
        from angikar.history.publishing import subscribe
        from angikar.history.replay.claims import replayed
        from angikar.meetings.convening.receivers import call_meeting
        from angikar.meetings.minutes.receivers import enter_earlier_minutes, enter_minutes, keep_paper_of_meeting
        from angikar.meetings.register import index
        from angikar.meetings.register.receivers import enter_decisions, tie_decisions, update_share
        from angikar.meetings.replaying.counted import CountedReplay
        from angikar.meetings.replaying.decisions import DecisionsReplay
        from angikar.meetings.replaying.shares import SharesReplay
        from angikar.offices.events import BodyFormed
        from angikar.papers.events import PaperDiscarded

        for replay in (DecisionsReplay, SharesReplay, CountedReplay):
            replayed(replay)
        post_migrate.connect(index.put_up, sender=self, dispatch_uid="meetings.index")
        subscribe(PaperIssued, call_meeting)
        subscribe(PaperIssued, enter_minutes)
        subscribe(PaperIssued, enter_decisions)
        subscribe(BodyFormed, enter_earlier_minutes)
        subscribe(BodyFormed, tie_decisions)
        subscribe(DutyChanged, update_share)
        subscribe(PaperDiscarded, keep_paper_of_meeting)
