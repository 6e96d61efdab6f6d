"""What an officer changes in his own account on the pages of allauth goes into the history."""

from __future__ import annotations

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed

from angikar.offices.accounts.actions import record_own
from angikar.offices.models import Officer


def follow() -> None:
    """Follow the signals of allauth."""
    for signal in (password_changed, password_set, password_reset):
        signal.connect(_password)
    authenticator_added.connect(_added)
    authenticator_removed.connect(_removed)


def _password(user: Officer, **_rest: object) -> None:
    record_own(user, "change_password")


def _added(user: Officer, authenticator: Authenticator, **_rest: object) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        record_own(user, "add_second_step")


def _removed(user: Officer, authenticator: Authenticator, **_rest: object) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        record_own(user, "remove_second_step")
