"""The state machine of the register: what becomes of what takes two people."""

from __future__ import annotations

from angikar.offices.models import ApprovalState
from angikar.rules.states import BEGINNING, Machine, Move

_WAITING = ApprovalState.WAITING

APPROVAL = Machine(
    "approval",
    tuple(ApprovalState.values),
    (
        Move("approval.ask", BEGINNING, _WAITING, "keeper"),
        Move("approval.confirm", _WAITING, ApprovalState.CONFIRMED, "second", "within seven days"),
        Move("approval.refuse", _WAITING, ApprovalState.REFUSED, "second", "with the reason, within seven days"),
        Move("approval.withdraw", _WAITING, ApprovalState.WITHDRAWN, "keeper", "by who asked"),
        Move("approval.expire", _WAITING, ApprovalState.EXPIRED, "house", "after seven days without an answer"),
    ),
    frozenset({ApprovalState.CONFIRMED, ApprovalState.REFUSED, ApprovalState.WITHDRAWN, ApprovalState.EXPIRED}),
)
"""What somebody has asked to do with a post or an account, and another confirms."""
