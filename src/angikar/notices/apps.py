"""Notices as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """The app of notices."""

    name = "angikar.notices"

    def ready(self) -> None:
        """Follow the events of papers, duties and meetings."""
        from angikar.duties.events import (
            AnchorDayMoved,
            DutyChanged,
            EvaluationChanged,
            FilingChanged,
            IncidentReported,
            PaperIssued,
            Readdressed,
            ReopeningChanged,
        )
        from angikar.history.publishing import subscribe
        from angikar.jobs.events import JobEnded
        from angikar.meetings.events import MeetingAnnounced
        from angikar.notices import receivers
        from angikar.offices.events import AccountChanged, ApprovalChanged, HoldersChanged, OfficeChanged
        from angikar.papers.events import (
            CommentMade,
            CommentsAsked,
            ConsentAwaited,
            PaperMoved,
            PaperSigned,
            PlanAssigned,
        )

        subscribe(HoldersChanged, receivers.notify_holders)
        subscribe(OfficeChanged, receivers.notify_office)
        subscribe(ApprovalChanged, receivers.notify_approval)
        subscribe(AccountChanged, receivers.notify_account)
        subscribe(IncidentReported, receivers.alarm_superiors)
        subscribe(PaperIssued, receivers.notify_addressees)
        subscribe(Readdressed, receivers.notify_new_addressees)
        subscribe(AnchorDayMoved, receivers.notify_moved_day)
        subscribe(MeetingAnnounced, receivers.invite_members)
        subscribe(PaperMoved, receivers.notify_commenters)
        subscribe(ConsentAwaited, receivers.notify_consent)
        subscribe(PlanAssigned, receivers.notify_assigned)
        subscribe(CommentMade, receivers.notify_comment)
        subscribe(CommentsAsked, receivers.notify_asked)
        subscribe(PaperSigned, receivers.notify_parties)
        subscribe(DutyChanged, receivers.notify_return)
        subscribe(FilingChanged, receivers.notify_filing)
        subscribe(ReopeningChanged, receivers.notify_reopening)
        subscribe(JobEnded, receivers.notify_job)
        subscribe(EvaluationChanged, receivers.notify_year)
