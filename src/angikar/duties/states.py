"""The state machines of duties: what becomes of a duty, of a quarter that is filed, of the evaluation of a year, of an incident."""

from __future__ import annotations

from angikar.duties.models import DutyState, FilingState
from angikar.rules.states import BEGINNING, Machine, Move

_HOLDER, _HEAD, _SUPERIOR, _HOUSE = "holder", "head", "superior", "house"
_OPEN, _SUBMITTED, _ACCEPTED = DutyState.OPEN, DutyState.SUBMITTED, DutyState.ACCEPTED
_BACK, _EXCUSED, _WITHDRAWN = DutyState.SENT_BACK, DutyState.EXCUSED, DutyState.WITHDRAWN

DUTY = Machine(
    "duty",
    tuple(DutyState.values),
    (
        Move("paper.issue", BEGINNING, _OPEN, _HOUSE),
        Move("paper.issue", BEGINNING, _EXCUSED, _HOUSE, "its day was over long before the paper was entered"),
        Move("duty.report", _OPEN, _SUBMITTED, _HOLDER),
        Move("duty.report", _BACK, _SUBMITTED, _HOLDER),
        Move("duty.report", _SUBMITTED, _SUBMITTED, _HOLDER),
        Move("duty.report", _ACCEPTED, _SUBMITTED, _HOLDER, "the closed quarter was opened for a while"),
        Move("duty.acknowledge", _OPEN, _ACCEPTED, _HOLDER, "a receipt is asked"),
        Move("duty.accept", _SUBMITTED, _ACCEPTED, _SUPERIOR),
        Move("duty.accept", _ACCEPTED, _ACCEPTED, _SUPERIOR),
        Move("duty.send_back", _SUBMITTED, _BACK, _SUPERIOR),
        Move("duty.send_back", _ACCEPTED, _BACK, _SUPERIOR),
        Move("duty.excuse", _OPEN, _EXCUSED, _SUPERIOR),
        Move("duty.excuse", _BACK, _EXCUSED, _SUPERIOR),
        Move("duty.ask_again", _EXCUSED, _OPEN, _SUPERIOR),
        Move("paper.issue", _OPEN, _WITHDRAWN, _HOUSE, "the paper that replaces it does not ask it"),
        Move("paper.issue", _BACK, _WITHDRAWN, _HOUSE, "the paper that replaces it does not ask it"),
    ),
    frozenset({_ACCEPTED, _EXCUSED, _WITHDRAWN}),
)
"""A duty: asked of a post, answered, looked over, sent back, excused, withdrawn."""

_FILED, _VERIFYING, _CLOSED = FilingState.SUBMITTED, FilingState.VERIFYING, FilingState.ACCEPTED
_RETURNED, _UNFILED = FilingState.SENT_BACK, FilingState.EXCUSED
_NEWS = "something was answered since"
_OPENED = "the quarter was opened for a while"

FILING = Machine(
    "filing",
    tuple(FilingState.values),
    (
        Move("filing.file", BEGINNING, _FILED, _HEAD),
        Move("filing.excuse", BEGINNING, _UNFILED, _SUPERIOR, "the last day is over"),
        Move("filing.file", _FILED, _FILED, _HEAD, "further rows are filled in"),
        Move("filing.take_up", _FILED, _VERIFYING, _SUPERIOR),
        Move("filing.send_back", _FILED, _RETURNED, _SUPERIOR),
        Move("filing.file", _VERIFYING, _VERIFYING, _HEAD, "further rows are filled in"),
        Move("filing.check", _VERIFYING, _VERIFYING, _SUPERIOR),
        Move("filing.mark", _VERIFYING, _VERIFYING, _SUPERIOR),
        Move("filing.accept_rest", _VERIFYING, _VERIFYING, _SUPERIOR),
        Move("filing.send_back", _VERIFYING, _RETURNED, _SUPERIOR),
        Move("filing.accept", _VERIFYING, _CLOSED, _SUPERIOR),
        Move("filing.file", _RETURNED, _FILED, _HEAD, _NEWS),
        Move("filing.take_up", _RETURNED, _VERIFYING, _SUPERIOR, _NEWS),
        Move("filing.excuse", _RETURNED, _UNFILED, _SUPERIOR, "the last day is over"),
        Move("filing.file", _CLOSED, _FILED, _HEAD, _OPENED),
        Move("filing.take_up", _CLOSED, _VERIFYING, _SUPERIOR, _NEWS),
        Move("filing.file", _UNFILED, _FILED, _HEAD, _OPENED),
        Move("filing.take_up", _UNFILED, _VERIFYING, _SUPERIOR, _NEWS),
    ),
    frozenset({_CLOSED, _UNFILED}),
)
"""A quarter of a plan: filed by the head, verified by the office above, returned in one round, accepted, or excused."""

_FIXED, _PUBLIC, _TAKEN_BACK = "fixed", "published", "taken_back"

EVALUATION = Machine(
    "evaluation",
    (_FIXED, _PUBLIC, _TAKEN_BACK),
    (
        Move("evaluation.fix", BEGINNING, _FIXED, _SUPERIOR, "the year is over and every quarter is closed"),
        Move("evaluation.publish", _FIXED, _PUBLIC, _SUPERIOR),
        Move("evaluation.take_back", _FIXED, _TAKEN_BACK, _SUPERIOR),
        Move("evaluation.take_back", _PUBLIC, _TAKEN_BACK, _SUPERIOR),
    ),
    frozenset({_PUBLIC, _TAKEN_BACK}),
)
"""The evaluation of a plan's year; after one that was taken back the year may be fixed again."""

_RUNNING, _ENDED = "open", "closed"

INCIDENT = Machine(
    "incident",
    (_RUNNING, _ENDED),
    (
        Move("incident.tell", BEGINNING, _RUNNING, "reporter"),
        Move("incident.say", _RUNNING, _RUNNING, "follower"),
        Move("incident.give", _RUNNING, _RUNNING, "issuer"),
        Move("incident.close", _RUNNING, _ENDED, "issuer"),
        Move("incident.reopen", _ENDED, _RUNNING, "issuer"),
    ),
    frozenset({_ENDED}),
)
"""An incident: reported at once, followed up, closed, opened again."""
