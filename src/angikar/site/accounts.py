"""How officers get their accounts: an office enrols them; nobody signs up by himself."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ByInvitation(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Allauth's adapter with the door for strangers closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: `offices.actions.enrol` makes accounts."""
        return False
