"""The state machine of papers: taken in or begun, commented on, signed, issued, replaced."""

from __future__ import annotations

from angikar.papers.models import State
from angikar.rules.states import BEGINNING, Machine, Move

_OFFICE, _HEAD, _ABOVE = "office", "head", "superior"

PAPER = Machine(
    "paper",
    tuple(State.values),
    (
        Move("paper.take_in", BEGINNING, State.INTAKE, _OFFICE),
        Move("paper.draft", BEGINNING, State.DRAFT, _OFFICE),
        Move("paper.accept_intake", State.INTAKE, State.DRAFT, _OFFICE),
        Move("paper.move", State.DRAFT, State.REVIEW, _OFFICE),
        Move("paper.move", State.DRAFT, State.SIGNED, _HEAD, "one party signs it"),
        Move("paper.sign", State.DRAFT, State.SIGNED, _HEAD, "no error is open"),
        Move("paper.keep_scan", State.DRAFT, State.SIGNED, _OFFICE, "it was signed on paper"),
        Move("paper.issue", State.DRAFT, State.ISSUED, _HEAD, "no error is open"),
        Move("paper.move", State.REVIEW, State.DRAFT, _ABOVE),
        Move("paper.move", State.REVIEW, State.SIGNED, _HEAD, "one party signs it"),
        Move("paper.sign", State.REVIEW, State.SIGNED, _HEAD, "no error is open"),
        Move("paper.keep_scan", State.REVIEW, State.SIGNED, _OFFICE, "it was signed on paper"),
        Move("paper.issue", State.REVIEW, State.ISSUED, _HEAD, "no error is open"),
        Move("paper.move", State.SIGNED, State.DRAFT, _OFFICE),
        Move("paper.sign", State.SIGNED, State.SIGNED, _ABOVE, "the first party has signed"),
        Move("paper.keep_scan", State.SIGNED, State.SIGNED, _OFFICE, "it was signed on paper"),
        Move("paper.issue", State.SIGNED, State.ISSUED, _HEAD, "no error is open"),
        Move("paper.discard", State.DRAFT, State.DISCARDED, _OFFICE, "nothing else needs it"),
        Move("paper.restore", State.DISCARDED, State.DRAFT, _OFFICE, "no other has taken its place"),
        Move("paper.sign", State.ISSUED, State.ISSUED, _HEAD),
        Move("paper.keep_scan", State.ISSUED, State.ISSUED, _OFFICE),
        Move("paper.issue", State.ISSUED, State.SUPERSEDED, _HEAD, "the paper that replaces it is issued"),
    ),
    frozenset({State.ISSUED, State.SUPERSEDED, State.DISCARDED}),
)
"""A paper, from its beginning until another takes its place. Its office takes a draft back as well as who reviews it."""

MOVES: dict[str, frozenset[str]] = {
    state: frozenset(PAPER.targets("paper.move", state)) for state in PAPER.sources("paper.move")
}
"""From where to where a paper may be moved; issuing is `duties.issue`."""

TO_ISSUE = tuple(state for state in PAPER.sources("paper.issue") if state != State.ISSUED)
"""The states from which a paper is issued."""
