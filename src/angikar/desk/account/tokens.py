"""Tokens for programs on the pages of one's own account: made, shown once in the answer that makes one, and revoked."""

from __future__ import annotations

from datetime import timedelta

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from angikar.desk.base import attempt, day_of, now, number, officer, page, sentence, signed_in, today
from angikar.history.refusal import NotYours, Refused
from angikar.offices.access import offices_of
from angikar.offices.models import Office, TokenScope
from angikar.offices.tokens import access
from angikar.offices.tokens.actions import TokenWish, make_token, revoke_token

_USUAL = timedelta(days=90)


@never_cache
@signed_in
@require_http_methods(["GET", "POST"])
@reauthentication_required(app="allauth.mfa")  # type: ignore[untyped-decorator]
def show(request: HttpRequest) -> HttpResponse:
    """One's tokens and the form of a new one; a POST makes it, and its answer alone shows it."""
    if request.method != "POST":
        return _screen(request)
    sent = request.POST
    try:
        wish = TokenWish(sent.get("name", ""), sent.getlist("scope"), day_of(sent.get("until", "")), _office(request))
        _token, text = make_token(officer(request), wish, today=today())
    except Refused as refused:
        messages.error(request, sentence(refused))
        return _screen(request, status=422)
    return _screen(request, text)


@signed_in
@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke one of one's own tokens."""
    person = officer(request)
    found = access.token(person, pk)
    if found.officer_id != person.pk:
        raise NotYours
    attempt(request, lambda: revoke_token(found, by=person, now=now()), _("টোকেনটি বাতিল হয়েছে; আর চলবে না।"))
    return redirect("desk:tokens")


def _office(request: HttpRequest) -> Office | None:
    chosen = number(request.POST, "office")
    if not chosen:
        return None
    found = next((each for each in offices_of(officer(request)) if each.pk == chosen), None)
    if found is None:
        raise NotYours
    return found


def _screen(request: HttpRequest, text: str = "", *, status: int = 200) -> HttpResponse:
    person = officer(request)
    typed = request.POST if request.method == "POST" and not text else None
    context = {
        "tokens": access.tokens_of(person, person),
        "text": text,
        "offices": offices_of(person),
        "scopes": TokenScope.choices,
        "name": typed.get("name", "") if typed is not None else "",
        "chosen": typed.getlist("scope") if typed is not None else [TokenScope.READ.value],
        "until": typed.get("until", "") if typed is not None else (today() + _USUAL),
        "office": number(typed, "office") if typed is not None else 0,
        "day": today(),
    }
    return page(request, "account/tokens", context, status=status)
