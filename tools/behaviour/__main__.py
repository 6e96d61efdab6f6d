"""Records what the system does, and compares two records.

`python -m tools.behaviour save DIR` writes a record into an empty folder; `python -m tools.behaviour compare A B` prints what
differs. A record holds what the commands print about the real papers, the standings of the demo, and its screens.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from tools.behaviour import commands, compare, screens
from tools.behaviour.server import Server


def main(arguments: Sequence[str] | None = None) -> int:
    """Save or compare; 0 where all is well, 1 where two records differ, 2 where a folder cannot be used."""
    parser = ArgumentParser(prog="python -m tools.behaviour", description=__doc__)
    tasks = parser.add_subparsers(dest="task", required=True)
    tasks.add_parser("save", help="record what the system does").add_argument("folder", type=Path, metavar="DIR")
    both = tasks.add_parser("compare", help="print what differs between two records")
    both.add_argument("before", type=Path, metavar="A")
    both.add_argument("after", type=Path, metavar="B")
    call = parser.parse_args(arguments)
    if call.task == "save":
        return save(call.folder)
    missing = [folder for folder in (call.before, call.after) if not folder.is_dir()]
    if missing:
        print(f"{missing[0]} is no folder.", file=sys.stderr)
        return 2
    report, differs = compare.report(call.before, call.after)
    print(report)
    return int(differs)


def save(folder: Path) -> int:
    """Write a whole record into a folder that is new or empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(f"{folder} is not empty; a record needs a folder of its own.", file=sys.stderr)
        return 2
    seeds = commands.seeds()
    if not seeds:
        print("No real papers are found; set ANGIKAR_SEEDS to their folder.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="behaviour-") as room:
        server = Server(Path(room))
        commands.record_papers(server, seeds, folder / "papers")
        people = commands.record_demo(server, folder)
        with server.open():
            commands.record_standings(server, people, folder / "standings")
            walkers = screens.record_bangla(server, people, folder / "screens", commands.files_of(server, seeds))
        with server.open():  # a new server, so that no page was made ready in the other language
            english = screens.record_english(server, people, folder / "screens", walkers)
    bangla = sum(len(walker.screens) for walker in walkers.values())
    print(f"{folder}: {bangla} screens in Bangla, {english} in English")
    return 0


if __name__ == "__main__":
    sys.exit(main())
