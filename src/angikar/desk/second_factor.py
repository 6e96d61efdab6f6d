"""Who signs in with a second factor, by his post or by the settings of the house: until he has set one up, every page leads there."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from angikar.offices.accounts.second_step import is_demanded
from angikar.offices.models import Officer

_NEEDED = "second-factor-needed"
PROVED = "second-factor-proved"
"""What a request bears by which somebody signs in who has proved himself twice elsewhere."""
_FREE = ("/account/", "/sign-out/", "/language/", "/static/")


def ask(sender: object, request: HttpRequest, user: Officer, **_options: object) -> None:
    """Remember at the sign-in whether one of the posts held asks for a second factor that is not there yet, and that the provider of the
    office does not say to have asked for.
    """
    if is_demanded(user) and not is_mfa_enabled(user) and not request.META.get(PROVED):
        request.session[_NEEDED] = True


class SecondFactor:
    """The middleware that leads whoever needs a second factor to the page where it is set up, and nowhere else."""

    def __init__(self, following: Callable[[HttpRequest], HttpResponse]) -> None:
        self._following = following

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request, or lead away from it."""
        if request.path.startswith(_FREE) or not request.session.get(_NEEDED):
            return self._following(request)
        if is_mfa_enabled(request.user):
            del request.session[_NEEDED]
            return self._following(request)
        messages.error(request, _("আপনার পদে লগ ইনের দ্বিতীয় ধাপ লাগে; আগে সেটি চালু করুন।"))
        return redirect(reverse("mfa_activate_totp"))
