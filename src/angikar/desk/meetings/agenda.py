"""Agenda: one meeting before it is held: its day and place, its items and why they are there, its notice, its calendar file."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, in_bangla, number, officer, page, signed_in, today
from angikar.desk.meetings.hours import frame_of
from angikar.desk.papers.printing import file_of
from angikar.history.refusal import NotYours
from angikar.meetings import access
from angikar.meetings.agenda import actions
from angikar.meetings.agenda.queries import histories
from angikar.meetings.convening import laws
from angikar.meetings.convening.actions import BEFORE, cancel, move
from angikar.meetings.models import Item, Meeting
from angikar.notices.calendar import invitation
from angikar.offices.access import mandate
from angikar.offices.bodies.queries import sittings
from angikar.rules.agenda import history


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting as it is prepared."""
    return _screen(request, access.meeting(officer(request), pk))


@signed_in
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what `do` says: `move` the meeting, `cancel` it, make the agenda (`redo`), `add` an item, move one `up` or `down`, `drop`
    or `restore` it.
    """
    by, sent = officer(request), request.POST
    meeting, version = access.meeting(by, pk, "write"), number(request.POST, "version")
    verbs: dict[str, Callable[[], object]] = {
        "move": lambda: move(meeting, frame_of(sent), version=version, day=today(), by=by),
        "cancel": lambda: cancel(meeting, sent.get("why", ""), version=version, day=today(), by=by),
        "redo": lambda: actions.redo(meeting, by=by),
        "add": lambda: actions.add(meeting, sent.get("title", ""), by=by),
        "up": lambda: actions.shift(_item(request, meeting), -1, by=by),
        "down": lambda: actions.shift(_item(request, meeting), 1, by=by),
        "drop": lambda: actions.drop(_item(request, meeting), sent.get("reason", ""), by=by),
        "restore": lambda: actions.restore(_item(request, meeting), by=by),
    }
    do = sent.get("do", "")
    if do not in verbs:
        raise NotYours
    if attempt(request, verbs[do], _("লেখা হয়েছে।")):
        return redirect("desk:agenda", pk)
    return _screen(request, meeting, status=422)


@signed_in
@require_GET
def appointment(request: HttpRequest, pk: int) -> HttpResponse:
    """The calendar file of the meeting, once it has a day."""
    meeting = access.meeting(officer(request), pk)
    if meeting.date is None:
        raise NotYours
    return file_of(invitation(meeting, timezone.now()), f"meeting-{meeting.pk}.ics", "text/calendar; charset=utf-8")


def _item(request: HttpRequest, meeting: Meeting) -> Item:
    found = Item.objects.filter(meeting=meeting, pk=number(request.POST, "item")).select_related("meeting").first()
    if found is None:
        raise NotYours
    return found


def _screen(request: HttpRequest, meeting: Meeting, *, status: int = 200) -> HttpResponse:
    items = list(meeting.items.select_related("proposed_by__office"))
    past = {number: history(each, english=not in_bangla()) for number, each in histories(items).items()}
    shown = [item for item in items if not item.dropped]
    may_write = access.may_write(mandate(officer(request)), meeting.body)
    context = {
        "meeting": meeting,
        "items": shown,
        "dropped": [item for item in items if item.dropped],
        "past": past,
        "period": laws.period(meeting),
        "short": laws.short_by(meeting, today()),
        "may_move": may_write and meeting.state in BEFORE,
        "may_arrange": may_write and meeting.state in actions.OPEN,
        "sittings": sittings(meeting.body, meeting.date or today()),
        "typed": request.POST,
        "day": today(),
    }
    return page(request, "meetings/agenda", context, status=status)
