"""Runs the bench of writing plans on a database of its own and prints its rows."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.bench.house import open_in
from tools.bench.plans.writing import assigning, sheets

if __name__ == "__main__":
    with TemporaryDirectory(prefix="angikar-bench-") as made:
        open_in(Path(made))
        for row in chain(sheets(), assigning()):
            print(row, flush=True)
