"""`python -m tools.siege [ROUNDS] [sqlite|postgresql] [FAULT …]`: the faults, their rounds over each database, and what was lost.

The counts add up over all runs in `build/siege`; `--write` puts them into `docs/faults.md`. With `--fill` every fault is only tried until
it has so many rounds, a few at a time.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from random import Random

from tools.siege.commands import COMMANDS, Siege
from tools.siege.losing import left_commands
from tools.siege.machines import clocks_set_back, full_disks, lost_databases, read_only_disks
from tools.siege.pages import overwritten_pages
from tools.siege.places import PLACES, Place, place
from tools.siege.running import killed_servers, killed_workers, power_cuts
from tools.siege.table import ONLY, write
from tools.siege.tally import HEAD, Tally

Rounds = Callable[[Tally, int, Random], None]
SERVERS: dict[str, Callable[[Place, Tally, int, Random], None]] = {
    "power cut": power_cuts,
    "server": killed_servers,
    "worker": killed_workers,
    "clock": clocks_set_back,
    "read-only": read_only_disks,
    "full": full_disks,
    "page": overwritten_pages,
    "away": lost_databases,
    "away under commands": left_commands,
}
FAULTS = (*(command.name for command in COMMANDS), *SERVERS)
_BATCH = 10
"""Rounds of one fault after which another is tried."""


def main(words: list[str]) -> int:
    """Run the rounds, print a line for each fault. Returns 1 where anything was lost or broken."""
    if "--write" in words:
        write()
        return 0
    rounds = next((int(word) for word in words if word.isdecimal()), 10)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))  # so that servers and clusters end too
    luck, is_well = Random(time.time_ns()), True  # noqa: S311  (a throw of dice, no secret)
    print(HEAD, flush=True)
    for database in [name for name in PLACES if name in words] or list(PLACES):
        known = [name for name in FAULTS if ONLY.get(name, database) == database]
        faults = [name for name in known if name in words] or known
        tallies = {name: Tally.opened(name, PLACES[database].name) for name in faults}
        wanted = {name: rounds if "--fill" in words else tally.rounds + rounds for name, tally in tallies.items()}
        with place(database) as here:
            tried = _tried(here)
            while names := [name for name in faults if tallies[name].rounds < wanted[name]]:
                for name in names:
                    tally = tallies[name]
                    tried[name](tally, min(_BATCH, wanted[name] - tally.rounds), luck)
                    print(tally, flush=True)
        is_well = is_well and all(tally.is_well for tally in tallies.values())
    return 0 if is_well else 1


def _tried(here: Place) -> dict[str, Rounds]:
    """How each fault is tried at a place."""
    commands: dict[str, Rounds] = {command.name: Siege(here, command).rounds for command in COMMANDS}
    return {**commands, **{name: partial(rounds, here) for name, rounds in SERVERS.items()}}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
