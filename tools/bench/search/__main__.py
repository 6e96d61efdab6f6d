"""Prints what the search finds of two hundred misspelt words beside plain FTS5 and pg_trgm, then its times among many rows.

python -m tools.bench.search [ROWS]             what is found, and the times in ROWS rows (2,000,000) on SQLite and on PostgreSQL
python -m tools.bench.search recall             only what is found
python -m tools.bench.search ROWS FOLDER URL    the times in the one database of that URL, or the SQLite in the folder where it is empty
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.bench import house
from tools.bench.search import nation, recall


def _main(given: list[str]) -> None:
    if len(given) == 3:
        house.open_in(Path(given[1]), given[2])
        for row in nation.rows("PostgreSQL" if given[2] else "SQLite", int(given[0])):
            print(row, flush=True)
        return
    for line in recall.lines():
        print(line, flush=True)
    if given != ["recall"]:
        for text in nation.on_each_database(int(given[0]) if given else nation.ROWS):
            print(text, flush=True)


if __name__ == "__main__":
    _main(sys.argv[1:])
