"""Keeping a meeting true to its minutes: as these are issued it is minuted, and the one before it confirmed; a body that is formed
later takes up the minutes that name it.

This is no verb of an office: issuing has its own entry in the history.
"""

from __future__ import annotations

from datetime import date
from typing import cast

from django.db.models import Q

from angikar.duties.events import PaperIssued
from angikar.history.refusal import Refused
from angikar.meetings.minutes import sentences
from angikar.meetings.minutes.queries import without_body
from angikar.meetings.models import Meeting, MeetingState
from angikar.offices.events import BodyFormed
from angikar.offices.models import Body
from angikar.papers.events import PaperDiscarded
from angikar.papers.models import Paper
from angikar.rules.bangla.text import key
from angikar.rules.kinds import kind_named
from angikar.rules.kinds.minutes.content import Minutes

_HAS_NONE = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.HELD, MeetingState.CLOSED)


def enter_minutes(event: PaperIssued) -> None:
    """Minutes were issued: their meeting says so (one that was held on paper alone is entered), and where they confirm the
    last minutes, the meeting before is confirmed. Raises `Refused` where the meeting has minutes already.
    """
    paper, replaced = event.paper, event.replaced
    if not kind_named(paper.kind).records_decisions:
        return
    minutes = cast(Minutes, paper.value())
    meeting = _of(paper, minutes, replaced)
    if meeting is None:
        return
    _minuted(meeting, paper, minutes)


def keep_paper_of_meeting(event: PaperDiscarded) -> None:
    """A draft that a meeting has as its notice or its minutes is not discarded. Raises `Refused`."""
    own = Q(notice=event.paper) | Q(minutes=event.paper)
    meeting = Meeting.objects.filter(own).select_related("body").first()
    if meeting is not None:
        raise Refused(sentences.PAPER_OF_MEETING, body=meeting.body.name)


def _minuted(meeting: Meeting, paper: Paper, minutes: Minutes) -> None:
    meeting.minutes, meeting.state = paper, MeetingState.MINUTED
    meeting.date = date.fromisoformat(minutes.date) if minutes.date else meeting.date
    meeting.version += 1
    meeting.save()
    if any(item.confirms and item.decisions for item in minutes.items):
        _confirm_before(meeting)


def enter_earlier_minutes(event: BodyFormed) -> None:
    """A body was formed: the minutes of its office that name it and have no meeting yet are minutes of its meetings, the oldest
    first; where later ones confirm earlier ones, these are confirmed.
    """
    body = event.body
    for paper in without_body(body.office_id, body.name) if not body.area else ():
        minutes = cast(Minutes, paper.value())
        same = Meeting.objects.filter(body=body, date=minutes.date).exclude(minutes=None)
        if minutes.date is None or same.exists():
            continue
        meeting = Meeting(
            body=body, office_path=body.office.path, title=minutes.title[:300], chair=(minutes.chair or "")[:300]
        )
        _minuted(meeting, paper, minutes)


def _of(paper: Paper, minutes: Minutes, replaced: int | None) -> Meeting | None:
    """The meeting that minutes are of: the one they were drawn up from, or the body's meeting of that day."""
    papers = [pk for pk in (paper.pk, replaced) if pk is not None]
    own = Meeting.objects.filter(minutes__in=papers).first()
    if own is not None:
        return own
    body = _body(paper, minutes)
    if body is None or minutes.date is None:
        return None
    same = Meeting.objects.filter(body=body, date=minutes.date).exclude(state=MeetingState.CANCELLED)
    if same.exclude(state__in=_HAS_NONE).exists():
        raise Refused(sentences.MINUTES_ISSUED)
    path = body.office.path
    return same.first() or Meeting(
        body=body, office_path=path, title=minutes.title[:300], chair=(minutes.chair or "")[:300]
    )


def _body(paper: Paper, minutes: Minutes) -> Body | None:
    """The body of the issuing office that the minutes name."""
    wanted = key(minutes.body or "", fold=True)
    bodies = Body.objects.on(paper.issued_at or date.max).filter(office=paper.office_id).select_related("office")
    return next((body for body in bodies if wanted and key(body.name, fold=True) == wanted), None)


def _confirm_before(meeting: Meeting) -> None:
    """The newest earlier meeting whose minutes wait for it is confirmed here."""
    before = Meeting.objects.filter(body=meeting.body_id, state=MeetingState.MINUTED).exclude(pk=meeting.pk)
    last = before.filter(date__lt=meeting.date).order_by("-date", "-pk").first() if meeting.date else None
    if last is not None:
        last.state, last.confirmed_in = MeetingState.CONFIRMED, meeting
        last.version += 1
        last.save()
