"""Papers are spoilt in a way that can be had again, every reader holds what it is held to, and the counts add up over all runs."""

from __future__ import annotations

import faulthandler
import os
from pathlib import Path

import pytest

from tools.fuzz import lead
from tools.fuzz.lead import run
from tools.fuzz.ledger import Count, Ledger
from tools.fuzz.spoil import spoilt
from tools.fuzz.targets import READERS, judge

FEW = {"papers": 3, "json": 6, "office": 4}
"""Papers of a reader that are read here; of all others, 12."""


@pytest.mark.parametrize("reader", [reader for reader in READERS if reader not in ("office", "picture")])
def test_a_spoilt_paper_is_read_or_refused_in_one_sentence(reader: str) -> None:
    outcomes = {judge(reader, number, spoilt(reader, number, "t")) for number in range(FEW.get(reader, 12))}
    assert outcomes <= {"read", "refused"}
    assert outcomes


def test_a_paper_is_the_same_by_its_number_and_another_by_the_next() -> None:
    assert spoilt("docx", 7, "t") == spoilt("docx", 7, "t")
    assert spoilt("docx", 7, "t") != spoilt("docx", 8, "t")


def test_a_paper_of_values_is_the_same_whatever_was_spoilt_before_it() -> None:
    numbers = range(600)
    assert [spoilt("json", n, "t") for n in numbers] == [spoilt("json", n, "t") for n in reversed(numbers)][::-1]


def test_the_counts_add_up_and_a_finding_keeps_its_paper(tmp_path: Path) -> None:
    first = Ledger.opened("t", tmp_path)
    first.counts["csv"] = Count(inputs=5, read=4, refused=1, following=5)
    for number in range(5):
        first.keep("ValueError somewhere", "csv", number, b"1,2", what="why", kept=tmp_path)
    first.save(tmp_path)
    again = Ledger.opened("t", tmp_path)
    assert (again.inputs, again.counts["csv"].following, again.found) == (5, 5, {"ValueError somewhere": 5})
    assert len(list((tmp_path / "findings").glob("csv-*.txt"))) == 3
    assert Ledger.opened("another seed", tmp_path).counts["csv"].following == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process of its own is begun by fork")
def test_a_process_of_its_own_reads_and_says_what_became_of_the_papers() -> None:
    ledger = Ledger("t")
    run(ledger, "csv", 0.01)
    count = ledger.counts["csv"]
    assert count.inputs == count.following == count.read + count.refused > 0
    assert not ledger.found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process of its own is begun by fork")
def test_an_engine_that_gives_up_its_own_process_has_refused_the_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def give_up(*_: object) -> str:
        faulthandler.disable()
        os.abort()

    monkeypatch.setattr(lead, "judge", give_up)
    ledger = Ledger("t")
    run(ledger, "sheet", 0.01)
    count = ledger.counts["sheet"]
    assert (count.inputs, count.refused, count.aborted, ledger.findings) == (1, 1, 1, 0)
    assert ledger.found == {"aborted sheet": 1}
