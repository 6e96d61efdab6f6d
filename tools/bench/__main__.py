"""Runs the bench from top to bottom and prints its tables, line by line as it goes; with `reading`, the part on reading alone."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from angikar.cli.main import COLLECT
from tools.bench import (
    boards,
    circulars,
    decisions,
    house,
    jobs,
    meetings,
    papers,
    reading,
    register,
    regressions,
    signing_in,
)
from tools.bench.measure import Row


def _rows(folder: Path) -> Iterator[Row]:
    yield from chain(papers.starting(), papers.reading(), reading.growing(), papers.scoring(), papers.printing())
    house.open_in(folder)
    head, paper = house.issued()
    yield from chain(
        house.pages(head, paper),
        house.cell(head, paper, folder),
        house.saving(head, paper),
        boards.boards(),
        circulars.issuing(),
        meetings.pages(head),
        jobs.beside(head),
        register.register(),
    )


if __name__ == "__main__":
    gc.set_threshold(*COLLECT)
    if sys.argv[1:] != ["reading"]:
        with TemporaryDirectory(prefix="angikar-bench-") as made:
            rows = []
            for row in _rows(Path(made)):
                print(row, flush=True)
                rows.append(row)
            for line in regressions.compared(rows):
                print(line, flush=True)
    for line in () if sys.argv[1:] == ["reading"] else chain(signing_in.lines(), decisions.registers()):
        print(line, flush=True)
    for line in reading.lines():
        print(line, flush=True)
