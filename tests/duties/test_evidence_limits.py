"""What may be handed in as evidence: each limit refuses with its own sentence."""

from __future__ import annotations

import pytest

from angikar.duties.evidence_limits import MOST_FILES, refuse_programs, refuse_unfit
from angikar.formats import SIZE_LIMIT
from angikar.history.refusal import Refused


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ([("a.pdf", 1)] * (MOST_FILES + 1), "too-many-evidence-files"),
        ([("a.pdf", 0)], "evidence-empty"),
        ([("a.pdf", SIZE_LIMIT + 1)], "evidence-too-large"),
        ([("a.exe", 1)], "evidence-type-refused"),
        ([("pdf", 1)], "evidence-type-refused"),
    ],
)
def test_files_beyond_a_limit_are_refused(files: list[tuple[str, int]], code: str) -> None:
    with pytest.raises(Refused) as refused:
        refuse_unfit(files)
    assert refused.value.code == code


def test_files_within_the_limits_pass() -> None:
    refuse_unfit([("Scan.PDF", SIZE_LIMIT), ("তালিকা.xlsx", 1)])
    refuse_programs([("a.pdf", b"%PDF-1.7")])


def test_a_program_is_refused_under_any_name() -> None:
    with pytest.raises(Refused) as refused:
        refuse_programs([("a.pdf", b"MZ\x90\x00")])
    assert refused.value.code == "evidence-is-program"
