"""The table of rounds in `docs/faults.md`, made from the tallies of all runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.siege.places import PLACES
from tools.siege.tally import KEPT, Tally

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"
ROWS = {
    "power cut": ("power cut", "SQLite: replayed; PostgreSQL: every process of cluster and server; under load"),
    "server": ("kill -9 of the server", "all its processes, under load"),
    "worker": ("kill -9 of one web worker", "under load; the others answer on, and a new one begins"),
    "tend": ("kill -9 of `tend`", "at a random moment of its work"),
    "backup": ("kill -9 of `backup`", "the same"),
    "upgrade": ("kill -9 of `upgrade`", "the same; it migrates from an older version"),
    "issue": ("kill -9 of an issue of four circulars", "the same; each issue that was done is acknowledged"),
    "restore": ("kill -9 of `restore`", "the same"),
    "import of a list": ("kill -9 of the import of a list", "the same"),
    "job": ("kill -9 of a worker of jobs", "the same, three files waiting"),
    "clock": ("clock set back by an hour or a day, and forward", "under load"),
    "read-only": ("disk of the data read-only for a moment", "under load"),
    "full": ("disk of the database full for a moment", "under load; the server, and the cluster, not restarted"),
    "page": (
        "a page of the database overwritten",
        "by anything or by another page; `angikar doctor` must find it and say where",
    ),
    "away": ("database away, and back", "the cluster killed under load, the server not restarted"),
    "away under commands": (
        "database away under a command",
        "the cluster killed at a random moment of each command in turn",
    ),
}
"""The faults in the order of the page: their names there, and how the blow falls."""
ONLY = {"away": "postgresql", "away under commands": "postgresql"}
"""Faults that only one database knows."""
_HEAD = "| fault | SQLite | PostgreSQL | acts | lost | broken | how the blow falls |"


def table(folder: Path = KEPT) -> str:
    """The lines of the table."""
    return "\n".join([_HEAD, "|---|---|---|---|---|---|---|", *_rows(folder)])


def _rows(folder: Path) -> Iterator[str]:
    for name, (title, how) in ROWS.items():
        tallies = [
            Tally.opened(name, place.name, folder)
            for database, place in PLACES.items()
            if ONLY.get(name, database) == database
        ]
        rounds = {tally.database: str(tally.rounds or "none yet") for tally in tallies}
        columns = [rounds.get(place.name, "") for place in PLACES.values()]
        columns += [f"{acts:,}" if (acts := sum(tally.acts for tally in tallies)) else ""]
        columns += [str(sum(tally.lost for tally in tallies)), str(sum(tally.broken for tally in tallies))]
        yield f"| {title} | {' | '.join(columns)} | {how} |"


def write(page: Path = PAGE, folder: Path = KEPT) -> None:
    """Put the table of the tallies in the place of the one on the page."""
    before, _, rest = page.read_text(encoding="utf-8").partition("| fault | SQLite | PostgreSQL |")
    _, _, after = rest.partition("\n\n")
    page.write_text(f"{before}{table(folder)}\n\n{after}", encoding="utf-8")
