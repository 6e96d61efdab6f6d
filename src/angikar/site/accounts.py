"""Accounts of officers: an office enrols them; there is no sign-up. What allauth says, it says in our words."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any
from unicodedata import normalize

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from angikar.desk.base import sentence
from angikar.desk.door.device import device_of
from angikar.desk.door.guard import was_right
from angikar.desk.door.machines import notify_of_machine
from angikar.history.refusal import Refused
from angikar.offices.accounts.card import password as passable
from angikar.offices.accounts.sealing import opened, sealed
from angikar.offices.accounts.second_step import is_demanded
from angikar.offices.guessing.limits import Door
from angikar.offices.models import Officer
from angikar.rules.bangla.digits import to_latin
from angikar.site.codes import counted

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
_LOG = logging.getLogger(__name__)
_WRONG_CODE = _("কোডটি মেলেনি। ফোনে এখন যে কোড দেখাচ্ছে, তা লিখুন।")


class ByInvitation(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """The adapter of allauth without sign-up, with our sentences and our sender of mail."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("এই অ্যাকাউন্টটি বন্ধ আছে।"),
        "enter_current_password": _("এখনকার পাসওয়ার্ডটি মেলেনি।"),
        "incorrect_password": _("পাসওয়ার্ডটি মেলেনি।"),
        "incorrect_code": _WRONG_CODE,
        "invalid_password_reset": _("লিংকটি ঠিক নয়, ব্যবহার হয়ে গেছে বা মেয়াদ শেষ।"),
        "username_password_mismatch": _("নাম বা পাসওয়ার্ড মেলেনি।"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: `offices.actions.enrol` makes accounts."""
        return False

    def clean_password(self, password: str, user: Officer | None = None) -> str:
        """The password, if it is one of those our offices take; else our sentence says why not."""
        try:
            return passable(password, password, user or Officer())
        except Refused as refused:
            raise ValidationError(sentence(refused)) from None

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Officer | None:
        """The officer whose name and password these are. Every try is counted; one password is computed for each, whether there is
        such a name or not.
        """
        name = to_latin(normalize("NFC", credentials.get("username", "")))
        guess = counted(Door.SIGN_IN, name)
        backend = AuthenticationBackend()
        backend.unstash_authenticated_user()
        found = backend.authenticate(request, username=name, password=credentials.get("password", ""))
        officer: Officer | None = found or backend.unstash_authenticated_user()
        if officer is not None:
            officer.backend = BACKEND  # where Django looks for it
            was_right(guess)
        else:
            user_login_failed.send(__name__, credentials={}, request=request)
        return officer

    def login(self, request: HttpRequest, user: Officer) -> None:
        """Sign in; an officer who has signed in before hears of a machine he has not signed in on before."""
        new = user.last_login is not None and not device_of(request, user.username)
        super().login(request, user)
        if new:
            notify_of_machine(user, timezone.localtime())

    def get_client_ip(self, request: HttpRequest) -> str:
        """Who asks; our first middleware has looked at the proxies."""
        return request.META.get("REMOTE_ADDR") or "127.0.0.1"

    def get_from_email(self) -> str:
        """The address from which the house sends."""
        return settings.MAIL_FROM

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Send; that the mail server failed is logged, and the page does not tell who has an account."""
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError):
            _LOG.exception("a mail about an account could not be sent")


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc]  # allauth carries no types
    """The adapter of the second factor, with our sentences."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _WRONG_CODE,
        "cannot_delete_authenticator": _("দ্বিতীয় ধাপ বন্ধ করা যায় না।"),
    }

    def encrypt(self, text: str) -> str:
        """A secret as it is stored."""
        return sealed(text)

    def decrypt(self, encrypted_text: str) -> str:
        """A stored secret as it is used."""
        return opened(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not where a post or the house demands one: who has a new telephone is helped by his recovery codes or his keeper."""
        return not is_demanded(authenticator.user)
