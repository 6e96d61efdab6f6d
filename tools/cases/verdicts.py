"""The verdicts on many papers, each in a process of its own: the scans first, for one of them takes as long as all else of its paper."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from typing import NamedTuple

from angikar.formats import read
from angikar.formats.intake import kind_named_by
from angikar.formats.readers.registry import read_as
from angikar.rules.document import Document
from angikar.rules.kinds import readings
from tools.cases import formats
from tools.cases.expected import Expected
from tools.cases.formats import Printing
from tools.cases.judge import Verdict, Wrong, judge

_ALONE = 16
"""So few readings are made at once here: to start other processes would take longer."""
_EVERY = 25
"""After so many verdicts the count of them is printed, so that nobody takes a long run for one that hangs."""


class Task(NamedTuple):
    """A file to be read and what its reading must hold."""

    printing: Printing
    meant: Expected


def verdict_of(data: bytes, name: str, meant: Expected) -> Verdict:
    """The verdict on a paper as the command line reads it."""
    return _judged(read(data, name), data, name, meant)


def _judged(document: Document, data: bytes, name: str, meant: Expected) -> Verdict:
    text = data.decode("utf-8", errors="replace") if name.endswith(".txt") else document.text
    found = readings(document)
    verdict = judge(found[min(meant.part, len(found)) - 1], meant, text.splitlines())
    if len(found) == meant.papers:
        verdict.right += meant.papers > 1
    else:
        doubted = any(doubt.code == "several-papers" for doubt in found[0].doubts)
        verdict.wrong.append(Wrong("papers", str(meant.papers), str(len(found)), doubted))
    return verdict


def verdicts(tasks: Sequence[Task]) -> Iterator[tuple[Task, Verdict]]:
    """Every task with its verdict, in the order of the tasks."""
    if len(tasks) <= _ALONE:
        yield from ((task, _done(task)) for task in tasks)
        return
    slowest_first = sorted(range(len(tasks)), key=lambda number: tasks[number].printing.form != formats.SCAN)
    found: dict[int, Verdict] = {}
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), mp_context=get_context("spawn")) as pool:
        asked = {pool.submit(_done, tasks[number]): number for number in slowest_first}
        for count, each in enumerate(as_completed(asked), start=1):
            found[asked[each]] = each.result()
            if count % _EVERY == 0:
                print(f"{count} of {len(tasks)}", file=sys.stderr, flush=True)
    yield from ((task, found[number]) for number, task in enumerate(tasks))


def _done(task: Task) -> Verdict:
    """The verdict on one file. What this bench made itself is read in this process: a confined one stands back behind all else on the machine."""
    path = task.printing.path
    data = path.read_bytes()
    if not task.printing.form:
        return verdict_of(data, path.name, task.meant)
    return _judged(read_as(kind_named_by(data, path.name), data), data, path.name, task.meant)
