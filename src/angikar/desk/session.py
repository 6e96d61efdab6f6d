"""Signing out and changing the language, the two buttons of every page, and staying while one writes."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from angikar.desk.base import signed_in

_YEAR = 365 * 24 * 60 * 60


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; no data stays on a shared machine."""
    logout(request)
    return redirect(settings.LOGIN_URL)


@never_cache
@signed_in
@require_GET
def stay(request: HttpRequest) -> HttpResponse:
    """A sign of life from an officer who writes for long without sending."""
    return HttpResponse(status=204)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remember the language chosen, and go back to the page it was chosen on."""
    back = request.META.get("HTTP_REFERER", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if safe else "desk:today")
    chosen = request.POST.get("language", "")
    if check_for_language(chosen):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, chosen, max_age=_YEAR, httponly=True, samesite="Lax", secure=settings.HTTPS
        )
    return response
