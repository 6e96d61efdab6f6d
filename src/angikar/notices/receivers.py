"""What notices follow: each receiver notifies the posts that an event concerns, inside the transaction of the action."""

from __future__ import annotations

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
from angikar.jobs.events import JobEnded
from angikar.meetings.events import MeetingAnnounced
from angikar.notices import alarms, comments, ended, invitations, letters, moved, register, returns, signing
from angikar.offices.events import AccountChanged, ApprovalChanged, HoldersChanged, OfficeChanged
from angikar.papers.events import CommentMade, CommentsAsked, ConsentAwaited, PaperMoved, PaperSigned, PlanAssigned


def alarm_superiors(event: IncidentReported) -> None:
    """Alarm the offices above that an incident was reported."""
    alarms.raise_alarm(event.incident, event.by, event.on)


def notify_job(event: JobEnded) -> None:
    """Notify who let something be done beside the pages that it is done, or why not."""
    ended.notify_ended(event.job)


def notify_holders(event: HoldersChanged) -> None:
    """Notify who lost a post, and the heads above, that it has another holder."""
    register.notify_holders(event)


def notify_office(event: OfficeChanged) -> None:
    """Notify who loses a post with an office, and the heads around it, that it was moved, split, merged or closed."""
    register.notify_office(event)


def notify_approval(event: ApprovalChanged) -> None:
    """Notify who could confirm what takes two people, and how it was answered."""
    register.notify_approval(event)


def notify_account(event: AccountChanged) -> None:
    """Notify an officer that his account was changed."""
    register.notify_account(event)


def notify_addressees(event: PaperIssued) -> None:
    """Notify every post a new paper names, and everybody outside who gets it."""
    letters.send_letters(event.paper)


def notify_new_addressees(event: Readdressed) -> None:
    """Notify the posts that a letter names since its addressees were looked up again."""
    letters.send_further_letters(event.paper, event.posts, event.on)


def notify_moved_day(event: AnchorDayMoved) -> None:
    """Notify the posts whose duties changed because the anchor day was moved."""
    moved.notify_moved(event.paper, event.moved, event.posts)


def invite_members(event: MeetingAnnounced) -> None:
    """Notify the members of a body that a meeting is called, moved or cancelled."""
    invitations.invite(event.meeting, event.change, event.day, event.by)


def notify_commenters(event: PaperMoved) -> None:
    """Notify who is asked to comment on a draft, and who gets it back with a comment."""
    comments.notify_move(event)


def notify_assigned(event: PlanAssigned) -> None:
    """Notify the offices that got a draft from a template of the office above."""
    comments.notify_assigned(event)


def notify_consent(event: ConsentAwaited) -> None:
    """Notify the office above that an amendment waits for its consent."""
    comments.notify_consent(event)


def notify_comment(event: CommentMade) -> None:
    """Notify the other side that a comment was made, answered, accepted or settled."""
    comments.notify_comment(event)


def notify_asked(event: CommentsAsked) -> None:
    """Notify further posts that their comment is asked."""
    comments.notify_asked(event)


def notify_parties(event: PaperSigned) -> None:
    """Notify the party whose turn it is to sign, or the office of the paper that all have signed."""
    signing.notify_signed(event)


def notify_return(event: DutyChanged) -> None:
    """Notify whose report was sent back, and who sent it back that it was answered again."""
    returns.notify_return(event)


def notify_filing(event: FilingChanged) -> None:
    """Notify both sides of a quarter that was filed, sent back, accepted or closed."""
    returns.notify_filing(event)


def notify_reopening(event: ReopeningChanged) -> None:
    """Notify both sides of a closed quarter that is to be opened for a while."""
    returns.notify_reopening(event.reopening)


def notify_year(event: EvaluationChanged) -> None:
    """Notify the office of a plan of what became of its evaluation."""
    returns.notify_year(event)
