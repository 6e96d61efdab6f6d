"""The first page of an empty house: its first office, the head, and the name and password to sign in with."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from angikar.desk.base import page, sentence, today
from angikar.desk.begin import entry_code, sentences
from angikar.desk.door.guard import tries, was_right
from angikar.history.refusal import NotYours, Refused
from angikar.offices.founding import Beginning, begin_house, is_empty
from angikar.offices.guessing.limits import Door
from angikar.offices.models import Office, OfficeKind, Officer

_ENTER = "angikar.site.sessions.ByPassword"


@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Ask for the office and its head, and found it for who has the code of the console; a house with an office has no such
    page.
    """
    if not is_empty():
        raise NotYours
    if request.method != "POST":
        return _screen(request)
    try:
        head = _founded(request)
    except Refused as refused:
        messages.error(request, sentence(refused))
        return _screen(request, status=422)
    login(request, head, _ENTER)
    UserSession.objects.create_from_request(request)
    messages.success(request, _("দপ্তর হয়েছে, আর আপনি লগ ইন করা আছেন। এবার পরের ধাপগুলো।"))
    return redirect("desk:first_steps")


def _founded(request: HttpRequest) -> Officer:
    guess = tries(request, Door.FIRST_PAGE)
    if not entry_code.opens(request.POST.get("code", "")):
        raise Refused(sentences.ENTRY_CODE_WRONG)
    was_right(guess)
    fields = ("office", "level", "post", "name", "username", "memo_prefix")
    given = {name: request.POST.get(name, "") for name in fields}
    passwords = {name: request.POST.get(name, "") for name in ("password", "again")}
    _office, head = begin_house(Beginning(**given, **passwords), day=today())
    entry_code.spend()
    return head


def _screen(request: HttpRequest, *, status: int = 200) -> HttpResponse:
    context = {
        "typed": request.POST,
        "code": request.POST.get("code") or request.GET.get("code", ""),
        "levels": OfficeKind.values,
        "longest": Office._meta.get_field("name").max_length,
    }
    return page(request, "begin/begin", context, status=status)
