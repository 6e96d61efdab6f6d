"""The state machines of meetings: how a decision stands with an office, and the way of an idea."""

from __future__ import annotations

from angikar.meetings.models import IdeaState, ShareState
from angikar.rules.states import BEGINNING, Machine, Move

_KEEPER, _CHAIR, _OFFICE, _ABOVE, _HOUSE = "keeper", "chair", "office", "superior", "house"
_NEW, _RUNNING, _DONE = ShareState.NEW, ShareState.RUNNING, ShareState.DONE
_PARTLY, _CANNOT = ShareState.PARTLY, ShareState.CANNOT

BY_HAND = (_RUNNING, _DONE, _PARTLY, _CANNOT)
"""The states somebody may set; the others follow from papers."""

SHARE = Machine(
    "decision",
    tuple(ShareState.values),
    (
        Move("paper.issue", BEGINNING, _NEW, _HOUSE, "the minutes are issued"),
        Move("duty.report", _NEW, _RUNNING, _OFFICE),
        *(Move("share.set_state", state, to, _KEEPER) for state in (_NEW, *BY_HAND) for to in BY_HAND),
        Move("duty.accept", _RUNNING, _DONE, _ABOVE, "the report says it is carried out"),
        Move("duty.accept", _RUNNING, _PARTLY, _ABOVE, "the report says it is carried out in part"),
        Move("duty.accept", _RUNNING, _CANNOT, _ABOVE, "the report says it cannot be"),
        Move("duty.excuse", _NEW, _CANNOT, _ABOVE),
        Move("share.give_word", _CANNOT, _CANNOT, _CHAIR, "the chair has not agreed yet; then it is settled"),
        *(
            Move("decision.link", state, ShareState.CARRIED, _KEEPER, "a later meeting took it up")
            for state in (_NEW, _RUNNING, _PARTLY, _CANNOT)
        ),
        Move("decision.link", ShareState.CARRIED, _NEW, _KEEPER, "the thread was unfounded"),
        *(
            Move("paper.issue", state, ShareState.WITHDRAWN, _HOUSE, "the minutes that replace these do not ask it")
            for state in (_NEW, _RUNNING, _PARTLY, _CANNOT)
        ),
    ),
    frozenset({_DONE, ShareState.CARRIED, ShareState.WITHDRAWN}),
)
"""What one office owes of a decision."""

IDEA = Machine(
    "idea",
    tuple(IdeaState.values),
    (
        Move("idea.submit", BEGINNING, IdeaState.SUBMITTED, _OFFICE),
        Move("idea.step", IdeaState.SUBMITTED, IdeaState.REVIEW, _ABOVE),
        Move("idea.step", IdeaState.SUBMITTED, IdeaState.DROPPED, _ABOVE),
        Move("idea.step", IdeaState.REVIEW, IdeaState.PILOT, _ABOVE),
        Move("idea.step", IdeaState.REVIEW, IdeaState.DROPPED, _ABOVE),
        Move("idea.step", IdeaState.PILOT, IdeaState.REPLICATED, _ABOVE),
        Move("idea.step", IdeaState.PILOT, IdeaState.DROPPED, _ABOVE),
        Move("idea.step", IdeaState.DROPPED, IdeaState.REVIEW, _ABOVE),
    ),
    frozenset({IdeaState.REPLICATED}),
)
"""An idea of an office, decided on by the team it lies with or the office above."""

STEPS: dict[str, tuple[str, ...]] = {state: IDEA.targets("idea.step", state) for state in IDEA.states}
"""From which state an idea may come into which."""
