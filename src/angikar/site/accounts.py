"""Accounts of officers: an office enrols them; there is no sign-up."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ByInvitation(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """The adapter of allauth without sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: `offices.actions.enrol` makes accounts."""
        return False
