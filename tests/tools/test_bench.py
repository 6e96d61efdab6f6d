"""The bench measures what it says: a right plan of sixty numbers, the median of warm calls, a table a person can read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from angikar.rules.kinds.agreement import AGREEMENT
from tools.bench.measure import Row, median_ms
from tools.bench.papers import FRAMEWORK, SAMPLES, papers, plan_of_sixty


def test_the_plan_of_sixty_has_sixty_numbers_and_no_fault() -> None:
    plan = plan_of_sixty()
    assert Counter(area.part for _, area, _, _ in plan.indicators()) == {"own": 55, "governance": 5}
    assert [doubt for doubt in AGREEMENT.check(plan, FRAMEWORK) if doubt.severity == "error"] == []


def test_a_call_is_warmed_up_before_it_is_counted() -> None:
    calls: list[None] = []
    assert median_ms(lambda: calls.append(None), 3) >= 0
    assert len(calls) == 4


def test_a_row_tells_time_ratio_and_note() -> None:
    assert str(Row("read", 20.0, 5.0, "54 kB")).split() == ["read", "20.00", "ms", "4.0", "×", "54", "kB"]
    assert str(Row("read", 20.0)).split() == ["read", "20.00", "ms"]


def test_the_real_papers_are_read_where_a_folder_names_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "b.txt").touch()
    (tmp_path / "a.txt").touch()
    monkeypatch.setenv("ANGIKAR_SEEDS", str(tmp_path))
    assert [path.name for path in papers()] == ["a.txt", "b.txt"]
    monkeypatch.delenv("ANGIKAR_SEEDS")
    assert {path.parent for path in papers()} == {SAMPLES}
    assert "broken-plan" not in {path.stem for path in papers()}
