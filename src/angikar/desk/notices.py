"""Notices: what one's posts have been notified of, the newest first, and the calendar one may subscribe to."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import attempt, officer, page, signed_in, today
from angikar.notices import access, actions
from angikar.notices.calendar import calendar
from angikar.notices.models import Feed
from angikar.offices.keyset import Keyset

_ON_A_PAGE = 50
_ORDER = Keyset("notices", "-at", "-pk")


@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The list; the notices of a page count as seen once the page is opened."""
    notices = _ORDER.page(access.notices_for(officer(request)), request.GET.get("page", ""), _ON_A_PAGE)
    fresh = [each for each in notices.rows if each.seen_at is None]
    actions.see(fresh, by=officer(request), at=timezone.now())
    feed = Feed.objects.filter(officer=officer(request)).first()
    address = f"{settings.HOUSE_ADDRESS}/calendar/{feed.token}.ics" if feed else ""
    return page(request, "notices", {"notices": notices, "fresh": {each.pk for each in fresh}, "address": address})


@signed_in
@require_POST
def subscribe(request: HttpRequest) -> HttpResponse:
    """Give a new calendar address; the old one ends."""
    attempt(request, lambda: actions.open_feed(officer(request)), _("পঞ্জির নতুন ঠিকানা তৈরি হয়েছে; আগেরটি আর চলবে না।"))
    return redirect("desk:notices")


@require_GET
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar behind an address; calendars cannot sign in, so who knows the address reads it."""
    book = calendar(access.subscriber(token), today(), timezone.now())
    return HttpResponse(
        book, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private, no-store"}
    )
