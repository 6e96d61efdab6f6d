"""Signing in by the OpenID Connect provider of an office: it lets in officers of the register, and makes nobody one."""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess, Provider
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare, get_random_string
from django.utils.translation import gettext as _

from angikar.desk.second_factor import PROVED
from angikar.offices.models import Officer

Claims = dict[str, Any]
_NONCE = "oidc-nonce"
"""Where a session keeps what the identity token must bear that answers it."""


class ByOffice(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """The adapter of allauth that finds the officer by one claim; who is not found does not come in."""

    def get_provider(self, request: HttpRequest, *args: object, **options: object) -> Provider:
        """The provider, asked with a nonce of this browser's own."""
        found: Provider = super().get_provider(request, *args, **options)
        match = request.resolver_match if request is not None else None
        if match is not None and match.view_name == "openid_connect_login" and request.method == "POST":
            request.session[_NONCE] = request.META.setdefault(_NONCE, get_random_string(32))
            asked = {**(found.app.settings.get("auth_params") or {}), "nonce": request.session[_NONCE]}
            if settings.OIDC_STRENGTH:
                asked["acr_values"] = " ".join(sorted(settings.OIDC_STRENGTH))
            found.app.settings = {**found.app.settings, "auth_params": asked}
        return found

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never: an office enrols its officers."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the officer afresh at every sign-in, so that a claim that has changed hands opens no old account. Nobody ties a
        stranger's identity to his own account.
        """
        found, nonce = officer_of(sociallogin.account.extra_data), request.session.pop(_NONCE, "")
        token = sociallogin.account.extra_data.get("id_token")
        if token is not None and not (nonce and constant_time_compare(str(token.get("nonce", "")), nonce)):
            found = None  # made for another browser, or used before
        connecting = sociallogin.state.get("process") == AuthProcess.CONNECT
        if found is None or connecting or (sociallogin.is_existing and sociallogin.user != found):
            messages.error(request, _("এই পরিচয়ে এখানে কোনো কর্মকর্তা নেই। যিনি দপ্তরের নিবন্ধ রাখেন, তাঁকে বলুন।"))
            raise ImmediateHttpResponse(redirect("account_login"))
        request.META[PROVED] = is_strong(token or {})
        if not sociallogin.is_existing:
            sociallogin.connect(request, found)


def is_strong(token: Claims) -> bool:
    """Whether the signed token says that the provider has asked for one of the strengths that the house takes for a second step, in `acr` or
    among the methods of `amr`; what says nothing is a password alone.
    """
    methods = token.get("amr")
    said = {token.get("acr"), *(methods if isinstance(methods, list) else ())}
    return bool(settings.OIDC_STRENGTH & {each for each in said if isinstance(each, str)})


def officer_of(data: Claims) -> Officer | None:
    """The one open account whose field bears the claim; an address counts only if the provider says it has verified it."""
    claims = {**data.get("userinfo", {}), **data.get("id_token", {})} or data
    value = str(claims.get(settings.OIDC_CLAIM) or "").strip()
    if not value or (settings.OIDC_CLAIM == "email" and claims.get("email_verified") is not True):
        return None
    found = Officer.objects.filter(**{f"{settings.OIDC_FIELD}__iexact": value}, is_active=True)[:2]
    return found[0] if len(found) == 1 else None
