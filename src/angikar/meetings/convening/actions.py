"""What is done before a meeting: a body's series begun and ended, meetings planned, moved, cancelled, their notices drafted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.db import transaction

from angikar.history.actions import record
from angikar.history.publishing import publish
from angikar.history.refusal import Conflict, Refused
from angikar.meetings.convening import laws, sentences
from angikar.meetings.events import MeetingAnnounced
from angikar.meetings.models import Meeting, MeetingState, Series
from angikar.offices.models import Body, Officer
from angikar.papers import actions as papers
from angikar.rules.kinds.plain_letter import KIND, PlainLetter
from angikar.rules.schedule.rule import Rule

AHEAD = timedelta(days=100)
"""So far ahead the next meetings of a series lie there planned: at least one of each quarter."""
BEFORE = (MeetingState.PLANNED, MeetingState.CALLED)
"""In these states a meeting may still be moved or cancelled."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a body meets: `rule` says by which day, `minutes_within` and `notice_days` are days after and before a meeting."""

    title: str
    rule: Rule
    since: date
    minutes_within: int = 7
    notice_days: int = 3
    time: time | None = None
    place: str = ""
    standing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """When and where a meeting is held and who leads it; `words` say why it was moved or lies outside its period."""

    date: date
    time: time | None = None
    place: str = ""
    chair: str = ""
    words: str = ""


def begin(body: Body, terms: Terms, *, by: Officer | None, day: date) -> Series:
    """Let a body meet by rule from a day on; its next meetings are planned at once.

    Raises `Refused` without a title, for a rule that is no rhythm of meetings, for a second series of that title and for a
    body that is no more.
    """
    with transaction.atomic():
        fresh = _living(body, terms.since)
        laws.refuse_rhythm(terms.title, terms.rule)
        if Series.objects.filter(body=fresh, title=terms.title.strip(), until=None).exists():
            raise Refused(sentences.SERIES_TITLE_USED)
        series = Series.objects.create(
            body=fresh,
            title=terms.title.strip(),
            rule=terms.rule.model_dump(mode="json"),
            since=terms.since,
            minutes_within=terms.minutes_within,
            notice_days=terms.notice_days,
            time=terms.time,
            place=terms.place.strip(),
            standing=list(terms.standing),
        )
        made = Meeting.objects.bulk_create(laws.missing(series, day, day + AHEAD))
        now = {"title": series.title, "rule": series.rule, "since": terms.since.isoformat(), "planned": len(made)}
        record("meeting.begin_series", series, by=by, now=now)
    return series


def end(series: Series, *, day: date, by: Officer | None) -> Series:
    """Let a series end on a day; its planned meetings from that day on are cancelled with it. Raises `Refused` for one that
    has ended or begins later, and while a meeting after that day is called.
    """
    with transaction.atomic():
        fresh = Series.objects.select_for_update().get(pk=series.pk)
        if fresh.until is not None or day < fresh.since:
            raise Refused(sentences.NO_SERIES_ON_DAY)
        after = Meeting.objects.filter(series=fresh, due__gte=day)
        if after.filter(state=MeetingState.CALLED).exists():
            raise Refused(sentences.SERIES_HAS_CALLED_MEETING)
        count = after.filter(state=MeetingState.PLANNED).update(
            state=MeetingState.CANCELLED, words="নিয়মিত সভা শেষ করা হয়েছে।"
        )
        fresh.until = day
        fresh.save(update_fields=["until"])
        record("meeting.end_series", fresh, by=by, now={"until": day.isoformat(), "cancelled": count})
    return fresh


def plan_ahead(serieses: Sequence[Series], *, day: date) -> int:
    """Plan the meetings that series allow in the `AHEAD` after a day and that do not lie there yet. Returns how many."""
    with transaction.atomic():
        made = [each for series in serieses for each in laws.missing(series, day, day + AHEAD)]
        if not made:
            return 0
        Meeting.objects.bulk_create(made)
        now = [[each.series_id, each.due.isoformat() if each.due else None] for each in made]
        record("meeting.plan_ahead", made[0], by=None, now={"planned": now})
    return len(made)


def plan(body: Body, title: str, frame: Frame, *, by: Officer | None) -> Meeting:
    """Plan a meeting outside every series. Raises `Refused` as `move`, and without a title."""
    with transaction.atomic():
        fresh = _living(body, frame.date)
        if not title.strip():
            raise Refused(sentences.TITLE_MISSING)
        laws.refuse_two(fresh, frame.date, None)
        laws.refuse_chair(fresh, frame.chair, frame.date)
        meeting = Meeting.objects.create(
            body=fresh,
            office_path=fresh.office.path,
            title=title.strip(),
            date=frame.date,
            time=frame.time,
            place=frame.place.strip(),
            chair=frame.chair.strip(),
            words=frame.words.strip(),
        )
        record("meeting.plan", meeting, by=by, now=_said(meeting))
    return meeting


def move(meeting: Meeting, frame: Frame, *, version: int, day: date, by: Officer | None) -> Meeting:
    """Give a meeting its day, hour, place and chair, or others; members are notified where its notice is issued.

    Raises `Refused` for one that is held or cancelled, a second one of the body on that day, a chair who is no member, a
    day outside its period and a called meeting without a reason, and `Conflict` when it was changed since `version`.
    """
    with transaction.atomic():
        fresh = _movable(meeting, version)
        laws.refuse_two(fresh.body, frame.date, fresh)
        laws.refuse_chair(fresh.body, frame.chair, frame.date)
        laws.refuse_unreasoned(fresh, frame.date, frame.words)
        was = _said(fresh)
        fresh.date, fresh.time, fresh.place = frame.date, frame.time, frame.place.strip()
        fresh.chair, fresh.words = frame.chair.strip(), frame.words.strip()
        fresh.version += 1
        fresh.save()
        if fresh.state == MeetingState.CALLED:
            publish(MeetingAnnounced(fresh, "moved", day, by))
        record("meeting.move", fresh, by=by, was=was, now=_said(fresh))
    return fresh


def cancel(meeting: Meeting, words: str, *, version: int, day: date, by: Officer | None) -> Meeting:
    """Call a meeting off, with a reason; members are notified where its notice is issued. Raises the errors of `move`."""
    with transaction.atomic():
        fresh = _movable(meeting, version)
        if not words.strip():
            raise Refused(sentences.CANCELLATION_NEEDS_REASON)
        was = _said(fresh)
        called, fresh.state, fresh.words = fresh.state == MeetingState.CALLED, MeetingState.CANCELLED, words.strip()
        fresh.version += 1
        fresh.save()
        if called:
            publish(MeetingAnnounced(fresh, "cancelled", day, by))
        record("meeting.cancel", fresh, by=by, was=was, now=_said(fresh))
    return fresh


def draft_notice(meeting: Meeting, letter: PlainLetter, *, by: Officer) -> Meeting:
    """Draft the notice of a meeting; issued, it calls the meeting. A notice that was issued before is replaced by the new one.

    Raises `Refused` without day, hour, place or agenda, while a draft of it lies there, and for a meeting that is held or
    cancelled; `NotYours` for another's office.
    """
    with transaction.atomic():
        fresh = _movable(meeting, meeting.version)
        laws.refuse_uncallable(fresh)
        content: dict[str, Any] = letter.model_dump(mode="json", by_alias=True)
        if fresh.state == MeetingState.CALLED and fresh.notice is not None:
            paper = papers.supersede(fresh.notice, by=by, day=fresh.date or date.max)
            for name in ("letter", "subject", "body", "signatories", "addressees", "copies"):
                paper = papers.amend(paper, name, content[name], version=paper.version, by=by)
        else:
            paper = papers.draft(by, office=fresh.body.office, kind=KIND, content=content)
            fresh.notice = paper
            fresh.save(update_fields=["notice"])
        record("meeting.draft_notice", fresh, by=by, now={"paper": paper.pk})
    return fresh


def _living(body: Body, day: date) -> Body:
    fresh = Body.objects.select_for_update(of=("self",)).select_related("office").get(pk=body.pk)
    if day < fresh.since or (fresh.until is not None and day >= fresh.until):
        raise Refused(sentences.NO_BODY_ON_DAY)
    return fresh


def _movable(meeting: Meeting, version: int) -> Meeting:
    Body.objects.select_for_update().get(pk=meeting.body_id)
    fresh = (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("body__office", "series", "notice")
        .get(pk=meeting.pk)
    )
    if fresh.state == MeetingState.CANCELLED:
        raise Refused(sentences.MEETING_CANCELLED)
    if fresh.state not in BEFORE:
        raise Refused(sentences.MEETING_NOT_MOVABLE)
    if fresh.version != version:
        raise Conflict(mine=version, theirs=fresh.version, who="", version=fresh.version)
    return fresh


def _said(meeting: Meeting) -> dict[str, object]:
    named = ("title", "place", "chair", "words", "state", "version")
    days = {name: str(value) if (value := getattr(meeting, name)) else None for name in ("date", "time", "due")}
    return {**{name: str(getattr(meeting, name)) for name in named}, **days}
