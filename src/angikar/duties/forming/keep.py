"""Following those who lead: what a body owes goes to the post that leads it from now on, in the same transaction.

This is no verb of an office: giving somebody the role has its own entry in the history.
"""

from __future__ import annotations

from typing import Any

from angikar.duties.forming.queries import leading_post
from angikar.duties.models import OWED, Duty
from angikar.offices.models import Body


def led(body: Body, **_: Any) -> None:
    """Another leads the body: the duties it still owes are his."""
    leader = leading_post(body)
    if leader is not None:
        Duty.objects.filter(body=body, state__in=OWED).update(post=leader)
