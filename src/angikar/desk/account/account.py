"""One's own account: password, second factor, e-mail, and where one is signed in."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from angikar.desk.base import attempt, officer, page, signed_in
from angikar.offices.accounts.actions import end_session
from angikar.offices.accounts.sessions import session


@signed_in
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """What one may see to in one's own account."""
    return page(request, "account/account", {"second_step": is_mfa_enabled(officer(request))})


@signed_in
@require_GET
def email(request: HttpRequest) -> HttpResponse:
    """The address stands on one's card; allauth's own list of addresses is not used."""
    return redirect("desk:officer", officer(request).pk)


@signed_in
@require_safe
def identity(request: HttpRequest) -> HttpResponse:
    """What is known of the provider of the office; nothing is added or removed here, so no form of allauth's is taken."""
    return render(request, "socialaccount/connections.html")


@signed_in
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign out in one other place."""
    person = officer(request)
    found = session(person, pk, person)
    attempt(request, lambda: end_session(found, by=person), _("সেখান থেকে লগ আউট করা হয়েছে।"))
    return redirect("usersessions_list")
