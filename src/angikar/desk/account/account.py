"""One's own account: password, second factor, e-mail, and where one is signed in."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from angikar.desk.base import officer, page, signed_in


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
