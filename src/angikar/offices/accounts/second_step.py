"""Who must sign in with a second step: by his post or by the settings of the house."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from angikar.offices.access import mandate
from angikar.offices.models import Officer


def is_missing(user: Officer) -> bool:
    """Whether a second step is demanded of somebody who has not set one up."""
    return is_demanded(user) and not is_mfa_enabled(user)


def is_demanded(user: Officer) -> bool:
    """Whether a post of his asks for a second factor, or the house does: of its heads, who sign, its focal officers, its keepers
    with the administrators, or everybody.
    """
    asked: frozenset[str] = settings.SECOND_FACTOR
    if "everybody" in asked or ("keepers" in asked and user.is_staff):
        return True
    return any(
        post.second_factor
        or ("heads" in asked and post.is_head)
        or ("focal" in asked and post.is_focal)
        or ("keepers" in asked and post.keeps_register)
        for post in mandate(user).posts
    )
