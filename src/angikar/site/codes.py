"""The forms of allauth in which something may be guessed: each guess is counted, and a code may be typed in Bangla digits."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, ResetPasswordForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.app_settings import TOTP_DIGITS as TOTP_FIGURES
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.exceptions import ValidationError

from angikar.desk.base import sentence
from angikar.desk.door.guard import tries, was_right
from angikar.history.refusal import Refused
from angikar.offices.accounts.recovery.actions import use_code
from angikar.offices.guessing.limits import Door, Guess
from angikar.offices.models import Officer
from angikar.rules.bangla.digits import to_latin


class _InAnyDigits:
    """What a code is before it is compared, and that guesses of it are counted."""

    cleaned_data: dict[str, Any]
    user: Officer

    def clean_code(self) -> str:
        """The code in Latin digits."""
        guess = counted(Door.SECOND_STEP, self.user.username)
        self.cleaned_data["code"] = to_latin("".join(self.cleaned_data["code"].split()))
        code: str = super().clean_code()  # type: ignore[misc]  # of the form this is mixed into
        was_right(guess)
        return code


def counted(door: Door, name: str) -> Guess:
    """Count a guess in a form of allauth. Raises `ValidationError` for who has to wait."""
    try:
        return tries(context.request, door, name)
    except Refused as refused:
        raise ValidationError(sentence(refused)) from None


class _OrRecovery(_InAnyDigits):
    """A code of the telephone, or one that was put by."""

    authenticator: Authenticator

    def clean_code(self) -> str:
        """The code; one that was put by is used up."""
        typed: str = self.cleaned_data["code"]
        if len(to_latin("".join(typed.split()))) == TOTP_FIGURES:
            return super().clean_code()
        guess = counted(Door.SECOND_STEP, self.user.username)
        step = use_code(self.user, typed)
        if step is None:
            raise get_adapter().validation_error("incorrect_code")
        step.user, self.authenticator = self.user, step
        was_right(guess)
        return typed


class CodeAtTheDoor(_OrRecovery, AuthenticateForm):  # type: ignore[misc]  # allauth carries no types
    """The second step of signing in."""


class CodeAgain(_OrRecovery, ReauthenticateForm):  # type: ignore[misc]  # allauth carries no types
    """A code before the safety of an account is changed."""


class FirstCode(_InAnyDigits, ActivateTOTPForm):  # type: ignore[misc]  # allauth carries no types
    """The code that proves that the telephone has read the picture."""


class OwnPassword(ChangePasswordForm):  # type: ignore[misc]  # allauth carries no types
    """Changing one's password: who sits at an open session may not guess the old one."""

    def clean_oldpassword(self) -> str:
        """The password of now."""
        guess = counted(Door.OWN_PASSWORD, self.user.username)
        known: str = super().clean_oldpassword()
        was_right(guess)
        return known


class ForgottenPassword(ResetPasswordForm):  # type: ignore[misc]  # allauth carries no types
    """Asking for the letter that sets a password: every letter counts."""

    def clean_email(self) -> str:
        """The address; whether it is known is not said."""
        counted(Door.RESET, self.cleaned_data["email"])
        address: str = super().clean_email()
        return address
