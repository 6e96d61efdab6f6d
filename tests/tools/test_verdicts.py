"""Verdicts on many papers come in the order of the papers, whichever process judged each of them first."""

from __future__ import annotations

from itertools import islice

import pytest

from tools.cases import verdicts as judging
from tools.cases.__main__ import OWN, papers
from tools.cases.formats import SCAN, Printing
from tools.cases.verdicts import Task, verdict_of, verdicts


def test_verdicts_of_several_processes_come_in_the_order_of_the_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "_ALONE", 1)
    own = [each for each in papers() if each[0].suffix == ".txt" and each[0].is_relative_to(OWN)]
    tasks = [Task(Printing(path), meant) for path, meant in islice(own, 2)]
    tasks.append(Task(tasks[0].printing._replace(form=SCAN), tasks[0].meant))  # the slowest are judged first
    found = list(verdicts(tasks))
    assert [task for task, _ in found] == tasks
    alone = [verdict_of(path.read_bytes(), path.name, meant) for path, meant in islice(own, 2)]
    assert [verdict for _, verdict in found] == [*alone, alone[0]]
    assert alone[0] != alone[1]
