"""Commands whose database ends while they run: they say so in a sentence, nothing is done by halves, and called again they come to the same end."""

from __future__ import annotations

import time
from itertools import cycle
from random import Random

from tools.siege.commands import COMMANDS, Siege
from tools.siege.forking import Begun
from tools.siege.places import Clustered, Place
from tools.siege.tally import Tally

_PATIENCE = 90.0
"""Seconds after which a command whose database is away must have ended."""


class Left(Siege):
    """A command that its database leaves."""

    def _blow(self, begun: Begun, after: float) -> tuple[bool, list[str]]:
        place = self.place
        if not isinstance(place, Clustered):
            raise TypeError(place)
        time.sleep(after)
        at = place.forker.log.stat().st_size if place.forker.log.exists() else 0
        if begun.poll() is not None:
            return False, []
        place.cluster.kill()
        wrong = []
        try:
            ended = begun.wait(timeout=_PATIENCE)
        except TimeoutError:
            wrong.append(f"{self.command.name} does not end without its database")
            ended = begun.kill(0.0)
        place.cluster.start()
        said = place.forker.log.read_bytes()[at:].decode(errors="replace")
        if self.command.words and "Traceback" in said:
            wrong.append(f"{self.command.name} ends without a sentence: {said.strip().splitlines()[-1]}")
        return ended != 0, wrong


def left_commands(place: Place, tally: Tally, rounds: int, luck: Random) -> None:
    """The database ends under one command after the other."""
    sieges = [Left(place, command) for command in COMMANDS]
    for siege in sieges:
        siege.begin()
    until, each = tally.rounds + rounds, cycle(sieges)
    while tally.rounds < until:
        next(each).rounds(tally, 1, luck)
