"""The forms of the second factor: a code may be typed in Bangla digits, and with spaces."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm

from angikar.rules.bangla.digits import to_latin


class _InAnyDigits:
    """What a code is before it is compared."""

    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        """The code in Latin digits."""
        self.cleaned_data["code"] = to_latin("".join(self.cleaned_data["code"].split()))
        code: str = super().clean_code()  # type: ignore[misc]  # of the form this is mixed into
        return code


class CodeAtTheDoor(_InAnyDigits, AuthenticateForm):  # type: ignore[misc]  # allauth carries no types
    """The second step of signing in."""


class CodeAgain(_InAnyDigits, ReauthenticateForm):  # type: ignore[misc]  # allauth carries no types
    """A code before the safety of an account is changed."""


class FirstCode(_InAnyDigits, ActivateTOTPForm):  # type: ignore[misc]  # allauth carries no types
    """The code that proves that the telephone has read the picture."""
