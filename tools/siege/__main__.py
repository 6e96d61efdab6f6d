"""`python -m tools.siege [ROUNDS] [sqlite|postgresql] [FAULT …]`: the faults, their rounds over each database, and what was lost."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from tools.siege.commands import COMMANDS, killed
from tools.siege.machines import clocks_set_back, lost_databases, read_only_disks
from tools.siege.places import PLACES, Place, place
from tools.siege.running import killed_servers, killed_workers, power_cuts
from tools.siege.tally import HEAD, Tally

Fault = Callable[[Place, int, Random], Tally]
FAULTS: dict[str, Fault] = {
    **{command.name: partial(killed, command) for command in COMMANDS},
    "power cut": power_cuts,
    "server": killed_servers,
    "worker": killed_workers,
    "clock": clocks_set_back,
    "read-only": read_only_disks,
    "away": lost_databases,
}


def main(words: list[str]) -> int:
    """Run the rounds, print a line for each fault. Returns 1 where anything was lost or broken."""
    rounds = next((int(word) for word in words if word.isdecimal()), 10)
    databases = [name for name in PLACES if name in words] or list(PLACES)
    faults = [name for name in FAULTS if name in words] or list(FAULTS)
    luck, is_well = Random(time.time_ns()), True  # noqa: S311  (a throw of dice, no secret)
    print(HEAD, flush=True)
    for database in databases:
        with (
            tempfile.TemporaryDirectory(prefix="angikar-siege-") as name,
            place(database, Path(name) / "place") as here,
        ):
            for fault in faults:
                tally = FAULTS[fault](here, rounds, luck)
                print(tally, flush=True)
                is_well = is_well and tally.is_well
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
