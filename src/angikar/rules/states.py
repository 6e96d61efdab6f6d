"""State machines as data: which states something may be in, which verb leads from one to another and who may use it, where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BEGINNING = ""
"""The state of what does not exist yet."""


@dataclass(frozen=True, slots=True)
class Move:
    """One verb that leads from a state to a state (perhaps the same), and whose verb it is. `verb` is the name under which
    the history has the action; `only` says in words when it is possible, where the state alone does not decide.
    """

    verb: str
    source: str
    to: str
    who: str
    only: str = ""


@dataclass(frozen=True, slots=True)
class Machine:
    """The states of one kind of thing, in the order in which they come, with the moves between them. In a state of `ends`
    nothing more has to be done; from every other state some move leads on.
    """

    name: str
    states: tuple[str, ...]
    moves: tuple[Move, ...]
    ends: frozenset[str] = frozenset()

    def next(self, verb: str, state: str) -> str | None:
        """The state that a verb leads to from a state; `None` where it does not start there.

        >>> lamp = Machine("lamp", ("off", "on"), (Move("light", "off", "on", "anybody"),))
        >>> lamp.next("light", "off"), lamp.next("light", "on")
        ('on', None)
        """
        return next((move.to for move in self.moves if (move.verb, move.source) == (verb, state)), None)

    def targets(self, verb: str, state: str) -> tuple[str, ...]:
        """Every state that a verb may lead to from a state, where the person chooses among several."""
        return tuple(move.to for move in self.moves if (move.verb, move.source) == (verb, state))

    def sources(self, verb: str) -> tuple[str, ...]:
        """The states from which a verb starts."""
        return tuple(dict.fromkeys(move.source for move in self.moves if move.verb == verb))

    def leading_on(self, state: str) -> tuple[Move, ...]:
        """The moves that start in a state."""
        return tuple(move for move in self.moves if move.source == state)

    def reachable(self) -> frozenset[str]:
        """The states that a thing can come into from its beginning."""
        found, new = {BEGINNING}, [BEGINNING]
        while new:
            coming = {move.to for state in new for move in self.leading_on(state)} - found
            found |= coming
            new = sorted(coming)
        return frozenset(found - {BEGINNING})

    def dead_ends(self) -> frozenset[str]:
        """The reachable states that are no end and from which no move leads into another state."""
        stuck = (state for state in self.reachable() - self.ends if not _leaves(self.leading_on(state), state))
        return frozenset(stuck)


def _leaves(moves: Sequence[Move], state: str) -> bool:
    return any(move.to != state for move in moves)
