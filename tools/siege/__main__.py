"""`python -m tools.siege [ROUNDS] [FAULT …]`: the faults, their rounds, and what was lost."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.e2e.server import House
from tools.siege.commands import commands
from tools.siege.running import KEPT, lost, power_cuts, typed


def _killed_server(work: Path, rounds: int, luck: Random) -> tuple[int, int, int]:
    house = House(work / "var")
    house.build("agreement", "জনপদ উন্নয়ন অধিদপ্তর")
    gone = broken = 0
    for _ in range(rounds):
        house.open()
        clerks = typed(house, house.kill, luck.uniform(0.1, 1.0))
        gone += lost(clerks, {int(str(cell)): str(value) for cell, value in house.rows(KEPT)})
        broken += house.rows("PRAGMA integrity_check") != [("ok",)]
    broken += house.say("from angikar.history.chain.verifying import verify; print(verify())") != "None"
    return rounds, gone, broken


def main(words: list[str]) -> int:
    """Run the rounds, print a line for each fault. Returns 1 where anything was lost or broken."""
    rounds = int(words[0]) if words else 10
    wanted, luck, wrong = words[1:], Random(time.time_ns()), 0  # noqa: S311  (a throw of dice, no secret)
    with tempfile.TemporaryDirectory(prefix="angikar-siege-") as name:
        work = Path(name)
        print(f"{'fault':<28}{'rounds':>8}{'lost':>8}{'broken':>8}", flush=True)
        for fault, run in (("power cut", power_cuts), ("kill -9 of the server", _killed_server)):
            if not wanted or fault in wanted:
                (folder := work / fault.replace(" ", "-")).mkdir()
                (folder / "var").mkdir()
                done, gone, broken = run(folder, rounds, luck)
                print(f"{fault:<28}{done:>8}{gone:>8}{broken:>8}", flush=True)
                wrong += gone + broken
        if not wanted or "commands" in wanted:
            (work / "base").mkdir()
            base = House(work / "base")
            base.build("agreement", "জনপদ উন্নয়ন অধিদপ্তর")
            for command in commands(base, work):
                found = [said for _ in range(rounds) if (said := command.round(luck))]
                print(
                    f"{'kill -9 of ' + command.name:<28}{rounds:>8}{'':>8}{len(found):>8} {'; '.join(found)}",
                    flush=True,
                )
                wrong += len(found)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
