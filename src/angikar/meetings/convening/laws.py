"""What stands against calling or moving a meeting, each in one sentence; and which meetings a series still lacks."""

from __future__ import annotations

from datetime import date, timedelta

from angikar.history.refusal import Refused
from angikar.meetings.convening import sentences
from angikar.meetings.models import Meeting, MeetingState, Series
from angikar.offices.bodies.queries import sittings
from angikar.offices.models import Body
from angikar.papers.models import FROZEN
from angikar.rules.bangla.text import key
from angikar.rules.schedule.period import begins
from angikar.rules.schedule.recurrence import occurrences
from angikar.rules.schedule.rule import Rule

RHYTHMS = ("weekly", "every", "monthly", "quarterly")
"""The rules by which a body may meet."""


def missing(series: Series, day: date, last: date) -> list[Meeting]:
    """The meetings a series allows from a day up to a last one and that do not lie there, not yet kept; one that was called
    off is not planned again.
    """
    start = max(series.since, day)
    until = min(last, series.until - timedelta(days=1)) if series.until else last
    if until < start:
        return []
    rule = Rule.model_validate(series.rule)
    days = occurrences((rule,), anchor=None, formation=series.since, issued=start - timedelta(days=1), end=until)
    known = set(Meeting.objects.filter(series=series).values_list("due", flat=True))
    return [
        Meeting(
            body=series.body,
            series=series,
            office_path=series.body.office.path,
            title=series.title,
            due=each.due,
            time=series.time,
            place=series.place,
        )
        for each in days
        if not each.due_on_issue and each.due not in known
    ]


def period(meeting: Meeting) -> tuple[date, date] | None:
    """The first and last day on which a meeting of a series is to be held; `None` for one outside every series."""
    if meeting.series is None or meeting.due is None:
        return None
    return begins(Rule.model_validate(meeting.series.rule), meeting.due), meeting.due


def short_by(meeting: Meeting, day: date) -> int:
    """By how many days a notice that goes out on a day is shorter than the series wants; 0 where it is long enough."""
    if meeting.series is None or meeting.date is None:
        return 0
    return max(0, meeting.series.notice_days - (meeting.date - day).days)


def refuse_rhythm(title: str, rule: Rule) -> None:
    """A series has a title, and a rule that is a rhythm of meetings."""
    if not title.strip():
        raise Refused(sentences.TITLE_MISSING)
    if rule.rule not in RHYTHMS:
        raise Refused(sentences.RHYTHM_MISSING)


def refuse_two(body: Body, day: date, but: Meeting | None) -> None:
    """A body meets once a day."""
    others = Meeting.objects.filter(body=body, date=day).exclude(state=MeetingState.CANCELLED)
    if others.exclude(pk__in=[but.pk] if but else []).exists():
        raise Refused(sentences.SECOND_MEETING_OF_DAY, day=day.isoformat())


def refuse_chair(body: Body, chair: str, day: date) -> None:
    """Who leads a meeting is a member of the body on its day; empty is the body's own chair."""
    wanted = key(chair, fold=True)
    if not wanted:
        return
    for each in sittings(body, day):
        names = (each.name, each.title, each.member.post.title if each.member.post else "", str(each.member))
        if wanted in {key(name, fold=True) for name in names if name}:
            return
    raise Refused(sentences.CHAIR_NOT_MEMBER, name=chair.strip(), day=day.isoformat())


def refuse_unreasoned(meeting: Meeting, day: date, words: str) -> None:
    """A day outside the period, and a change after the notice went out, have a reason."""
    if words.strip():
        return
    span = period(meeting)
    if span and not span[0] <= day <= span[1]:
        raise Refused(sentences.OUTSIDE_PERIOD, first=span[0].isoformat(), last=span[1].isoformat())
    if meeting.state == MeetingState.CALLED:
        raise Refused(sentences.CHANGE_NEEDS_REASON)


def refuse_uncallable(meeting: Meeting) -> None:
    """A notice says day, hour and place, and has an agenda."""
    if meeting.date is None or meeting.time is None or not meeting.place:
        raise Refused(sentences.NOTICE_INCOMPLETE)
    if not meeting.items.filter(dropped=False).exists():
        raise Refused(sentences.NOTICE_WITHOUT_AGENDA)
    draft = meeting.notice
    if draft is not None and (draft.state not in FROZEN or draft.successors.exclude(state__in=FROZEN).exists()):
        raise Refused(sentences.NOTICE_DRAFTED)
