"""Convene: the notice of a meeting as it will be printed, and the button that drafts it as a paper to be issued."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from angikar.desk.base import attempt, either, officer, page, sentence, signed_in, today
from angikar.history.refusal import Refused
from angikar.meetings import access
from angikar.meetings.agenda.queries import histories
from angikar.meetings.convening import laws
from angikar.meetings.convening.actions import draft_notice
from angikar.meetings.convening.notice import notice
from angikar.meetings.models import Meeting
from angikar.offices.access import mandate
from angikar.offices.bodies.queries import sittings
from angikar.rules.bangla.digits import to_bangla
from angikar.rules.kinds.plain_letter import PlainLetter


@signed_in
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The text and the addressees of the notice; a POST drafts it under the memo number typed."""
    by = officer(request)
    meeting = access.meeting(by, pk, "write")
    if request.method == "POST":
        drafted: list[Meeting] = []

        def action() -> None:
            laws.refuse_uncallable(meeting)
            drafted.append(draft_notice(meeting, _letter(request, meeting), by=by))

        if attempt(request, action, _("নোটিশের খসড়া তৈরি হয়েছে; দেখে নিয়ে জারি করুন।")):
            paper = drafted[0].notice
            later = paper.successors.order_by("-pk").first() if paper else None
            return redirect("desk:paper", (later or paper).pk if paper else pk)
    refused, prefix = _refused(meeting), meeting.body.office.memo_prefix
    context = {
        "meeting": meeting,
        "refused": refused,
        "letter": None if refused else _letter(request, meeting),
        "short": laws.short_by(meeting, today()),
        "at_home": mandate(by).post_in(meeting.body.office_id) is not None,
        "memo": request.POST.get("memo", either(to_bangla(prefix), prefix)),
        "day": today(),
    }
    return page(request, "meetings/convene", context, status=422 if request.method == "POST" else 200)


def _letter(request: HttpRequest, meeting: Meeting) -> PlainLetter:
    items = list(meeting.items.filter(dropped=False))
    there = sittings(meeting.body, meeting.date or today())
    return notice(meeting, items, histories(items), there, memo=request.POST.get("memo", ""), day=today())


def _refused(meeting: Meeting) -> str:
    """Why no notice can be drafted now; empty where one can."""
    try:
        laws.refuse_uncallable(meeting)
    except Refused as refused:
        return sentence(refused)
    return ""
