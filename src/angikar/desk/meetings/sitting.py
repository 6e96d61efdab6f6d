"""A meeting while it runs: who is present, what is discussed and decided row by row, for several who write at once, and its close."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from secrets import token_urlsafe

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, number, officer, page, sentence, signed_in, today
from angikar.desk.meetings.sitting_rows import SittingRow, one_row, shown_rows
from angikar.desk.parts_kept import kept_row
from angikar.history.refusal import NotYours
from angikar.meetings import access
from angikar.meetings.minutes.actions import close
from angikar.meetings.models import Attendance, Meeting, MeetingState
from angikar.meetings.sittings import actions
from angikar.meetings.sittings.queries import absent, presiding, signed, stamp
from angikar.meetings.sittings.suggestions import offered, taken_up
from angikar.offices.access import mandate
from angikar.offices.bodies.queries import sittings
from angikar.offices.models import Member
from angikar.papers import access as papers
from angikar.rules.kinds.minutes.compose import CONFIRMED


@dataclass(frozen=True, slots=True)
class Rejected:
    """What a row sent that was refused: shown where it was typed, with the reason."""

    typed: dict[str, str] = field(default_factory=dict)
    row: SittingRow | None = None


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting as it is now."""
    return screen(request, access.meeting(officer(request), pk))


@signed_in
@require_GET
def rows(request: HttpRequest, pk: int) -> HttpResponse:
    """The attendance and the rows alone; 304 where they are unchanged."""
    meeting = access.meeting(officer(request), pk)
    tag = f'"{stamp(meeting)}-{request.LANGUAGE_CODE}"'
    if request.headers.get("If-None-Match") == tag:
        answer: HttpResponse = HttpResponseNotModified()
    else:
        answer = page(request, "meetings/sitting_rows", _context(request, meeting))
    answer["ETag"], answer["Cache-Control"] = tag, "private, no-cache"
    return answer


@signed_in
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what `do` says: `begin` or `close` the meeting, `sign` somebody in, or `unsign` them."""
    meeting, by, do = access.meeting(officer(request), pk, "write"), officer(request), request.POST.get("do", "")
    verbs: dict[str, tuple[Callable[[], object], str]] = {
        "begin": (lambda: actions.begin(meeting, by=by, today=today()), _("সভা শুরু হয়েছে।")),
        "sign": (lambda: _sign(request, meeting), _("উপস্থিতি লেখা হয়েছে।")),
        "unsign": (lambda: actions.unsign(_attendance(request, meeting), by=by), _("উপস্থিতি তুলে নেওয়া হয়েছে।")),
        "close": (lambda: _close(request, meeting), _("সভা শেষ; কার্যবিবরণীর খসড়া তৈরি হয়েছে।")),
    }
    if do not in verbs:
        raise NotYours
    if not attempt(request, *verbs[do]):
        return screen(request, access.meeting(by, pk), Rejected(typed=request.POST.dict()), status=422)
    if do == "close":
        return redirect("desk:minutes", pk)
    return redirect(f"{reverse('desk:sitting', args=[pk])}{'#attendance' if do != 'begin' else ''}")


def screen(
    request: HttpRequest, meeting: Meeting, rejected: Rejected | None = None, *, status: int = 200
) -> HttpResponse:
    """The whole page, with what was sent and not taken in its place."""
    return page(request, "meetings/sitting", _context(request, meeting, rejected or Rejected()), status=status)


def _context(request: HttpRequest, meeting: Meeting, rejected: Rejected | None = None) -> dict[str, object]:
    held = mandate(officer(request))
    day = meeting.date or today()
    seats, came = sittings(meeting.body, day), signed(meeting)
    leads = access.may_write(held, meeting.body)
    writes = leads and meeting.state == MeetingState.HELD
    rejected = rejected or Rejected()
    shown = shown_rows(meeting)
    spot = request.GET.get("row", "")
    one = rejected.row or (one_row(meeting, spot) if spot else None)
    return {
        "meeting": meeting,
        "day": day,
        "shown": shown,
        "one": one,
        "typed": rejected.typed,
        "came": came,
        "missing": absent(seats, came),
        "chair": presiding(seats, came),
        "writes": writes,
        "leads": leads,
        "begins": meeting.state in (MeetingState.PLANNED, MeetingState.CALLED) and (meeting.date or today()) <= today(),
        "running": meeting.state == MeetingState.HELD,
        "paper": _paper(request, meeting),
        "offered": offered(meeting.body.office) if writes else (),
        "open": taken_up(meeting) if writes else (),
        "kept_row": kept_row,
        "token": lambda: token_urlsafe(15),
        "stamp": f'"{stamp(meeting)}-{request.LANGUAGE_CODE}"',
        "confirmed": CONFIRMED,
        "untouched": [each for each in shown if each.written.is_empty],
    }


def _paper(request: HttpRequest, meeting: Meeting) -> bool:
    """Whether the reader may see the paper of the minutes."""
    if meeting.minutes_id is None:
        return False
    return papers.papers_for(officer(request)).filter(pk=meeting.minutes_id).exists()


def _sign(request: HttpRequest, meeting: Meeting) -> None:
    sent = request.POST
    signing = actions.Signing(
        member=_seat(request, meeting, "member"),
        instead_of=_seat(request, meeting, "instead_of"),
        **{name: sent.get(name, "") for name in ("name", "title", "mobile")},
    )
    actions.sign(meeting, signing, by=officer(request), at=timezone.now(), token=sent.get("token", "")[:40])


def _seat(request: HttpRequest, meeting: Meeting, name: str) -> Member | None:
    asked = number(request.POST, name)
    if not asked:
        return None
    found = Member.objects.filter(body=meeting.body_id, pk=asked).select_related("post__office").first()
    if found is None:
        raise NotYours
    return found


def _attendance(request: HttpRequest, meeting: Meeting) -> Attendance:
    found = Attendance.objects.filter(meeting=meeting, pk=number(request.POST, "attendance")).select_related("meeting")
    row = found.first()
    if row is None:
        raise NotYours
    return row


def _close(request: HttpRequest, meeting: Meeting) -> None:
    chair = _attendance(request, meeting) if number(request.POST, "attendance") else None
    paper = close(meeting, chair, by=officer(request), today=today())
    for doubt in paper.doubts:
        if doubt.severity == "error":
            messages.warning(request, sentence(doubt))
