"""The first password: an officer sets it himself, once, with the code his keeper gave him."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from angikar.desk.base import now, page, sentence
from angikar.desk.door.device import let_in
from angikar.desk.door.guard import tries, was_right
from angikar.history.refusal import Refused
from angikar.offices.accounts.actions import set_password
from angikar.offices.guessing.limits import Door


@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Ask for the code and the password twice; then on to the sign-in page."""
    code = request.POST.get("code") or request.GET.get("code", "")
    if request.method != "POST":
        return page(request, "begin/first_password", {"code": code})
    try:
        guess = tries(request, Door.FIRST_PASSWORD)
        sent = request.POST
        officer = set_password(code, sent.get("password", ""), sent.get("again", ""), now=now())
    except Refused as refused:
        messages.error(request, sentence(refused))
        return page(request, "begin/first_password", {"code": code}, status=422)
    was_right(guess)
    let_in(None, request, officer)  # who has the keeper's code may sign in on this machine, whatever others guess
    logout(request)  # somebody else may have sat at this browser
    said = _("পাসওয়ার্ড হয়েছে। এখন “%(username)s” নামে লগ ইন করুন।") % {"username": officer.username}
    messages.success(request, said)
    return redirect("account_login")
