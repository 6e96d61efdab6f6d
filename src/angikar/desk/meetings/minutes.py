"""The minutes of a meeting before they are issued: circulated among its members, who say what is to be corrected; each word is
answered on record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, number, officer, page, signed_in, today
from angikar.desk.meetings import sentences
from angikar.history.refusal import NotYours, Refused
from angikar.meetings import access
from angikar.meetings.minutes import actions
from angikar.meetings.models import Correction, Meeting
from angikar.notices.actions import Message, notify
from angikar.notices.models import NoticeKind
from angikar.offices.access import mandate
from angikar.offices.bodies.queries import sittings
from angikar.papers import access as papers
from angikar.papers.actions import move
from angikar.papers.models import Paper, State
from angikar.rules.kinds.minutes.content import Minutes


@dataclass(frozen=True, slots=True)
class MinutesPassage:
    """A text of the minutes that may be corrected, with the corrections that members proposed."""

    path: str
    title: str
    text: str
    corrections: tuple[Correction, ...]


@signed_in
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes as they are now, passage by passage, with the corrections proposed."""
    return _screen(request, *_minutes(request, pk))


@signed_in
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what `do` says: `circulate` the draft, `propose` a correction, `take` or `refuse` one."""
    meeting, paper = _minutes(request, pk)
    by, sent, do = officer(request), request.POST, request.POST.get("do", "")
    seat = access.sits_in(mandate(by), meeting.body)
    post = (seat.post if seat else None) or mandate(by).post_in(meeting.body.office_id)
    verbs: dict[str, tuple[Callable[[], object], str]] = {}
    if access.may_write(mandate(by), meeting.body):
        verbs = {
            "circulate": (lambda: _circulate(request, meeting, paper), _("সদস্যদের কাছে মতামতের জন্য পাঠানো হয়েছে।")),
            "take": (
                lambda: actions.take(_correction(request, paper), by=by, words=sent.get("words", "")),
                _("সংশোধন গৃহীত।"),
            ),
            "refuse": (
                lambda: actions.refuse(_correction(request, paper), by=by, words=sent.get("words", "")),
                _("উত্তর লেখা হয়েছে।"),
            ),
        }
    if post is not None:
        proposed = {
            "text": sent.get("text", "").replace("\r\n", "\n"),
            "words": sent.get("words", ""),
            "token": sent.get("token", "")[:40],
        }
        verbs["propose"] = (
            lambda: actions.propose(paper, sent.get("path", ""), by=by, post=post, today=today(), **proposed),
            _("প্রস্তাব লেখা হয়েছে।"),
        )
    if do not in verbs:
        raise NotYours
    if attempt(request, *verbs[do]):
        return redirect("desk:minutes", pk)
    return _screen(request, *_minutes(request, pk), status=422)


def _circulate(request: HttpRequest, meeting: Meeting, paper: Paper) -> None:
    if "amend" not in papers.rights(mandate(officer(request)), paper):
        raise Refused(sentences.CIRCULATION_BY_LEADERS)
    moved = move(paper, State.REVIEW, by=officer(request), version=paper.version)
    bangla, english = sentences.MINUTES_CIRCULATED.both(meeting=meeting.title)
    message = Message(
        key=f"minutes:{paper.pk}:{moved.version}",
        kind=NoticeKind.WORD,
        text=bangla,
        text_en=english,
        page=reverse("desk:minutes", args=[meeting.pk]),
    )
    seats = sittings(meeting.body, today())
    notify(message.to(seat.member.post for seat in seats if seat.member.post), day=today(), by=officer(request))


def _minutes(request: HttpRequest, pk: int) -> tuple[Meeting, Paper]:
    meeting = access.meeting(officer(request), pk)
    paper = Paper.objects.filter(pk=meeting.minutes_id or 0).select_related("office").first()
    if paper is None:
        raise Http404
    writes = access.may_write(mandate(officer(request)), meeting.body)
    if paper.state in (State.INTAKE, State.DRAFT) and not writes:
        raise Http404
    return meeting, paper


def _correction(request: HttpRequest, paper: Paper) -> Correction:
    found = Correction.objects.filter(paper=paper, pk=number(request.POST, "correction")).first()
    if found is None:
        raise NotYours
    return found


def _screen(request: HttpRequest, meeting: Meeting, paper: Paper, *, status: int = 200) -> HttpResponse:
    held = mandate(officer(request))
    corrections = list(Correction.objects.filter(paper=paper).select_related("by", "post__office", "answered_by"))
    context = {
        "meeting": meeting,
        "paper": paper,
        "passages": list(_passages(cast(Minutes, paper.value()), corrections)),
        "circulated": paper.state == State.REVIEW,
        "writes": access.may_write(held, meeting.body),
        "sees": papers.papers_for(officer(request)).filter(pk=paper.pk).exists(),
        "says": access.sits_in(held, meeting.body) is not None or held.post_in(meeting.body.office_id) is not None,
        "typed": request.POST,
        "token": lambda: get_random_string(20),
    }
    return page(request, "meetings/minutes", context, status=status)


def _passages(minutes: Minutes, corrections: list[Correction]) -> Iterator[MinutesPassage]:
    def passage(path: str, title: str, text: str) -> MinutesPassage:
        return MinutesPassage(path, title, text, tuple(each for each in corrections if each.path == path))

    yield passage("opening", _("শুরু"), minutes.opening)
    for index, item in enumerate(minutes.items):
        yield passage(f"items.{index}.discussion", f"{item.number}। {item.title}", item.discussion)
        for number_, decision in enumerate(item.decisions):
            path = f"items.{index}.decisions.{number_}.text"
            yield passage(path, _("%(item)s নম্বর বিষয়ের সিদ্ধান্ত") % {"item": item.number}, decision.text)
    yield passage("closing", _("সমাপ্তি"), minutes.closing)
