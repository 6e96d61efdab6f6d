"""Papers of strangers are judged field by field against what was written down before, and are never read worse than before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.cases.__main__ import OWN, main, papers
from tools.cases.expected import expected_of
from tools.cases.judge import Verdict
from tools.cases.verdicts import verdict_of

LETTER = "জেলা কার্যালয়\n\nস্মারক নং ০৫.৪৭.৪৯০০.০২৬.০২.০১৫.২৩-১৮৫\nতারিখ: ১৩ সেপ্টেম্বর ২০২৩\n\nবিষয়: সভা।\n\nসভা হবে।\n\n(রহিম)\nসচিব\n"
LEAST_RIGHT, MOST_SILENT, MOST_CRIES = 99.5, 0.3, 10
"""Per cent of the fields of our own papers, and a count of doubts: what was reached is not lost again."""


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return [verdict_of(path.read_bytes(), path.name, meant) for path, meant in papers() if path.is_relative_to(OWN)]


def test_papers_of_strangers_are_read_no_worse_than_before(verdicts: list[Verdict]) -> None:
    fields = sum(each.fields for each in verdicts)
    assert len(verdicts) >= 100
    assert fields > 1900
    assert 100 * sum(each.right for each in verdicts) / fields >= LEAST_RIGHT
    assert 100 * sum(each.silent for each in verdicts) / fields <= MOST_SILENT
    assert sum(len(each.cries) for each in verdicts) <= MOST_CRIES


def test_a_wrong_field_is_doubted_only_by_a_doubt_about_it(tmp_path: Path) -> None:
    right = tmp_path / "a.expected.toml"
    right.write_text(
        'kind = "plain_letter"\nsubject = "অন্য"\n"letter.memo_number" = "5"\n"letter.date" = "2023-09-13"\n', "utf-8"
    )
    verdict = verdict_of(LETTER.encode(), "a.txt", expected_of(right))
    assert [(each.name, each.doubted) for each in verdict.wrong] == [("subject", False), ("letter.memo_number", False)]
    assert verdict.right == 2
    assert not verdict.cries


def test_the_table_names_every_paper_that_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["budget-notice", "--verbose"]) == 0
    said = capsys.readouterr().out
    assert "budget-notice.txt" in said
    assert "| plain_letter | 1 |" in said
    assert "| code | false | of all | papers of 1 |" in said
