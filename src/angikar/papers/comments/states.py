"""The state machine of comments: said, settled, opened again."""

from __future__ import annotations

from angikar.rules.states import BEGINNING, Machine, Move

OPEN, SETTLED = "open", "settled"
_OFFICE, _ABOVE = "office", "superior"

COMMENT = Machine(
    "comment",
    (OPEN, SETTLED),
    (
        Move("paper.comment", BEGINNING, OPEN, _ABOVE, "the paper is in review"),
        Move("paper.answer_comment", OPEN, OPEN, _OFFICE),
        Move(
            "paper.accept_suggestion",
            OPEN,
            SETTLED,
            _OFFICE,
            "it suggests a value, and another does than who suggested it",
        ),
        Move("paper.settle_comment", OPEN, SETTLED, _OFFICE, "the office has answered"),
        Move("paper.settle_comment", OPEN, SETTLED, _ABOVE),
        Move("paper.reopen_comment", SETTLED, OPEN, _ABOVE),
        Move("paper.reopen_comment", SETTLED, OPEN, _OFFICE),
    ),
    frozenset({SETTLED}),
)
"""A comment and the answers to it, as one thread."""
