"""The index follows every verb that changes a paper or leads it on, so that no state and no text in it stays old."""

from __future__ import annotations

from angikar.history.following import followers
from angikar.papers.queries import CHANGES
from angikar.papers.states import PAPER


def test_every_verb_that_changes_a_paper_or_its_state_is_followed_by_the_index() -> None:
    followed = {verb for verb, those in followers().items() if any("search" in each.__module__ for each in those)}
    assert {*CHANGES, *(move.verb for move in PAPER.moves)} - followed == set()
